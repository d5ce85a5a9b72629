"""The pages that a press edition adds to fill its sections: plates, and blanks as a last resort."""

from __future__ import annotations

from collections.abc import Callable

from showcase.book.book import Book, Pages
from showcase.book.front import panorama
from showcase.book.palette import colours
from showcase.book.plan import Part
from showcase.book.wording import part_name


def plate(book: Book, part: Part) -> Pages:
    """A plate of a field over both pages, another than the one that opens it."""
    name, _, times = part.subject.partition("/")
    asset = f"plate-{name}-{times}.svg"
    html = book.stationery.page(
        "plate", family=book.catalogue.vocabulary.families[name], colours=colours(name), folio=part.folio,
        plate=asset, anchor=part_name(part.key), words=book.words,
    )  # fmt: skip
    return Pages(html, {asset: panorama(book, f"filler-{name}-{times}", name)})


def blank(book: Book, part: Part) -> Pages:
    """Pages with nothing on them."""
    return Pages(book.stationery.page("blank", pages=part.pages), {})


MAKERS: dict[str, Callable[[Book, Part], Pages]] = {"plate": plate, "blank": blank}
