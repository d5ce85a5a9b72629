"""The text block as one file for the press: PDF/X-4, the pages that are bound and nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf

from showcase.book.assembly import Imprint
from showcase.book.cache import Cache
from showcase.book.modules import Module
from showcase.book.onefont import unify_fonts
from showcase.book.press.intent import finished
from showcase.book.press.marks import marks_form
from showcase.book.press.module import Turning
from showcase.book.press.pressing import MARKS


def assemble_block(
    modules: Sequence[Module], bound: range, turning: Turning, imprint: Imprint, fonts: dict[str, Path], cache: Cache
) -> bytes:  # fmt: skip
    """The press forms `modules` as one file, of each the pages that are `bound` by the plan.

    Raises TypesettingError for a font that is not the book's own.
    """
    pdf = _joined(modules, bound)
    unify_fonts(pdf, fonts, cache)
    _mark(pdf, turning)
    content = sha256(b"".join(sha256(module.pdf).digest() for module in modules)).hexdigest()
    return finished(pdf, turning.press, imprint, content)


def _joined(modules: Sequence[Module], bound: range) -> Pdf:
    pdf = Pdf.new()
    for module in modules:
        with Pdf.open(io.BytesIO(module.pdf)) as part:
            pages = [page for number, page in enumerate(part.pages, module.part.first) if number in bound]
            pdf.pages.extend(pages)
    return pdf


def _mark(pdf: Pdf, turning: Turning) -> None:
    """Puts the marks where the pages draw them: one drawing for all."""
    if not turning.boxes.slug:
        return
    form = pdf.make_indirect(marks_form(pdf, turning.boxes, turning.press.profile.marks))
    for page in pdf.pages:
        drawings = page.Resources.get("/XObject", Dictionary())
        drawings[MARKS] = form
        page.Resources[Name.XObject] = drawings
