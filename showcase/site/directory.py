"""The directory: what its filter offers, in which order and under which headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from showcase import collation, facets, tables
from showcase.facets import FACETS, Shelf
from showcase.model.dates import Language, PartialDate
from showcase.site import addresses, facetfile
from showcase.site.facetfile import FacetFile
from showcase.startup import Startup
from showcase.vocabulary import Vocabulary

SORTS = ("area", "name", "newest", "stage", "state")
"""The orders that a reader may choose; the first is that of the page itself."""


@dataclass(frozen=True)
class Group:
    """Some values of a facet under a heading of their own, or all of them under none."""

    heading: Any | None
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True)
class Directory:
    """The innovators that the site lists, by name."""

    vocabulary: Vocabulary
    startups: Sequence[Startup]
    sorts = SORTS
    kinds = tuple(FACETS)

    @cached_property
    def file(self) -> FacetFile:
        """What the filter reads."""
        return facetfile.make(self.vocabulary, self.startups)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each startup in that file, by slug."""
        return {one.slug: number for number, one in enumerate(self.startups)}

    def groups(self, kind: str, language: Language) -> tuple[Group, ...]:
        """The values of a facet as a reader looks for them."""
        shelves = self.shelves[kind]
        if kind == "technology":
            return self._under(self.vocabulary.families.values(), shelves, self._family)
        if kind == "edition":
            return self._under(self.vocabulary.programmes.values(), shelves, self.vocabulary.programme_of)
        if kind == "state":
            shelves = tuple(sorted(shelves, key=lambda one: collation.key(one.label(language))))
        return (Group(None, shelves),) if shelves else ()

    @staticmethod
    def newest_step(startup: Startup) -> PartialDate | None:
        """The date of its newest step, where a source dates one."""
        return facetfile.newest_step(startup)

    @staticmethod
    def downloads(page: str = "") -> dict[str, str]:
        """By form, the tables of the innovators on a page; of all without one."""
        return {form: addresses.download(page, form) for form in tables.FORMATS}

    @cached_property
    def shelves(self) -> dict[str, tuple[Shelf, ...]]:
        """By kind of facet: the values that a listed startup has."""
        return facets.shelves(self.vocabulary, self.startups)

    def _family(self, technology: Any) -> Any:
        return self.vocabulary.families[technology.family]

    @staticmethod
    def _under(headings: Any, shelves: tuple[Shelf, ...], of: Any) -> tuple[Group, ...]:
        found = ((one, tuple(shelf for shelf in shelves if of(shelf.item) is one)) for one in headings)
        return tuple(Group(one, some) for one, some in found if some)
