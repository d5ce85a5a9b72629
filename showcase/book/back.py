"""The pages behind the profiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from showcase import collation
from showcase.book import front, numbers
from showcase.book.book import Book, Pages
from showcase.book.colophon import colophon
from showcase.book.measure import break_lines, width
from showcase.book.palette import COVER_FAMILY, colours
from showcase.book.plan import Part
from showcase.book.ways import first_fitting
from showcase.book.wording import part_name

LARGE_SIZES, SMALL_SIZES = (62, 54, 48, 38), (31, 26, 22)
LARGE_COLUMN, SMALL_COLUMN = 120.0, 58.0  # millimetres
WHERE_ROOM = 135.0  # millimetres, clear of the map
STATES = ("", "close", "close narrow")
"""How the States are listed, from airy to full: three columns, three close ones, four."""


def numbers_spread(book: Book, part: Part) -> Pages:
    """Where the innovators work, and what is published of the programme."""
    rows, title = numbers.headlines(book.catalogue), book.words("where-they-work")
    font = book.stationery.font("serif-extralight")
    pages = partial(
        book.stationery.page, "numbers", where=break_lines(title, font, 31, WHERE_ROOM, 3) or [title],
        site=book.catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), large=rows[: numbers.LARGE], small=rows[numbers.LARGE :],
        size=_size(book, rows[: numbers.LARGE], LARGE_SIZES, LARGE_COLUMN),
        small_size=_size(book, rows[numbers.LARGE :], SMALL_SIZES, SMALL_COLUMN),
        unplaced=numbers.unplaced(book.catalogue), map_told=numbers.map_told(book.catalogue),
        states=sorted(book.catalogue.states(), key=lambda shelf: (-len(shelf.startups), collation.key(shelf.name))),
        limit=book.stationery.settings.foot_of_facts,
    )  # fmt: skip
    listed = first_fitting(book.stationery, "states", STATES, lambda way: pages(listed=way))
    return Pages(pages(listed=listed), {"map.svg": numbers.tile_map(book.catalogue).encode()})


def _size(book: Book, rows: Sequence[dict[str, Any]], sizes: Sequence[int], room: float) -> int:
    """The largest size in which every figure keeps to its column."""
    font = book.stationery.font("serif-extralight")
    fitting = (size for size in sizes if all(width(row["value"], font, size) <= room for row in rows))
    return next(fitting, sizes[-1])


def index(book: Book, part: Part) -> Pages:
    """With two languages English names on the left and Hindi names on the right."""
    names = [name for name, kind in book.running.kinds.items() if kind.part == "index"]
    html = book.stationery.page(
        "index", site=book.catalogue.site, colours=colours(), part=part, words=book.words,
        anchor=part_name(part.key), languages=names, filled={name: book.running.filled(name) for name in names},
        entries={key: row for name in names for key, row in book.rows(name).items()},
    )  # fmt: skip
    return Pages(html, {})


def sources(book: Book, part: Part) -> Pages:
    """Every source of every profile, numbered as the spreads cite them."""
    html = book.stationery.page(
        "sources", site=book.catalogue.site, colours=colours(), part=part, words=book.words,
        anchor=part_name(part.key), filled=book.running.filled("sources"), entries=book.rows("sources"),
    )  # fmt: skip
    return Pages(html, {})


def pictures(book: Book, part: Part) -> Pages:
    """Every picture: the plates field by field, the photographs one by one."""
    ledger = book.ledger
    html = book.stationery.page(
        "pictures", site=book.catalogue.site, colours=colours(), part=part, words=book.words,
        anchor=part_name(part.key), ledger=ledger, fields=list(ledger.fields(book.folio, book.fillers.plates)),
        filled=book.running.filled("pictures"), entries=book.rows("pictures"),
        tints={shelf.id: colours(shelf.id) for shelf in book.catalogue.families()},
        limit=book.stationery.settings.foot_of_facts,
    )  # fmt: skip
    return Pages(html, ledger.assets())


def back_cover(book: Book, _part: Part) -> Pages:
    """The left half of the picture that runs round the book."""
    html = book.stationery.page(
        "back-cover", site=book.catalogue.site, colours=colours(), wrap=front.WRAP
    )
    return Pages(html, {front.WRAP: front.panorama(book, front.WRAP_SEED, COVER_FAMILY)})


MAKERS: dict[str, Callable[[Book, Part], Pages]] = {
    "numbers": numbers_spread, "index": index, "pictures": pictures, "sources": sources, "colophon": colophon,
    "back-cover": back_cover,
}  # fmt: skip
