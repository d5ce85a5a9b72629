"""Content with its colours rewritten, operator by operator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from pikepdf import ContentStreamInstruction, Name, Operator
from pikepdf.models import PdfInlineImage

from showcase.preflight.colours import CMYK, GRAY, RGB, Colour, Ink, Space
from showcase.preflight.findings import Box
from showcase.preflight.geometry import SAME
from showcase.preflight.reading import MALFORMED, operator_of, reason
from showcase.preflight.spaces import space
from showcase.preflight.state import State

Half = Literal["cmy", "k"]
"""The half of the inks that a rewritten page shows."""

_SET = {"g": GRAY, "rg": RGB, "k": CMYK, "G": GRAY, "RG": RGB, "K": CMYK}
_COLOURS = {*_SET, "cs", "CS", "sc", "scn", "SC", "SCN", "INLINE IMAGE", "q", "Q", "gs"}
"""Operators that are looked at."""
_PAINTS = {
    **dict.fromkeys(("f", "F", "f*"), (False,)), **dict.fromkeys(("S", "s"), (True,)),
    **dict.fromkeys(("B", "B*", "b", "b*"), (False, True)),
}  # fmt: skip
"""Operators that paint a path: with the colour of areas, that of lines, or both."""
_COLOURED: dict[Half, tuple[str, str]] = {"cmy": ("rg", "RG"), "k": ("g", "G")}


NOWHERE = Box(0, 0, 0, 0)


def shown(ink: Ink, half: Half) -> list[float]:
    """What a colour's inks leave of the white: of red, green and blue, or of grey."""
    return [round(1 - one, 4) for one in (ink[:3] if half == "cmy" else ink[3:])]


class Rewriting:
    """The instructions of one stream, rewritten in order; the state of the moment is kept as `q` keeps it.

    `place` is given a picture in the midst of the content, and gives back its name among the resources.
    """

    def __init__(self, half: Half, resources: Any, place: Callable[[PdfInlineImage, Space], Name]) -> None:
        self.half, self.resources, self.place = half, resources, place
        self.unmeasured: list[str] = []
        self.state = State(SAME, NOWHERE)
        self.kept: list[State] = []

    def all(self, instructions: Sequence[Any]) -> list[Any]:
        """Every instruction, with those that have a colour replaced."""
        return [self._tried(operator_of(one), one) for one in instructions]

    def _tried(self, name: str, instruction: Any) -> Any:
        """An instruction replaced, or as it is where it cannot be understood."""
        if name not in _COLOURS and name not in _PAINTS:
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
        if name in _PAINTS:
            return self._painted(name, instruction)
        return self._state(name, instruction)

    def _state(self, name: str, instruction: Any) -> Any:
        """An instruction that keeps the state, takes it back or changes it."""
        if name == "q":
            self.kept.append(self.state.kept())
        elif name == "Q" and self.kept:
            self.state = self.kept.pop()
        elif name == "gs":
            self.state.set_overprint(self.resources["/ExtGState"][instruction.operands[0]])
        return instruction

    def _painted(self, name: str, instruction: Any) -> Any:
        """A path; what overprints and has no ink in this half leaves what lies under it."""
        drawn = [strokes for strokes in _PAINTS[name] if not self._is_left(strokes)]
        if len(drawn) == len(_PAINTS[name]):
            return instruction
        if not drawn:
            return ContentStreamInstruction([], Operator("n"))
        closes, odd = name[0] == "b", name.endswith("*")
        return ContentStreamInstruction([], Operator(("s" if closes else "S") if drawn[0] else "f*" if odd else "f"))

    def _is_left(self, strokes: bool) -> bool:
        colour = self.state.stroke if strokes else self.state.fill
        return not colour.pattern and self.state.leaves(colour, strokes) and min(shown(colour.ink, self.half)) == 1

    def _now(self, strokes: bool) -> Space:
        return (self.state.stroke if strokes else self.state.fill).space

    def _keep(self, colour: Colour, strokes: bool) -> None:
        setattr(self.state, "stroke" if strokes else "fill", colour)

    def _coloured(self, colour: Colour, strokes: bool) -> ContentStreamInstruction:
        self._keep(colour, strokes)
        return ContentStreamInstruction(shown(colour.ink, self.half), Operator(_COLOURED[self.half][strokes]))

    def _chosen(self, instruction: Any, strokes: bool) -> Any:
        chosen = space(instruction.operands[0], _named(self.resources))
        colour = Colour(chosen, chosen.initial)
        self._keep(colour, strokes)
        return self._coloured(colour, strokes) if chosen.parts else instruction

    def _set(self, instruction: Any, strokes: bool) -> Any:
        operands = list(instruction.operands)
        now = self._now(strokes)
        if operands and isinstance(operands[-1], Name):
            return self._patterned(now, operands, strokes)
        return self._coloured(Colour(now, tuple(float(one) for one in operands)), strokes)

    def _patterned(self, now: Space, operands: list[Any], strokes: bool) -> ContentStreamInstruction:
        """A pattern; one without colours of its own is given them in this half."""
        values = [float(one) for one in operands[:-1]]
        given = shown(now.ink(values), self.half) if now.parts else []
        self._keep(Colour(now, tuple(values), str(operands[-1])), strokes)
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
