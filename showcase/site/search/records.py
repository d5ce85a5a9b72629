"""What the index holds of each page: its passages, what a result shows of it, and its other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from showcase.catalogue import Catalogue
from showcase.bilingual import named
from showcase.model.dates import LANGUAGES
from showcase.site import addresses
from showcase.site.plan import day
from showcase.site.search.reading import Passage, SearchedPage, read
from showcase.startup import Startup
from showcase.transliteration import sound

LISTED_WEIGHT = 0.3
"""Of the text of a page that is no profile: where both have a word, the profile stands first."""

HOUSE_WEIGHT = 0.1
"""Of the text of a page about this site itself, such as a policy: it stands behind every innovator and every list."""

NOT_FOUND, HEAD = b'<meta name="robots" content="noindex">', 2048
"""How a page asks not to be found, and in how many of its first bytes."""

_KEYS = {"technology": "technologies", "edition": "challenges", "end-user": "end-users", "state": "states"}
_HOUSE = (*(address for address, _ in addresses.SERVICE), addresses.POLICIES[0][0], *addresses.FOR_WRITERS)
_LETTERS = re.compile(r"\w")


@dataclass(frozen=True)
class Record:
    """A page as the index holds it."""

    address: str
    language: str
    slug: str
    """Of the startup that the page is about; nothing of any other page."""
    title: str
    where: str
    """What stands over its title in a result: "Space · Bengaluru, Karnataka"."""
    line: str
    """What it is about, in a sentence: shown where no words of it match."""
    also: tuple[str, ...]
    """Names that it is found by though the page may not tell them."""
    passages: tuple[Passage, ...]
    to: str = ""
    """Where a result leads, if not to the address itself: to a page of the book."""

    @property
    def is_of_the_house(self) -> bool:
        """Whether it tells of this site itself and of no innovator."""
        return addresses.english(self.address).startswith(_HOUSE)

    @property
    def shown(self) -> dict[str, str]:
        """What a result shows, and `also`, by the names under which the index keeps it."""
        told = {"title": self.title, "where": self.where, "line": self.line, "also": " · ".join(self.also)}
        return {name: text for name, text in (told | {"to": self.to}).items() if text}

    @property
    def words(self) -> list[str]:
        """Its text, word by word."""
        return [word for passage in self.passages for word in passage.text.split()]

    @cached_property
    def html(self) -> str:
        """The record as Pagefind reads it: Hindi as it sounds, word for word."""
        heard = as_it_sounds if self.language == "hi" else str
        told = "".join(
            f'<meta data-pagefind-meta="{name}[content]" content="{escape(heard(text))}">'
            for name, text in self.shown.items()
        )
        body = "\n".join(self._told(one.tag, heard(one.text)) for one in self.passages)
        return f'<!DOCTYPE html><html lang="{self.language}"><head>{told}</head><body>\n{body}\n</body></html>\n'

    def _told(self, tag: str, text: str) -> str:
        weighed = not self.slug and tag != "h1"
        weight = f' data-pagefind-weight="{HOUSE_WEIGHT if self.is_of_the_house else LISTED_WEIGHT}"' if weighed else ""
        return f"<{tag}{weight}>{escape(text)}</{tag}>"


def as_it_sounds(text: str) -> str:
    """Each word as it sounds; what has no letters stays, so that words keep their places."""
    return " ".join(sound(word) if _LETTERS.search(word) else word for word in text.split())


def searched(folder: Path) -> Iterator[str]:
    """The addresses of the pages of the built site in `folder` that search covers: all but its own two, and those
    that ask not to be found: cards for other sites, and what is left of profiles that are gone."""
    own = {addresses.search(language) for language in LANGUAGES}
    for path in sorted(folder.rglob("index.html")):
        address = path.parent.relative_to(folder).as_posix() + "/" if path.parent != folder else ""
        if address not in own and NOT_FOUND not in path.read_bytes()[:HEAD]:
            yield address


def records(folder: Path, catalogue: Catalogue) -> list[Record]:
    """A record for each page of the built site in `folder`."""
    chrome = {language: _chrome(catalogue, language) for language in LANGUAGES}
    made = []
    for address in searched(folder):
        page = read((folder / address / "index.html").read_text(encoding="utf-8"))
        made.append(_record(address, page, catalogue, chrome[page.language]))
    return made


def _record(address: str, page: SearchedPage, catalogue: Catalogue, chrome: frozenset[str]) -> Record:
    startup = catalogue.by_slug.get(page.metas.get("startup", ""))
    if startup:  # when it was looked at, and where the book has it, is nobody's own text either
        chrome |= {day(startup.verified_on, page.language)}
        page.passages = [one for one in page.passages if not one.text.endswith("(PDF)")]
    return Record(
        address,
        page.language,
        startup.slug if startup else "",
        page.title,
        _place(startup, page.language) if startup else _kind(page, catalogue),
        page.metas.get("description", ""),
        tuple(dict.fromkeys(_names(startup))) if startup else (),
        tuple(one for one in page.passages if one.text not in chrome or one.tag == "h1"),
    )


def _kind(page: SearchedPage, catalogue: Catalogue) -> str:
    """Of a shelf what kind it is: "States"."""
    key = _KEYS.get(page.metas.get("shelf", "").partition("/")[0])
    return catalogue.ui(key, page.language) if key else ""


def _place(startup: Startup, language: str) -> str:
    family, place = named(startup.family, language), named(startup, language, "place")
    return f"{family} · {place}" if place else family


def _names(startup: Startup) -> Iterator[str]:
    """What the startup, its fields, its users and its place are called, in both languages."""
    yield from (startup.name, startup.name_hi, *startup.aliases)
    if startup.legal_name:
        yield startup.legal_name.value
    for technology in startup.technologies:
        yield from (technology.name, technology.name_hi, *technology.aliases)
    for user in startup.end_users:
        yield from (user.name, user.name_hi)
    yield from (startup.family.name, startup.family.name_hi, startup.place, startup.place_hi)


def _chrome(catalogue: Catalogue, language: str) -> frozenset[str]:
    """Labels that stand on every page, which are nobody's own text."""
    stages = (named(stage, language) for stage in catalogue.vocabulary.stages.values())
    return frozenset((*(words[language] for words in catalogue.vocabulary.ui.values()), *stages))
