"""Operators that draw paths: areas, lines, clips."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from showcase.preflight.demands import LEAST_REVERSED_LINE
from showcase.preflight.findings import Box
from showcase.preflight.geometry import Matrix, bounds, moved, scale, sides
from showcase.preflight.painted import Painted
from showcase.preflight.pattern import paint_pattern
from showcase.preflight.state import Path
from showcase.preflight.walk import Walk, numbers, operator

UNEVEN = 0.01
"""A matrix is uneven when it makes larger one way than the other by more than this share."""
PLACES = 12
"""Along a thin line, as many places are looked at."""


@operator("m")
def _begin(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.start = numbers(operands)


@operator("l")
def _straight(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.go(numbers(operands))


@operator("c", "v", "y")
def _curve(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.go(numbers(operands))
    walk.path.is_curved = True


@operator("h")
def _close(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.begin()


@operator("re")
def _rectangle(walk: Walk, operands: Sequence[Any]) -> None:
    x, y, width, height = numbers(operands)
    walk.path.start = []
    walk.path.go([x, y, x + width, y, x + width, y + height, x, y + height])
    walk.path.rectangles += 1


@operator("W", "W*")
def _clip(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.clips = True


@operator("n")
def _end(walk: Walk, operands: Sequence[Any]) -> None:
    _finish(walk)


@operator("f", "F", "f*")
def _fill(walk: Walk, operands: Sequence[Any]) -> None:
    _paint_area(walk)
    _finish(walk)


@operator("S", "s")
def _stroke(walk: Walk, operands: Sequence[Any]) -> None:
    _paint_line(walk)
    _finish(walk)


@operator("B", "B*", "b", "b*")
def _fill_and_stroke(walk: Walk, operands: Sequence[Any]) -> None:
    _paint_area(walk)
    _paint_line(walk)
    _finish(walk)


def _finish(walk: Walk) -> None:
    """The path has been used; it clips what follows where it was to."""
    path = walk.path
    if path.clips:
        box = bounds(walk.state.place, path.xs, path.ys) if path.xs else Box(0, 0, 0, 0)
        walk.state.clip = walk.state.clip.shared(box)
    walk.path = Path()


def _paint_area(walk: Walk) -> None:
    path, state = walk.path, walk.state
    if not path.xs:
        return
    if path.rectangles and len(path.xs) == 4 * path.rectangles:
        parts = [(path.xs[n : n + 4], path.ys[n : n + 4]) for n in range(0, len(path.xs), 4)]
    else:
        parts = [(path.xs, path.ys)]
    for xs, ys in parts:
        box = bounds(state.place, xs, ys)
        if state.fill.pattern:
            paint_pattern(walk, state.fill, box)
        elif (path.rectangles or path.is_rectangle) and _is_rule(box):
            _paint_rule(walk, box)
        else:
            walk.emit(Painted("area", box, state.fill, state.fill_alpha, state.leaves(state.fill, strokes=False)))


def _is_rule(box: Box) -> bool:
    """Whether a filled rectangle is so slim that it is a line in truth."""
    slim, long = sorted((box.width, box.height))
    return slim < LEAST_REVERSED_LINE and long > 4 * slim


def _paint_rule(walk: Walk, box: Box) -> None:
    """A line that is drawn as a slim rectangle, as layout programs do."""
    state = walk.state
    places = tuple(
        (box.left + box.width * n / PLACES, box.foot + box.height * n / PLACES) for n in range(PLACES + 1)
    )
    width = min(box.width, box.height)
    seen = box.grown(0.01) if not width else box
    leaves = state.leaves(state.fill, strokes=False)
    walk.emit(Painted("line", seen, state.fill, state.fill_alpha, leaves, width=width, points=places))


def _thinnest(place: Matrix, path: Path) -> float:
    """By how much a line's width grows where it grows least: a drawing squeezed one way has thin lines the other."""
    area, even = abs(place[0] * place[3] - place[1] * place[2]), scale(place)
    across, up = sides(place)
    if abs(across - up) < UNEVEN * max(across, up) or path.parts != 1 or path.is_curved or path.rectangles:
        return even
    places = list(zip(path.xs, path.ys, strict=True))
    runs = [(math.hypot(*run), math.hypot(*_turned(place, run))) for run in _runs(places)]
    return min((area * before / after for before, after in runs if after), default=even)


def _runs(places: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """From each place to the next: how far to the right and how far up."""
    return ((right - left, top - foot) for (left, foot), (right, top) in pairwise(places))


def _turned(place: Matrix, run: tuple[float, float]) -> tuple[float, float]:
    return moved((*place[:4], 0.0, 0.0), *run)


def _paint_line(walk: Walk) -> None:
    path, state = walk.path, walk.state
    if not path.xs:
        return
    width = state.width * _thinnest(state.place, path)
    box = bounds(state.place, path.xs, path.ys).grown(max(width / 2, 0.01))
    if state.stroke.pattern:
        paint_pattern(walk, state.stroke, box)
        return
    places: tuple[tuple[float, float], ...] = ()
    if width < LEAST_REVERSED_LINE:
        every = max(1, len(path.xs) // PLACES)
        points = zip(path.xs[::every], path.ys[::every], strict=True)
        places = tuple(moved(state.place, x, y) for x, y in points)
    leaves = state.leaves(state.stroke, strokes=True)
    walk.emit(Painted("line", box, state.stroke, state.stroke_alpha, leaves, width=width, points=places))
