"""A page rewritten so that any PDF renderer draws its inks, not its colours.

Everything that has a colour is written anew: once as RGB that holds what cyan, magenta and yellow
leave of the white, once as grey that holds what black leaves. Normal, multiplied and screened
transparency reckon each channel by itself, so the two pictures are the four separations, but
for overprinting. Soft masks stay as they are: they are no ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pikepdf import (
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import CMYK, GRAY, RGB, Colour, Ink, Space
from showcase.preflight.pixels import picture_inks
from showcase.preflight.shades import separated_shading
from showcase.preflight.spaces import space
from showcase.preflight.walk import DEEPEST, MALFORMED

Half = Literal["cmy", "k"]
"""The half of the inks that a rewritten page shows."""

_SET = {"g": GRAY, "rg": RGB, "k": CMYK, "G": GRAY, "RG": RGB, "K": CMYK}
_SPACES: dict[Half, Name] = {"cmy": Name.DeviceRGB, "k": Name.DeviceGray}
_COLOURED: dict[Half, tuple[str, str]] = {"cmy": ("rg", "RG"), "k": ("g", "G")}


def shown(ink: Ink, half: Half) -> list[float]:
    """What a colour's inks leave of the white: of red, green and blue, or of grey."""
    return [round(1 - one, 4) for one in (ink[:3] if half == "cmy" else ink[3:])]


@dataclass
class Separator:
    """Rewrites pages of one file in one half of the inks. `sizes` are the pixels that pictures need."""

    pdf: Pdf
    half: Half
    sizes: dict[tuple[int, int], tuple[int, int]]
    unmeasured: list[str] = field(default_factory=list)
    _made: dict[tuple[int, int], Object] = field(default_factory=dict)

    def page(self, page: Page) -> Dictionary:
        """The page with its content in this half alone, and nothing that hangs on it."""
        resources = self._resources(page.obj.get("/Resources", Dictionary()), 0)
        content = self._content(page, page.obj.get("/Resources"), resources)
        rewritten = Dictionary(
            Type=Name.Page, MediaBox=page.mediabox, Resources=resources, Contents=self.pdf.make_stream(content)
        )
        if "/Group" in page.obj:
            rewritten.Group = self._group(page.obj.Group)
        return rewritten

    def _content(self, source: Any, resources: Any, made: Dictionary) -> bytes:
        try:
            instructions = list(parse_content_stream(source))
        except MALFORMED:
            self.unmeasured.append("content that cannot be read")
            return b""
        return unparse_content_stream(_Rewriting(self, resources, made).all(instructions))

    def _resources(self, resources: Any, depth: int) -> Dictionary:
        """The resources with pictures, drawings, patterns and gradients rewritten."""
        made = Dictionary({key: value for key, value in resources.items() if key not in _REWRITTEN})
        for kind in _REWRITTEN:
            rewritten = {}
            for name, value in resources.get(kind, {}).items():
                rewritten[name] = self._object(kind, value, resources, depth)
            if rewritten:
                made[kind] = Dictionary(rewritten)
        return made

    def _object(self, kind: str, value: Object, resources: Any, depth: int) -> Object:
        """One of the resources rewritten, once; itself where it cannot be."""
        key = value.objgen
        if key in self._made and value.is_indirect:
            return self._made[key]
        try:
            if depth > DEEPEST:
                raise Uncountable("drawings nested without end")
            rewritten = self._rewritten(kind, value, resources, depth + 1)
        except MALFORMED as error:
            self.unmeasured.append(str(error))
            return value
        if value.is_indirect:
            rewritten = self._made[key] = self.pdf.make_indirect(rewritten)
        return rewritten

    def _rewritten(self, kind: str, value: Any, resources: Any, depth: int) -> Object:
        named = resources.get("/ColorSpace")
        if kind == "/Shading":
            return separated_shading(self.pdf, value, self.half, named)
        if kind == "/Pattern" and int(value.get("/PatternType", 1)) == 2:
            made = Dictionary(dict(value.items()))
            made.Shading = separated_shading(self.pdf, value.Shading, self.half, named)
            return made
        if kind == "/Pattern" or value.get("/Subtype") == Name.Form:
            return self._drawing(value, resources, depth)
        if value.get("/Subtype") == Name.Image and not bool(value.get("/ImageMask", False)):
            size = self.sizes.get(value.objgen, (1, 1))
            return self.picture(value, space(value.ColorSpace, named), size)
        return value

    def _drawing(self, drawing: Stream, outer: Any, depth: int) -> Stream:
        """A form or a pattern's cell."""
        own = drawing.get("/Resources")
        made = self._resources(own if own is not None else outer, depth)
        stream = self.pdf.make_stream(self._content(drawing, own if own is not None else outer, made))
        for key, value in drawing.items():
            if key not in ("/Filter", "/DecodeParms", "/Length", "/Resources", "/Group"):
                stream[key] = value
        stream.Resources = made
        if "/Group" in drawing:
            stream.Group = self._group(drawing.Group)
        return stream

    def _group(self, group: Any) -> Dictionary:
        made = Dictionary(dict(group.items()))
        if "/CS" in made:
            made.CS = _SPACES[self.half]
        return made

    def picture(self, picture: Any, colours: Space, size: tuple[int, int]) -> Stream:
        """A picture in this half of its inks, with its own mask. Raises Uncountable."""
        inks = 255 - picture_inks(picture, colours, size)
        shown = inks[:, :, :3] if self.half == "cmy" else inks[:, :, 3]
        stream = self.pdf.make_stream(shown.tobytes())
        stream.Type, stream.Subtype, stream.BitsPerComponent = Name.XObject, Name.Image, 8
        stream.Width, stream.Height = inks.shape[1], inks.shape[0]
        stream.ColorSpace = _SPACES[self.half]
        stream.Interpolate = True
        head = picture if isinstance(picture, Stream) else {}
        for key in ("/SMask", "/Mask"):
            if isinstance(head.get(key), Stream):
                stream[key] = head[key]
        return stream


_REWRITTEN = ("/XObject", "/Pattern", "/Shading")


class _Rewriting:
    """The instructions of one stream, rewritten in order; the spaces of the moment are kept as `q` keeps them."""

    def __init__(self, separator: Separator, resources: Any, made: Dictionary) -> None:
        self.separator, self.resources, self.made = separator, resources, made
        self.spaces: dict[bool, Space] = {False: GRAY, True: GRAY}
        self.kept: list[dict[bool, Space]] = []

    def all(self, instructions: Sequence[Any]) -> list[Any]:
        """Every instruction, with those that have a colour replaced."""
        return [self._one(str(one.operator), one) for one in instructions]

    def _one(self, name: str, instruction: Any) -> Any:
        if name in _SET:
            values = tuple(float(one) for one in instruction.operands)
            return self._coloured(Colour(_SET[name], values), name.isupper())
        if name in {"cs", "CS"}:
            return self._chosen(instruction, name == "CS")
        if name in {"sc", "scn", "SC", "SCN"}:
            return self._set(instruction, name.isupper())
        if name == "INLINE IMAGE":
            return self._inline(instruction)
        if name == "q":
            self.kept.append(dict(self.spaces))
        elif name == "Q" and self.kept:
            self.spaces = self.kept.pop()
        return instruction

    def _coloured(self, colour: Colour, strokes: bool) -> ContentStreamInstruction:
        half = self.separator.half
        self.spaces[strokes] = colour.space
        return ContentStreamInstruction(shown(colour.ink, half), Operator(_COLOURED[half][strokes]))

    def _chosen(self, instruction: Any, strokes: bool) -> Any:
        chosen = self.spaces[strokes] = space(instruction.operands[0], _named(self.resources))
        return self._coloured(Colour(chosen, chosen.initial), strokes) if chosen.parts else instruction

    def _set(self, instruction: Any, strokes: bool) -> Any:
        operands = list(instruction.operands)
        now = self.spaces[strokes]
        if operands and isinstance(operands[-1], Name):
            return self._patterned(now, operands, strokes)
        return self._coloured(Colour(now, tuple(float(one) for one in operands)), strokes)

    def _patterned(self, now: Space, operands: list[Any], strokes: bool) -> ContentStreamInstruction:
        """A pattern; one without colours of its own is given them in this half."""
        values = [float(one) for one in operands[:-1]]
        half = self.separator.half
        given = shown(now.ink(values), half) if now.parts else []
        return ContentStreamInstruction([*given, operands[-1]], Operator("SCN" if strokes else "scn"))

    def _inline(self, instruction: Any) -> Any:
        """A picture in the midst of the content becomes one of the resources."""
        picture = instruction.iimage
        if bool(picture.obj.get("/ImageMask", False)):
            return instruction
        colours = space(picture.obj.get("/ColorSpace"), _named(self.resources))
        drawings = self.made.get("/XObject", Dictionary())
        name = Name(f"/InLine{len(drawings)}")
        drawings[name] = self.separator.picture(picture, colours, (picture.width, picture.height))
        self.made["/XObject"] = drawings
        return ContentStreamInstruction([name], Operator("Do"))


def _named(resources: Any) -> Any:
    return resources.get("/ColorSpace") if resources is not None else None


