"""The extent: how many pages are bound, of which sections, and what fills them up.

Bound is what lies between the covers, from the half title to the last verso;
the blank insides of the reading edition's covers are no leaves of the block.
Page n of the block bears the folio n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Any

from showcase.book.book import Book
from showcase.book.plan import Fillers, Plan
from showcase.book.press.profiles import PAGES_IN_FOLD, PressProfile
from showcase.book.press.sections import Binder, listed
from showcase.book.press.tightening import SPREAD, Saving, counted, savings

PLATES_AT_MOST = 8
"""Plates that a book can bear one after the other: a signature of 16 pages."""


@dataclass(frozen=True)
class Extent:
    """The extent of a text block: `matter` is its pages before anything is added."""

    matter: int
    binder: Binder
    fillers: Fillers = field(default_factory=Fillers)
    savings: tuple[Saving, ...] = ()
    plates: tuple[str, ...] = ()
    """Where the plates stand, in words: "Sea on 87–88"."""

    @property
    def over(self) -> int:
        """Pages beyond the most that could be bound with none added."""
        return self.matter - self.binder.most(self.matter)

    @property
    def missing(self) -> int:
        """Pages to the fewest that can be bound with none left out."""
        return self.pages - self.matter

    @property
    def pages(self) -> int:
        """Pages of the finished block."""
        return self.binder.least(self.matter)

    @property
    def sections(self) -> tuple[int, ...]:
        """The pages of each section of the finished block, in the order of binding."""
        return self.binder.sections(self.pages) or ()

    @property
    def leaves(self) -> int:
        """Leaves of the finished block: two pages each."""
        return self.pages // 2

    def sentences(self) -> list[str]:
        """What was found and what was chosen, in plain words."""
        block = _told(self.sections)
        if not self.missing:
            found = f"The text block has {block}: nothing is over and nothing is missing."
            return [found, *self._others(), *self._next_to_last()]
        return [
            f"The text block has {self.matter} pages: {self.over} over {self.matter - self.over}, "
            f"{self.missing} short of {self.pages}, in sections of {self.binder.said}.",
            *self._tightening(),
            *self._others(),
            f"Chosen: {block}, the fewest pages to fill and then the fewest part sections.",
            *self._next_to_last(),
            *self._filled(),
        ]

    def ticket(self) -> dict[str, Any]:
        """The same for a job ticket: what JSON can hold."""
        return {
            "pages": self.pages, "signature": self.binder.whole, "sections": list(self.sections),
            "listed": listed(self.sections), "leaves": self.leaves, "matter": self.matter, "over": self.over,
            "missing": self.missing, "plates": list(self.plates), "blanks": self.fillers.blanks,
            "said": self.sentences(),
        }  # fmt: skip

    def _tightening(self) -> Iterator[str]:
        """What would bring the block down to the most that can be bound with none added."""
        fewer = self.matter - self.over
        if not fewer:
            return
        if not self.savings:
            yield f"To do with {fewer}, {self.over} would have to go, and no spread is there to be tightened away."
            return
        freed = sum(saving.pages for saving in self.savings)
        named = "; ".join(f"{one.what} ({one.means}, {one.pages} pages)" for one in self.savings)
        enough = "enough" if freed >= self.over else "not enough"
        yield f"To do with {fewer}, tighten: {named}. That frees {freed} of {self.over}: {enough}."

    def _others(self) -> Iterator[str]:
        """What whole sections alone would ask for, and what smaller ones than the press binds would."""
        whole = replace(self.binder, parts=())
        if whole.least(self.matter) > self.pages:
            yield f"Without part sections it would have {_asked(whole, self.matter)}."
        best = self.pages
        for part in _halves(self.binder.whole):
            finer = replace(self.binder, parts=(*self.binder.parts, part))
            if (pages := finer.least(self.matter)) < best:
                best = pages
                yield f"Did the press bind a section of {part} too, it would have {_asked(finer, self.matter)}."

    def _next_to_last(self) -> Iterator[str]:
        """Where part sections lie, and why."""
        parts = [pages for pages in self.sections if pages < self.binder.whole]
        if parts and self.sections[-1] == self.binder.whole:
            named = f"The {' and the '.join(map(str, parts))} {'lies' if len(parts) == 1 else 'lie'} next to last"
            yield f"{named}: the first and the last section hold the cover, and a thin one would work loose there."

    def _filled(self) -> Iterator[str]:
        """What was added, and where."""
        if self.plates:
            number = counted(len(self.plates), "plate")
            yield f"Added: {number} over two pages before the colophon: {', '.join(self.plates)}."
        if blanks := self.fillers.blanks:
            yield f"As a last resort: {blanks} blank pages at the end, {self.pages - blanks + 1}–{self.pages}."


def for_press(book: Book, press: PressProfile) -> tuple[Book, Extent]:
    """The book for a press, with as many leaves as its sections take, and how that came about."""
    plain = Extent(len(book.plan.block), press.binder)
    fillers = choose(plain.missing, [shelf.id for shelf in book.catalogue.families()])
    printed = book.printed(press, fillers)
    spared = tuple(savings(book)) if plain.missing else ()
    return printed, replace(plain, fillers=fillers, savings=spared, plates=tuple(_placed(printed.plan)))


def choose(missing: int, families: Sequence[str]) -> Fillers:
    """Plates for as many pages as are missing, their fields spread over the book's; beyond that, blanks.

    `missing` is even, for all parts between the covers are pairs of pages.
    """
    plates = _plates(missing)
    rounds = ceil(plates / len(families)) if families else 0
    taken = [family for left in _shares(plates, rounds) for family in _evenly(families, left)]
    return Fillers(tuple(taken), missing - SPREAD * len(taken))


def _plates(missing: int) -> int:
    """How many plates over two pages go into so many pages, as far as a book can bear them."""
    return min(missing // SPREAD, PLATES_AT_MOST)


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


def _halves(pages: int) -> Iterator[int]:
    """A half of a section, its quarter, and so on down to a single fold."""
    while (pages := pages // 2) >= PAGES_IN_FOLD and pages % PAGES_IN_FOLD == 0:
        yield pages


def _asked(binder: Binder, matter: int) -> str:
    """What a binder would ask for: pages, sections, and what to fill them with."""
    pages = binder.least(matter)
    block, missing = _told(binder.sections(pages) or ()), pages - matter
    return f"{block}, and {missing} to fill ({_fillers(missing)})" if missing else f"{block}, and nothing to fill"


def _fillers(missing: int) -> str:
    """What would fill so many pages: "3 plates", "8 plates and 14 blank pages"."""
    plates = _plates(missing)
    blanks = missing - SPREAD * plates
    return counted(plates, "plate") + (f" and {blanks} blank pages" if blanks else "")


def _told(sections: Sequence[int]) -> str:
    """A block by its sections: "104 pages in 7 sections (5 × 16 + 8 + 16)"."""
    return f"{sum(sections)} pages in {counted(len(sections), 'section')} ({listed(sections)})"
