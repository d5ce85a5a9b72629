"""Making many modules: what was made before at once, the rest by two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from showcase.book.book import Book
from showcase.book.plan import Part
from showcase.book.processes import shared

if TYPE_CHECKING:
    from showcase.book.modules import Module

Maker = Callable[[Book, Part, bool], "Module | None"]
"""Makes a module; where only those are wanted that were made before, nothing for another."""


def made(book: Book, parts: Sequence[Part], make: Maker) -> Iterator[Module]:
    """The modules that were made before, then the others."""
    others = []
    for part in parts:
        module = make(book, part, True)
        if module is None:
            others.append(part)
        else:
            yield module
    yield from shared(book, book.stationery, partial(_made, make), others)


def _made(make: Maker, book: Book, part: Part) -> Module | None:
    return make(book, part, False)
