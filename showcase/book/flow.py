"""Lists that run on from box to box: measured entry by entry, then dealt out.

A list that is dealt out here knows its length before the plan is made and the
page of each entry before anything is laid out; no entry is parted in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from markupsafe import Markup

from showcase.book.measure import heights
from showcase.book.stationery import Stationery


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
    """The height in millimetres of each entry in a column `width` millimetres wide."""
    pages = stationery.page("column", entries=entries, width=width, css=css)
    laid_out = stationery.measured(pages, css, heights)
    found = {key: height for page in laid_out for key, height in page.items()}
    return [found[entry.key] for entry in entries]


def deal(entries: Sequence[Entry], tall: Sequence[float], boxes: Iterator[Box]) -> list[Filled]:
    """The entries dealt into the boxes in order, each whole, headings with what they head.

    Raises ValueError when an entry is taller than an empty box.
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
            raise ValueError(f"“{group[-1]}” is taller than its column")
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
        except (ValueError, StopIteration):
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
        except (ValueError, StopIteration):
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
