"""The press edition: the text block for one press, from the content to the finished file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from showcase.book.book import Book
from showcase.book.completeness import Located, prove_pages
from showcase.book.edition import Progress, counted, font_files, imprint, patterns_of, reasons
from showcase.book.flatplan import flatplan_paths, make_flatplan
from showcase.book.language import Edition, suffix
from showcase.book.modules import make_modules
from showcase.book.plan import Part, Plan
from showcase.book.planned import plan_of
from showcase.book.press.block import assemble_block
from showcase.book.press.boxes import Boxes
from showcase.book.press.extent import Extent, for_press
from showcase.book.press.gated import Candidate, let_through, set_aside
from showcase.book.press.loading import Press, load_press
from showcase.book.press.module import PressModule, Turning, make_press_sheaf
from showcase.book.processes import apart
from showcase.book.readback import ReadBack
from showcase.book.stationery import Stationery
from showcase.book.untold import Untold, untold_of
from showcase.catalogue import Catalogue
from showcase.planfile import PlanFile
from showcase.preflight.asked import demands_of
from showcase.preflight.report import Report
from showcase.stopwatch import Stopwatch


@dataclass(frozen=True)
class MadeBlock:
    """A finished text block."""

    path: Path
    report: Report
    """What the gate found: nothing that keeps it from the press."""
    pages: int
    plan: Plan
    press: str
    """The name of the press that it is made for."""
    extent: Extent | None
    """How its pages came to be sections that can be bound; None where only some spreads were asked for."""
    why: dict[str, str]
    """Why a part was laid out anew, by its key."""
    turned: tuple[str, ...]
    """The parts that were turned into the inks of the press now, by their keys."""
    parts: int
    """How many parts the file has."""
    untold: Untold
    """What stands in English in the Hindi edition for want of Hindi, by part."""
    flatplan: tuple[Path, ...] = ()
    """The sheet of all spreads, where it was asked for."""
    clock: Stopwatch = field(default_factory=Stopwatch)
    """How long each step took."""


def make_press_edition(
    root: Path,
    catalogue: Catalogue,
    output: Path,
    only: Sequence[str] = (),
    progress: Progress = lambda _done, _all, _title: None,
    language: Edition = "bilingual",
    press_name: str | None = None,
    flatplan: bool = False,
) -> MadeBlock:
    """Writes the text block for a press into the folder `output`; with `only`, the spreads of those slugs.

    `press_name` is a press of book.yml, the first one without it. Beside the file go its plan and the gate's
    report; one that the gate refuses takes no place. With `flatplan` all spreads are drawn on one sheet too.

    Raises UnknownPress, Refused by the gate, ContentErrors, TypesettingError.
    """
    clock, press = Stopwatch(), load_press(root, press_name)
    book, extent = _book_for(press, catalogue, Stationery.of(root, language), whole=not only)
    turning, bound = _turning(press, book), book.plan.block
    parts = list(_bound_parts(book.plan, only))
    clock.done("plan")
    modules = make_modules(book, parts, partial(make_press_sheaf, turning), counted(progress, parts))
    clock.done("layout and inks", pictures=sum(one.picture_seconds for one in modules))
    path = output / f"shared-horizons-press{suffix(language)}{'-only' if only else ''}.pdf"
    numbers = [page for part in parts for page in part.numbers if page in bound]
    with set_aside(output) as aside:
        apart(partial(_assembled, aside / path.name, modules, turning, book), len(numbers))
        clock.done("assembly")
        placed = _proved(book, catalogue, numbers, _letters(modules, bound))
        planned = partial(_planned, press, extent, book, catalogue, numbers, placed, patterns_of(modules))
        clock.done("proof")
        asked = Candidate(path, demands_of(press, book.stationery.settings), planned)
        (report,) = let_through(root, catalogue, aside, [asked], partial(_checked, progress))
        clock.done("gate")
    sheet = make_flatplan(book, path, flatplan_paths(output, "press", language), bound) if flatplan else ()
    return MadeBlock(
        path, report, len(numbers), book.plan, press.name, extent, reasons(book, modules, whole=not only),
        tuple(one.part.key for one in modules if one.is_turned), len(modules), untold_of(modules), sheet, clock,
    )  # fmt: skip


def _book_for(
    press: Press, catalogue: Catalogue, stationery: Stationery, whole: bool
) -> tuple[Book, Extent | None]:
    """The book as that press has it; where it is whole, made to fill sections that can be bound."""
    book = Book(catalogue, stationery, press=press.profile)
    return for_press(book, press.profile) if whole else (book, None)


def _assembled(path: Path, modules: Sequence[PressModule], turning: Turning, book: Book) -> None:
    """Writes the file. A book as it is joined takes many times its room, so a large one is joined by a process."""
    block, cache = book.plan.block, book.stationery.cache
    with path.open("wb") as out:
        assemble_block(modules, block, turning, imprint(book), font_files(book), cache, out)


def _proved(book: Book, catalogue: Catalogue, numbers: Sequence[int], letters: tuple[str, ...]) -> Located:
    """Every block with its page. To look for all of them takes much room, so in a large book a process does."""
    read = ReadBack(letters, (), frozenset())
    return apart(partial(prove_pages, book, catalogue, numbers, read), len(numbers))


def _checked(progress: Progress, done: int, count: int) -> None:
    """Tells how many pages the gate has looked at."""
    progress(done, count, "pages checked")


def _turning(press: Press, book: Book) -> Turning:
    """What the pages of the book are turned with into the inks of a press."""
    trim = book.stationery.settings.trim
    return Turning(press, Boxes.of(trim.width, trim.height, press.profile.bleed, bool(press.profile.marks)))


def _bound_parts(plan: Plan, only: Sequence[str]) -> Iterator[Part]:
    """The parts that have bound pages; with `only`, the spreads of those slugs."""
    for part in plan.parts:
        is_bound = part.last >= plan.block.start and part.first < plan.block.stop
        if is_bound and (not only or part.kind == "startup" and part.subject in only):
            yield part


def _planned(
    press: Press, extent: Extent | None, book: Book, catalogue: Catalogue, numbers: Sequence[int],
    placed: Located, patterns: Mapping[str, str], made: Path,
) -> PlanFile:  # fmt: skip
    """The plan of the file `made`."""
    plan = plan_of("press", book, catalogue, numbers, placed, patterns, made)
    return plan.model_copy(update={"press": press.name, "sections": extent.sections if extent else ()})


def _letters(modules: Sequence[PressModule], bound: range) -> tuple[str, ...]:
    """The letters of every bound page."""
    return tuple(
        letters
        for module in modules
        for number, letters in enumerate(module.letters, module.part.first)
        if number in bound
    )
