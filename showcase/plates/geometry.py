"""The marks a plate is made of: smooth curves, arcs and dots.

Lengths are in the drawing's own units (mm or px), angles in radians, with y
pointing down as on a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points: smooth, or straight from point to point."""

    points: tuple[Point, ...]
    smooth: bool = True
    closed: bool = False

    def beziers(self) -> Iterator[tuple[Point, Point, Point]]:
        """Yield (control, control, end) of each cubic, by Catmull and Rom."""
        points = self.points
        last = len(points) - 1
        for i in range(last + (1 if self.closed else 0)):
            before, here, there, after = (self._at(i + step) for step in (-1, 0, 1, 2))
            yield (
                (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6),
                (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6),
                there,
            )

    def _at(self, i: int) -> Point:
        """Return point i; beyond the ends of an open line, its mirror image."""
        points = self.points
        if self.closed:
            return points[i % len(points)]
        if i < 0:
            return (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
        if i >= len(points):
            return (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
        return points[i]

    def at_x(self, x: float) -> Point:
        """Return the point at x of a line whose points are evenly spaced from left to right."""
        if not self.smooth:
            (ax, ay), (bx, by) = self.points[0], self.points[-1]
            return (x, ay + (by - ay) * (x - ax) / (bx - ax))
        first, last = self.points[0][0], self.points[-1][0]
        place = (x - first) / (last - first) * (len(self.points) - 1)
        i = min(len(self.points) - 2, max(0, int(place)))
        t = place - i
        p, q, r, s = (self._at(i + step)[1] for step in (-1, 0, 1, 2))
        y = q + t * (
            (r - p) / 2 + t * (p - 2.5 * q + 2 * r - s / 2 + t * (1.5 * (q - r) + (s - p) / 2))
        )
        return (x, y)

    def moved(self, right: float) -> Curve:
        """Return the same line farther to the right."""
        return replace(self, points=tuple((x + right, y) for x, y in self.points))

    def flat(self, step: float) -> list[Point]:
        """Return the line as points about `step` apart."""
        if not self.smooth:
            return list(self.points) + ([self.points[0]] if self.closed else [])
        start = self.points[0]
        out = [start]
        for c1, c2, end in self.beziers():
            count = max(1, min(24, round(hypot(end[0] - start[0], end[1] - start[1]) / step)))
            out += (_on_cubic(start, c1, c2, end, k / count) for k in range(1, count + 1))
            start = end
        return out


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of an upright ellipse, from angle `start` to `end`, `end` greater."""

    x: float
    y: float
    rx: float
    ry: float
    start: float = 0.0
    end: float = 2 * pi

    def moved(self, right: float) -> Arc:
        """Return the same arc farther to the right."""
        return replace(self, x=self.x + right)

    def at(self, angle: float) -> Point:
        """Return the point of the ellipse at an angle."""
        return (self.x + self.rx * cos(angle), self.y + self.ry * sin(angle))

    def flat(self, step: float) -> list[Point]:
        """Return the arc as points about `step` apart."""
        turn = self.end - self.start
        count = max(2, min(720, round(turn * max(self.rx, self.ry) / step)))
        return [self.at(self.start + turn * k / count) for k in range(count + 1)]


@dataclass(frozen=True, slots=True)
class Dot:
    """A round point as wide as its layer's line."""

    x: float
    y: float

    def moved(self, right: float) -> Dot:
        """Return the same dot farther to the right."""
        return replace(self, x=self.x + right)


Mark = Curve | Arc | Dot


def _on_cubic(p: Point, a: Point, b: Point, q: Point, t: float) -> Point:
    """Return the point at t (0 to 1) of a cubic Bézier."""
    u = 1 - t
    w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return (
        w[0] * p[0] + w[1] * a[0] + w[2] * b[0] + w[3] * q[0],
        w[0] * p[1] + w[1] * a[1] + w[2] * b[1] + w[3] * q[1],
    )


def spans(
    inside: Callable[[float], bool], start: float, end: float, count: int
) -> Iterator[tuple[float, float]]:
    """Yield the stretches of start to end for which `inside` holds.

    The range is tried at `count` + 1 places and each edge found by halving.
    """
    step = (end - start) / count
    opened = start if inside(start) else None
    for k in range(count):
        here, there = start + k * step, start + (k + 1) * step
        if opened is None and inside(there):
            opened = _edge(inside, there, here)
        elif opened is not None and not inside(there):
            yield opened, _edge(inside, here, there)
            opened = None
    if opened is not None:
        yield opened, end


def _edge(inside: Callable[[float], bool], good: float, bad: float) -> float:
    """Return the last value that is still inside between a good and a bad one."""
    for _ in range(14):
        middle = (good + bad) / 2
        if inside(middle):
            good = middle
        else:
            bad = middle
    return good


def taper(spine: list[Point], width: Callable[[float], float]) -> Curve:
    """Return a closed blade around a line, as thick as `width` says at 0 to 1.

    A stroke has one width; a blade swells and thins as a drawn line does.
    """
    last = len(spine) - 1
    left, right = [], []
    for i, (x, y) in enumerate(spine):
        (ax, ay), (bx, by) = spine[max(0, i - 1)], spine[min(last, i + 1)]
        length = hypot(bx - ax, by - ay) or 1.0
        half = width(i / last) / 2
        dx, dy = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return Curve(tuple(left + right[::-1]), closed=True)
