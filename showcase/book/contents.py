"""The contents as a grid of pictures: each profile's own, small, in the order of the fields.

The rows stand so that one of them meets the line: its small horizons lie on
the page's. That row is the same on every page, and the others keep step with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from showcase.book.drawn import plate
from showcase.book.photographs import on_page
from showcase.book.settings import Settings
from showcase.book.stationery import Stationery
from showcase.book.typesetting import Image
from showcase.catalogue import Catalogue, Startup

COLUMNS = 6
GAP = 6.0  # millimetres between pictures, as all that follows
PITCH = 45.0
PEN = 0.16
AT_LEAST = 2  # pictures that stand in one row with the name of a field which no row holds whole
FIRST_ROWS, LATER_ROWS = (-1, 0, 1), (-2, -1, 0, 1)
"""Rows counted from the one on the line: the heading takes the first on the first two pages."""


@dataclass(frozen=True)
class Cell:
    """A field's name or a startup, on a page of the contents from 0, millimetres from its corner."""

    key: str
    subject: Any
    page: int
    left: float
    top: float

    @property
    def is_field(self) -> bool:
        """Whether it names a field."""
        return self.key.startswith("opener/")

    @property
    def field(self) -> str:
        """The id of its field."""
        return self.subject.id if self.is_field else self.subject.family.id


@dataclass(frozen=True)
class Picture:
    """The size of a small picture, in millimetres."""

    width: float
    height: float


def picture(settings: Settings) -> Picture:
    """The small picture: a page of the book in its own proportions."""
    width = (settings.measure - GAP * (COLUMNS - 1)) / COLUMNS
    return Picture(width, width * settings.trim.height / settings.trim.width)


def grid(catalogue: Catalogue, settings: Settings) -> list[Cell]:
    """Every field and every startup in its place: a field in one row where a row can hold it."""
    cells: list[Cell] = []
    places = _places(settings)
    for shelf in catalogue.families():
        column, page, left, top = next(places)
        beside = len(shelf.startups) if len(shelf.startups) < COLUMNS else AT_LEAST
        while column + beside >= COLUMNS:
            column, page, left, top = next(places)
        cells.append(Cell(f"opener/{shelf.id}", shelf, page, left, top))
        for startup in shelf.startups:
            _column, page, left, top = next(places)
            cells.append(Cell(f"startup/{startup.slug}", startup, page, left, top))
    return cells


def runs(cells: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """The cells that are read together: a field's name alone, and its startups on one page."""
    return [tuple(run) for _key, run in groupby(cells, lambda cell: (cell.page, cell.field, cell.is_field))]


def pages_of(cells: Sequence[Cell]) -> int:
    """How many pages the grid takes, made even; two for a book without a profile."""
    last = max((cell.page for cell in cells), default=0) + 1
    return last + last % 2


def _places(settings: Settings) -> Iterator[tuple[int, int, float, float]]:
    """Column, page, left and top of every place, row by row and page by page."""
    size = picture(settings)
    on_the_line = settings.horizon - size.height * settings.share
    page = 0
    while True:
        margin = settings.left(page)
        for row in FIRST_ROWS if page < 2 else LATER_ROWS:
            for column in range(COLUMNS):
                yield column, page, margin + column * (size.width + GAP), on_the_line + row * PITCH
        page += 1


def asset(startup: Startup) -> str:
    """What the contents call a startup's picture."""
    return f"small-{startup.slug}.{'jpg' if startup.photograph else 'svg'}"


def small_picture(startup: Startup, stationery: Stationery) -> Image:
    """The photograph that takes the startup's page, or else its plate, drawn for its small size."""
    settings = stationery.settings
    size = picture(settings)
    if startup.photograph:
        file = startup.pictures / startup.photograph.file
        return on_page(file, size.width, size.height, startup.photograph.focus)
    horizon = size.height * settings.share
    return plate(stationery, startup.slug, startup.family.id, size.width, size.height, horizon, PEN)
