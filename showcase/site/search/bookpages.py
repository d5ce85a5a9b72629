"""What only the book tells: its pages that are no profile's, each found by its text in either language.

A profile's pages say what its page on the site says. The text is that which the book's file gives to
every program that reads it, Hindi too: see showcase/book/spoken.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from showcase.catalogue import Catalogue
from showcase.model.dates import LANGUAGES, Language
from showcase.site.offered import NOT_LISTED, OfferedBook, OfferedEdition
from showcase.site.search.reading import Passage
from showcase.site.search.records import Record

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FOLDER = "book/page/"
LEAST_WORDS = 8
"""A page with no more is a picture with its folio and its caption."""
_LISTS = NOT_LISTED | {"startup", "contents", "index", "sources", "pictures"}
_DEVANAGARI, _LATIN = re.compile(r"[\u0900-\u097f]"), re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_HYPHENS = re.compile("(?:\u00ad|\ufffe|\u0002)\\s*")
"""A word that is parted at the end of a line."""


def is_book_page(address: str) -> bool:
    """Whether an address of the index stands for a page of the book."""
    return address.startswith(FOLDER)


def book_pages(book: OfferedBook, catalogue: Catalogue) -> Iterator[Record]:
    """A record for each page of the best edition for each language, profiles and lists left out."""
    for language in LANGUAGES:
        spoken = [one for one in book.editions if one.language in {language, "bilingual"}]
        for edition in sorted(spoken, key=lambda one: one.language != language)[:1]:
            yield from _pages(edition, catalogue, language)


def _pages(edition: OfferedEdition, catalogue: Catalogue, language: Language) -> Iterator[Record]:
    import pypdfium2  # slow to load, and often there is no book

    where = f"{catalogue.ui('the-book', language)} · {catalogue.ui('page', language)}"
    with pypdfium2.PdfDocument(edition.file.asset.path) as document:
        for page in edition.plan.pages:
            if page.kind in _LISTS or not (text := _text(document, page.page - 1, language)):
                continue
            title = page.called(language)
            yield Record(
                address=f"{FOLDER}{page.page}/",
                language=language,
                slug="",
                title=title,
                where=f"{where} {page.label}",
                line="",
                also=(),
                passages=(Passage("h2", title), Passage("p", text)),
                to=edition.at(page.page),
            )


def _text(document: PdfDocument, number: int, language: Language) -> str:
    """The words of a page, from 0, that are in the language; nothing where they are hardly any."""
    page = document[number]
    read = page.get_textpage()
    lines = _HYPHENS.sub("", read.get_text_range()).splitlines()
    read.close()
    page.close()
    words = [word for line in lines for word in _own(line, language)]
    return " ".join(words) if sum(bool(_LETTER.search(word)) for word in words) > LEAST_WORDS else ""


def _own(line: str, language: Language) -> list[str]:
    """A line's words in the language: of lines in both, the Hindi words are Hindi's, and English has none."""
    is_hindi = bool(_DEVANAGARI.search(line))
    if is_hindi != (language == "hi"):
        return []
    return [word for word in line.split() if not (is_hindi and _LATIN.search(word))]
