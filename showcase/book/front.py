"""The pages before the profiles, and those that open a field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from showcase import plates
from showcase.book import contents as grid
from showcase.book.book import Book, Pages
from showcase.book.drawn import FINEST, Plate, full_plate
from showcase.book.imprint import imprint
from showcase.book.measure import break_lines, width
from showcase.book.palette import COVER_FAMILY, colours
from showcase.book.plan import TITLES, Part
from showcase.book.ways import first_fitting
from showcase.book.wording import part_name

WRAP = "plate-cover.svg"
WRAP_SEED = "the-cover"  # its light falls clear of the title
FRONTISPIECE_SEED = "the-line"
BAND_OVERLAP = 0.3
"""Millimetres by which a band reaches under the next: edge to edge, paper would shine through."""

LISTED = ("beside", "many", "many close", "many close narrow", "in-contents")
"""How an opener lists its startups: beside the name, opposite in ever fuller columns, or by leading to the contents."""

AROUND = {"messages", "how", "numbers", "timeline", "production", "states", "index", "pictures", "sources", "colophon"}


def panorama(book: Book, name: str, family: str) -> Plate:
    """A plate over two pages: each shows one half of the one drawing."""
    return full_plate(book.stationery, name, family, 2 * book.stationery.settings.trim.width)


def cover(book: Book, _part: Part) -> Pages:
    """The front cover: the right half of the picture that runs round the book."""
    html = book.stationery.page(
        "cover", site=book.catalogue.site, colours=colours(), wrap=WRAP, lines=title_lines(book, 76)
    )
    return Pages(html, {WRAP: panorama(book, WRAP_SEED, COVER_FAMILY)})


def half_title(book: Book, part: Part) -> Pages:
    """The blank inside of the cover, and the half title."""
    html = book.stationery.page(
        "half-title", site=book.catalogue.site, colours=colours(), anchor=part_name(part.key)
    )
    return Pages(html, {})


def title(book: Book, part: Part) -> Pages:
    """The frontispiece on the left, the title on the right."""
    bands = list(_frontispiece(book))
    html = book.stationery.page(
        "title", site=book.catalogue.site, colours=colours(), words=book.words, called=book.called, bands=bands,
        anchor=part_name(part.key), lines=title_lines(book, 62),
    )  # fmt: skip
    return Pages(html, {band["asset"]: plates.svg(band["drawing"], FINEST).encode() for band in bands})


def _frontispiece(book: Book) -> Iterator[dict[str, Any]]:
    """Each field of the book as a band: the same line runs through all."""
    settings = book.stationery.settings
    fields, bleed, height = [shelf.id for shelf in book.catalogue.families()], settings.bleed, settings.trim.height
    size = settings.trim.width, height + 2 * bleed, (settings.horizon + bleed) / (height + 2 * bleed)
    left = -bleed
    for drawing in plates.bands(FRONTISPIECE_SEED, fields, *size, plates.PEN_IN_PRINT, bleed):
        yield {
            "drawing": drawing, "asset": f"band-{drawing.family}.svg", "colours": colours(drawing.family),
            "left": left, "width": drawing.width, "shown": drawing.width + BAND_OVERLAP,
        }  # fmt: skip
        left += drawing.width


def messages(book: Book, part: Part) -> Pages:
    """Every message on a spread of its own."""
    return Pages(book.messages.pages(part.folio, part_name(part.key)), book.messages.assets())


def contents(book: Book, part: Part) -> Pages:
    """The fields and their startups as small pictures, and what stands around them."""
    settings = book.stationery.settings
    fields = book.catalogue.families()
    html = book.stationery.page(
        "contents", site=book.catalogue.site, colours=colours(), folio=part.folio, part=part,
        words=book.words, runs=grid.runs(book.contents), size=grid.picture(settings), pitch=grid.PITCH,
        tints={shelf.id: colours(shelf.id) for shelf in fields}, folios=book.folio, asset=grid.asset,
        anchor=part_name(part.key), counts=_counts(book), around=_around(book),
        around_limit=settings.horizon - 1.7 * grid.PITCH,
    )  # fmt: skip
    shown = (cell.subject for cell in book.contents if not cell.is_field)
    return Pages(html, {grid.asset(one): grid.small_picture(one, book.stationery) for one in shown})


def _around(book: Book) -> list[dict[str, Any]]:
    """The parts that the contents name beside the profiles, in the order of their pages."""
    listed = [part for part in book.plan.parts if part.kind in AROUND]
    return [
        {
            "name": part_name("reading"), "folio": book.folio("imprint") + 1,
            "title": book.words("to-the-reader"), "title_hi": book.words("to-the-reader", "hi"),
        },
        *({
            "name": part_name(part.key), "folio": part.folio,
            "title": part.title, "title_hi": book.words(TITLES[part.kind], "hi"),
        } for part in listed)
    ]  # fmt: skip


def opener(book: Book, part: Part) -> Pages:
    """A field's own picture over both pages, with the startups that follow."""
    family = book.catalogue.vocabulary.families[part.subject]
    shelf = next(one for one in book.catalogue.families() if one.id == part.subject)
    plate = f"plate-opener-{family.id}.svg"
    font, settings = book.stationery.font("serif-extralight"), book.stationery.settings
    fits = width(family.name, font, 62) <= settings.measure
    pages = partial(
        book.stationery.page, "opener", family=family, size=62 if fits else 48, colours=colours(family.id),
        folio=part.folio, plate=plate, anchor=part_name(part.key), words=book.words, folios=book.folio,
        startups=shelf.startups, limit=settings.foot_of_facts,
    )  # fmt: skip
    listed = first_fitting(book.stationery, "startups", LISTED, lambda way: pages(listed=way))
    return Pages(pages(listed=listed), {plate: panorama(book, f"opener-{family.id}", family.id)})


def title_lines(book: Book, size: float) -> list[str]:
    """The title of the book in three lines, evenly filled."""
    title, font = book.catalogue.site.title, book.stationery.font("serif-extralight")
    narrow = width("of Innovation ", font, size)
    return break_lines(title, font, size, narrow, 4) or [title]


def _counts(book: Book) -> list[tuple[int, str, str]]:
    """What the book holds, in figures, with its name and that beside it: innovators, innovations, States, sources."""
    published = book.catalogue.published
    counted = [
        ("innovators", len(published)),
        ("innovations", sum(len(startup.innovations) for startup in published)),
        ("states-and-uts", len(book.catalogue.states())),
        ("sources", sum(len(startup.sources) for startup in published)),
    ]
    return [(count, book.words(key), book.words(key, "hi")) for key, count in counted]


MAKERS: dict[str, Callable[[Book, Part], Pages]] = {
    "cover": cover, "half-title": half_title, "title": title, "imprint": imprint,
    "messages": messages, "contents": contents, "opener": opener,
}  # fmt: skip
