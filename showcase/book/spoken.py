"""Messages as spreads: whoever speaks on the left, standing on the line, and opposite what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from showcase import pictures, prose
from showcase.book import sizing
from showcase.book.measure import feet
from showcase.book.palette import colours
from showcase.book.photographs import Over, Placed, on_page
from showcase.book.stationery import Stationery
from showcase.book.ways import bare, first_fitting
from showcase.book.wording import filled, keep_last_words, marked
from showcase.catalogue import Catalogue
from showcase.rules.files import is_hindi

LARGE, COLUMNS, LANGUAGES = "one-column", "two-columns", "two-languages"
WAYS = (LARGE, COLUMNS)
"""How a message in one language is set, from airy to full."""

NAME_SIZES, NAME_LINES = (48, 38, 31), {48: 2, 38: 3, 31: 4}
PORTRAIT = 145.0
"""Width in millimetres of a portrait: half the measure and the fore-edge."""

NAME_ROOM = 123.0  # millimetres, beside the portrait
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 62.0, 15.0
MIDDLE = 0.5, 0.5
LARGE_DROP = 1.7  # millimetres by which large lines lie lower, to stand on the grid of the text


@dataclass(frozen=True)
class Opening:
    """Two pages of one message. `in_hindi` says that all of it is the Hindi to an English spread."""

    message: Any
    texts: tuple[str, ...]
    """One text, or the English and the Hindi side by side."""
    top: float
    """Where the text begins, in millimetres from the head of the page: so that it stands on the line."""
    way: str = LARGE
    in_hindi: bool = False

    @property
    def box(self) -> str:
        """The name of the text's box: whose message it is, and in which of its files the text stands."""
        return f"message{'-hi' if is_hindi(self.texts[0]) else ''}/{self.message.stem}"

    @property
    def portrait(self) -> Any:
        """The portrait, where there is one; it is not shown a second time."""
        return None if self.in_hindi else self.message.facts.portrait

    @property
    def bilingual(self) -> bool:
        """Whether both languages stand on it."""
        return len(self.texts) > 1


@dataclass(frozen=True)
class Messages:
    """The messages of an edition as spreads."""

    catalogue: Catalogue
    stationery: Stationery

    @cached_property
    def openings(self) -> list[Opening]:
        """Every spread in order, each in the airiest way in which its words have room."""
        return [one for message in self.catalogue.messages for one in self._openings(message)]

    def pages(self, folio: int, anchor: str) -> Markup:
        """All pages from `folio` on; links to the messages lead to `anchor`, on the first."""
        pages = (
            self._page(one, folio + 2 * number, "" if number else anchor)
            for number, one in enumerate(self.openings)
        )
        return Markup("").join(pages)

    def assets(self) -> Mapping[str, Placed]:
        """The pictures that the pages name."""
        return dict(asset for message in self.catalogue.messages for asset in self._assets(message))

    def _openings(self, message: Any) -> Iterator[Opening]:
        """The spread of a message; two where there is Hindi that has no room beside the English."""
        told, hindi, top = message.text, message.text_hi, self.stationery.settings.top
        both = Opening(message, (told, hindi), top, LANGUAGES)
        if hindi and self._first_fitting(both, (LANGUAGES, "apart")) == LANGUAGES:
            yield self._on_the_line(both)
            return
        for text in filter(None, (told, hindi)):
            one = Opening(message, (text,), top, in_hindi=text == hindi)
            yield self._on_the_line(replace(one, way=self._first_fitting(one, WAYS)))

    def _on_the_line(self, opening: Opening) -> Opening:
        """The opening with its text lowered by whole lines, until it stands on the line."""
        settings, name = self.stationery.settings, opening.box
        pages = self.stationery.measured(bare(self._page(opening)), name, feet)
        lines = round((settings.foot_of_story - pages[1][name]) / settings.grid_mm)
        return replace(opening, top=opening.top + max(0, lines) * settings.grid_mm)

    def _first_fitting(self, opening: Opening, ways: tuple[str, ...]) -> str:
        return first_fitting(
            self.stationery, opening.box, ways, lambda way: self._page(replace(opening, way=way))
        )

    def _page(self, opening: Opening, folio: int = 0, anchor: str = "") -> Markup:
        settings, message = self.stationery.settings, opening.message
        font, speaker = self.stationery.font("serif-extralight"), self._speaker(opening)
        return self.stationery.page(
            "message", one=opening, speaker=speaker, folio=folio, anchor=anchor, colours=colours(),
            title=self.catalogue.site.title,
            name=sizing.name(speaker["name"], font, NAME_SIZES, NAME_ROOM, NAME_LINES),
            texts=[_text(text) for text in opening.texts], portrait_width=PORTRAIT,
            signature=_signature_size(message), settings=settings,
            story_limit=settings.foot_of_story + (LARGE_DROP if opening.way == LARGE else 0),
        )  # fmt: skip

    def _speaker(self, opening: Opening) -> dict[str, str]:
        """Who speaks, in the language of the spread; `…_hi` is the Hindi beside it, empty without."""
        facts, hindi, portrait = opening.message.facts, opening.in_hindi, opening.portrait
        own = {key: _told(facts, key, hindi) for key in ("name", "office")}
        beside = {f"{key}_hi": "" if hindi else getattr(facts, f"{key}_hi") for key in ("name", "office")}
        language = "hi" if hindi else "en"
        credit = filled(self._words("photograph-credit", "en"), name=portrait.credit) if portrait else ""
        return own | beside | {
            "when": _when(facts, hindi),
            "when_hi": _when(facts, True),
            "alt": portrait.alt if portrait else "",
            "credit": f"{credit}, {portrait.licence}" if portrait else "",
            "kicker": self._words("message", language),
            "kicker_hi": "" if hindi else self._words("message", "hi"),
            "signature": self._words("signature", language),
        }  # fmt: skip

    def _words(self, key: str, language: str) -> str:
        return self.catalogue.ui(key, language)

    def _assets(self, message: Any) -> Iterator[tuple[str, Placed]]:
        """The portrait as the page shows it, and the signature."""
        facts, settings = message.facts, self.stationery.settings
        if facts.portrait:
            file = message.folder / facts.portrait.file
            yield f"portrait-{message.stem}.jpg", on_page(
                file, PORTRAIT, settings.horizon, facts.portrait.focus, Over(left=settings.bleed, top=settings.bleed)
            )
        if size := _signature_size(message):
            yield f"signature-{message.stem}.jpg", on_page(message.folder / facts.signature, *size, MIDDLE)


def _told(part: Any, key: str, hindi: bool) -> str:
    """A text of a message, in Hindi where that is asked for and there is any."""
    return (hindi and getattr(part, f"{key}_hi")) or getattr(part, key) or ""


def _when(facts: Any, hindi: bool) -> Markup:
    """Place and date, as far as they are given; a place without Hindi is marked as English beside its date."""
    day = (facts.date.long("hi") if hindi else facts.date.long()) if facts.date else ""
    place = _told(facts, "place", hindi)
    if place and hindi and not facts.place_hi:
        place = marked(place, "en")
    return Markup(", ").join(filter(None, (place, day)))


def _text(text: str) -> Markup:
    return keep_last_words(prose.to_html(text, lambda _number: ""))


def _signature_size(message: Any) -> tuple[float, float] | None:
    """Width and height of the signature in millimetres: as large as its place."""
    if not message.facts.signature:
        return None
    photo = pictures.verify(message.folder / message.facts.signature)
    scale = min(SIGNATURE_WIDTH / photo.width, SIGNATURE_HEIGHT / photo.height)
    return photo.width * scale, photo.height * scale
