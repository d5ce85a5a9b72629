"""The sheet a plate is drawn on, and the drawing that results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import pi, sqrt
from typing import NamedTuple

from showcase.plates.geometry import Arc, Curve, Mark, Point, spans
from showcase.plates.seed import Seed


class Ink(NamedTuple):
    """A colour of the plate's family, or a mixture of two.

    Names stand here, not values, so that one pen can write sRGB and another
    the CMYK of the press.
    """

    name: str
    other: str = ""
    share: float = 0.0


LINE = Ink("line")
LIGHT = Ink("light")


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks drawn together: one path, one colour, one width."""

    marks: tuple[Mark, ...]
    ink: Ink
    opacity: float
    width: float = 0.0
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished plate, before any pen has touched it."""

    slug: str
    family: str
    width: float
    height: float
    horizon: float
    pen: float
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The empty sheet: its measures, its pen and its seed.

    `width`, `height` and `pen` (the finest line) are in the units of the
    drawing, `horizon` is a share of the height.
    """

    seed: Seed
    width: float
    height: float
    horizon: float
    pen: float

    @property
    def line(self) -> float:
        """Height of the horizon line from the top."""
        return self.height * self.horizon

    @property
    def grain(self) -> float:
        """Unit of spacing: the pen on a full page, less of a gap on a small card."""
        return self.pen * sqrt(max(0.2, min(1.3, self.height / self.pen / 900)))

    @property
    def reach(self) -> float:
        """Unit of size for figures: the height, less on a narrow sheet."""
        return min(self.height, self.width * 1.1)

    @property
    def light(self) -> float:
        """Where the light stands on the horizon: to the right, clear of the words."""
        return self.width * self.seed.stream("light").uniform(0.58, 0.84)

    def arcs(self, arc: Arc, sky: bool = True) -> Iterable[Arc]:
        """Yield the parts of an arc on the sheet, above the line or below it."""
        top, foot = (0.0, self.line) if sky else (self.line, self.height)

        def inside(angle: float) -> bool:
            x, y = arc.at(angle)
            return 0 <= x <= self.width and top <= y <= foot

        for start, end in spans(inside, arc.start, arc.end, 180):
            if end - start > 0.004:
                yield Arc(arc.x, arc.y, arc.rx, arc.ry, start, end)

    def holds(self, point: Point) -> bool:
        """Tell whether a place is on the sheet and not below the line."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.line

    def above(self, points: list[Point]) -> list[Point]:
        """Return a line cut off where it meets the horizon; empty when all of it is below."""
        out: list[Point] = []
        for (ax, ay), (bx, by) in pairwise(points):
            if ay <= self.line and not out:
                out.append((ax, ay))
            if (ay <= self.line) != (by <= self.line):
                out.append((ax + (bx - ax) * (self.line - ay) / (by - ay), self.line))
            if by <= self.line:
                out.append((bx, by))
        return out if len(out) > 1 else []

    def within(self, corners: list[Point]) -> list[Point]:
        """Return a shape cut off at the sides of the sheet and at its line; empty when nothing of it is left."""
        for axis, edge, way in ((0, 0.0, 1), (0, self.width, -1), (1, self.line, -1)):
            corners = list(_cut(corners, axis, edge, way))
        return corners

    def standing(self, arc: Arc) -> Curve:
        """Return the part of an ellipse above the line and on the sheet, as a shape to fill."""
        points = []
        for k in range(73):
            x, y = arc.at(pi + pi * k / 72)
            points.append((min(self.width, max(0.0, x)), min(self.line, max(0.0, y))))
        ends = ((points[-1][0], self.line), (points[0][0], self.line))
        return Curve((*points, *ends), smooth=False, closed=True)


def _cut(corners: list[Point], axis: int, edge: float, way: int) -> Iterator[Point]:
    """Yield the corners of what is left of a shape on one side of an edge across an axis."""
    for here, there in zip(corners, corners[1:] + corners[:1], strict=True):
        inside, beyond = (way * (place[axis] - edge) for place in (here, there))
        if inside >= 0:
            yield here
        if (inside >= 0) != (beyond >= 0):
            share = inside / (inside - beyond)
            yield (here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1]))


def stroke(marks: Iterable[Mark], width: float, opacity: float, ink: Ink = LINE) -> Layer:
    """Return a layer of lines of one width."""
    return Layer(tuple(marks), ink, opacity, width)


def fill(marks: Iterable[Mark], opacity: float, ink: Ink = LINE) -> Layer:
    """Return a layer of filled shapes."""
    return Layer(tuple(marks), ink, opacity, filled=True)
