"""Making an edition of the book, from the content to the finished file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from showcase import __version__, planfile
from showcase.book.assembly import Imprint, assemble
from showcase.book.book import Book
from showcase.book.completeness import prove
from showcase.book.flatplan import flatplan_paths, make_flatplan
from showcase.book.inputs import Record, engine, files, keep, last
from showcase.book.laid import Laid
from showcase.book.language import Edition, suffix
from showcase.book.lists import addresses
from showcase.book.modules import make_modules, make_sheaf
from showcase.book.plan import Part, Plan
from showcase.book.planned import plan_of
from showcase.book.stationery import Stationery
from showcase.book.untold import Untold, untold_of
from showcase.catalogue import Catalogue
from showcase.files import write_whole
from showcase.stopwatch import Stopwatch

Progress = Callable[[int, int, str], None]
"""Told how many are done, of how many, and what: "parts: Pixxel", "pages checked"."""


@dataclass(frozen=True)
class Made:
    """A finished edition."""

    path: Path
    pages: int
    plan: Plan
    patterns: dict[str, str]
    """The pattern of each startup's spread, by slug."""
    untold: Untold
    """What stands in English in the Hindi edition for want of Hindi, by part."""

    why: dict[str, str]
    """Why a part was laid out anew, by its key; a part that is not here was kept from a build before."""

    parts: int
    """How many parts the file has."""
    flatplan: tuple[Path, ...] = ()
    """The sheet of all spreads, where it was asked for."""
    clock: Stopwatch = field(default_factory=Stopwatch)
    """How long each step took."""


def make_reading_edition(
    root: Path,
    catalogue: Catalogue,
    output: Path,
    only: Sequence[str] = (),
    progress: Progress = lambda _done, _all, _title: None,
    language: Edition = "bilingual",
    flatplan: bool = False,
) -> Made:
    """Writes the reading edition into the folder `output`; with `only`, the spreads of those slugs.

    With `flatplan` all spreads of a whole book are drawn on one sheet beside it.

    The file is read back before it takes its place (see `completeness`); beside it goes its plan.

    Raises ContentErrors with every overrun or all that is missing, TypesettingError when a page cannot be set.
    """
    clock, book = Stopwatch(), Book(catalogue, Stationery.of(root, language))
    parts = [part for part in book.plan.parts if not only or part.subject in only and part.kind == "startup"]
    clock.done("plan")
    modules = make_modules(book, parts, make_sheaf, counted(progress, parts))
    clock.done("layout")
    path = output / f"shared-horizons-reading{suffix(language)}{'-only' if only else ''}.pdf"
    patterns = patterns_of(modules)
    file = assemble(modules, book.plan, imprint(book), font_files(book), book.stationery.cache)
    clock.done("assembly")
    placed = prove(book, catalogue, parts, file, path.name)
    clock.done("proof")
    planfile.remove(path)
    write_whole(path, file)
    why = reasons(book, modules, whole=not only)
    sheet = make_flatplan(book, path, flatplan_paths(output, "reading", language)) if flatplan else ()
    numbers = [page for part in parts for page in part.numbers]
    planned = plan_of("reading", book, catalogue, numbers, placed, patterns, path, sheet)
    planfile.write(path, planned)
    return Made(path, planned.file.pages, book.plan, patterns, untold_of(modules), why, len(modules), sheet, clock)


def patterns_of(modules: Sequence[Laid]) -> dict[str, str]:
    """The pattern of each startup's spread, by slug."""
    return {module.part.subject: module.pattern for module in modules if module.pattern}


def reasons(book: Book, modules: Sequence[Laid], whole: bool) -> dict[str, str]:
    """Why modules were laid out anew; after a build of the whole book its inputs are kept for the next."""
    root = book.stationery.root
    folios = {module.part.key: module.part.first for module in modules}
    templates = {module.part.key: list(module.templates) for module in modules}
    record, before = Record(engine(), files(root), folios, templates), last(root, book.edition)
    if whole:
        keep(root, book.edition, record)
        book.stationery.cache.sweep()
    return {module.part.key: record.why(module.part.key, before) for module in modules if module.is_new}


def counted(progress: Progress, parts: Sequence[Part]) -> Callable[[Laid], None]:
    """Counts finished modules for `progress`."""
    done = 0

    def count(module: Laid) -> None:
        nonlocal done
        done += 1
        progress(done, len(parts), f"parts: {module.part.title}")

    return count


def imprint(book: Book) -> Imprint:
    """What the files of the book say of themselves."""
    site = book.catalogue.site
    maker = f"Shared Horizons {__version__}"
    return Imprint(
        site.title, site.lineage, book.stationery.language, maker, book.words,
        lambda key: book.words(key, "hi") or book.words(key), addresses(book.catalogue, book.edition),
    )  # fmt: skip


def font_files(book: Book) -> dict[str, Path]:
    """The font files by their families."""
    return {file.face.book_family: file.path for file in book.stationery.fonts}
