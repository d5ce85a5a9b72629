"""The plan file of a made edition: its pages, and where each block of each profile stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from showcase.blocks import fingerprint
from showcase.book.book import Book
from showcase.book.completeness import Placed
from showcase.book.plan import Part
from showcase.catalogue import Catalogue
from showcase.planfile import MadeFile, PlanFile, PlannedBlock, PlannedPage, PlannedProfile


def plan_of(
    book: Book, catalogue: Catalogue, parts: Sequence[Part], placed: Sequence[Placed],
    patterns: Mapping[str, str], path: Path, sheets: Sequence[Path],
) -> PlanFile:  # fmt: skip
    """The plan of the edition at `path`, which holds `parts`; `sheets` are the files of its flatplan."""
    pages = tuple(_pages(book, parts))
    blocks: dict[str, list[PlannedBlock]] = {slug: [] for slug in patterns}
    for block, page in placed:
        blocks[block.slug].append(
            PlannedBlock(name=block.name, page=page, file=block.path, line=block.place[0])
        )
    profiles = tuple(_profiles(pages, patterns, blocks))
    return PlanFile(
        title=book.catalogue.site.title, edition="reading", language=book.edition,
        file=MadeFile.of(path, len(pages)), catalogue=fingerprint(catalogue),
        sheets=tuple(MadeFile.of(sheet) for sheet in sheets), pages=pages, profiles=profiles,
    )  # fmt: skip


def _pages(book: Book, parts: Sequence[Part]) -> Iterator[PlannedPage]:
    planned = chain.from_iterable(((part, part.first + n) for n in range(part.pages)) for part in parts)
    for number, (part, page) in enumerate(planned, 1):
        yield PlannedPage(
            page=number, label=book.plan.label(page), part=part.key, kind=part.kind, title=part.title
        )


def _profiles(
    pages: Sequence[PlannedPage], patterns: Mapping[str, str], blocks: Mapping[str, Sequence[PlannedBlock]]
) -> Iterator[PlannedProfile]:
    """Each startup of the book, in the order of its pages."""
    for slug, pattern in patterns.items():
        own = [page.page for page in pages if page.part == f"startup/{slug}"]
        yield PlannedProfile(
            slug=slug, first=own[0], last=own[-1], pattern=pattern, blocks=tuple(blocks[slug])
        )
