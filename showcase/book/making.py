"""Making many modules: what was made before at once, the rest by two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from showcase.book.book import Book
from showcase.book.plan import Part
from showcase.book.processes import shared

AnyModule = TypeVar("AnyModule")

Maker = Callable[[Book, Part, bool], AnyModule | None]
"""Makes a module; where only those are wanted that were made before, nothing for another."""


def made(book: Book, parts: Sequence[Part], make: Maker[AnyModule]) -> Iterator[AnyModule]:
    """The modules that were made before, then the others."""
    others = []
    for part in parts:
        module = make(book, part, True)
        if module is None:
            others.append(part)
        else:
            yield module
    # Fonts are set up anew in each process, as Pango's do not survive a fork.
    yield from shared(lambda part: make(book, part, False), others, book.stationery.begin_anew)
