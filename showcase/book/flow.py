"""Lists that run on from box to box: measured entry by entry, then dealt out.

A list that is dealt out here knows its length before the plan is made and the
page of each entry before anything is laid out; no entry is parted in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from markupsafe import Markup

from showcase.book.measure import heights
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError

BATCH = 60
"""Entries measured on one sheet of 4 metres: each may take 6 cm, ten times what a source takes."""


class TooTall(TypesettingError):
    """An entry that no empty box can hold."""


@dataclass(frozen=True)
class Entry:
    """One row of a list. `leads` rows stay with the row that follows, as a heading does."""

    key: str
    html: Markup
    leads: bool = False


@dataclass(frozen=True)
class Box:
    """A place for entries: page of the part from 0, and millimetres from the page's corner."""

    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Filled:
    """A box and the keys of the entries that stand in it."""

    box: Box
    keys: tuple[str, ...]


Boxes = Callable[[float], Iterator[Box]]
"""The boxes of a list, page after page, none higher than the given height."""


def measured(
    stationery: Stationery, entries: Sequence[Entry], width: float, css: str
) -> list[float]:
    """The height in millimetres of each entry in a column `width` millimetres wide.

    Measured some at a time: a sheet "without end" has one, and what lies beyond
    it is lost in silence. Raises TypesettingError when an entry is, or when two
    have one key.
    """
    found: dict[str, float] = {}
    for batch in _batches(entries):
        pages = stationery.page("column", entries=batch, width=width, css=css)
        for page in stationery.measured(pages, css, heights):
            found |= page
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


def deal(entries: Sequence[Entry], tall: Sequence[float], boxes: Iterator[Box]) -> list[Filled]:
    """The entries dealt into the boxes in order, each whole, headings with what they head.

    Raises TypesettingError when an entry is taller than an empty box.
    """
    filled: list[Filled] = []
    keys: list[str] = []
    box = next(boxes)
    room = box.height
    for group, need in _groups(entries, tall):
        if need > room and keys:
            filled.append(Filled(box, tuple(keys)))
            keys, box = [], next(boxes)
            room = box.height
        if need > room:
            raise TooTall(
                f"“{group[-1]}” takes {need:.1f} mm with its heading, "
                f"and its column has {room:.1f} mm: shorten its text"
            )
        keys += group
        room -= need
    return [*filled, Filled(box, tuple(keys))]


def balanced(
    entries: Sequence[Entry], tall: Sequence[float], boxes: Boxes, full: float, step: float
) -> list[Filled]:
    """The entries dealt into boxes no higher than they need be, so that columns end alike.

    Takes no more pages than boxes of the height `full` would.
    """
    most = pages_of(deal(entries, tall, boxes(full)))
    height = step
    while height < full:
        try:
            filled = deal(entries, tall, islice(boxes(height), _boxes_on(boxes(height), most)))
        except (TooTall, StopIteration):
            height += step
            continue
        return filled
    return deal(entries, tall, boxes(full))


def levelled(
    entries: Sequence[Entry], tall: Sequence[float], boxes: Boxes, full: float, step: float
) -> list[Filled]:
    """The entries dealt into full boxes, but on the last two pages all boxes filled to one share.

    So a list does not end with a few rows alone on a page. `step` is `balanced`'s alone.
    """
    filled = deal(entries, tall, boxes(full))
    last = pages_of(filled) - 2
    kept = [one for one in filled if one.box.page < last]
    done = sum(len(one.keys) for one in kept)
    places = list(takewhile(lambda box: box.page < last + 2, boxes(full)))
    for share in range(5, 100, 5):
        lower = (replace(box, height=box.height * share / 100) for box in places if box.page >= last)
        try:
            return kept + deal(entries[done:], tall[done:], lower)
        except (TooTall, StopIteration):
            continue
    return filled


def pages_of(filled: Sequence[Filled]) -> int:
    """How many pages the boxes reach over, made even."""
    last = max(one.box.page for one in filled) + 1
    return last + last % 2


def _boxes_on(boxes: Iterator[Box], pages: int) -> int:
    """How many boxes there are on the first `pages` pages."""
    return next(count for count, box in enumerate(boxes) if box.page >= pages)


def _groups(
    entries: Sequence[Entry], tall: Sequence[float]
) -> Iterator[tuple[list[str], float]]:
    """Keys that may not be parted, a heading and the row after it, with the height they need."""
    keys: list[str] = []
    need = 0.0
    for entry, height in zip(entries, tall, strict=True):
        keys.append(entry.key)
        need += height
        if not entry.leads:
            yield keys, need
            keys, need = [], 0.0
    if keys:
        yield keys, need
