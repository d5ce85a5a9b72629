"""The cover edition: every sheet that a press's binding asks for, solved from the finished extent."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from showcase.book.book import Book, Pages
from showcase.book.language import Edition, suffix
from showcase.book.press import covers
from showcase.book.press.coverfile import cover_file, laid_out
from showcase.book.press.covers import Cover
from showcase.book.press.extent import Extent, for_press
from showcase.book.press.gated import REPORTS, Candidate, failed, let_through, set_aside
from showcase.book.press.loading import Press
from showcase.book.press.preview import preview
from showcase.book.press.sheets import SPINE, Sheet, cover_sheets
from showcase.book.stationery import Stationery
from showcase.catalogue import Catalogue
from showcase.digest import content_digest
from showcase.files import write_whole
from showcase.planfile import MadeFile
from showcase.preflight.asked import cover_demands_of
from showcase.preflight.report import Report

STEM = "shared-horizons-cover"
KINDS = {"wrap": "", "case": "-case", "jacket": "-jacket", "endpapers": "-endpapers", "foil": "-foil"}
"""What follows the stem in the name of each sheet's file."""

OUTER = ("jacket", "case", "wrap")
"""What may lie outermost on the book, the outermost first."""

CALLED = {
    "wrap": "cover", "case": "case", "jacket": "dust jacket", "endpapers": "endpapers", "foil": "foil",
}  # fmt: skip


@dataclass(frozen=True)
class MadeCover:
    """A finished file: what it holds, on what sheet."""

    kind: str
    path: Path
    sheet: Sheet

    @property
    def said(self) -> str:
        """Its size, in words."""
        spine = f", spine {self.sheet.panel(SPINE).width:.1f} mm" if self.kind in OUTER else ""
        return f"{CALLED[self.kind]}, {self.sheet.width:.1f} × {self.sheet.height:.1f} mm{spine}"

    def ticket(self) -> dict[str, Any]:
        """The same for a job ticket, every panel with its place."""
        sheet = asdict(self.sheet) | {"width": self.sheet.width, "folds": self.sheet.folds}
        made = MadeFile.of(self.path)
        return {"file": made.name, "bytes": made.bytes, "sha256": made.sha256} | sheet | {"kind": self.kind}


@dataclass(frozen=True)
class MadeCovers:
    """Every cover of a book. `beside` are the ticket and the picture of the bound book."""

    extent: Extent
    covers: tuple[MadeCover, ...]
    beside: tuple[Path, ...]
    reports: tuple[Report, ...]
    """What the gate found, of each cover: nothing that keeps it from the press."""


def make_cover_edition(
    root: Path, catalogue: Catalogue, output: Path, press: Press, language: Edition = "bilingual"
) -> MadeCovers:
    """Writes the covers for a press into the folder `output`.

    A build of which the gate does not let every file through writes none.

    Raises Refused by the gate, TypesettingError when a page cannot be set, ContentErrors as the
    loading of the book does.
    """
    book, extent = for_press(Book(catalogue, Stationery.of(root, language)), press.profile)
    drawn = [(kind, cover, laid_out(book, draw(book, cover), CALLED[kind]))
             for kind, cover, draw in _covers(book, extent, press)]  # fmt: skip
    files = {kind: cover_file(book, pdf, cover.sheet, press, CALLED[kind], is_black=kind == "foil")
             for kind, cover, pdf in drawn}  # fmt: skip
    picture = _picture(book, next(cover for kind, cover, _pdf in drawn if kind in OUTER and not cover.is_bare))
    named = {kind: output / f"{STEM}{part}{suffix(language)}.pdf" for kind, part in KINDS.items()}
    demands = cover_demands_of(press)
    with set_aside(output) as aside:
        for kind, file in files.items():
            write_whole(aside / named[kind].name, file)
        reports = let_through(root, catalogue, aside, [Candidate(named[kind], demands) for kind in files])
    made = tuple(MadeCover(kind, named.pop(kind), cover.sheet) for kind, cover, _pdf in drawn)
    for path in named.values():  # of another binding, from a build before
        _remove(path)
    stem = output / f"{STEM}{suffix(language)}"
    ticket = json.dumps(_ticket(press, extent, made, content_digest(catalogue)), ensure_ascii=False, indent=2) + "\n"
    beside = write_whole(stem.with_suffix(".json"), ticket), write_whole(stem.with_suffix(".png"), picture)
    return MadeCovers(extent, made, beside, reports)


def _remove(path: Path) -> None:
    """Takes a cover away, and what lies beside it."""
    for old in (path, *(path.with_suffix(end) for end in REPORTS), *failed(path)):
        old.unlink(missing_ok=True)


def _picture(book: Book, cover: Cover) -> bytes:
    """The bound book, with what is foiled."""
    pages = covers.wrap(book, replace(cover, is_foiled=False))
    return preview(laid_out(book, pages, CALLED[cover.sheet.kind]), cover.sheet)


def _covers(book: Book, extent: Extent, press: Press) -> Iterator[tuple[str, Cover, Callable[[Book, Cover], Pages]]]:
    """What each file holds, and who draws its pages; words, bar code and foil belong to the outermost sheet."""
    profile = press.profile
    sheets = {sheet.kind: sheet for sheet in cover_sheets(extent.leaves, profile, book.stationery.settings)}
    outermost = next(kind for kind in OUTER if kind in sheets)
    for kind, sheet in sheets.items():
        if kind == "endpapers":
            yield kind, Cover(sheet), covers.endpapers
        elif kind == outermost:
            yield kind, Cover(sheet, book.isbn, is_foiled=profile.foil), covers.wrap
        else:
            yield kind, Cover(sheet, is_bare=True), covers.wrap
    if profile.foil:
        yield "foil", Cover(sheets[outermost]), covers.foil


def _ticket(press: Press, extent: Extent, made: Sequence[MadeCover], catalogue: str) -> dict[str, Any]:
    """All sizes, and how the extent came about, for those who print and bind."""
    return {
        "press": press.name, "catalogue": catalogue, "binding": press.profile.binding,
        "paper": press.profile.paper.model_dump(), "extent": extent.ticket(), "covers": [one.ticket() for one in made],
    }  # fmt: skip
