"""The book as a whole: what every page may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import NamedTuple

from markupsafe import Markup

from showcase.book import contents
from showcase.book.casting import PATTERNS, cast
from showcase.book.fitting import suits
from showcase.book.flow import Entry, led
from showcase.book.language import Edition
from showcase.book.ledger import Ledger, running_list
from showcase.book.plan import NO_FILLERS, Fillers, Lengths, Part, Plan, make_plan
from showcase.book.press.profiles import PressProfile
from showcase.book.running import Running
from showcase.book.settings import load_words
from showcase.book.spoken import Messages
from showcase.book.stationery import Stationery
from showcase.book.telling import proper_names, told
from showcase.book.typesetting import Image
from showcase.catalogue import Catalogue
from showcase.model.site import Words


@dataclass(frozen=True)
class Pages:
    """The HTML of a part's pages and the pictures that they name."""

    html: Markup
    assets: Mapping[str, bytes | Image]


class Written(NamedTuple):
    """The pages of a part, and the templates that they are made from."""

    part: Part
    pages: Pages
    templates: frozenset[str]


def with_words(catalogue: Catalogue, words: Mapping[str, Words]) -> Catalogue:
    """The catalogue with the book's own strings beside those of the interface."""
    vocabulary = replace(catalogue.vocabulary, ui={**catalogue.vocabulary.ui, **words})
    return replace(catalogue, vocabulary=vocabulary)


@dataclass
class Book:
    """One edition of the book: its catalogue, told in its language, its means, the plan of its pages."""

    catalogue: Catalogue
    stationery: Stationery
    fillers: Fillers = NO_FILLERS
    press: PressProfile | None = None
    """What the press asks for, in the edition that is printed."""
    last_written: Written | None = None
    """The part whose pages were written last."""

    def __post_init__(self) -> None:
        self.whole = with_words(self.catalogue, load_words(self.stationery.root))
        self.stationery.names = proper_names(self.whole)
        self.catalogue = told(self.whole, self.edition)

    @property
    def edition(self) -> Edition:
        """Its language: "bilingual", "en" or "hi"."""
        return self.stationery.edition

    def words(self, key: str, language: str = "en") -> str:
        """An interface string in the edition's language, or with "hi" the Hindi beside it, if any.

        A KeyError names one that is missing.
        """
        return self.catalogue.ui(key, language)

    @property
    def isbn(self) -> str | None:
        """The number of this edition in this binding, where one is given."""
        return (self.press.isbn or {}).get(self.edition) if self.press else None

    @cached_property
    def running(self) -> Running:
        """The running lists, which keep to the pages of the bilingual edition where they can."""
        beside = None
        if self.edition != "bilingual":
            means = replace(self.stationery, edition="bilingual", used=set())
            pictures = running_list(lambda: Ledger(self.whole, self.casts, self.messages, means))
            beside = Running(self.whole, means, {"pictures": pictures})
        return Running(self.catalogue, self.stationery, {"pictures": running_list(lambda: self.ledger)}, beside)

    def entries(self, name: str) -> dict[str, Markup]:
        """The rows of a running list by key, with their folios."""
        return {key: row.html for key, row in self.rows(name).items()}

    def rows(self, name: str) -> dict[str, Entry]:
        """The same with all that is known of them."""
        return led(self.running.entries(name, self.folio))

    @cached_property
    def contents(self) -> list[contents.Cell]:
        """The grid of the contents, every cell in its place."""
        return contents.grid(self.catalogue, self.stationery.settings)

    @cached_property
    def messages(self) -> Messages:
        """What was sent for the front of the book, as spreads."""
        return Messages(self.catalogue, self.stationery)

    @property
    def called(self) -> str:
        """The interface string that names its kind of edition."""
        return "printed-edition" if self.press else "reading-edition"

    @cached_property
    def ledger(self) -> Ledger:
        """Every picture of the book."""
        return Ledger(self.catalogue, self.casts, self.messages, self.stationery)

    @cached_property
    def lengths(self) -> Lengths:
        """The pages that the running lists take."""
        self.running.measure()
        states, index, sources, pictures = map(self.running.pages, ("states", "index", "sources", "pictures"))
        spreads = {slug: PATTERNS[pattern].pages for slug, pattern in self.casts.items()}
        return Lengths(
            contents.pages_of(self.contents), states, index, sources, spreads,
            messages=2 * len(self.messages.openings), pictures=pictures,
        )  # fmt: skip

    @cached_property
    def casts(self) -> dict[str, str]:
        """The pattern of each startup's pages by slug, in the order of the pages."""
        startups = [startup for shelf in self.catalogue.families() for startup in shelf.startups]
        return cast(startups, partial(suits, self.catalogue, self.stationery))

    @cached_property
    def plan(self) -> Plan:
        """Which page holds what."""
        return make_plan(self.catalogue, self.lengths, self.fillers)

    def printed(self, press: PressProfile, fillers: Fillers) -> Book:
        """The same book for a press, its leaves made sections that can be bound.

        What was measured is kept, the pages are planned anew.
        """
        other = copy(self)
        other.press, other.fillers, other.last_written = press, fillers, None
        for planned in ("plan", "_row_folios"):
            other.__dict__.pop(planned, None)
        return other

    def folio(self, key: str) -> int:
        """The folio of a part, or of a row of a running list: "sources/qnu-labs". A KeyError names an unknown key."""
        part = self.plan.by_key.get(key)
        return part.folio if part else self._row_folios[key]

    @cached_property
    def _row_folios(self) -> dict[str, int]:
        """The folio of every row of the running lists, by its key."""
        return {
            key: self.plan.by_key[kind.part].folio + one.box.page
            for name, kind in self.running.kinds.items() for one in self.running.filled(name) for key in one.keys
        }  # fmt: skip
