"""A walk through a page's content: every operator read once, what it paints noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from pikepdf import Dictionary, Name, Object, Page, Stream

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import BLACK, Colour, Space
from showcase.preflight.findings import Box
from showcase.preflight.fonts import Font
from showcase.preflight.geometry import SAME, Matrix, bounds, joined, matrix
from showcase.preflight.painted import Content, Group, Painted
from showcase.preflight.reading import MALFORMED, Reading, operator_of, reason
from showcase.preflight.spaces import space
from showcase.preflight.state import Path, State, TextPlace

DEEPEST = 24
MOST_STEPS = 3_000_000
Operator = Callable[["Walk", Sequence[Any]], None]
OPERATORS: dict[str, Operator] = {}
SILENT = frozenset("MP DP BMC BDC EMC BX EX d i M J j ri d1".split())
"""Operators that change nothing that is looked at here."""


def operator(*names: str) -> Callable[[Operator], Operator]:
    """Makes a function the meaning of the operators so named."""

    def take(function: Operator) -> Operator:
        OPERATORS.update(dict.fromkeys(names, function))
        return function

    return take


class TooMuch(Exception):
    """The content repeats itself without end."""


class Walk:
    """One page, walked. `resources` are those of the stream in hand, `base` is where its space lies."""

    def __init__(self, page: Box, reading: Reading) -> None:
        self.content, self.reading = Content(), reading
        self.state = State(SAME, page)
        self.kept: list[State] = []
        self.path, self.text = Path(), TextPlace()
        self.resources: Any = None
        self.base: Matrix = SAME
        self.in_mask = False
        self.area: Box | None = None
        """In a pattern: the area that it fills."""
        self.depth, self.steps = 0, 0
        self.seen: set[Any] = set()
        self._spaces: dict[Any, Space] = {}

    def run(self, source: Any) -> None:
        """Walks through a stream, or a page. What is malformed in it is noted among the faults."""
        try:
            for instructions in self.reading.of(source):
                self._carry_out(instructions)
        except MALFORMED as error:
            self.fault(f"its content cannot be read: {reason(error)}")

    def _carry_out(self, instructions: Sequence[Any]) -> None:
        for instruction in instructions:
            self.steps += 1
            name = operator_of(instruction)
            act = OPERATORS.get(name)
            if act is None:
                if name not in SILENT:
                    self.fault(f"{name!r} is no operator of PDF")
                continue
            try:
                act(self, instruction.iimage if name == "INLINE IMAGE" else instruction.operands)
            except MALFORMED as error:
                self.fault(f"the operator {name} cannot be carried out: {reason(error)}")
        if self.steps > MOST_STEPS:
            raise TooMuch

    def fault(self, sentence: str) -> None:
        """Notes what could not be understood."""
        self.content.faults.append(sentence)

    def named(self, kind: str, name: Any) -> Any:
        """What the resources call by that name; raises KeyError where they know none."""
        return self.resources[kind][name]

    def space(self, source: Any) -> Space:
        """The colour space of an object or a name, read once where the file keeps it apart."""
        named = self.resources.get("/ColorSpace") if self.resources is not None else None
        if isinstance(source, Name) and named is not None and source in named:
            source = named[source]
        key = source.objgen if isinstance(source, Object) and source.is_indirect else None
        if key is None:
            found = space(source, named)
            return self.device(found) if isinstance(source, Name) else found
        if key not in self._spaces:
            self._spaces[key] = space(source, named)
        return self._spaces[key]

    def device(self, plain: Space) -> Space:
        """A space of the device, or the one that the resources put in its place."""
        named = self.resources.get("/ColorSpace") if self.resources is not None else None
        default = f"/Default{plain.name.removeprefix('Device')}"
        return space(named[default], named) if named is not None and default in named else plain

    def font(self, source: Object) -> Font:
        """The font of a dictionary, one for all its uses on the page; raises what reading no font raises."""
        key = source.objgen if source.is_indirect else repr(source)
        if key not in self.content.fonts:
            font = Font(source)
            font.name  # noqa: B018 - is one, if it has one
            self.content.fonts[key] = font
        return self.content.fonts[key]

    def emit(self, event: Painted) -> None:
        """Notes what was painted, as much of it as the clip lets through."""
        box = self.area or event.box.shared(self.state.clip)
        if box.width > 0 and box.height > 0:
            self.content.painted.append(event._replace(box=box, in_mask=self.in_mask))

    def set_colour(self, colour: Colour) -> Colour:
        """Notes that the colour was set, and gives it back."""
        self.content.set_colours[colour.space.name] = colour.space
        return colour

    @contextmanager
    def inside(self, resources: Any, place: Matrix, clip: Any = None) -> Iterator[None]:
        """Within a stream of its own, drawn in `place`; all is as before afterwards."""
        if self.depth >= DEEPEST:
            raise Uncountable("drawings are nested without end")
        before = self.state, self.kept, self.path, self.text, self.resources, self.base
        self.state, self.kept, self.path, self.text = self.state.kept(), [], Path(), TextPlace()
        self.state.place = self.base = place
        self.resources = resources if resources is not None else before[4]
        if clip is not None:
            x, y, right, top = (float(one) for one in clip)
            self.state.clip = self.state.clip.shared(bounds(place, (x, right), (y, top)))
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1
            self.state, self.kept, self.path, self.text, self.resources, self.base = before

    def form(self, form: Stream) -> None:
        """Walks through a form, drawn where the matrix of the moment puts it."""
        place = joined(matrix(form.get("/Matrix", SAME)), self.state.place)
        with self.inside(form.get("/Resources"), place, form.get("/BBox")):
            self.group(form.get("/Group"))
            self.run(form)

    def group(self, group: Any) -> None:
        """Notes a transparency group and the space in which it blends."""
        if not isinstance(group, Dictionary) or group.get("/S") != Name.Transparency:
            return
        if "/CS" in group:
            box = self.area or self.state.clip
            self.content.groups.append(Group(self.space(group.CS), self.in_mask, box))

    def mask(self, source: Dictionary) -> None:
        """Walks through the drawing of a soft mask, once on a page."""
        self.content.see_through.append("a soft mask")
        drawing = source.get("/G")
        if not isinstance(drawing, Stream) or ("mask", drawing.objgen) in self.seen:
            return
        self.seen.add(("mask", drawing.objgen))
        before, self.in_mask = self.in_mask, True
        state = self.state
        self.state = replace(state.kept(), fill=BLACK, stroke=BLACK)
        try:
            self.form(drawing)
        finally:
            self.in_mask, self.state = before, state


def walked(page: Page, box: Box, reading: Reading) -> Content:
    """What the content of a page comes down to; `box` is its media box."""
    walk = Walk(box, reading)
    walk.resources = page.obj.get("/Resources")
    try:
        walk.group(page.obj.get("/Group"))
        walk.run(page)
    except TooMuch:
        walk.fault("its content repeats itself without end")
    except MALFORMED as error:
        walk.fault(f"its content cannot be read: {reason(error)}")
    return walk.content


def numbers(operands: Sequence[Any]) -> list[float]:
    """The operands as numbers."""
    return [float(one) for one in operands]
