"""Which social cards the site has, and what they say: one for each startup and one for all other pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showcase.bilingual import named
from showcase.model.dates import LANGUAGES, Language
from showcase.site import addresses, stylesheets
from showcase.startup import Startup
from showcase.typography import completed, typeset

if TYPE_CHECKING:
    from showcase.cards import CardWords, Ground
    from showcase.catalogue import Catalogue

ROOMS = ("cards", "plates", "fonts", "pictures", "colour.py")
"""The code that has a part in how a card looks."""


@dataclass(frozen=True)
class SocialCard:
    """A card: what it says, and the plate or the photograph under its words."""

    address: str
    slug: str
    family: str
    texts: tuple[str, str, str, str]
    """Kicker, name, line and facts."""
    language: Language
    alt: str
    """The card in words, for those who do not see it."""
    photograph: Path | None = None
    focus: tuple[float, float] = (0.5, 0.5)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in pixels."""
        from showcase import cards  # slow to load, and only a site that knows its address tells the size

        return cards.SIZE

    def path(self, folder: Path) -> Path:
        """Where it is kept; the name changes with anything that changes the card."""
        under = self.photograph.read_bytes() if self.photograph else self.family.encode()
        made_of = (self.slug, self.texts, self.language, self.focus, hashlib.sha256(under).digest(), _pens())
        digest = hashlib.sha256(repr(made_of).encode()).hexdigest()[:16]
        return folder / "social" / f"{self.slug}-{self.language}.{digest}.jpg"

    def draw(self) -> bytes:
        """The card as a file. Raises cards.CannotShape where Hindi would be set wrong."""
        from showcase import cards  # slow to load, and a second build draws nothing

        return cards.draw(self._words(), self._ground())

    def _words(self) -> CardWords:
        from showcase import cards

        return cards.CardWords(self.language, *self.texts)

    def _ground(self) -> Ground:
        from showcase import cards, pictures

        if self.photograph is None:
            return cards.over_plate(self.slug, self.family, self.size)
        photo = pictures.verify(self.photograph)
        width, height = self.size
        cut = pictures.cropped(photo, width / height, self.focus)
        return cards.over_photograph(cut.resize(self.size))


def cards_of(catalogue: Catalogue, startups: tuple[Startup, ...]) -> Iterator[SocialCard]:
    """The site's own card and that of each startup, in each language: those on one ground stand together."""
    yield from (_house(catalogue, language) for language in LANGUAGES)
    for one in startups:
        yield from (_profile(one, catalogue, language) for language in LANGUAGES)


def _house(catalogue: Catalogue, language: Language) -> SocialCard:
    site = catalogue.site
    names = ("kicker", "title", "tagline", "lineage")
    texts = tuple(_told(site, name, language) for name in names)
    address = addresses.social("", language)
    alt = _alt(catalogue, language, texts)
    return SocialCard(address, "shared-horizons", stylesheets.HOUSE, texts, language, alt)


def _profile(one: Startup, catalogue: Catalogue, language: Language) -> SocialCard:
    facts = (_told(one, "place", language), _told(one.stage.stage, "name", language))
    texts = (
        _told(catalogue.site, "title", language), _told(one, "name", language),
        _told(one, "headline", language), " · ".join(fact for fact in facts if fact),
    )  # fmt: skip
    address, family = addresses.social(one.slug, language), one.family.id
    if (row := one.photograph) is None:
        return SocialCard(address, one.slug, family, texts, language, _alt(catalogue, language, texts))
    shown = str(one.in_hindi.text("photographs", row.id, "alt")) if language == "hi" else row.alt
    alt = _alt(catalogue, language, texts, shown)
    return SocialCard(address, one.slug, family, texts, language, alt, one.pictures / row.file, row.focus)


def _told(what: Any, field: str, language: Language) -> str:
    """A field in one of the languages, as it is set."""
    return typeset(named(what, language, field))


def _alt(catalogue: Catalogue, language: Language, texts: tuple[str, ...], photograph: str = "") -> str:
    """What is seen on a card, its words included."""
    stop = ". " if language == "en" else "। "
    words = stop.join(text.rstrip(".।") for text in texts[1:] if text)
    seen = photograph or catalogue.ui("card-plate", language)
    return completed(catalogue.ui("card-alt", language), picture=seen.rstrip(".।"), words=words)


@cache
def _pens() -> str:
    """A digest of all code, colours and packages that draw a card."""
    library = Path(__file__).parents[1]
    files = [file for room in ROOMS for file in sorted((library / room).glob("*.py")) or [library / room]]
    versions = [metadata.version(name) for name in ("Pillow", "pymupdf-fonts", "devanagari-fonts")]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files) + repr(versions).encode()).hexdigest()
