"""What only the book tells: its pages that are no profile's, each found by its English text.

A profile's pages say what its page on the site says. Hindi stays out: programs that read a PDF get most
Devanagari words wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from showcase.catalogue import Catalogue
from showcase.site.offered import NOT_LISTED, OfferedBook, OfferedEdition
from showcase.site.search.reading import Passage
from showcase.site.search.records import Record

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FOLDER = "book/page/"
_LISTS = NOT_LISTED | {"startup", "contents", "index", "sources", "pictures"}
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_HYPHENS = re.compile("(?:\u00ad|\ufffe|\u0002)\\s*")
"""A word that is parted at the end of a line."""


def is_book_page(address: str) -> bool:
    """Whether an address of the index stands for a page of the book."""
    return address.startswith(FOLDER)


def book_pages(book: OfferedBook, catalogue: Catalogue) -> Iterator[Record]:
    """A record for each page of the best English edition that is offered, profiles and lists left out."""
    editions = [one for one in book.editions if one.language != "hi"]
    for edition in sorted(editions, key=lambda one: one.language != "en")[:1]:
        yield from _pages(edition, catalogue)


def _pages(edition: OfferedEdition, catalogue: Catalogue) -> Iterator[Record]:
    import pypdfium2  # slow to load, and often there is no book

    where = f"{catalogue.ui('the-book')} · {catalogue.ui('page')}"
    with pypdfium2.PdfDocument(edition.file.asset.path) as document:
        for page in edition.plan.pages:
            if page.kind in _LISTS or not (text := _english(document, page.page - 1)):
                continue
            yield Record(
                address=f"{FOLDER}{page.page}/",
                language="en",
                slug="",
                title=page.title,
                where=f"{where} {page.label}",
                line="",
                also=(),
                passages=(Passage("h2", page.title), Passage("p", text)),
                to=f"{edition.file.address}#page={page.page}",
            )


def _english(document: PdfDocument, number: int) -> str:
    """The lines of a page, from 0, that are in Latin letters; nothing where there is no more than a folio."""
    page = document[number]
    read = page.get_textpage()
    text = _HYPHENS.sub("", read.get_text_range())
    read.close()
    page.close()
    lines = (line for line in text.splitlines() if not _DEVANAGARI.search(line))
    words = " ".join(lines).split()
    return " ".join(words) if sum(word.isalpha() for word in words) > 8 else ""
