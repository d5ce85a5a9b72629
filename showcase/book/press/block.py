"""The text block as one file for the press: PDF/X-4, the pages that are bound and nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from pikepdf import Dictionary, Name, Pdf

from showcase.book.assembly import Imprint
from showcase.book.cache import Cache
from showcase.book.joining import Joining
from showcase.book.onefont import unify_fonts
from showcase.book.press.intent import finish
from showcase.book.press.marks import marks_form
from showcase.book.press.module import PressModule, Turning
from showcase.book.press.pressing import MARKS
from showcase.objectnames import ObjectNames


def assemble_block(
    modules: Sequence[PressModule], bound: range, turning: Turning, imprint: Imprint, fonts: dict[str, Path],
    cache: Cache, out: BinaryIO,
) -> None:  # fmt: skip
    """Writes the press forms `modules` as one file, of each the pages that are `bound` by the plan.

    Raises TypesettingError for a font that is not the book's own.
    """
    pdf, printed = Pdf.new(), sha256()
    joining = Joining(pdf, fonts)
    for module in modules:
        number = module.part.first
        for pages in module.pages(cache):
            printed.update(sha256(pages).digest())
            number = _append(joining, pages, number, bound)
    unify_fonts(pdf, fonts, cache, joining.widths)
    _mark(pdf, turning)
    finish(pdf, turning.press, imprint, printed.hexdigest(), out)


def _append(joining: Joining, pages: bytes, first: int, bound: range) -> int:
    """Appends those of some pages that are bound; the number of the page after them."""
    with Pdf.open(io.BytesIO(pages)) as part:
        kept = (page for number, page in enumerate(part.pages, first) if number in bound)
        joining.append(kept, ObjectNames(part))
        return first + len(part.pages)


def _mark(pdf: Pdf, turning: Turning) -> None:
    """Puts the marks where the pages draw them: one drawing for all."""
    if not turning.boxes.slug:
        return
    form = pdf.make_indirect(marks_form(pdf, turning.boxes, turning.press.profile.marks))
    for page in pdf.pages:
        drawings = page.Resources.get("/XObject", Dictionary())
        drawings[MARKS] = form
        page.Resources[Name.XObject] = drawings
