"""The running lists of an edition: which there are, how many pages each part takes, where every row stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import attrgetter
from typing import NamedTuple

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
from showcase.book.flow import Box, Entry, Filled, Folios, deal, levelled, measured, pages_of
from showcase.book.language import Edition, main_language
from showcase.book.settings import Settings
from showcase.book.stationery import Stationery
from showcase.catalogue import Catalogue
from showcase.model.dates import Language

WIDEST_FOLIO = 888
"""The folio with which rows are measured: no other is wider."""

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
    """The running lists of one edition. `beside` are those of the bilingual one, where that is another."""

    catalogue: Catalogue
    stationery: Stationery
    beside: Running | None = None

    @cached_property
    def kinds(self) -> dict[str, RunningList]:
        return kinds(self.stationery.edition)

    @cached_property
    def filled(self) -> dict[str, list[Filled]]:
        """Every list, dealt into the boxes of its part's pages."""
        return {name: self._filled(name, kind) for name, kind in self.kinds.items()}

    def entries(self, name: str, folios: Folios) -> list[Entry]:
        """The rows of a list, with the folios given."""
        return self.kinds[name].entries(self.catalogue, folios)

    def pages(self, part: str) -> int:
        """The pages of a part: where they do, those of the bilingual edition, so that all keep one page map."""
        own = max(pages_of(dealt) for name, dealt in self.full.items() if self.kinds[name].part == part)
        return max(own, self.beside.pages(part)) if self.beside else own

    @cached_property
    def _rows(self) -> Mapping[str, tuple[list[Entry], list[float]]]:
        """The rows of each list and their heights."""
        return {name: self._measured(name, kind) for name, kind in self.kinds.items()}

    def _measured(self, name: str, kind: RunningList) -> tuple[list[Entry], list[float]]:
        rows = self.entries(name, lambda _key: WIDEST_FOLIO)
        return rows, measured(self.stationery, rows, kind.width(self.stationery.settings), kind.css, kind.template)

    @cached_property
    def full(self) -> dict[str, list[Filled]]:
        """Each list dealt into boxes as full as they go."""
        settings = self.stationery.settings
        return {
            name: deal(*self._rows[name], kind.boxes(settings, kind.levels(settings)[-1]))
            for name, kind in self.kinds.items()
        }  # fmt: skip

    def _filled(self, name: str, kind: RunningList) -> list[Filled]:
        settings = self.stationery.settings
        return levelled(
            *self._rows[name], partial(kind.boxes, settings), kind.levels(settings), self.pages(kind.part)
        )
