"""Making many modules: what was made before at once, the rest by two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

from showcase.book.book import Book
from showcase.book.plan import Part

if TYPE_CHECKING:
    from showcase.book.modules import Module

WORKERS = 2

Maker = Callable[[Book, Part, bool], "Module | None"]
"""Makes a module; where only those are wanted that were made before, nothing for another."""


def made(book: Book, parts: Sequence[Part], make: Maker) -> Iterator[Module]:
    """The modules that were made before, then the others, by two processes where the system can fork.

    A few others are made here: what a process needs for that is at hand from the build before, or soon is.
    """
    others = []
    for part in parts:
        module = make(book, part, True)
        if module is None:
            others.append(part)
        else:
            yield module
    if len(others) < 2 * WORKERS or "fork" not in get_all_start_methods():
        yield from (make(book, part, False) for part in others)
        return
    with ProcessPoolExecutor(WORKERS, get_context("fork"), _inherit, (book,)) as pool:
        yield from pool.map(partial(_in_worker, make), others, chunksize=2)


_books: list[Book] = []


def _inherit(book: Book) -> None:
    """Gives a worker the book; its fonts are set up anew, as Pango's do not survive a fork."""
    _books[:] = [book]
    book.stationery.begin_anew()


def _in_worker(make: Maker, part: Part) -> Module | None:
    return make(_books[0], part, False)
