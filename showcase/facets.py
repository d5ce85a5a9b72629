"""By what innovators are found, said once: what kinds of facet there are, their values, and who has them.

The pages of the site, its directory, its ready-made downloads and the book's indexes all ask here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from showcase.model.dates import Language

if TYPE_CHECKING:
    from showcase.startup import Startup
    from showcase.vocabulary import Vocabulary


@dataclass(frozen=True)
class Shelf:
    """The startups that share one value of a facet, in the order they were given in."""

    kind: str
    item: Any
    startups: tuple[Startup, ...]

    @property
    def id(self) -> str:
        """The vocabulary's id; of a State its code."""
        return _id(self.kind, self.item)

    @property
    def slug(self) -> str:
        """The last part of the shelf's address, and the value in the address of a selection."""
        return self.item.slug if self.kind == "state" else self.item.id

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def name_hi(self) -> str:
        return self.item.name_hi

    def label(self, language: Language) -> str:
        """The value as a reader of that language knows it."""
        return self.name_hi if language == "hi" else self.name


@dataclass(frozen=True)
class Year:
    """A year in which a source dates a step."""

    id: str

    @property
    def name(self) -> str:
        return self.id

    @property
    def name_hi(self) -> str:
        return self.id


@dataclass(frozen=True)
class Kind:
    """A kind of facet: all its values in the order of the vocabulary, and those one startup has."""

    values: Callable[[Vocabulary], Iterable[Any]]
    of: Callable[[Startup], Iterable[Any]]


def _programmes(one: Startup) -> Iterable[Any]:
    return (row.programme for row in one.challenges)


def _editions(one: Startup) -> Iterable[Any]:
    return (row.edition for row in one.challenges if row.edition)


def _state(one: Startup) -> Iterable[Any]:
    return (one.home.state,) if one.home and one.home.state else ()


def _years(one: Startup) -> Iterable[Any]:
    return (Year(str(step.date.year)) for step in one.steps if step.date)


_YEARS = range(2099, 1946, -1)
"""The newest first; a firm's first step under iDEX lies well within."""

FACETS = {
    "technology": Kind(lambda words: words.technologies.values(), lambda one: one.technologies),
    "end-user": Kind(lambda words: words.end_users.values(), lambda one: one.end_users),
    "programme": Kind(lambda words: words.programmes.values(), _programmes),
    "edition": Kind(lambda words: words.editions.values(), _editions),
    "stage": Kind(lambda words: words.stages.values(), lambda one: (one.stage.stage,)),
    "state": Kind(lambda words: words.states.values(), _state),
    "year": Kind(lambda words: (Year(str(year)) for year in _YEARS), _years),
}
"""What a reader may choose by, in the order of the directory. Stage is the furthest one."""

_FAMILY = Kind(lambda words: words.families.values(), lambda one: (one.family,))
KINDS = {**FACETS, "family": _FAMILY}
"""With the family of the plate, under which each startup stands once."""

TOLD_IN_DATA = ("edition", "state")
"""The kinds whose values data/ tells so much of that each has a page, whoever stands there."""


def shelves(vocabulary: Vocabulary, startups: Iterable[Startup]) -> dict[str, tuple[Shelf, ...]]:
    """By kind: its values in the order of the vocabulary, each with its startups; none is empty."""
    members = defaultdict(list)
    for one in startups:
        for key in memberships(one):
            members[key].append(one)
    return {
        kind: tuple(
            Shelf(kind, item, tuple(members[kind, _id(kind, item)]))
            for item in facet.values(vocabulary)
            if (kind, _id(kind, item)) in members
        )
        for kind, facet in KINDS.items()
    }


def memberships(startup: Startup) -> tuple[tuple[str, str], ...]:
    """The shelves on which a startup stands, as (kind, id), each once."""
    rows = ((kind, _id(kind, item)) for kind, facet in KINDS.items() for item in facet.of(startup))
    return tuple(dict.fromkeys(rows))


def _id(kind: str, item: Any) -> str:
    return item.code if kind == "state" else item.id
