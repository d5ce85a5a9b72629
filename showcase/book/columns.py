"""Where the running lists stand: their columns on each page, above the line and below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from showcase.book.flow import Box
from showcase.book.settings import Settings

GAPS = {2: 12.0, 3: 7.5}
"""Millimetres between columns, by how many there are."""


def index_boxes(settings: Settings, height: float, first: int = 0) -> Iterator[Box]:
    """Two columns above the line and two below, on every other page: between them is the other language."""
    top = _under_heading(settings, 6)
    full = settings.foot_of_story - top
    for page in count(first, 2):
        yield from _row(settings, page, 2, top, min(height, full))
        if height >= full:  # a short list is evened out above the line, a long one goes on below it
            yield from _row(settings, page, 2, *_below(settings))


def index_hindi_boxes(settings: Settings, height: float) -> Iterator[Box]:
    """The same on the pages between."""
    return index_boxes(settings, height, first=1)


def source_boxes(settings: Settings, height: float) -> Iterator[Box]:
    """Three columns above the line and three below it; the first page has a heading."""
    for page in count():
        top = settings.top if page else _under_heading(settings)
        yield from _row(settings, page, 3, top, min(height, settings.foot_of_story - top + 3))
        yield from _row(settings, page, 3, *_below(settings))


def picture_boxes(settings: Settings, height: float, foot: float) -> Iterator[Box]:
    """Three columns on the second page, down to `foot`; then three above the line and three below it."""
    yield from _row(settings, 1, 3, settings.top, min(height, foot - settings.top))
    for page in count(2):
        yield from _row(settings, page, 3, settings.top, min(height, settings.foot_of_story - settings.top + 3))
        yield from _row(settings, page, 3, *_below(settings))


def _row(settings: Settings, page: int, columns: int, top: float, height: float) -> Iterator[Box]:
    """Columns side by side between the margins of a page; page 0 of a list is a left-hand page."""
    margins = settings.margins
    left = margins.inner if page % 2 else margins.outer
    gap = GAPS[columns]
    width = (settings.measure - gap * (columns - 1)) / columns
    for column in range(columns):
        yield Box(page, left + column * (width + gap), top, width, height)


def _under_heading(settings: Settings, lines: int = 8) -> float:
    return settings.top + lines * settings.grid_mm


def _below(settings: Settings) -> tuple[float, float]:
    """Top and height of the zone below the line."""
    top = settings.horizon + 6
    return top, settings.foot_of_facts - top
