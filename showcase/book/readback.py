"""The finished file read back: what a reader's program finds on its pages, in its bookmarks and places."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import pikepdf
import pypdfium2

from showcase.letters import letters

_MARK = re.compile("\u00a0EN\\b")
"""What the Hindi edition puts after a text that has no Hindi yet: no part of any text."""


@dataclass(frozen=True)
class ReadBack:
    """A file as it was read. Pages count from 0."""

    pages: tuple[str, ...]
    """The letters and figures of each page, in the order in which they are drawn."""
    bookmarks: tuple[tuple[str, int], ...]
    """Each bookmark with its page, -1 where it leads nowhere."""
    places: frozenset[str]
    """The names that links lead to: "startup/qnu-labs"."""


def read_back(file: bytes) -> ReadBack:
    """The finished file `file`, read by programs that did not make it."""
    with pypdfium2.PdfDocument(file) as document:
        pages = _pages(document)
        bookmarks = tuple((one.get_title(), _page(one)) for one in document.get_toc())
    with pikepdf.open(io.BytesIO(file)) as pdf:
        places = frozenset(pikepdf.NameTree(pdf.Root.Names.Dests))
    return ReadBack(pages, bookmarks, places)


def read_pages(file: bytes) -> tuple[str, ...]:
    """The letters and figures of each page of a file."""
    with pypdfium2.PdfDocument(file) as document:
        return _pages(document)


def _pages(document: pypdfium2.PdfDocument) -> tuple[str, ...]:
    return tuple(letters(page_text(document, number)) for number in range(len(document)))


def page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """The text of a page, from 0, in the order in which it is drawn, without the marks for what lacks Hindi."""
    page = document[number]
    text_page = page.get_textpage()
    text = _MARK.sub("", text_page.get_text_range())
    text_page.close()
    page.close()
    return text


def _page(bookmark: pypdfium2.PdfBookmark) -> int:
    destination = bookmark.get_dest()
    page = destination.get_index() if destination else None
    return -1 if page is None else page
