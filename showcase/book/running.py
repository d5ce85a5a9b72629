"""The running lists of an edition: which there are, how many pages each part takes, where every row stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from showcase.book import indexes, lists, states
from showcase.book.columns import (
    column,
    depths,
    index_boxes,
    rises,
    source_boxes,
    state_boxes,
    territory_boxes,
)
from showcase.book.flow import Box, Entry, Filled, Folios, deal, levelled, pages_of
from showcase.book.language import Edition, main_language
from showcase.book.processes import shared
from showcase.book.rows import Sheet, heights_on, sheets_of
from showcase.book.settings import Settings
from showcase.book.stationery import Stationery
from showcase.catalogue import Catalogue
from showcase.model.dates import Language

T = TypeVar("T")

PAGES_OF_ONE = 3
"""Pages of a book for each of its startups: two of its own, and its share of the lists."""

PAGES_OF_ALL = 100
"""Pages of a book that has none, and some to spare."""

BoxesAt = Callable[[Settings, float], Iterator[Box]]
"""The boxes of a list by the book's measures and a level; `levelled` finds the level."""


class RunningList(NamedTuple):
    """A list that runs from box to box over the pages of a part. `css` is its class, `template` measures it."""

    part: str
    entries: Callable[[Catalogue, Folios], list[Entry]]
    boxes: BoxesAt
    css: str
    template: str = "column"
    width: Callable[[Settings], float] = column
    levels: Callable[[Settings], Sequence[float]] = depths


def kinds(edition: Edition) -> dict[str, RunningList]:
    """The lists by name. With two languages the index in English takes the left pages, that in Hindi the right."""
    languages = ("en", "hi") if edition == "bilingual" else (main_language(edition),)
    index = {f"index-{one}": _index(one, first, len(languages)) for first, one in enumerate(languages)}
    boxes = {"state": state_boxes, "union-territory": territory_boxes}
    tables = {kind: _table(kind, main_language(edition), boxes[kind]) for kind in boxes}
    return {**tables, **index, "sources": RunningList("sources", lists.sources, source_boxes, "sources")}


def _index(language: Language, first: int, languages: int) -> RunningList:
    """Alone a language has both pages and wider columns, so that its index ends with that of two languages."""
    columns = 3 if languages > 1 else 2
    boxes = partial(index_boxes, columns=columns, first=first, step=languages)
    entries = partial(indexes.entries, language=language)
    return RunningList("index", entries, boxes, "index", width=partial(column, columns=columns))


def _table(kind: str, language: Language, boxes: BoxesAt) -> RunningList:
    entries = partial(states.lines, kind=kind, language=language)
    return RunningList("states", entries, boxes, "states-table", "state-lines", attrgetter("measure"), rises)


@dataclass
class Running:
    """The running lists of one edition, each measured when it is asked for. `own` are those beside `kinds`.

    `beside` are those of the bilingual edition, where that is another.
    """

    catalogue: Catalogue
    stationery: Stationery
    own: Mapping[str, RunningList] = field(default_factory=dict)
    beside: Running | None = None
    _kept: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)

    @cached_property
    def kinds(self) -> dict[str, RunningList]:
        return {**kinds(self.stationery.edition), **self.own}

    def entries(self, name: str, folios: Folios) -> list[Entry]:
        """The rows of a list, with the folios given."""
        return self.kinds[name].entries(self.catalogue, folios)

    @cached_property
    def widest_folio(self) -> int:
        """The folio with which rows are measured: as many eights as the last one has figures; no other is wider."""
        last = PAGES_OF_ALL + PAGES_OF_ONE * len(self.catalogue.published)
        return int("8" * max(3, len(str(last))))

    def filled(self, name: str) -> list[Filled]:
        """A list, dealt into the boxes of its part's pages."""
        return self._once("filled", name, self._filled)

    def full(self, name: str) -> list[Filled]:
        """A list, dealt into boxes as full as they go."""
        return self._once("full", name, self._full)

    def pages(self, part: str) -> int:
        """The pages of a part: where they do, those of the bilingual edition, so that all keep one page map."""
        own = max(pages_of(self.full(name)) for name, kind in self.kinds.items() if kind.part == part)
        return max(own, self.beside.pages(part)) if self.beside else own

    def measure(self) -> None:
        """Measures all lists, so far as they were not before, by two processes; `full` and `filled` find it done."""
        sheets = [sheet for name in self.kinds for sheet in self._once("rows", name, self._rows)[1]]
        new = [sheet for sheet in sheets if not sheet.is_kept(self.stationery)]
        for _heights in shared(lambda sheet: sheet.heights(self.stationery), new, self.stationery.begin_anew):
            pass
        if self.beside:
            self.beside.measure()

    def _rows(self, name: str) -> tuple[list[Entry], list[Sheet]]:
        """The rows of a list, and the sheets on which they are measured."""
        kind, rows = self.kinds[name], self.entries(name, lambda _key: self.widest_folio)
        width = kind.width(self.stationery.settings)
        return rows, sheets_of(self.stationery, rows, width, kind.css, kind.template)

    def _measured(self, name: str) -> tuple[list[Entry], list[float]]:
        """The rows of a list and their heights."""
        rows, sheets = self._once("rows", name, self._rows)
        return rows, heights_on(sheets, self.stationery, rows)

    def _full(self, name: str) -> list[Filled]:
        kind, settings = self.kinds[name], self.stationery.settings
        rows, tall = self._once("measured", name, self._measured)
        return deal(rows, tall, kind.boxes(settings, kind.levels(settings)[-1]))

    def _filled(self, name: str) -> list[Filled]:
        kind, settings = self.kinds[name], self.stationery.settings
        rows, tall = self._once("measured", name, self._measured)
        return levelled(rows, tall, partial(kind.boxes, settings), kind.levels(settings), self.pages(kind.part))

    def _once(self, what: str, name: str, make: Callable[[str], T]) -> T:
        if (what, name) not in self._kept:
            self._kept[what, name] = make(name)
        return self._kept[what, name]
