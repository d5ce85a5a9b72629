"""Content with its colours rewritten, operator by operator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from pikepdf import ContentStreamInstruction, Name, Operator
from pikepdf.models import PdfInlineImage

from showcase.preflight.colours import CMYK, GRAY, RGB, Colour, Ink, Space
from showcase.preflight.reading import MALFORMED, operator_of, reason
from showcase.preflight.spaces import space

Half = Literal["cmy", "k"]
"""The half of the inks that a rewritten page shows."""

_SET = {"g": GRAY, "rg": RGB, "k": CMYK, "G": GRAY, "RG": RGB, "K": CMYK}
_COLOURS = {*_SET, "cs", "CS", "sc", "scn", "SC", "SCN", "INLINE IMAGE", "q", "Q"}
"""Operators that are looked at."""
_COLOURED: dict[Half, tuple[str, str]] = {"cmy": ("rg", "RG"), "k": ("g", "G")}


def shown(ink: Ink, half: Half) -> list[float]:
    """What a colour's inks leave of the white: of red, green and blue, or of grey."""
    return [round(1 - one, 4) for one in (ink[:3] if half == "cmy" else ink[3:])]


class Rewriting:
    """The instructions of one stream, rewritten in order; the spaces of the moment are kept as `q` keeps them.

    `place` is given a picture in the midst of the content, and gives back its name among the resources.
    """

    def __init__(self, half: Half, resources: Any, place: Callable[[PdfInlineImage, Space], Name]) -> None:
        self.half, self.resources, self.place = half, resources, place
        self.unmeasured: list[str] = []
        self.spaces: dict[bool, Space] = {False: GRAY, True: GRAY}
        self.kept: list[dict[bool, Space]] = []

    def all(self, instructions: Sequence[Any]) -> list[Any]:
        """Every instruction, with those that have a colour replaced."""
        return [self._tried(operator_of(one), one) for one in instructions]

    def _tried(self, name: str, instruction: Any) -> Any:
        """An instruction replaced, or as it is where it cannot be understood."""
        if name not in _COLOURS:
            return instruction
        try:
            return self._one(name, instruction)
        except MALFORMED as error:
            self.unmeasured.append(reason(error))
            return instruction

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
        self.spaces[strokes] = colour.space
        return ContentStreamInstruction(shown(colour.ink, self.half), Operator(_COLOURED[self.half][strokes]))

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
        given = shown(now.ink(values), self.half) if now.parts else []
        return ContentStreamInstruction([*given, operands[-1]], Operator("SCN" if strokes else "scn"))

    def _inline(self, instruction: Any) -> Any:
        """A picture in the midst of the content; a stencil stays, it takes the colour of the moment."""
        picture = instruction.iimage
        if bool(picture.obj.get("/ImageMask", False)):
            return instruction
        colours = space(picture.obj.get("/ColorSpace"), _named(self.resources))
        return ContentStreamInstruction([self.place(picture, colours)], Operator("Do"))


def _named(resources: Any) -> Any:
    return resources.get("/ColorSpace") if resources is not None else None
