"""The graphics state: what holds for the next thing painted."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import Any

from showcase.preflight.colours import BLACK, Colour
from showcase.preflight.findings import Box
from showcase.preflight.fonts import Font
from showcase.preflight.geometry import SAME, Matrix


@dataclass
class State:
    """As PDF has it; a copy is what `q` keeps."""

    place: Matrix
    clip: Box
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    overprint_mode: int = 0
    font: Font | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    """How text is drawn: 0 filled, 1 outlined, 2 both, 3 not at all, 4 to 7 the same and clipping."""

    def set_overprint(self, settings: Any) -> None:
        """Takes over what a dictionary of the graphics state says of overprinting."""
        self.stroke_overprints = bool(settings.get("/OP", self.stroke_overprints))
        self.fill_overprints = bool(settings.get("/op", settings.get("/OP", self.fill_overprints)))
        self.overprint_mode = int(settings.get("/OPM", self.overprint_mode))

    def leaves(self, colour: Colour, strokes: bool) -> bool:
        """Whether painting in the colour leaves standing what lies under it of the inks that it has not."""
        overprints = self.stroke_overprints if strokes else self.fill_overprints
        is_cmyk = self.overprint_mode == 1 and colour.space.name == "DeviceCMYK"
        return overprints and (is_cmyk or colour.space.name == "Black")

    def kept(self) -> State:
        """What `q` puts aside."""
        return copy(self)


@dataclass
class TextPlace:
    """Where the next glyph goes."""

    here: Matrix = SAME
    line: Matrix = SAME


@dataclass
class Path:
    """The path under construction, in the user's own space."""

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    rectangles: int = 0
    parts: int = 0
    is_curved: bool = False
    clips: bool = False
    start: list[float] = field(default_factory=list)
    """Where a part of it would begin: a place that is left at once for another is no part of it."""

    def begin(self) -> None:
        """Makes the start a point of the path."""
        if self.start:
            start, self.start = self.start, []
            self.parts += 1
            self.go(start)

    def go(self, numbers: list[float]) -> None:
        """Adds points: x and y in turn."""
        self.begin()
        self.xs += numbers[::2]
        self.ys += numbers[1::2]

    @property
    def is_rectangle(self) -> bool:
        """Whether it is one rectangle, or may be: four or five points at right angles."""
        if self.rectangles:
            return self.rectangles == 1 and len(self.xs) == 4
        return (
            self.parts == 1 and not self.is_curved and 4 <= len(self.xs) <= 5
            and len(set(self.xs)) == 2 and len(set(self.ys)) == 2
        )  # fmt: skip
