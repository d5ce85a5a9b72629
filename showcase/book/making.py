"""Making many modules: what was made before at once, the rest by two processes, sheaf by sheaf."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from showcase.book.book import Book
from showcase.book.laid import Laid
from showcase.book.plan import Part
from showcase.book.processes import shared
from showcase.book.sheaves import Sheaf, sheaves

AnyModule = TypeVar("AnyModule", bound=Laid)

Maker = Callable[[Book, Sheaf, bool], AnyModule | None]
"""Makes a sheaf of a module; where only those are wanted that were made before, nothing for another."""


def made(book: Book, parts: Sequence[Part], make: Maker[AnyModule]) -> Iterator[AnyModule]:
    """The modules that were made before, then the others."""
    done = {sheaf: make(book, sheaf, True) for part in parts for sheaf in sheaves(part)}
    others = [sheaf for sheaf, module in done.items() if module is None]
    waiting = {sheaf.part.key for sheaf in others}
    yield from (_bound(done, part) for part in parts if part.key not in waiting)
    # Fonts are set up anew in each process, as Pango's do not survive a fork.
    made_now = shared(lambda sheaf: make(book, sheaf, False), others, book.stationery.begin_anew)
    for sheaf, module in zip(others, made_now, strict=True):
        done[sheaf] = module
        if None not in (done[one] for one in sheaves(sheaf.part)):
            yield _bound(done, sheaf.part)


def _bound(done: Mapping[Sheaf, AnyModule | None], part: Part) -> AnyModule:
    """The module of a part, all of whose sheaves are made."""
    first, *others = (done[sheaf] for sheaf in sheaves(part))
    return first.followed(others) if others else first
