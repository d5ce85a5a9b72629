"""The order of the pages: each bears the folio that its plan gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pypdfium2

from showcase.planfile import PlanFile
from showcase.preflight.checks.extent import is_planned_blank
from showcase.preflight.findings import Box, Finding

FOOT = 1 / 9
"""The share of the trimmed height in which a folio stands, from the foot."""
ALONE = re.compile(r"(?<!\S)\d+(?!\S)", re.ASCII)
WITHOUT = frozenset({"cover", "half-title", "title", "back-cover"})
"""Parts whose pages print no folio; blank pages print none either."""


def numbers_at_the_foot(drawn: pypdfium2.PdfDocument | None, number: int, trim: Box) -> tuple[str, ...]:
    """The numbers that stand by themselves at the foot of page `number` of a file, counted from 1."""
    if drawn is None:
        return ()
    try:
        top = trim.foot + FOOT * trim.height
        text = drawn[number - 1].get_textpage().get_text_bounded(trim.left, trim.foot, trim.right, top)
    except pypdfium2.PdfiumError:
        return ()
    return tuple(ALONE.findall(text))


def bears_folio(plan: PlanFile, number: int) -> bool:
    """Whether a page of the plan prints its folio."""
    page = plan.pages[number - 1]
    return page.label.isdecimal() and page.kind not in WITHOUT and not is_planned_blank(page.kind, number, plan)


@dataclass(frozen=True)
class Order:
    """The pages of a file against their plan; `numbers` are those at the foot of each page of the file."""

    numbers: Sequence[tuple[str, ...]]
    plan: PlanFile

    @cached_property
    def runs(self) -> list[list[int]]:
        """The pages that bear not their folios, in runs of such as follow each other."""
        runs: list[list[int]] = []
        is_right = True
        for page in self._with_folio():
            was_right, is_right = is_right, self._is_right(page)
            if not is_right and was_right:
                runs.append([])
            if not is_right:
                runs[-1].append(page)
        return runs

    @property
    def first(self) -> int:
        """The first page that bears not its folio; 0 where there is none."""
        return self.runs[0][0] if self.runs else 0

    @cached_property
    def known(self) -> int:
        """The last page up to which those of the file are those of the plan.

        Where the file has as many as the plan, it is the last of all: one that is out of its place says so itself.
        """
        if len(self.numbers) == len(self.plan.pages) or not self.first:
            return min(len(self.numbers), len(self.plan.pages))
        return max((page for page in self._with_folio() if page < self.first), default=0)

    def findings(self) -> Iterator[Finding]:
        """G804: a page without its folio, told once for all that follow each other."""
        for run in self.runs:
            more = f", and {len(run) - 1} more from here on bear not theirs" if len(run) > 1 else ""
            said = f"bears no folio {self.plan.label(run[0])}{more}; pages may be out of order."
            yield Finding("G804", said, run[0])

    def _with_folio(self) -> Iterator[int]:
        count = min(len(self.numbers), len(self.plan.pages))
        return (page for page in range(1, count + 1) if bears_folio(self.plan, page))

    def _is_right(self, page: int) -> bool:
        return self.plan.label(page) in self.numbers[page - 1]
