"""The plan file of a made edition: its pages, and where each block of each profile stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from showcase.book.book import Book
from showcase.book.completeness import Located
from showcase.catalogue import Catalogue
from showcase.digest import content_digest
from showcase.planfile import MadeFile, PlanFile, PlannedPage, PlannedProfile


def plan_of(
    edition: str, book: Book, catalogue: Catalogue, numbers: Sequence[int], placed: Located,
    patterns: Mapping[str, str], path: Path, sheets: Sequence[Path] = (),
) -> PlanFile:  # fmt: skip
    """The plan of the edition at `path`, which holds the pages `numbers` of the book's plan.

    `edition` is its name, `sheets` are the files of its flatplan.
    """
    pages = tuple(_pages(book, numbers))
    profiles = tuple(_profiles(pages, patterns, placed))
    return PlanFile(
        title=book.catalogue.site.title, edition=edition, language=book.edition,
        whole=set(book.plan.block) <= set(numbers), file=MadeFile.of(path, len(pages)),
        catalogue=content_digest(catalogue), sheets=tuple(MadeFile.of(sheet) for sheet in sheets), pages=pages,
        profiles=profiles,
    )  # fmt: skip


def _pages(book: Book, numbers: Sequence[int]) -> Iterator[PlannedPage]:
    for number, page in enumerate(numbers, 1):
        part = book.plan.part_at(page)
        yield PlannedPage(
            page=number, label=book.plan.label(page), part=part.key, kind=part.kind, title=part.title,
            title_hi=part.title_hi,
        )  # fmt: skip


def _profiles(
    pages: Sequence[PlannedPage], patterns: Mapping[str, str], placed: Located
) -> Iterator[PlannedProfile]:
    """Each startup of the book, in the order of its pages."""
    for slug, pattern in patterns.items():
        own = [page.page for page in pages if page.part == f"startup/{slug}"]
        yield PlannedProfile(
            slug=slug, first=own[0], last=own[-1], pattern=pattern, blocks=tuple(placed.get(slug, ()))
        )
