"""A cover as a file: laid out like any module, then in the inks of the press on a sheet with its boxes and marks."""

from __future__ import annotations

import io
from dataclasses import replace
from hashlib import sha256
from typing import NoReturn

from pikepdf import Dictionary, Name, Pdf, Stream

from showcase.book.book import Book, Pages
from showcase.book.edition import font_files, imprint
from showcase.book.measure import overruns
from showcase.book.onefont import unify_fonts
from showcase.book.press.boxes import Boxes
from showcase.book.press.content import Unprintable
from showcase.book.press.ink import InkTable
from showcase.book.press.intent import finish
from showcase.book.press.loading import Press
from showcase.book.press.marks import marks_form
from showcase.book.press.pressing import MARKS, press_form
from showcase.book.press.sheets import Sheet
from showcase.book.typesetting import TypesettingError


def laid_out(book: Book, pages: Pages, name: str) -> bytes:
    """The pages of a cover as trimmed, in the colours of the screen. Raises TypesettingError."""
    stationery = book.stationery
    key = stationery.key(pages.html, pages.assets, "cover")
    kept = stationery.cache.get(key)
    if kept is not None:
        return kept
    document, pdf, _tree = stationery.write(pages.html, pages.assets, name)
    over = [one for page in document.pages for one in overruns(page)]
    if over:
        boxes = ", ".join(f"{one.box} by {max(one.down, one.across):.1f} mm" for one in over)
        raise TypesettingError(f"{name}: the words overrun their place ({boxes})")
    stationery.cache.put(key, pdf)
    return pdf


def cover_file(book: Book, pdf: bytes, sheet: Sheet, press: Press, name: str, is_black: bool = False) -> bytes:
    """The file for the press of a laid-out cover, its folds marked outside the bleed.

    `is_black` says that it has black ink alone. Raises TypesettingError.
    """
    boxes = Boxes.of(sheet.width, sheet.height, sheet.bleed, marked=True)
    table = InkTable(press.icc, press.profile.ink_limit)
    with Pdf.open(io.BytesIO(press_form(pdf, name, table, boxes, _no_picture))) as cover:
        unify_fonts(cover, font_files(book), book.stationery.cache)
        marks = cover.make_indirect(marks_form(cover, boxes, press.profile.marks, sheet.folds, is_black))
        for page in cover.pages:
            drawings = page.Resources.get("/XObject", Dictionary())
            drawings[MARKS] = marks
            page.Resources[Name.XObject] = drawings
        told, out = imprint(book), io.BytesIO()
        finish(cover, press, replace(told, title=f"{told.title}: {name}"), sha256(pdf).hexdigest(), out)
        return out.getvalue()


def _no_picture(_image: Stream) -> NoReturn:
    """Covers are drawn; a photograph on one has no resolution that was looked after."""
    raise Unprintable("a photograph on a cover")
