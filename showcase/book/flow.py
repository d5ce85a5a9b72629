"""Lists that run on from box to box: measured entry by entry, then dealt out.

A list that is dealt out here knows its length before the plan is made and the
page of each entry before anything is laid out; no entry is parted in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile
from typing import NamedTuple

from markupsafe import Markup

from showcase.book.typesetting import TypesettingError

AHEAD = 24
"""Boxes that are looked at for one that is high enough: those of two pages and more."""

Folios = Callable[[str], int]
"""The folio of a part or of a row by its key, such as "startup/qnu-labs"."""


class TooTall(TypesettingError):
    """Rows that no empty box can hold."""


class Full(TypesettingError):
    """There is no further box."""


@dataclass(frozen=True)
class Entry:
    """One row of a list. `leads` rows stay with the row that follows, as a heading does."""

    key: str
    html: Markup
    leads: bool = False
    tag: str = "ul"
    """The list that a row stands in: "dl" for one that begins with its number, as `dt` and `dd`."""
    head: str = ""
    """The key of the row that leads it."""
    again: Markup = Markup("")
    """What stands over rows that a heading leads where they go on in the next row of columns."""


@dataclass(frozen=True)
class Box:
    """A place for entries: page of the part from 0, and millimetres from the page's corner."""

    page: int
    left: float
    top: float
    width: float
    height: float
    first: bool = False
    """Whether it is the first of columns that stand side by side."""


@dataclass(frozen=True)
class Filled:
    """A box and the keys of the entries that stand in it; `goes_on` is that of the heading it says again, if any."""

    box: Box
    keys: tuple[str, ...]
    goes_on: str = ""

    def runs(self, entries: Mapping[str, Entry]) -> list[tuple[str, str, list[Entry]]]:
        """Its rows list by list: the tag of the list, its name, its rows; headings stand in none (the tag is "")."""
        rows = groupby((entries[key] for key in self.keys), lambda row: ("" if row.leads else row.tag, row.head))
        return [(tag, f"{tag}-{head}", list(run)) for (tag, head), run in rows]


def led(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The entries of a list by key, each row with the heading over it."""
    found, head = {}, ""
    for entry in entries:
        head = entry.key if entry.leads else head
        found[entry.key] = replace(entry, head=head)
    return found


Levelled = Callable[[float], Iterator[Box]]
"""The boxes of a list, page after page, filled to a level in millimetres; a higher one gives more room."""


def deal(entries: Sequence[Entry], tall: Sequence[float], boxes: Iterator[Box]) -> list[Filled]:
    """The entries dealt into the boxes in order, each whole, headings with what they head.

    A box that is too low for the next rows is left empty. Raises TooTall when
    they fit in none, Full when there is no further box.
    """
    filled: list[Filled] = []
    keys: list[str] = []
    box, goes_on, room = None, "", 0.0
    for group, need, over in _groups(entries, tall):
        if box is None or need > room:
            if keys:
                filled.append(Filled(box, tuple(keys), goes_on))
            box = _with_room(boxes, need, group, over)
            keys, goes_on, room = [], over.key if box.first else "", box.height - over.in_(box)
        keys += group
        room -= need
    return [*filled, Filled(box, tuple(keys), goes_on)] if box else []


class _Over(NamedTuple):
    """The heading that rows go on under, by its key, and its height; nothing where they have none to say again."""

    key: str = ""
    height: float = 0.0

    def in_(self, box: Box) -> float:
        """What it takes of a box: it is said in the first of columns side by side."""
        return self.height if box.first else 0.0


def _with_room(boxes: Iterator[Box], need: float, group: Sequence[str], over: _Over) -> Box:
    """The next box that is high enough for rows which are not to be parted."""
    rooms = []
    for box in islice(boxes, AHEAD):
        if box.height - over.in_(box) >= need:
            return box
        rooms.append(box.height - over.in_(box))
    if not rooms:
        raise Full(f"there is no place for “{group[-1]}” and what follows it")
    heading = " with its heading" if len(group) > 1 else ""
    raise TooTall(
        f"“{group[-1]}” takes {need:.1f} mm{heading}, and its place has {max(rooms):.1f} mm: shorten its text"
    )


def levelled(
    entries: Sequence[Entry], tall: Sequence[float], boxes: Levelled, levels: Sequence[float], pages: int
) -> list[Filled]:
    """The entries dealt into the boxes of `pages` pages, filled to one level.

    So all columns and pages of a list end alike, and none ends in a few rows
    alone on a page. Of the `levels`, which rise to that of full boxes, it is
    the lowest that does, or the lowest with which the list ends well.
    """
    fitting = list(_fitting(entries, tall, boxes, levels, pages))
    return next((filled for filled in fitting if _ends_well(filled)), fitting[0])


def _fitting(
    entries: Sequence[Entry], tall: Sequence[float], boxes: Levelled, levels: Sequence[float], pages: int
) -> Iterator[list[Filled]]:
    """The entries dealt at each level at which they need no more pages."""
    for level in levels:
        try:
            yield deal(entries, tall, takewhile(lambda box: box.page < pages, boxes(level)))
        except (TooTall, Full):
            continue


def _ends_well(filled: Sequence[Filled]) -> bool:
    """Whether the last boxes are a whole row of them, or the first row of their page."""
    if not filled:
        return True
    rows = Counter((one.box.page, one.box.top) for one in filled)
    page, top = filled[-1].box.page, filled[-1].box.top
    return rows[page, top] == max(rows.values()) or all(one.box.top >= top for one in filled if one.box.page == page)


def pages_of(filled: Sequence[Filled]) -> int:
    """How many pages the boxes reach over, made even; none for a list without a row."""
    last = max((one.box.page + 1 for one in filled), default=0)
    return last + last % 2


def _groups(
    entries: Sequence[Entry], tall: Sequence[float]
) -> Iterator[tuple[list[str], float, _Over]]:
    """Keys that may not be parted, a heading and the row after it, with the height they need; what they go on under."""
    keys: list[str] = []
    need, over, nothing = 0.0, _Over(), _Over()
    for entry, height in zip(entries, tall, strict=True):
        keys.append(entry.key)
        need += height
        if entry.leads:
            over = _Over(entry.key, height) if entry.again else nothing
        else:
            yield keys, need, over if len(keys) == 1 else nothing
            keys, need = [], 0.0
    if keys:
        yield keys, need, nothing
