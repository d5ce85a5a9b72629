"""The pages together: one size, whole sheets, no page without a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from showcase.book.press.sections import listed
from showcase.planfile import PlanFile
from showcase.preflight.checks.boxes import TRIM
from showcase.preflight.demands import MM, Demands
from showcase.preflight.findings import Finding
from showcase.preflight.kept import Checked

HAIR = 0.1


def pages_are_alike(pages: Sequence[Checked]) -> Iterator[Finding]:
    """G204: all pages that state their trim have the one that most of them have."""
    stated = {number: page for number, page in enumerate(pages, 1) if not _lacks_trim(page)}
    sizes = Counter((round(page.size[0], 1), round(page.size[1], 1)) for page in stated.values())
    if not sizes:
        return
    (width, height), _ = sizes.most_common(1)[0]
    for number, page in stated.items():
        if abs(page.size[0] - width) > HAIR or abs(page.size[1] - height) > HAIR:
            size = f"{page.size[0] / MM:.1f} × {page.size[1] / MM:.1f} mm"
            yield Finding("G204", f"the page is {size}; most are {width / MM:.1f} × {height / MM:.1f} mm.", number)


def _lacks_trim(page: Checked) -> bool:
    return any(finding.code == "G201" and TRIM in finding.message for finding in page.findings)


def sheets_are_full(pages: Sequence[Checked], demands: Demands, plan: PlanFile | None) -> Iterator[Finding]:
    """G801: the pages make sections that the press binds, and those that the plan has."""
    binder, count = demands.binder, len(pages)
    sections = binder.sections(count)
    if sections is None:
        fewer = binder.most(count)
        many = f"{count - fewer} too many, or " if fewer else ""
        are = "1 page is no section" if count == 1 else f"{count} pages are no sections"
        yield Finding("G801", f"{are} of {binder.said}: "
                              f"{many}{binder.least(count) - count} too few.")  # fmt: skip
    elif plan and plan.sections and plan.sections != sections:
        made = f", made for {plan.press}," if plan.press else ""
        yield Finding("G801", f"the plan{made} binds {listed(plan.sections)} pages, and here {count} "
                              f"are bound as {listed(sections)}: name that press, or build for this one.")  # fmt: skip


def blanks_are_meant(pages: Sequence[Checked], plan: PlanFile | None, known: int) -> Iterator[Finding]:
    """G802, G803: blank pages are counted, and named where the plan has them, which speaks of pages up to `known`."""
    planned = {page.page: page for page in plan.pages[:known]} if plan else {}
    for number, page in enumerate(pages, 1):
        if not page.is_blank:
            continue
        own = planned.get(number)
        if own is not None and is_planned_blank(own.kind, number, plan):
            yield Finding("G803", f"the page is blank, as planned: {own.title}.", number)
        else:
            of = f" of “{own.title}”" if own else ""
            yield Finding("G802", f"the page{of} is blank.", number)


BLANK_FIRST = {"half-title", "title"}
"""Parts whose first page is the blank back of the leaf before."""
BLANK_LAST = {"colophon"}
"""Parts whose last page is the blank back of their leaf."""
BLANK = {"blank"}


def is_planned_blank(kind: str, number: int, plan: PlanFile | None) -> bool:
    """Whether the plan leaves a page empty: it fills a sheet, or is a back before a title or after the last words."""
    if kind in BLANK:
        return True
    before = plan.pages[number - 2].kind if plan and number > 1 else ""
    return kind in BLANK_FIRST and before != kind or kind in BLANK_LAST and before == kind
