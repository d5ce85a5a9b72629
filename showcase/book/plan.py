"""Which page holds what, before anything is laid out.

The front cover is page 1 of the file and its blank inside page 2, so page 3,
the half title, is folio 1: a right-hand page is odd by either count, and a
spread always begins on an even page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from showcase.catalogue import Catalogue

COVER_PAGES = 2
"""Pages of the file before folio 1."""

TITLES = {
    "cover": "front-cover", "half-title": "half-title", "title": "title-page", "imprint": "imprint",
    "messages": "messages", "contents": "contents", "how": "how-idex-works", "numbers": "where-in-numbers",
    "timeline": "eight-years", "production": "production-and-exports",
    "states": "states-section", "index": "indexes", "pictures": "picture-ledger", "sources": "sources",
    "colophon": "colophon", "blank": "blank", "back-cover": "back-cover",
}  # fmt: skip
"""The interface string that names each kind of part; fields and startups have names of their own."""


@dataclass(frozen=True)
class Part:
    """A run of pages made as one module. `first` counts pages of the file from 1."""

    key: str
    """Names the part: "contents", "opener/sea", "startup/qnu-labs"."""
    kind: str
    first: int
    pages: int
    title: str
    title_hi: str = ""
    """The Hindi beside its title, if any."""

    @property
    def folio(self) -> int:
        """The folio of its first page."""
        return self.first - COVER_PAGES

    @property
    def last(self) -> int:
        """Its last page in the file."""
        return self.first + self.pages - 1

    @property
    def numbers(self) -> range:
        """Its pages in the file."""
        return range(self.first, self.first + self.pages)

    @property
    def title_page(self) -> int:
        """On which of its pages its matter begins: a half title has the cover's blank inside before it."""
        return 1 if self.kind in {"half-title", "title"} else 0

    @property
    def subject(self) -> str:
        """What the part is about: the slug of a startup, the id of a family."""
        return self.key.partition("/")[2]


@dataclass(frozen=True)
class Lengths:
    """Pages of the parts that grow with the catalogue, measured beforehand; each is even."""

    contents: int
    states: int
    index: int
    sources: int
    spreads: Mapping[str, int] = field(default_factory=dict)
    """Pages of the startups that take more or fewer than two, by slug."""
    messages: int = 0
    pictures: int = 0


@dataclass(frozen=True)
class Fillers:
    """What a press edition adds so that its leaves fill the sections they are bound of."""

    plates: tuple[str, ...] = ()
    """The families of plates over two pages, before the colophon; one may come again."""
    blanks: int = 0
    """Blank pages after the colophon, an even number."""


NO_FILLERS = Fillers()


@dataclass(frozen=True)
class Plan:
    """Every part in the order of its pages, without gaps."""

    parts: tuple[Part, ...]

    @property
    def pages(self) -> int:
        """How many pages the file has."""
        return self.parts[-1].last

    @cached_property
    def by_key(self) -> dict[str, Part]:
        return {part.key: part for part in self.parts}

    def label(self, page: int) -> str:
        """What a reader calls page `page` of the file: its folio, or the name of a cover."""
        covers = {
            1: "Cover", 2: "Inside front cover",
            self.pages - 1: "Inside back cover", self.pages: "Back cover",
        }  # fmt: skip
        return covers.get(page, str(page - COVER_PAGES))

    @property
    def block(self) -> range:
        """The pages of the file that are bound between the covers: from the half title to the last verso."""
        return range(COVER_PAGES + 1, self.pages - COVER_PAGES + 1)

    @property
    def blanks(self) -> range:
        """The pages of the block that are meant to be empty: those behind the colophon."""
        return range(self.by_key["colophon"].first + 1, self.block.stop)

    def part_at(self, page: int) -> Part:
        """The part that holds page `page` of the file."""
        return next(part for part in self.parts if part.first <= page <= part.last)


def make_plan(catalogue: Catalogue, lengths: Lengths, fillers: Fillers = NO_FILLERS) -> Plan:
    """The plan of the whole book."""
    parts, page = [], 1
    for key, kind, pages, *titles in _parts(catalogue, lengths, fillers):
        parts.append(Part(key, kind, page, pages, *titles))
        page += pages
    return Plan(tuple(parts))


def _parts(catalogue: Catalogue, lengths: Lengths, fillers: Fillers) -> Iterator[tuple[str, str, int, str, str]]:
    """Key, kind, number of pages and both titles of each part.

    Only the outer covers are single pages; all between them are pairs of a
    left and a right page, the blank inside covers among them.
    """
    yield from _named(catalogue, ("cover", 1), ("half-title", 2), ("title", 2), ("imprint", 2))
    yield from _named(catalogue, ("messages", lengths.messages), ("contents", lengths.contents), ("how", 2))
    for shelf in catalogue.families():
        yield f"opener/{shelf.id}", "opener", 2, shelf.name, shelf.name_hi
        for startup in shelf.startups:
            pages = lengths.spreads.get(startup.slug, 2)
            yield f"startup/{startup.slug}", "startup", pages, startup.name, startup.name_hi
    yield from _named(catalogue, ("numbers", 2), ("timeline", 2), ("production", 2))
    yield from _named(catalogue, ("states", lengths.states), ("index", lengths.index))
    yield from _named(catalogue, ("pictures", lengths.pictures), ("sources", lengths.sources))
    # Behind all that is indexed: so every other folio is that of the reading edition.
    yield from _plates(catalogue, fillers.plates)
    yield from _named(catalogue, ("colophon", 2), ("blank", fillers.blanks), ("back-cover", 1))


def _plates(catalogue: Catalogue, families: tuple[str, ...]) -> Iterator[tuple[str, str, int, str, str]]:
    """A plate over two pages for each of the families, numbered where one comes again."""
    for number, family in enumerate(families):
        times = families[: number + 1].count(family)
        field = catalogue.vocabulary.families[family]
        yield f"plate/{family}/{times}", "plate", 2, field.name, field.name_hi


def _named(catalogue: Catalogue, *parts: tuple[str, int]) -> Iterator[tuple[str, str, int, str, str]]:
    """Parts of which there is one, called by their kind; one without pages is left out."""
    for kind, pages in parts:
        if pages:
            yield kind, kind, pages, catalogue.ui(TITLES[kind]), catalogue.ui(TITLES[kind], "hi")
