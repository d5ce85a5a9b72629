"""The sections of a text block: which numbers of pages can be bound, by which sections, in what order."""

from __future__ import annotations

import pytest

from showcase.book.press.sections import Binder, listed
from showcase.planfile import PlanFile
from showcase.preflight.checks.extent import sheets_are_full
from showcase.preflight.demands import Demands

SEWN = Binder(16, (8,), is_sewn=True)


@pytest.mark.parametrize(
    ("binder", "pages", "sections"),
    [
        (SEWN, 96, "6 × 16"),
        (SEWN, 104, "5 × 16 + 8 + 16"),
        (SEWN, 40, "16 + 8 + 16"),
        (SEWN, 24, None),  # the 8 would be outermost
        (SEWN, 8, None),
        (SEWN, 16, "16"),
        (SEWN, 98, None),
        (SEWN, 105, None),
        (Binder(16), 104, None),
        (Binder(16, (8,)), 24, "16 + 8"),
        (Binder(16, (8,)), 8, "8"),
        (Binder(16, (8,)), 40, "16 + 8 + 16"),
        (Binder(16, (4, 8), is_sewn=True), 108, "5 × 16 + 8 + 4 + 16"),
        (Binder(16, (4,), is_sewn=True), 108, "5 × 16 + 3 × 4 + 16"),
        (Binder(24, (8, 12, 4)), 64, "24 + 12 + 4 + 24"),  # as few as 8 + 8, and thicker
        (Binder(4), 100, "25 × 4"),
        (Binder(), 9, "9 × 1"),
    ],
)
def test_a_block_is_bound_of_the_fewest_part_sections_next_to_last(binder: Binder, pages: int, sections: str | None) -> None:
    found = binder.sections(pages)
    assert (listed(found) if found else None) == sections
    assert found is None or sum(found) == pages


@pytest.mark.parametrize("binder", [SEWN, Binder(16), Binder(16, (8,)), Binder(32, (16, 8, 4), is_sewn=True), Binder(4), Binder(24, (12, 8))])
def test_sewn_or_not_every_plan_keeps_to_its_rules_and_the_nearest_are_the_nearest(binder: Binder) -> None:
    bound = {pages for pages in range(1, 400) if binder.sections(pages)}
    for pages in range(2 * binder.whole, 300):
        sections = binder.sections(pages)
        assert binder.least(pages) == min(one for one in bound if one >= pages)
        assert binder.most(pages) == max(one for one in bound if one <= pages)
        if sections is None:
            continue
        parts = [one for one in sections if one < binder.whole]
        assert set(sections) <= {binder.whole, *binder.parts}
        assert sum(parts) < binder.whole
        assert sections[0] == sections[-1] == binder.whole


def test_fewer_pages_than_can_be_bound_are_none() -> None:
    assert Binder(16, is_sewn=True).most(14) == 0
    assert (SEWN.least(2), SEWN.least(18)) == (16, 32)


def test_the_sections_are_said_in_words() -> None:
    assert (Binder(16).said, SEWN.said, Binder(16, (4, 8)).said) == ("16", "16 and 8", "16, 8 and 4")


@pytest.mark.parametrize("pages", [16, 32, 40, 96, 104])
def test_the_gate_lets_through_what_the_press_binds(pages: int) -> None:
    assert list(sheets_are_full([None] * pages, Demands(binder=SEWN), None)) == []


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (105, "105 pages are no sections of 16 and 8: 1 too many, or 7 too few."),
        (103, "103 pages are no sections of 16 and 8: 7 too many, or 1 too few."),
        (24, "24 pages are no sections of 16 and 8: 8 too many, or 8 too few."),
        (1, "1 page is no section of 16 and 8: 15 too few."),
        (8, "8 pages are no sections of 16 and 8: 8 too few."),
    ],
)
def test_the_gate_refuses_a_page_too_many(pages: int, said: str) -> None:
    (finding,) = sheets_are_full([None] * pages, Demands(binder=SEWN), None)
    assert (finding.code, finding.message) == ("G801", said)


def test_the_gate_refuses_other_sections_than_those_of_the_plan() -> None:
    plan = PlanFile.model_construct(sections=(16,) * 7, press="other")
    (finding,) = sheets_are_full([None] * 104, Demands(binder=SEWN), plan)
    assert finding.message == "the plan, made for other, binds 7 × 16 pages, and here 104 are bound as 5 × 16 + 8 + 16: name that press, or build for this one."
    assert list(sheets_are_full([None] * 112, Demands(binder=SEWN), plan)) == []
