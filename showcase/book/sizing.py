"""Sizes that are chosen by measuring words: names, big figures, and how they keep to the grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from showcase.book.measure import break_lines, width

HEADLINE = 29.0  # points
LEADING = {62: 60.0, 48: 47.0, 38: 39.0}
FIGURE_COLUMN = 58.0  # millimetres that a big figure may take when four stand in a row

SERIF_MIDDLE, SANS_MIDDLE = 0.701, 0.711
"""What the ascent of a face has more than its descent, as a share of its size: places its baseline."""

ROWS = {False: (11.5, 8.4), True: (10.6, 7.8)}
"""The grid below the line and its type in points: as it is, and where it is tight."""


def name(
    text: str, font: Path, sizes: Sequence[float], room: float, most: Mapping[int, int]
) -> dict[str, Any]:
    """A name's lines, size and leading: the first size at which `most` lines of `room` mm hold it."""
    for size in sizes:
        lines = break_lines(text, font, size, room, most[int(size)])
        if lines:
            break
    return {"lines": lines or [text], "size": size, "leading": LEADING.get(int(size), size)}


def figures(values: Sequence[str], font: Path, sizes: Sequence[float]) -> float:
    """The largest of `sizes` at which each value keeps to its column."""
    return next(
        (size for size in sizes if all(width(value, font, size) <= FIGURE_COLUMN for value in values)),
        sizes[-1],
    )


def figure_rise(size: float, tight: bool) -> float:
    """By how many points a big figure is set lower, to stand half a row above the line of its label.

    Half, so that what goes below its own line, a comma or a vowel sign, stays clear of the label.
    """
    row, type_size = ROWS[tight]
    own = (3 * row + SERIF_MIDDLE * size) / 2
    return round(1.5 * row + (row + SANS_MIDDLE * type_size) / 2 - own, 2)
