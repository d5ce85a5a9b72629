"""A laid-out module made into its press form: the same pages in inks, on sheets with their boxes.

Nothing is laid out again. Every page is followed into the drawings, patterns,
gradients and pictures that it uses, and each of these is turned once. What
there is no rule for stops the build; no colour of the screen slips through.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, Stream

from showcase.book.press.boxes import Boxes
from showcase.book.press.content import OUT, OVER, Rewriter, Unprintable
from showcase.book.press.ink import InkTable
from showcase.book.press.shades import convert_shading
from showcase.book.typesetting import TypesettingError

PIXEL = 0.75
"""Points of the unit in which drawings within a page are made."""

MARKS = "/Marks"
"""The name under which every page draws its marks, where the sheet has room for them."""

_USED = re.compile(rb"(/[^\s/]+) (?:[-.\d]+ )?(Do|scn|gs|sh|Tf)$", re.MULTILINE)
_KINDS = {b"Do": "/XObject", b"scn": "/Pattern", b"gs": "/ExtGState", b"sh": "/Shading", b"Tf": "/Font"}
_LEFT_OUT = ("/Annots", "/StructParents", "/Tabs", "/Trans", "/AA", "/Metadata")

Printed = Callable[[Stream], None]
"""Puts the press's pixels into a picture in place of those for the screen."""


def press_form(
    pdf: bytes, name: str, table: InkTable, boxes: Boxes, print_picture: Printed, first: int = 1
) -> bytes:
    """Pages of a module as a press prints them; their fonts are left to be put in for the whole book.

    Raises TypesettingError with the part `name` and the page, counted from `first`, for a colour
    that is in no table and for anything else that there is no rule for.
    """
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as module:
        pressing = _Pressing(module, table, print_picture)
        for number, page in enumerate(module.pages, first):
            try:
                pressing.turn(page, boxes)
            except KeyError as unknown:
                raise TypesettingError(_unknown(name, number, unknown.args[0])) from None
            except Unprintable as found:
                raise TypesettingError(f"{name}, page {number}: the press has no rule for {found}") from None
        _empty_fonts(module)
        module.save(
            out, compress_streams=True, recompress_flate=False, static_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )  # fmt: skip
    return out.getvalue()


def _unknown(name: str, page: int, colour: str) -> str:
    return (
        f"{name}, page {page}: nothing tells with which inks {colour} is printed. Use a token of "
        "showcase/colour.py, or a mixture that showcase/mixtures.py knows."
    )


@dataclass
class _Pressing:
    """One module on its way; `turned` are the numbers of the objects that are done."""

    pdf: Pdf
    table: InkTable
    print_picture: Printed

    def __post_init__(self) -> None:
        states = {OVER: Dictionary(OP=True, op=True, OPM=1), OUT: Dictionary(OP=False, op=False, OPM=0)}
        self.states = {name: self.pdf.make_indirect(state) for name, state in states.items()}
        self.turned: set[tuple[int, int]] = set()
        self.moved: set[tuple[int, int]] = set()

    def turn(self, page: Page, boxes: Boxes) -> None:
        """Turns a page and all that it draws with."""
        content = page.Contents.read_bytes()
        self._follow(content, page.Resources)
        inks = Rewriter(self.table, 1.0).rewritten(content)
        page.Resources = self._own(page.Resources, inks)
        page.Contents = self.pdf.make_stream(zlib.compress(_placed(inks, boxes)), Filter=Name.FlateDecode)
        page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
        self._move(page.Resources.get("/Pattern", Dictionary()), boxes.edge)
        boxes.write(page.obj)
        for key in _LEFT_OUT:
            if key in page.obj:
                del page.obj[key]

    def _move(self, patterns: Object, by: float) -> None:
        """Moves what a page is filled with along with it: a pattern lies fast on the sheet, not on the drawing."""
        for pattern in patterns.values():
            if pattern.objgen not in self.moved:
                self.moved.add(pattern.objgen)
                a, b, c, d, x, y = pattern.get("/Matrix", [1, 0, 0, 1, 0, 0])
                pattern.Matrix = Array([a, b, c, d, x + round(Decimal(by), 4), y + round(Decimal(by), 4)])

    def _follow(self, content: bytes, resources: Object) -> None:
        """Turns what a stream of drawing uses by name."""
        for name, kind in _used(content):
            if kind == "/Font":
                continue  # the whole book has its own
            used = resources[kind][name]
            if kind == "/Shading":
                if self._is_new(used):
                    convert_shading(used, self.table)
            elif kind == "/ExtGState":
                self._turn_state(used)
            elif used.get("/Subtype") == Name.Image:
                if self._is_new(used):
                    self.print_picture(used)
            else:
                self._turn_drawing(used)

    def _turn_state(self, state: Object) -> None:
        """Turns the mask of a state, if it has one."""
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            self._turn_drawing(mask.G, is_mask=True)

    def _turn_drawing(self, drawing: Object, is_mask: bool = False) -> None:
        """Turns a drawing or a pattern; a mask is made of greys already, and of nothing else."""
        if not self._is_new(drawing):
            return
        content = drawing.read_bytes()
        self._follow(content, drawing.Resources)
        rewritten = Rewriter(self.table, PIXEL).rewritten(content)
        if is_mask and rewritten != content:
            raise Unprintable("a mask that is drawn in colours")
        if "/Group" in drawing:
            drawing.Group.CS = Name.DeviceGray if is_mask else Name.DeviceCMYK
        drawing.Resources = self._own(drawing.Resources, rewritten)
        drawing.write(zlib.compress(rewritten), filter=Name.FlateDecode)

    def _own(self, resources: Object, inks: bytes) -> Dictionary:
        """What of the resources a page or a drawing in inks uses, the states of overprint among them.

        The pages of a module share theirs, and whoever reads one of them would read what all draw with.
        """
        own: dict[str, dict[str, Object]] = defaultdict(dict)
        for name, kind in _used(inks):
            own[kind][name] = self.states[name] if name in self.states else resources[kind][name]
        return Dictionary({kind: Dictionary(named) for kind, named in own.items()})

    def _is_new(self, one: Object) -> bool:
        """Whether an object is met for the first time. One that is written in its place is always new."""
        if not one.is_indirect:
            return True
        is_new = one.objgen not in self.turned
        self.turned.add(one.objgen)
        return is_new


def _used(content: bytes) -> list[tuple[str, str]]:
    """The names that a stream of drawing uses, each with what it names."""
    return [(name.decode(), _KINDS[operator]) for name, operator in sorted(set(_USED.findall(content)))]


def _placed(content: bytes, boxes: Boxes) -> bytes:
    """A page's drawing moved to its place on the sheet and kept within the bleed, then the marks."""
    left, foot, right, head = boxes.bleeding
    edge = round(boxes.edge, 4)
    clip = f"q\n{left:g} {foot:g} {right - left:g} {head - foot:g} re W n\n1 0 0 1 {edge:g} {edge:g} cm\n"
    marks = f"\nq\n{MARKS} Do\nQ" if boxes.slug else ""
    return clip.encode() + content + b"\nQ" + marks.encode()


def _empty_fonts(pdf: Pdf) -> None:
    """Takes the cut font files out of a module; the book has one for each face."""
    for font in _descriptors(pdf):
        for key in ("/FontFile2", "/FontFile3", "/CIDSet"):
            if key in font:
                del font[key]


def _descriptors(pdf: Pdf) -> Iterator[Object]:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor:
            yield one
