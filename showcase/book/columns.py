"""Where the running lists stand: their columns on each page, above the line and below it.

A list is filled to a level. Of columns that hang from the head of a page it is
how far down they go; of the table that stands on the line, how high it rises.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

from showcase.book.flow import Box
from showcase.book.settings import Settings

GAPS = {2: 32.0, 3: 7.5}
"""Millimetres between columns, by how many there are."""
STEP = 1.0  # between one level and the next
HEAD = 2.5  # lines of the table's head
HEADED = 5  # lines of the heading over the table of States
LEAST = 15.0
"""Millimetres that a column must have below the line: with less it is left out."""


def depths(settings: Settings) -> list[float]:
    """How far down a page columns may go, from little to all."""
    return [*_steps(settings.top, settings.foot_of_facts), settings.foot_of_facts]


def index_boxes(settings: Settings, depth: float, columns: int, first: int, step: int) -> Iterator[Box]:
    """Columns above the line and below it, on every page from the `first` or, with `step` 2, on every other.

    The first page has a heading.
    """
    for page in count(first, step):
        top = _under_heading(settings, 6) if page == first else settings.top
        yield from _columns(settings, page, columns, top, depth)


def source_boxes(settings: Settings, depth: float) -> Iterator[Box]:
    """Columns above the line and below it; the first page has a heading."""
    for page in count():
        yield from _columns(settings, page, 3, settings.top if page else _under_heading(settings, 8), depth)


def _columns(settings: Settings, page: int, columns: int, top: float, depth: float) -> Iterator[Box]:
    """The columns of a page, first all those above the line."""
    if depth > top:
        yield from _row(settings, page, columns, top, min(depth, settings.foot_of_story) - top)
    below = settings.horizon + 6
    if depth >= below + LEAST:
        yield from _row(settings, page, columns, below, min(depth, settings.foot_of_facts) - below)


def picture_boxes(settings: Settings, depth: float, foot: float) -> Iterator[Box]:
    """Three columns on the second page, down to `foot`; then columns above the line and below it."""
    yield from _row(settings, 1, 3, settings.top, max(0.0, min(depth, foot) - settings.top))
    for page in count(2):
        yield from _columns(settings, page, 3, settings.top, depth)


def _row(settings: Settings, page: int, columns: int, top: float, height: float) -> Iterator[Box]:
    """Columns side by side between the margins of a page."""
    width = column(settings, columns)
    for place in range(columns):
        yield Box(page, settings.left(page) + place * (width + GAPS[columns]), top, width, height, place == 0)


def column(settings: Settings, columns: int = 3) -> float:
    """The width of each of so many columns, in millimetres."""
    return (settings.measure - GAPS[columns] * (columns - 1)) / columns


def _under_heading(settings: Settings, lines: int) -> float:
    return settings.top + lines * settings.grid_mm


def rises(settings: Settings) -> list[float]:
    """How high a table may stand above the line, or hang below it, from little to all."""
    most = settings.horizon - settings.top
    return [*_steps(0.0, most), most]


def _steps(start: float, end: float) -> Iterator[float]:
    """Lengths from `start` to short of `end`, a millimetre apart."""
    return takewhile(lambda length: length < end, count(start + STEP, STEP))


def state_boxes(settings: Settings, rise: float) -> Iterator[Box]:
    """A table that stands on the line, on every page; the first page has a heading."""
    for page in count():
        room = settings.horizon - (settings.top if page else _under_heading(settings, HEADED))
        height = min(rise, room)
        yield _table(settings, page, settings.horizon - height, height)


def territory_boxes(settings: Settings, depth: float) -> Iterator[Box]:
    """A table that hangs from the line, on every page."""
    for page in count():
        yield _table(settings, page, settings.horizon, min(depth, settings.foot_of_facts - settings.horizon))


def _table(settings: Settings, page: int, top: float, height: float) -> Box:
    """The box of a table's lines, without its head."""
    head = HEAD * settings.grid_below_mm
    return Box(page, settings.left(page), top + head, settings.measure, height - head)
