"""Pages checked one by one by two processes; those that are as they were before are not looked at again."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pypdfium2
from pikepdf import Pdf

from showcase.book.cache import Cache
from showcase.book.processes import SMALL, shared
from showcase.book.readback import page_text
from showcase.letters import letters
from showcase.preflight.checks import bleed, boxes, colour, ink, lines, pictures, text
from showcase.preflight.checks.order import numbers_at_the_foot
from showcase.preflight.demands import Demands
from showcase.preflight.findings import Finding
from showcase.preflight.kept import Checked, Kept, Used
from showcase.preflight.measured import measured
from showcase.preflight.reading import MALFORMED, reason
from showcase.preflight.view import PageCheck, View

THUMBNAIL = 40 / 72
BARE = 0.5
"""Percent of ink below which a page counts as blank."""

PAGE_CHECKS: tuple[PageCheck, ...] = (
    boxes.boxes_are_there, boxes.boxes_nest, boxes.origin_is_zero, boxes.size_is_right, boxes.bleed_is_wide,
    boxes.page_is_upright, boxes.no_annotations, bleed.ink_runs_into_bleed,
    colour.content_is_understood, colour.colours_are_inks, colour.groups_blend_in_inks, colour.effects_are_allowed,
    text.small_text_is_black_or_paper, text.type_is_large_enough, text.black_text_overprints,
    text.white_knocks_out, text.text_is_seen,
    text.glyphs_are_there, text.fonts_are_embedded, text.text_is_safe,
    lines.lines_are_wide, ink.ink_is_within_limit, ink.ink_is_measured, pictures.pictures_are_fine,
)  # fmt: skip


def check_pages(
    path: Path, pdf: Pdf, demands: Demands, store: Cache | None, done: Callable[[int], None]
) -> list[Checked]:
    """Each page of the file checked, or as it was found before; `done` is told the number of each that is ready.

    The processes that look at pages have the file as it was opened here, from memory: no two read at one place.
    """
    look, numbers = _Look(path, pdf, demands, store), range(1, len(pdf.pages) + 1)
    kept = _kept(look, numbers) if len(numbers) <= SMALL else {}
    looked = shared(look.page, [number for number in numbers if number not in kept])
    ready = []
    for number in numbers:
        packed, is_new = (kept[number], False) if number in kept else next(looked)
        ready.append(replace(Checked.unpacked(packed, number), is_new=is_new))
        done(number)
    return ready


def _kept(look: _Look, numbers: Sequence[int]) -> dict[int, bytes]:
    """What was found on pages before, by their numbers."""
    return {number: before for number in numbers if (before := look.before(number))}


class _Look:
    """The file as one process looks at it."""

    def __init__(self, path: Path, pdf: Pdf, demands: Demands, store: Cache | None) -> None:
        self.path, self.pdf, self.demands = path, pdf, demands
        self.kept = Kept(pdf, demands, store) if store else None

    @cached_property
    def drawn(self) -> pypdfium2.PdfDocument | None:
        return _drawn(self.path, self.pdf)

    def before(self, number: int) -> bytes | None:
        """What was found on a page before, packed."""
        return self.kept.found(number) if self.kept else None

    def page(self, number: int) -> tuple[bytes, bool]:
        """What is found on a page, packed, and whether it was looked at for that."""
        if before := self.before(number):
            return before, False
        packed, used = self._checked(number)
        if self.kept:
            self.kept.keep(number, packed, used)
        return packed, True

    def _checked(self, number: int) -> tuple[bytes, Used]:
        """A page put through every check: what was found, and the codes that it shows of each font.

        It is looked at in a file of its own, with which goes all that is made of it.
        """
        used: dict[str, set[int]] = defaultdict(set)
        with Pdf.new() as alone:
            alone.pages.append(self.pdf.pages[number - 1])
            view = View(alone, alone.pages[0], self.demands, is_recto=number % 2 == 1)
            packed = _check(view, self.drawn, number).packed()
            for font in view.content.fonts.values():
                used[font.name] |= font.codes_used
        return packed, {name: sorted(codes) for name, codes in used.items()}


def _drawn(path: Path, pdf: Pdf) -> pypdfium2.PdfDocument | None:
    """The file for drawing it and reading its text: as it is, or as it was mended; None where neither opens."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        out = io.BytesIO()
    try:
        pdf.save(out)
        return pypdfium2.PdfDocument(out.getvalue())
    except MALFORMED:
        return None


def _check(view: View, drawn: pypdfium2.PdfDocument | None, number: int) -> Checked:
    findings = tuple(finding for check in PAGE_CHECKS for finding in _tried(check, view))
    grave = any(finding.severity != "info" for finding in findings)
    return Checked(
        findings, _told(drawn, number), numbers_at_the_foot(drawn, number, view.trim), _is_bare(view),
        (view.trim.width, view.trim.height), tuple(view.media), measured(view),
        _thumbnail(drawn, number) if grave else b"",
    )  # fmt: skip


def _told(drawn: pypdfium2.PdfDocument | None, number: int) -> str:
    try:
        return letters(page_text(drawn, number - 1)) if drawn else ""
    except pypdfium2.PdfiumError:
        return ""


def _is_bare(view: View) -> bool:
    """Whether no ink lies on the page; of one that cannot be measured it is not said."""
    try:
        total = view.plates.total(view.trim.shared(view.media))
    except MALFORMED:
        return False
    return bool(total.size == 0 or total.max() < BARE)


def _tried(check: PageCheck, view: View) -> list[Finding]:
    """The findings of one check; a page so broken that it cannot be checked is itself a finding."""
    try:
        return list(check(view))
    except MALFORMED as error:
        return [Finding("G112", f"the page cannot be read ({check.__name__.replace('_', ' ')}): {reason(error)}.")]


def _thumbnail(drawn: pypdfium2.PdfDocument | None, number: int) -> bytes:
    """A small picture of the whole sheet, as JPEG; nothing of a page that cannot be drawn."""
    out = io.BytesIO()
    try:
        page = drawn[number - 1] if drawn else None
        if page:
            page.set_cropbox(*page.get_mediabox())
            page.render(scale=THUMBNAIL).to_pil().convert("RGB").save(out, "JPEG", quality=70)
    except pypdfium2.PdfiumError:
        return b""
    return out.getvalue()
