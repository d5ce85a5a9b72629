"""The text block as one file for the press: PDF/X-4, the pages that are bound and nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf

from showcase.book.assembly import Imprint
from showcase.book.cache import Cache
from showcase.book.onefont import unify_fonts
from showcase.book.press.intent import finished
from showcase.book.press.marks import marks_form
from showcase.book.press.module import PressModule, Turning
from showcase.book.press.pressing import MARKS


def assemble_block(
    modules: Sequence[PressModule], bound: range, turning: Turning, imprint: Imprint, fonts: dict[str, Path],
    cache: Cache,
) -> bytes:  # fmt: skip
    """The press forms `modules` as one file, of each the pages that are `bound` by the plan.

    Raises TypesettingError for a font that is not the book's own.
    """
    pdf, printed = Pdf.new(), sha256()
    for module in modules:
        pages = module.pages(cache)
        printed.update(sha256(pages).digest())
        _append(pdf, module, pages, bound)
    unify_fonts(pdf, fonts, cache)
    _mark(pdf, turning)
    return finished(pdf, turning.press, imprint, printed.hexdigest())


def _append(pdf: Pdf, module: PressModule, pages: bytes, bound: range) -> None:
    """Appends those pages of a module that are bound."""
    with Pdf.open(io.BytesIO(pages)) as part:
        kept = [page for number, page in enumerate(part.pages, module.part.first) if number in bound]
        pdf.pages.extend(kept)


def _mark(pdf: Pdf, turning: Turning) -> None:
    """Puts the marks where the pages draw them: one drawing for all."""
    if not turning.boxes.slug:
        return
    form = pdf.make_indirect(marks_form(pdf, turning.boxes, turning.press.profile.marks))
    for page in pdf.pages:
        drawings = page.Resources.get("/XObject", Dictionary())
        drawings[MARKS] = form
        page.Resources[Name.XObject] = drawings
