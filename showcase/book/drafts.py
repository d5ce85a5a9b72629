"""Drafts: the pages of a part before they are laid out, and whether they will do as they are.

A startup's spread is drafted as airy as it may be and laid out so, which mostly does. Only where it
does not is it measured, way by way, until the one is found that has room for everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from weasyprint.document import Document

from showcase.book import back, front, programme
from showcase.book.book import Book, Pages, Written
from showcase.book.fitting import airiest, fit, stands
from showcase.book.lines import Flaw
from showcase.book.measure import Overrun
from showcase.book.plan import Part
from showcase.book.press import fillers
from showcase.book.spread import Spread

MAKERS = {**front.MAKERS, **programme.MAKERS, **back.MAKERS, **fillers.MAKERS}


class Draft(NamedTuple):
    """The pages of a part, not laid out; of a startup's spread also how it is set and what is wrong with that."""

    part: Part
    pages: Pages
    spread: Spread | None = None
    found: tuple[Overrun | Flaw, ...] = ()
    is_measured: bool = True
    """Whether it is to be printed as it is; otherwise that is seen once it is laid out."""

    def will_do(self, document: Document) -> bool:
        """Whether it can be printed as it was laid out."""
        pages = document.pages
        return self.is_measured or len(pages) == self.part.pages and stands(self.spread, pages)


def drafts(book: Book, part: Part) -> Iterator[Draft]:
    """The draft to lay out first, then the one that was measured, for whom the first will not do."""
    if part.kind != "startup":
        yield Draft(part, _pages(book, part))
        return
    spread = airiest(_spread(book, part))
    yield _draft(part, spread, [], is_measured=False)
    fitting, over, flaws = fit(spread)
    yield _draft(part, fitting, [*over, *flaws])


def _pages(book: Book, part: Part) -> Pages:
    """The pages of a part, with the templates that they are made from among those that are used.

    They stay at hand for the next sheaf of the part.
    """
    last = book.last_written
    if last is None or last.part is not part:
        book.stationery.used.clear()
        pages = MAKERS[part.kind](book, part)
        last = book.last_written = Written(part, pages, frozenset(book.stationery.used))
    book.stationery.used |= last.templates
    return last.pages


def drafted(book: Book, part: Part) -> Draft:
    """The draft that is printed, as measured."""
    *_others, last = drafts(book, part)
    return last


def _spread(book: Book, part: Part) -> Spread:
    startup = book.catalogue.by_slug[part.subject]
    sources_folio, pattern = book.folio(f"sources/{startup.slug}"), book.casts[startup.slug]
    return Spread(startup, book.catalogue, book.stationery, part.folio, sources_folio, pattern)


def _draft(part: Part, spread: Spread, found: list[Overrun | Flaw], is_measured: bool = True) -> Draft:
    return Draft(part, Pages(spread.pages(), spread.assets()), spread, (*found, *spread.flaws()), is_measured)
