"""What could be tightened in a book, so that it takes fewer pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.book.book import Book
from showcase.book.flow import Filled

SPREAD = 2
NEARLY_EMPTY = 0.4
"""Share of a list's fullest spread below which its last one is worth tightening away."""


@dataclass(frozen=True)
class Saving:
    """Pages that would go if something were tightened: what, how many, and by what means."""

    what: str
    pages: int
    means: str


def savings(book: Book) -> Iterator[Saving]:
    """Profiles with a spread more than they need, and lists that end nearly empty."""
    for part in book.plan.parts:
        if part.kind == "startup" and part.pages > SPREAD:
            yield Saving(part.title, part.pages - SPREAD, "`spread: photograph` in its profile shows one photograph")
    lists: dict[str, list[Filled]] = {}
    for name, kind in book.running.kinds.items():
        lists.setdefault(kind.part, []).extend(book.running.full(name))
    for key, filled in lists.items():
        if rows := last_rows(filled):
            yield Saving(book.plan.by_key[key].title, SPREAD, f"its last spread holds {counted(rows, 'row')}")


def last_rows(filled: Sequence[Filled]) -> int:
    """The rows on the last spread of lists in full boxes, if it is nearly empty and not the only one; else 0."""
    rows: dict[int, int] = {}
    for one in filled:
        spread = one.box.page // SPREAD
        rows[spread] = rows.get(spread, 0) + len(one.keys)
    last = rows[max(rows)]
    return last if len(rows) > 1 and last < NEARLY_EMPTY * max(rows.values()) else 0


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 plate", "3 plates"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
