"""The rows of running lists measured, some on each sheet, before anything is dealt out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from showcase.book.flow import Entry
from showcase.book.measure import heights
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError

BATCH = 60
"""Entries measured on one sheet of 4 metres: each may take 6 cm, ten times what a source takes."""


class Sheet(NamedTuple):
    """Some rows of a list on a sheet, to be measured; `css` is the class of the list."""

    pages: Markup
    css: str

    def heights(self, stationery: Stationery) -> dict[str, float]:
        """The height of each row in millimetres, by its key."""
        pages = stationery.measured(self.pages, self.css, heights)
        return {key: height for page in pages for key, height in page.items()}

    def is_kept(self, stationery: Stationery) -> bool:
        """Whether it was measured before."""
        return stationery.is_measured(self.pages, heights)


def sheets_of(
    stationery: Stationery, entries: Sequence[Entry], width: float, css: str, template: str = "column"
) -> list[Sheet]:
    """The rows in a column `width` millimetres wide, set by the template, some on each sheet.

    A sheet "without end" has one, and what lies beyond it is lost in silence.
    """
    batches = _batches(entries)
    return [Sheet(stationery.page(template, entries=batch, width=width, css=css), css) for batch in batches]


def measured(
    stationery: Stationery, entries: Sequence[Entry], width: float, css: str, template: str = "column"
) -> list[float]:
    """The height in millimetres of each entry; see `sheets_of` and `heights_on`."""
    return heights_on(sheets_of(stationery, entries, width, css, template), stationery, entries)


def heights_on(sheets: Sequence[Sheet], stationery: Stationery, entries: Sequence[Entry]) -> list[float]:
    """The height in millimetres of each entry on the sheets.

    Raises TypesettingError when an entry is lost, or when two have one key.
    """
    found: dict[str, float] = {}
    for sheet in sheets:
        found |= sheet.heights(stationery)
    css = sheets[0].css if sheets else ""
    if lost := [entry.key for entry in entries if entry.key not in found]:
        raise TypesettingError(f"{css}: “{lost[0]}” did not come back from the measuring; it is too long for one sheet")
    if twice := [key for key, times in Counter(entry.key for entry in entries).items() if times > 1]:
        raise TypesettingError(f"{css}: two entries are called “{twice[0]}”, so one would be lost")
    return [found[entry.key] for entry in entries]


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries some at a time, never beginning with the row that a heading leads."""
    start = 0
    while start < len(entries):
        end = min(start + BATCH, len(entries))
        while end < len(entries) and entries[end - 1].leads:
            end += 1
        yield entries[start:end]
        start = end
