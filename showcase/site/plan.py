"""Which pages the site has. Hooks hand them to MkDocs; templates ask the plan for lists and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from showcase.catalogue import Catalogue
from showcase.facets import Shelf
from showcase.model.dates import Language, PartialDate
from showcase.site import addresses
from showcase.site.directory import Directory
from showcase.site.ladder import Stride, strides
from showcase.startup import Startup

KINDS = tuple(addresses.FOLDERS)


@dataclass(frozen=True)
class SitePage:
    """One page that stands in no file of docs/: made from the catalogue by a template."""

    address: str
    template: str
    title: str
    description: str
    language: Language = "en"
    translation: str = ""
    """The address of the same page in the other language, where there is one."""
    subject: Any = None
    """The startup or shelf it is about; of a list of shelves their kind."""


@dataclass(frozen=True)
class Plan:
    """The pages of a catalogue; with `drafts`, those of a preview."""

    catalogue: Catalogue
    drafts: bool = False

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """Every page made from the catalogue."""
        profiles = (page for one in self.startups for page in _profile_pages(one))
        shelves = (_shelf_page(shelf) for kind in KINDS for shelf in self._paged(kind))
        indexes = (self._index(kind) for kind in KINDS if self._paged(kind))
        return (*self._directories(), *indexes, *shelves, *profiles, *self._search())

    @cached_property
    def startups(self) -> tuple[Startup, ...]:
        """Those the site shows, by name."""
        return self.catalogue.shown(self.drafts)

    @property
    def families(self) -> tuple[Shelf, ...]:
        """The areas of the directory, in the order of the design; drafts in their places."""
        return self.directory.shelves["family"]

    def shelves(self, kind: str) -> tuple[Shelf, ...]:
        """The shelves of one kind that have an innovator."""
        return self.catalogue.shelves[kind]

    def technologies_of(self, family: str) -> tuple[Shelf, ...]:
        """The technology areas of one family that have a page."""
        return tuple(one for one in self.shelves("technology") if one.item.family == family)

    @cached_property
    def directory(self) -> Directory:
        """The list of all innovators, and what it is searched by."""
        return Directory(self.catalogue.vocabulary, self.startups)

    def facet(self, kind: str, item: Any) -> str | None:
        """The address of the page of a vocabulary's entry; None where it has none."""
        slug = item.slug if kind == "state" else item.id
        return addresses.facet(kind, slug) if (kind, slug) in self._facets else None

    def index_of(self, kind: str) -> str:
        """The address of the list of all shelves of one kind."""
        return addresses.FOLDERS[kind]

    @cached_property
    def without_state(self) -> int:
        """How many startups have no State on record."""
        return sum(not (one.home and one.home.state) for one in self.startups)

    @cached_property
    def strides(self) -> tuple[Stride, ...]:
        """The startups by their furthest step."""
        return strides(self.catalogue.vocabulary.stages.values(), self.startups)

    def one_of_each(self, most: int) -> tuple[Startup, ...]:
        """A sample from every area in turn, so that the front page shows them all."""
        depth = max((len(shelf.startups) for shelf in self.families), default=0)
        in_turn = [
            shelf.startups[row]
            for row in range(depth)
            for shelf in self.families
            if row < len(shelf.startups)
        ]
        return tuple(in_turn[:most])

    def sources_of(self, file: str, names: tuple[Any, ...]) -> tuple[Any, ...]:
        """The sources of those ids in a file of data/."""
        known = self.catalogue.vocabulary.sources(file)
        return tuple(known[name] for name in names)

    @cached_property
    def related(self) -> dict[str, tuple[Startup, ...]]:
        """By slug: the startups that have most in common with it."""
        return {one.slug: one.related for one in self.startups}

    @cached_property
    def last_verified(self) -> date | None:
        """The latest day on which a profile was verified."""
        return max((one.verified_on for one in self.startups), default=None)

    @cached_property
    def _facets(self) -> frozenset[tuple[str, str]]:
        return frozenset((kind, shelf.slug) for kind in KINDS for shelf in self._paged(kind))

    def _paged(self, kind: str) -> tuple[Shelf, ...]:
        """The shelves of one kind that have a page: of editions every one, of others those with an innovator."""
        return self.catalogue.every_edition if kind == "edition" else self.shelves(kind)

    def _directories(self) -> tuple[SitePage, SitePage]:
        ui, count = self.catalogue.ui, len(self.startups)
        description = f"{count} innovators of iDEX, area by area, each fact with its source."
        english, hindi = addresses.DIRECTORY, f"hi/{addresses.DIRECTORY}"
        return (
            SitePage(english, "directory.html", "Innovators", description, "en", hindi),
            SitePage(hindi, "directory.html", ui("innovators", "hi"), description, "hi", english),
        )

    def _search(self) -> Iterator[SitePage]:
        for language, other in (("en", "hi"), ("hi", "en")):
            title, what = (self.catalogue.ui(key, language) for key in ("search", "search-what"))
            own, translation = addresses.search(language), addresses.search(other)
            yield SitePage(own, "search.html", title, what, language, translation)

    def _index(self, kind: str) -> SitePage:
        return SitePage(
            self.index_of(kind), "shelves.html", _TITLES[kind], _DESCRIPTIONS[kind], subject=kind
        )


_TITLES = {
    "programme": "Programmes",
    "stage": "Stages",
    "year": "Years",
    "technology": "Technologies",
    "edition": "Challenges",
    "end-user": "End users",
    "state": "States",
}
_DESCRIPTIONS = {
    "programme": "The programmes in which the innovators told here took part.",
    "stage": "The innovators told here by the furthest step that a source ties to iDEX.",
    "year": "The years in which a source dates a step of the innovators told here.",
    "technology": "The areas in which the innovators told here work.",
    "edition": "The editions of iDEX's challenges in order of date, and the innovators told here in each.",
    "end-user": "The bodies whose problems the innovators told here work on.",
    "state": "The States and Union Territories where the innovators told here have their home.",
}
_OF = {
    "programme": "of the programme {}",
    "stage": "whose furthest step is {}",
    "year": "with a step dated in {}",
    "technology": "working on {}",
    "edition": "of {}",
    "end-user": "working on problems of the {}",
    "state": "at home in {}",
}


def day(value: date, language: Language = "en") -> str:
    """A day in words: "22 November 2026"."""
    return PartialDate.parse(value).long(language)


def _profile_pages(one: Startup) -> tuple[SitePage, SitePage]:
    english, hindi = (addresses.profile(one, language) for language in ("en", "hi"))
    return (
        SitePage(english, "profile.html", one.name, one.summary, "en", hindi, one),
        SitePage(hindi, "profile.html", one.name_hi, one.summary_hi, "hi", english, one),
    )


def _shelf_page(shelf: Shelf) -> SitePage:
    told = ", ".join(one.name for one in shelf.startups[:6]) or "none with a published source yet"
    description = f"Innovators {_OF[shelf.kind].format(shelf.name)}: {told}."
    return SitePage(addresses.shelf(shelf), "shelf.html", shelf.name, description, subject=shelf)
