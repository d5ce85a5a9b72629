"""The picture ledger: every picture of the book with its page, who made it and on what terms.

The plates are told field by field, the photographs one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from showcase.book.casting import PHOTOGRAPHS, shown
from showcase.book.columns import picture_boxes
from showcase.book.contents import GAP, PEN
from showcase.book.drawn import Plate, plate
from showcase.book.flow import Box, Entry, Folios
from showcase.book.gallery import Gallery
from showcase.book.running import RunningList
from showcase.book.settings import Settings
from showcase.book.spoken import Messages
from showcase.book.stationery import Stationery
from showcase.book.wording import filled, goto, part_name, profile_name, runs, sentence
from showcase.catalogue import Catalogue, Startup

CSS = "ledger"
ACROSS = 5
"""Fields on one page of the first spread, as pictures whose horizons lie on the line."""

CLEAR = 8.0
"""Millimetres between the list and the pictures under it."""


class Paged(NamedTuple):
    """A photograph with the folio of its page, the first of two where it reaches over both.

    `name` is the destination of the pages on which it stands.
    """

    photograph: Any
    name: str
    folio: int
    wide: bool = False


class Field(NamedTuple):
    """A field's picture in its place on a page of the first spread, and where plates of its kind stand.

    `fillers` are the plates behind all that is indexed: they take no row of the
    list, so that the ledger is as long with them as without, and they do not
    change the number of pages that they fill up.
    """

    shelf: Any
    page: int
    left: float
    opening: Markup
    profiles: Markup
    fillers: Markup


@dataclass(frozen=True)
class Ledger:
    """The pictures of one edition. `casts` is the pattern of each startup's pages by slug."""

    catalogue: Catalogue
    casts: Mapping[str, str]
    messages: Messages
    stationery: Stationery

    def rows(self, folios: Folios) -> list[Entry]:
        """The pictures of the whole book, then the photographs under the names of those whom they show."""
        return [*self._of_the_book(folios), *self._photographs(folios)]

    def fields(self, folios: Folios, fillers: Sequence[str] = ()) -> Iterator[Field]:
        """Every field with its place on the first spread; `fillers` are the fields of a press's further plates."""
        settings, (width, _height) = self.stationery.settings, self.picture
        for number, shelf in enumerate(self.catalogue.families()):
            page, column = divmod(number, ACROSS)
            left = settings.left(page) + column * (width + GAP)
            opening = _spread(f"opener/{shelf.id}", folios)
            added = (f"plate/{shelf.id}/{times}" for times in range(1, fillers.count(shelf.id) + 1))
            further = Markup(", ").join(_spread(key, folios) for key in added)
            yield Field(shelf, page, left, opening, self._plates(shelf, folios), further)

    @property
    def picture(self) -> tuple[float, float]:
        """Width and height in millimetres of a field's picture: a page in its own proportions."""
        return _picture(self.stationery.settings)

    @property
    def head(self) -> float:
        """How far down the page the fields' pictures begin."""
        return _head(self.stationery.settings)

    def assets(self) -> dict[str, Plate]:
        """The picture that opens each field, drawn for its small size."""
        width, height = self.picture
        horizon = self.stationery.settings.horizon - self.head
        return {
            f"field-{shelf.id}.svg": plate(self.stationery, f"opener-{shelf.id}", shelf.id, width, height, horizon, PEN)
            for shelf in self.catalogue.families()
        }

    def _plates(self, shelf: Any, folios: Folios) -> Markup:
        """The left-hand pages on which plates of a field stand, one after the other drawn together."""
        if not (drawn := self._drawn(shelf)):
            return Markup("")
        pages = runs((folios(f"startup/{startup.slug}") for startup in drawn), step=2)
        return goto(profile_name(drawn[0].slug), pages)

    def _drawn(self, shelf: Any) -> list[Startup]:
        """The startups of a field that have a plate."""
        return [startup for startup in shelf.startups if not shown(startup, self.casts[startup.slug])]

    @property
    def plates(self) -> int:
        """How many plates there are: cover, frontispiece, one for each field and each startup without photographs."""
        fields = self.catalogue.families()
        return 2 + len(fields) + sum(len(self._drawn(shelf)) for shelf in fields)

    @property
    def photographs(self) -> int:
        """How many photographs there are, portraits among them."""
        return sum(len(placed) for _key, _name, placed in self._named(lambda _key: 0))

    def _of_the_book(self, folios: Folios) -> Iterator[Entry]:
        ui, fields = self.catalogue.ui, ", ".join(shelf.name for shelf in self.catalogue.families())
        yield _heading("cover", ui("front-cover"))
        yield _plain("cover/note", ui("cover-note"))
        yield _heading("frontispiece", ui("frontispiece"), page=goto(part_name("title"), folios("title")))
        yield _plain("frontispiece/note", filled(ui("frontispiece-note"), fields=fields))

    def _photographs(self, folios: Folios) -> Iterator[Entry]:
        named = list(self._named(folios))
        yield _heading("photographs", self.catalogue.ui("photographs"))
        if not named:
            yield _plain("photographs/none", self.catalogue.ui("no-photographs"))
        for key, name, placed in named:
            yield _heading(f"photographs/{key}", name, level=3)
            for number, one in enumerate(placed):
                yield self._photograph(f"photographs/{key}/{number}", one)

    def _named(self, folios: Folios) -> Iterator[tuple[str, str, list[Paged]]]:
        """Those whom photographs show, by key and name, with the photographs."""
        yield from self._portraits(folios)
        yield from self._of_startups(folios)

    def _portraits(self, folios: Folios) -> Iterator[tuple[str, str, list[Paged]]]:
        """Those who speak at the front of the book, with their portraits."""
        for number, opening in enumerate(self.messages.openings):
            if opening.portrait:
                name = f"message/{opening.message.stem}"
                placed = Paged(opening.portrait, name, folios("messages") + 2 * number)
                yield name, opening.message.facts.name, [placed]

    def _of_startups(self, folios: Folios) -> Iterator[tuple[str, str, list[Paged]]]:
        """The startups that show photographs, in the order of their pages."""
        for shelf in self.catalogue.families():
            for startup in shelf.startups:
                if shown(startup, self.casts[startup.slug]):
                    placed = self._placed(startup, folios(f"startup/{startup.slug}"))
                    yield startup.slug, startup.name, list(placed)

    def _placed(self, startup: Startup, folio: int) -> Iterator[Paged]:
        """The photographs that a startup's pages show, from page to page."""
        name = profile_name(startup.slug)
        yield Paged(startup.photograph, name, folio)
        if self.casts[startup.slug] == PHOTOGRAPHS:
            for one in Gallery(startup, self.stationery.settings).hung:
                yield Paged(one.photograph, name, folio + 2 + one.page, one.slot.crosses())

    def _photograph(self, key: str, placed: Paged) -> Entry:
        """One photograph: page, caption, credit, licence, and whether consent is on record."""
        ui, one = self.catalogue.ui, placed.photograph
        caption = getattr(one, "caption", None) or ui("portrait")
        credit = filled(ui("photograph-credit"), name=one.credit)
        consent = ui("consent-recorded" if one.consent else "consent-not-recorded")
        pages = f"{placed.folio}–{placed.folio + 1}" if placed.wide else placed.folio
        page = goto(placed.name, pages)
        return _row(key, page, f"{sentence(caption)} {credit}, {sentence(one.licence)} {sentence(consent)}")


def running_list(ledger: Callable[[], Ledger]) -> RunningList:
    """The pictures as a running list, of a ledger that is made when its rows are asked for."""
    return RunningList("pictures", lambda _catalogue, folios: ledger().rows(folios), _boxes, CSS)


def _boxes(settings: Settings, depth: float) -> Iterator[Box]:
    return picture_boxes(settings, depth, foot=_head(settings) - CLEAR)


def _spread(key: str, folios: Folios) -> Markup:
    """The two pages over which a part reaches, as a link to them."""
    first = folios(key)
    return goto(part_name(key), f"{first}–{first + 1}")


def _picture(settings: Settings) -> tuple[float, float]:
    width = (settings.measure - GAP * (ACROSS - 1)) / ACROSS
    return width, width * settings.trim.height / settings.trim.width


def _head(settings: Settings) -> float:
    return settings.horizon - _picture(settings)[1] * settings.share


def _heading(key: str, name: str, level: int = 2, page: object = "") -> Entry:
    number = Markup(' <span class="n">{}</span>').format(page) if page else ""
    return Entry(key, Markup("<h{0}>{1}{2}</h{0}>").format(level, name, number), leads=True)


def _plain(key: str, text: str) -> Entry:
    return Entry(key, Markup('<p class="note">{}</p>').format(text))


def _row(key: str, page: object, text: str) -> Entry:
    return Entry(key, Markup('<p><span class="n">{}</span>{}</p>').format(page, text))
