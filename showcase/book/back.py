"""The pages behind the profiles."""

from __future__ import annotations

from collections.abc import Callable

from showcase.book import front, numbers
from showcase.book.book import Book, Pages
from showcase.book.measure import break_lines, width
from showcase.book.palette import COVER_FAMILY, colours
from showcase.book.plan import Part
from showcase.book.wording import part_name

STATISTIC_SIZES = (31, 26, 22)
WHERE_ROOM = 135.0  # millimetres, clear of the map
STATISTIC_COLUMN = 58.0  # millimetres


def numbers_spread(book: Book, part: Part) -> Pages:
    """Where the innovators work, and what is published of the programme and the sector."""
    rows = numbers.headlines(book.catalogue)
    font = book.stationery.font("serif-extralight")
    size = next(
        (s for s in STATISTIC_SIZES if all(width(row["value"], font, s) <= STATISTIC_COLUMN for row in rows)),
        STATISTIC_SIZES[-1],
    )
    title, series = book.words("where-they-work"), numbers.series(book.catalogue)
    html = book.stationery.page(
        "numbers", where=break_lines(title, font, 31, WHERE_ROOM, 3) or [title],
        site=book.catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), headlines=rows, size=size, series=series,
        unplaced=numbers.unplaced(book.catalogue),
        states=sorted(book.catalogue.states(), key=lambda shelf: (-len(shelf.startups), shelf.name)),
        limit=book.stationery.settings.foot_of_facts,
    )  # fmt: skip
    drawings = {f"series-{n}.svg": one.drawing.encode() for n, one in enumerate(series, 1)}
    return Pages(html, {"map.svg": numbers.tile_map(book.catalogue).encode(), **drawings})


def index(book: Book, part: Part) -> Pages:
    """English names on the left, Hindi names on the right."""
    html = book.stationery.page(
        "index", site=book.catalogue.site, colours=colours(), part=part, words=book.words,
        anchor=part_name(part.key), english=book.flows["index-en"], hindi=book.flows["index-hi"],
        entries=book.entries("index-en") | book.entries("index-hi"),
    )  # fmt: skip
    return Pages(html, {})


def sources(book: Book, part: Part) -> Pages:
    """Every source of every profile, numbered as the spreads cite them."""
    html = book.stationery.page(
        "sources", site=book.catalogue.site, colours=colours(), part=part, words=book.words,
        anchor=part_name(part.key), filled=book.flows["sources"], entries=book.entries("sources"),
    )  # fmt: skip
    return Pages(html, {})


def colophon(book: Book, part: Part) -> Pages:
    """How the book is made, and the blank inside of the back cover."""
    published = book.catalogue.published
    photographs = sum(1 for startup in published if startup.photograph)
    # A plate for each other startup and for each field; one on the title, one round the cover.
    plates = len(published) - photographs + len(book.catalogue.families()) + 2
    html = book.stationery.page(
        "colophon", site=book.catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), faces=front.typefaces(book), pages=book.plan.pages,
        plates=plates, photographs=photographs,
        settings=book.stationery.settings, limit=book.stationery.settings.foot_of_facts,
    )  # fmt: skip
    return Pages(html, {})


def back_cover(book: Book, _part: Part) -> Pages:
    """The left half of the picture that runs round the book."""
    html = book.stationery.page(
        "back-cover", site=book.catalogue.site, colours=colours(), wrap=front.WRAP
    )
    return Pages(html, {front.WRAP: front.panorama(book, front.WRAP_SEED, COVER_FAMILY)})


MAKERS: dict[str, Callable[[Book, Part], Pages]] = {
    "numbers": numbers_spread, "index": index, "sources": sources, "colophon": colophon,
    "back-cover": back_cover,
}  # fmt: skip
