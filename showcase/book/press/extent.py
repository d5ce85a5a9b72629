"""The extent: how many pages are bound, and what makes them whole signatures.

Bound is what lies between the covers, from the half title to the last verso;
the blank insides of the reading edition's covers are no leaves of the block.
Page n of the block bears the folio n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from showcase.book.book import Book
from showcase.book.flow import Filled
from showcase.book.plan import Fillers, Plan
from showcase.book.press.profiles import PAGES_IN_FOLD, PressProfile

PLATES_AT_MOST = 8
"""Plates that a book can bear one after the other: a signature of 16 pages."""

SPREAD = 2
NEARLY_EMPTY = 0.4
"""Share of a list's fullest spread below which its last one is worth tightening away."""


@dataclass(frozen=True)
class Saving:
    """Pages that would go if something were tightened: what, how many, and by what means."""

    what: str
    pages: int
    means: str


@dataclass(frozen=True)
class Extent:
    """The extent of a text block: `matter` is its pages before anything is added."""

    matter: int
    signature: int
    fillers: Fillers = field(default_factory=Fillers)
    savings: tuple[Saving, ...] = ()
    plates: tuple[str, ...] = ()
    """Where the plates stand, in words: "Sea on 87–88"."""

    @property
    def over(self) -> int:
        """Pages beyond the last whole signature."""
        return self.matter % self.signature

    @property
    def missing(self) -> int:
        """Pages to the next whole signature."""
        return -self.matter % self.signature

    @property
    def pages(self) -> int:
        """Pages of the finished block."""
        return self.matter + self.missing

    @property
    def signatures(self) -> int:
        """Signatures of the finished block."""
        return self.pages // self.signature

    @property
    def leaves(self) -> int:
        """Leaves of the finished block: two pages each."""
        return self.pages // 2

    def sentences(self) -> list[str]:
        """What was found and what was chosen, in plain words."""
        block = f"{self.pages} pages, {_count(self.signatures, 'signature')} of {self.signature}"
        if not self.missing:
            return [f"The text block has {block}: nothing is over and nothing is missing."]
        return [
            f"The text block has {self.matter} pages: {self.over} over {self.matter - self.over}, "
            f"{self.missing} short of {self.pages}.",
            *self._tightening(),
            *self._smaller(),
            *self._chosen(),
            f"The text block then has {block}.",
        ]

    def ticket(self) -> dict[str, Any]:
        """The same for a job ticket: what JSON can hold."""
        return {
            "pages": self.pages, "signature": self.signature, "signatures": self.signatures,
            "leaves": self.leaves, "matter": self.matter, "over": self.over, "missing": self.missing,
            "plates": list(self.plates), "blanks": self.fillers.blanks, "said": self.sentences(),
        }  # fmt: skip

    def _tightening(self) -> Iterator[str]:
        """What would bring the block down to the signature before."""
        fewer = self.matter - self.over
        if not self.savings:
            yield f"To do with {fewer}, {self.over} would have to go, and no spread is there to be tightened away."
            return
        freed = sum(saving.pages for saving in self.savings)
        listed = "; ".join(f"{one.what} ({one.means}, {one.pages} pages)" for one in self.savings)
        enough = "enough" if freed >= self.over else "not enough"
        yield f"To do with {fewer}, tighten: {listed}. That frees {freed} of {self.over}: {enough}."

    def _smaller(self) -> Iterator[str]:
        """What half as large a signature would ask for, where that is much less."""
        half = self.signature // 2
        if half >= PAGES_IN_FOLD and -self.matter % half < self.missing:
            pages = self.matter + -self.matter % half
            yield f"With a last signature of {half} it would have {pages}, and {-self.matter % half} to fill."

    def _chosen(self) -> Iterator[str]:
        """What was added, and where."""
        if self.plates:
            number = _count(len(self.plates), "plate")
            yield f"Chosen: {number} over two pages before the colophon: {', '.join(self.plates)}."
        if blanks := self.fillers.blanks:
            yield f"As a last resort: {blanks} blank pages at the end, {self.pages - blanks + 1}–{self.pages}."


def for_press(book: Book, press: PressProfile) -> tuple[Book, Extent]:
    """The book for a press, with as many leaves as whole signatures take, and how that came about."""
    matter, signature = len(book.plan.block), press.signature
    fillers = choose(-matter % signature, [shelf.id for shelf in book.catalogue.families()])
    printed = book.printed(press, fillers)
    savings = tuple(_savings(book)) if matter % signature else ()
    return printed, Extent(matter, signature, fillers, savings, tuple(_placed(printed.plan)))


def choose(missing: int, families: Sequence[str]) -> Fillers:
    """Plates for as many pages as are missing, their fields spread over the book's; beyond that, blanks.

    `missing` is even, for all parts between the covers are pairs of pages.
    """
    plates = min(missing // SPREAD, PLATES_AT_MOST)
    rounds = ceil(plates / len(families)) if families else 0
    taken = [family for left in _shares(plates, rounds) for family in _evenly(families, left)]
    return Fillers(tuple(taken), missing - SPREAD * len(taken))


def _shares(plates: int, rounds: int) -> Iterator[int]:
    """How many plates each round through the fields has, as even as can be."""
    for number in range(rounds):
        yield plates // rounds + (number < plates % rounds)


def _evenly(families: Sequence[str], count: int) -> Iterator[str]:
    """`count` of the families in their order, at even distances."""
    for number in range(count):
        yield families[number * len(families) // count]


def _placed(plan: Plan) -> Iterator[str]:
    for part in plan.parts:
        if part.kind == "plate":
            yield f"{part.title} on {part.folio}–{part.folio + 1}"


def _savings(book: Book) -> Iterator[Saving]:
    """Profiles with a spread more than they need, and lists that end nearly empty."""
    for part in book.plan.parts:
        if part.kind == "startup" and part.pages > SPREAD:
            yield Saving(part.title, part.pages - SPREAD, "`spread: photograph` in its profile shows one photograph")
    lists: dict[str, list[Filled]] = {}
    for name, kind in book.running.kinds.items():
        lists.setdefault(kind.part, []).extend(book.running.full(name))
    for key, filled in lists.items():
        if rows := last_rows(filled):
            yield Saving(book.plan.by_key[key].title, SPREAD, f"its last spread holds {_count(rows, 'row')}")


def last_rows(filled: Sequence[Filled]) -> int:
    """The rows on the last spread of lists in full boxes, if it is nearly empty and not the only one; else 0."""
    rows: dict[int, int] = {}
    for one in filled:
        spread = one.box.page // SPREAD
        rows[spread] = rows.get(spread, 0) + len(one.keys)
    last = rows[max(rows)]
    return last if len(rows) > 1 and last < NEARLY_EMPTY * max(rows.values()) else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
