"""The sections that a text block is bound of: how many pages they may have together, and in what order they lie.

A section (a signature, once it is folded) is a sheet folded to pages. Whole
sections have the pages of the press's signature; a part section is a smaller
one, of half a sheet or a quarter. Among plans of the same pages the one of the
fewest part sections is meant, and they never make up a whole section.

A part section lies next to last, the convention of binders: first and last
section carry endpapers and cover, and a thin one would work loose there, while
next to last it is held by a whole one on either side and is easy to find when
the sections are gathered. Where sections are sewn it is never outermost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, count, groupby


@dataclass(frozen=True)
class Binder:
    """What a binder can take: pages of a whole section, of part sections, and whether they are sewn."""

    whole: int = 1
    parts: tuple[int, ...] = ()
    is_sewn: bool = False

    def sections(self, pages: int) -> tuple[int, ...] | None:
        """The sections of exactly so many pages, in the order of binding; None where there are none."""
        number, rest = divmod(pages, self.whole)
        parts = _fewest(rest, sorted(self.parts, reverse=True))
        if parts is None or parts and self.is_sewn and number < 2:
            return None
        before = max(number - 1, min(number, 1)) if parts else number
        return (self.whole,) * before + parts + (self.whole,) * (number - before)

    def least(self, pages: int) -> int:
        """The fewest pages that can be bound and hold so many."""
        return next(more for more in count(pages) if self.sections(more) is not None)

    def most(self, pages: int) -> int:
        """The most pages, of at most so many, that can be bound; 0 where none can."""
        return next(fewer for fewer in range(pages, -1, -1) if self.sections(fewer) is not None)

    @property
    def said(self) -> str:
        """The sections that it takes, in words: "16", "16 and 8", "16, 8 and 4"."""
        *most, last = map(str, (self.whole, *sorted(self.parts, reverse=True)))
        return f"{', '.join(most)} and {last}" if most else last


def _fewest(pages: int, sizes: Sequence[int]) -> tuple[int, ...] | None:
    """The fewest part sections of exactly so many pages, the largest first; None where there are none."""
    most = pages // min(sizes) if sizes else 0
    chosen = (parts for number in range(most + 1) for parts in combinations_with_replacement(sizes, number))
    return next((parts for parts in chosen if sum(parts) == pages), None)


def listed(sections: Sequence[int]) -> str:
    """Sections in the order of binding, as a ticket tells them: "5 × 16 + 8 + 16"."""
    runs = [(pages, len(list(run))) for pages, run in groupby(sections)]
    return " + ".join(f"{number} × {pages}" if number > 1 else f"{pages}" for pages, number in runs)
