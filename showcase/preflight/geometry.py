"""Matrices of PDF, and the boxes that points make."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from showcase.preflight.findings import Box

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(numbers: Any) -> Matrix:
    """The six numbers as a matrix; raises ValueError for any other count."""
    a, b, c, d, e, f = (float(one) for one in numbers)
    return a, b, c, d, e, f


def joined(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does what the first does, then what the other does."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(by: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


def bounds(by: Matrix, xs: Sequence[float], ys: Sequence[float]) -> Box:
    """The box round the points' place. For a turned matrix it is the box round their own box."""
    left, right, foot, top = min(xs), max(xs), min(ys), max(ys)
    corners = [moved(by, x, y) for x in (left, right) for y in (foot, top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def scale(by: Matrix) -> float:
    """By how much lengths grow, the middle of both directions."""
    return math.sqrt(abs(by[0] * by[3] - by[1] * by[2]))


def sides(by: Matrix) -> tuple[float, float]:
    """The lengths of the sides of a unit square."""
    return math.hypot(by[0], by[1]), math.hypot(by[2], by[3])
