"""The indexes: startups, technologies, end users, States and challenges, in one language.

A row stands under its name in the language of the index, with the other name
beside it where the edition has both. Under a technology, an end user, a State
or a challenge stand its startups, each with its page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from markupsafe import Markup

from showcase import collation
from showcase.book.flow import Entry, Folios
from showcase.book.states import line_name
from showcase.book.wording import HINDI, goto, index_name, profile_name
from showcase.catalogue import Catalogue, Startup
from showcase.model.dates import Language
from showcase.typography import NBSP

TOGETHER = 12
"""Startups that stand together under a name; what is more goes on in a piece that may come on the next page."""


class Row(NamedTuple):
    """A row before it is sorted: the name it is sorted by, its key in the list and its text, piece by piece."""

    name: str
    key: str
    pieces: tuple[Markup, ...]

    @property
    def order(self) -> tuple[collation.Key, str]:
        """Its place in the index; its key where two go by one name."""
        return collation.key(self.name), self.key

    def entries(self) -> Iterator[Entry]:
        """Its pieces as entries of the list."""
        for place, html in enumerate(self.pieces):
            yield Entry(f"{self.key}/{place}" if place else self.key, html)


def entries(catalogue: Catalogue, folios: Folios, language: Language) -> list[Entry]:
    """The five indexes in one language, each in its order under its heading; one without a row is left out."""
    listed: list[Entry] = []
    made = Index(catalogue, folios, language)
    for title, rows in made.sections():
        if in_order := sorted(rows, key=attrgetter("order")):
            listed.append(made.heading(title))
        listed += [entry for row in in_order for entry in row.entries()]
    return listed


@dataclass(frozen=True)
class Index:
    """The rows of all indexes in one language."""

    catalogue: Catalogue
    folios: Folios
    language: Language

    def sections(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """The word that heads each index, and its rows in no order."""
        yield "index-of-startups", self._startups()
        yield "index-of-technologies", self._technologies()
        yield "index-of-end-users", self._end_users()
        yield "index-of-states", self._states()
        yield "index-of-challenges", self._challenges()

    def heading(self, title: str) -> Entry:
        """What stands over an index."""
        html = Markup('<h2 lang="{}">{}</h2>').format(self.language, self._words(title))
        again = Markup('<p class="again" lang="{}" role="doc-pageheader">{}, <span>{}</span></p>').format(
            self.language, self._words(title), self._words("continued")
        )
        return Entry(f"index-{self.language}/{title}", html, leads=True, again=again)

    def _startups(self) -> Iterator[Row]:
        """Every startup by name; in English by those other names that begin with another word too."""
        for startup in self.catalogue.published:
            name, beside = self._names(startup)
            yield self._page(startup, name, self._named(name, beside))
            for alias in startup.other_entries if self.language == "en" else ():
                yield self._page(startup, alias, Markup("{}, {} {}").format(alias, self._see, name))

    def _technologies(self) -> Iterator[Row]:
        """Each area; in English also by those other names that one of its startups goes by in the book."""
        for shelf in self.catalogue.technologies():
            yield self._shelf("technology", shelf.id, self._names(shelf.item), shelf.startups)
            aliases = shelf.item.aliases if self.language == "en" else ()
            told = [alias[0].upper() + alias[1:] for alias in aliases if _is_told(alias, shelf.startups)]
            yield from self._references("technology", shelf.item, told)

    def _end_users(self) -> Iterator[Row]:
        for shelf in self.catalogue.end_users():
            yield self._shelf("end-user", shelf.id, self._names(shelf.item), shelf.startups)
            yield from self._references("end-user", shelf.item, [self._names(shelf.item, "short")[0]])

    def _states(self) -> Iterator[Row]:
        """Each State with the page on which its policy is told."""
        for shelf in self.catalogue.states():
            place = line_name(shelf.item)
            line = self._goto(place, self.folios(place), "n")
            yield self._shelf("state", shelf.slug, self._names(shelf.item), shelf.startups, line)

    def _challenges(self) -> Iterator[Row]:
        """Editions, and programmes whose edition no source names."""
        for shelf in self.catalogue.editions():
            yield self._shelf("challenge", shelf.id, self._names(shelf.item), shelf.startups)
        for programme, startups in _without_edition(self.catalogue):
            name, beside = self._names(programme, "short")
            yield self._shelf("programme", programme.id, (self._undated(name), beside), startups)

    def _undated(self, name: str) -> str:
        return f"{name}, {self._words('edition-not-stated')}"

    def _page(self, startup: Startup, name: str, text: Markup) -> Row:
        """A name with the page on which the startup is."""
        inside = Markup('<span class="t">{}</span> <span class="n">{}</span>').format(text, self._folio(startup))
        link = self._goto(profile_name(startup.slug), inside)
        return Row(name, f"index-{self.language}/{startup.slug}/{name}", (self._paragraph("startup", link),))

    def _shelf(
        self, kind: str, key: str, names: tuple[str, str], startups: Iterable[Startup], page: str = ""
    ) -> Row:
        """A name, and under it the startups that belong to it."""
        place, term = self._place(kind, key), self._named(*names)
        html = Markup('<p class="term" id="{}" lang="{}">{} {}</p>').format(place, self.language, term, page)
        first, *others = self._pages(startups)
        return Row(names[0], place, (html + first, *others))

    def _pages(self, startups: Iterable[Startup]) -> list[Markup]:
        """Startups in the order of their names, each with its page, some at a time."""
        named = sorted(((self._names(one)[0], one) for one in startups), key=lambda pair: collation.key(pair[0]))
        links = [self._link(name, startup) for name, startup in named]
        runs = [links[start : start + TOGETHER] for start in range(0, len(links), TOGETHER)]
        ends = [Markup(",")] * (len(runs) - 1) + [Markup("")]
        return [self._paragraph("under", Markup(", ").join(run) + end) for run, end in zip(runs, ends, strict=True)]

    def _link(self, name: str, startup: Startup) -> Markup:
        text = Markup('{}{}<span class="at">{}</span>').format(name, NBSP, self._folio(startup))
        return self._goto(profile_name(startup.slug), text)

    def _goto(self, name: str, text: object, css: str = "") -> Markup:
        return goto(f"{name}{HINDI if self.language == 'hi' else ''}", text, css)

    def _references(self, kind: str, item: Any, others: Sequence[str]) -> Iterator[Row]:
        """Other names that begin with another word, each leading to the row of the first."""
        name, place = self._names(item)[0], self._place(kind, item.id)
        for other in others:
            if collation.stand_apart(other, name):
                text = Markup("{}, {} {}").format(other, self._see, self._goto(place, name))
                yield Row(other, f"{place}/{other}", (self._paragraph("see", text),))

    def _paragraph(self, css: str, text: Markup) -> Markup:
        return Markup('<p class="{}" lang="{}">{}</p>').format(css, self.language, text)

    def _named(self, name: str, beside: str) -> Markup:
        """A name, and beside it that in the other language where there is one."""
        other: Language = "en" if self.language == "hi" else "hi"
        span = Markup(' <span class="other" lang="{}">{}</span>').format(other, beside) if beside else Markup("")
        return Markup("{}{}").format(name, span)

    def _names(self, item: Any, field: str = "name") -> tuple[str, str]:
        """A name in the language of the index and in the other; "" where the edition has but one."""
        name, hindi = getattr(item, field), getattr(item, f"{field}_hi")
        return (hindi, name) if self.language == "hi" and hindi else (name, hindi)

    def _words(self, key: str) -> str:
        """An interface string in the language of the index."""
        hindi = self.catalogue.ui(key, "hi") if self.language == "hi" else ""
        return hindi or self.catalogue.ui(key)

    @property
    def _see(self) -> Markup:
        return Markup("<em>{}</em>").format(self._words("see"))

    def _place(self, kind: str, key: str) -> str:
        """The destination of a row."""
        return index_name(self.language, kind, key)

    def _folio(self, startup: Startup) -> int:
        return self.folios(f"startup/{startup.slug}")


def _is_told(alias: str, startups: Iterable[Startup]) -> bool:
    """Whether a profile speaks of an area by this name: "drones", not "radar cross-section" where none does."""
    told = re.compile(rf"(?<!\w){re.escape(alias)}(?!\w)", re.IGNORECASE)
    return any(told.search(text) for startup in startups for text in _texts(startup))


def _texts(startup: Startup) -> Iterator[str]:
    """What the book tells of a startup, piece by piece."""
    yield from (startup.headline, startup.story)
    yield from (row.what for row in startup.innovations)
    yield from (row.problem for row in startup.challenges if row.problem)


def _without_edition(catalogue: Catalogue) -> list[tuple[Any, list[Startup]]]:
    """Programmes with the startups of which no source names the edition."""
    found: defaultdict[str, list[Startup]] = defaultdict(list)
    for startup in catalogue.published:
        for programme in dict.fromkeys(one.programme.id for one in startup.challenges if not one.edition):
            found[programme].append(startup)
    return [(catalogue.vocabulary.programmes[name], startups) for name, startups in found.items()]
