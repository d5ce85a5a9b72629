"""What the site shows: hooks ask the plan for pages, templates for lists and links. All addresses are English ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from showcase.catalogue import Catalogue
from showcase.facets import Shelf
from showcase.model.dates import Language, PartialDate
from showcase.site import addresses, news
from showcase.site.directory import Directory
from showcase.site.history import History
from showcase.site.ladder import Stride, strides
from showcase.site.sitepages import SitePage, planned
from showcase.startup import Startup

KINDS = tuple(addresses.FOLDERS)


@dataclass(frozen=True)
class Plan:
    """The pages of a catalogue; with `drafts`, those of a preview."""

    catalogue: Catalogue
    drafts: bool = False
    history: History = field(default_factory=History, compare=False)
    sections = addresses.SECTIONS
    more = addresses.MORE
    service = addresses.SERVICE
    policies = addresses.POLICIES

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """Every page made from the catalogue, in each language."""
        return tuple(planned(self))

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
    def news(self) -> tuple[news.Entry, ...]:
        """The newest steps and milestones."""
        return news.entries(self.startups, self.catalogue.today)

    @cached_property
    def verified(self) -> tuple[news.Verified, ...]:
        """By day, whose profiles were verified."""
        return news.verified(self.startups)

    @cached_property
    def last_verified(self) -> date | None:
        """The latest day on which a profile was verified."""
        return max((one.verified_on for one in self.startups), default=None)

    def updated(self, page: Mapping[str, Any]) -> date | None:
        """The day on which what a page tells was last changed; without git, on which it was last verified."""
        return self.history.latest(page["files"]) or self._verified(page.get("subject"))

    @property
    def last_changed(self) -> date | None:
        """The day on which any profile was last changed."""
        return self.updated({"files": ("startups/",)})

    @property
    def archived_issues(self) -> tuple[Any, ...]:
        """Issues of the book that another has replaced."""
        return self.catalogue.vocabulary.files["archive.yml"].issues

    def _verified(self, subject: Any) -> date | None:
        if isinstance(subject, Startup):
            return subject.verified_on
        told = subject.startups if isinstance(subject, Shelf) else ()
        return max((one.verified_on for one in told), default=self.last_verified)

    @cached_property
    def _facets(self) -> frozenset[tuple[str, str]]:
        return frozenset((kind, shelf.slug) for kind in KINDS for shelf in self.catalogue.paged(kind))


def day(value: date, language: Language = "en") -> str:
    """A day in words: "22 November 2026"."""
    return PartialDate.parse(value).long(language)
