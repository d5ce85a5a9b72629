"""Everything loaded and linked: what the site, the book and the data are made from, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nsmallest
from pathlib import Path

from showcase import checker, collation, facets
from showcase.clock import today as today_of_the_build
from showcase.facets import Shelf
from showcase.messages import Message
from showcase.model import vocabulary as v
from showcase.problems import ContentErrors, Problem, errors
from showcase.startup import Startup
from showcase.vocabulary import Vocabulary

RELATED = 3
# How much two startups have in common, by what they share.
_WEIGHTS = {"edition": 5, "technology": 3, "end-user": 2, "state": 1, "family": 2}


@dataclass(frozen=True)
class Catalogue:
    """Every startup, linked. `today` decides what is under embargo and what is due for review."""

    vocabulary: Vocabulary
    startups: tuple[Startup, ...]
    today: date
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    messages: tuple[Message, ...] = ()
    """What was sent for the front of the book; the site shows none of it."""

    @cached_property
    def published(self) -> tuple[Startup, ...]:
        """What every output shows: published and not under embargo, by name."""
        return tuple(startup for startup in self.startups if startup.is_published_on(self.today))

    @cached_property
    def drafts(self) -> tuple[Startup, ...]:
        """What only the preview shows: drafts, and profiles under embargo."""
        return tuple(startup for startup in self.startups if not startup.is_published_on(self.today))

    @property
    def withdrawals(self) -> tuple[v.Withdrawal, ...]:
        """Profiles that were taken back: of each a notice is left at its address, and nothing else anywhere."""
        return self.vocabulary.files["archive.yml"].withdrawn

    @property
    def renamings(self) -> tuple[v.Renaming, ...]:
        """Slugs that profiles once had."""
        return self.vocabulary.files["archive.yml"].renamed

    def shown(self, drafts: bool) -> tuple[Startup, ...]:
        """The published startups, with the drafts among them in a preview."""
        return (
            tuple(sorted((*self.published, *self.drafts), key=by_name))
            if drafts
            else self.published
        )

    @cached_property
    def by_slug(self) -> dict[str, Startup]:
        return {startup.slug: startup for startup in self.startups}

    @cached_property
    def shelves(self) -> dict[str, tuple[Shelf, ...]]:
        """By kind of facet: its values that a published startup has."""
        return facets.shelves(self.vocabulary, self.published)

    def technologies(self) -> tuple[Shelf, ...]:
        return self.shelves["technology"]

    def end_users(self) -> tuple[Shelf, ...]:
        return self.shelves["end-user"]

    def editions(self) -> tuple[Shelf, ...]:
        return self.shelves["edition"]

    def states(self) -> tuple[Shelf, ...]:
        return self.shelves["state"]

    def every(self, kind: str) -> tuple[Shelf, ...]:
        """Every value of a kind of facet, with the published startups of each: there may be none."""
        told = {shelf.id: shelf for shelf in self.shelves[kind]}
        shelves = (Shelf(kind, item, ()) for item in facets.KINDS[kind].values(self.vocabulary))
        return tuple(told.get(shelf.id, shelf) for shelf in shelves)

    def paged(self, kind: str) -> tuple[Shelf, ...]:
        """The shelves of one kind that have a page: those with a startup, or all where data/ tells of each."""
        return self.every(kind) if kind in facets.TOLD_IN_DATA else self.shelves[kind]

    def families(self) -> tuple[Shelf, ...]:
        """By plate family, that is by first technology area: each startup stands on one shelf."""
        return self.shelves["family"]

    def related(self, startup: Startup) -> tuple[Startup, ...]:
        """The editors' choice first, then those that share most with it; never itself."""
        there = (self.by_slug.get(slug) for slug in startup.profile.related)
        chosen = [other for other in there if other in self.published]
        shared: Counter[Startup] = Counter()
        for kind, key in _memberships(startup):
            for other in self._members.get((kind, key), ()):
                shared[other] += _WEIGHTS[kind]
        most = RELATED + 1 + len(chosen)
        ranked = nsmallest(most, shared, key=lambda other: (-shared[other], self._places[other]))
        others = [other for other in ranked if other.slug != startup.slug and other not in chosen]
        return tuple([*chosen, *others][: max(RELATED, len(chosen))])

    @property
    def site(self) -> v.Site:
        return self.vocabulary.site

    def ui(self, key: str, language: str = "en") -> str:
        """An interface string; a KeyError names one that data/ui.yml lacks."""
        return self.vocabulary.ui[key][language]

    @cached_property
    def _places(self) -> dict[Startup, int]:
        """The place of each published startup in the order of names."""
        return {startup: place for place, startup in enumerate(self.published)}

    @cached_property
    def _members(self) -> dict[tuple[str, str], tuple[Startup, ...]]:
        return {(kind, one.id): one.startups for kind in _WEIGHTS for one in self.shelves[kind]}


def load(root: Path, today: date | None = None) -> Catalogue:
    """The catalogue of the content under `root`. Raises ContentErrors with every problem."""
    return link(checker.examine(root), today or today_of_the_build())


def link(examination: checker.Examination, today: date) -> Catalogue:
    """The catalogue of what was examined. Raises ContentErrors when that has errors."""
    if examination.vocabulary is None or not examination.is_sound:
        raise ContentErrors(errors(examination.problems))
    startups = sorted(
        (Startup.of(entry, examination.vocabulary) for entry in examination.entries), key=by_name
    )
    catalogue = Catalogue(
        examination.vocabulary, tuple(startups), today, examination.problems, examination.messages
    )
    for startup in startups:
        startup.catalogue = catalogue
    return catalogue


def shared(one: Startup, other: Startup) -> tuple[tuple[str, str], ...]:
    """The shelves on which both stand, as (kind, id), what weighs most first."""
    theirs = set(_memberships(other))
    both = [membership for membership in _memberships(one) if membership in theirs]
    return tuple(sorted(both, key=lambda membership: -_WEIGHTS[membership[0]]))


def by_name(startup: Startup) -> tuple[collation.Key, str]:
    """The sort key of a startup: its name, and its slug where two have one name."""
    return collation.key(startup.name), startup.slug


def _memberships(startup: Startup) -> list[tuple[str, str]]:
    """The shelves on which others may be related to a startup, as (kind, id)."""
    return [(kind, key) for kind, key in facets.memberships(startup) if kind in _WEIGHTS]
