"""A slip of the hand is told at its own line, not where the parser stumbles over it, with the line to paste."""

from __future__ import annotations

import pytest
from world import PROFILE, profile

from showcase import frontmatter, yamlslips
from showcase.frontmatter import Unreadable
from showcase.problems import Problem

PATH = "startups/lantern-works.md"
HEADLINE, ROW = "headline: A lamp that finds its own way home", "  - {name: Asha Rao, src: [1]}"
# What stood there, what was typed, the kind, the column, and the line to paste where it is another than before.
SLIPS = {
    "blank": ("name: Lantern Works", "name:Lantern Works", "blank", 5, ""),
    "blank on the first line": ("id: lantern-works", "id:lantern-works", "blank", 3, ""),
    "blank on the last line": ("review_by: 2027-05-22", "review_by:2027-05-22", "blank", 10, ""),
    "blank in an entry": ("  - id: diya", "  - id:diya", "blank", 7, ""),
    "blank under a key": ("    name: Diya", "    name:Diya", "blank", 9, ""),
    "blank in a row": (ROW, "  - {name:Asha Rao, src: [1]}", "blank", 10, ""),
    "blanks in a row": (ROW, "  - {name:Asha Rao, src:[1]}", "blank", 10, ""),
    "blank before a row": ("home: {city", "home:{city", "blank", 5, ""),
    "colon": ("name: Lantern Works", "name Lantern Works", "no-colon", 5, ""),
    "dash": (ROW, "  -{name: Asha Rao, src: [1]}", "dash", 3, ""),
    "quote": (HEADLINE, 'headline: "A lamp', "quote", 11, 'headline: "A lamp"'),
    "single quote": (HEADLINE, "headline: 'A lamp", "quote", 11, "headline: 'A lamp'"),
    "quote in a row": ('value: "12 hours", label', 'value: "12 hours, label', "quote", 28, None),
    "quote on the last line": ("review_by: 2027-05-22", 'review_by: "2027-05-22', "quote", 12, 'review_by: "2027-05-22"'),
    "quotes within": (HEADLINE, 'headline: "A "kind" lamp"', "within", 14, 'headline: "A \\"kind\\" lamp"'),
    "apostrophe": (HEADLINE, "headline: 'The firm's lamp'", "within", 20, 'headline: "The firm\'s lamp"'),
    "apostrophe in a row": (ROW, "  - {name: 'Asha's Rao', src: [1]}", "within", 17, '  - {name: "Asha\'s Rao", src: [1]}'),
    "bracket": (ROW, "  - {name: Asha Rao, src: [1}", "bracket", 27, ROW),
    "brace": (ROW, "  - {name: Asha Rao, src: [1]", "bracket", 5, ROW),
    "colon in a row": (ROW, "  - {name: Asha: Rao, src: [1]}", "colon", 16, '  - {name: "Asha: Rao", src: [1]}'),
    "sign": (HEADLINE, "headline: @sea, a lamp", "sign", 11, 'headline: "@sea, a lamp"'),
    "sign in a row": (ROW, "  - {name: `Asha`, src: [1]}", "sign", 12, '  - {name: "Asha", src: [1]}'),
    "number sign": (HEADLINE, "headline: A lamp #1", "comment", 11, 'headline: "A lamp #1"'),
}  # fmt: skip


def told(text: str) -> Problem:
    with pytest.raises(Unreadable) as error:
        frontmatter.parse(text, PATH)
    return error.value.problem


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_at_its_line_with_the_line_to_paste(name: str) -> None:
    before, typed, kind, column, right = SLIPS[name]
    text = profile((before, typed))
    line = text[: text.index(typed)].count("\n") + 1
    problem = told(text)
    assert (problem.code, problem.cause.kind, problem.line, problem.column) == ("P004", kind, line, column)
    assert problem.excerpt[problem.caret - 1] == text.split("\n")[line - 1][column - 1]
    assert problem.instead == (right or PROFILE.split("\n")[line - 1])
    lines = text.split("\n")
    frontmatter.parse("\n".join([*lines[: line - 1], problem.instead, *lines[line:]]), PATH)


def test_of_two_slips_the_first_is_told_first() -> None:
    text = profile(("name: Lantern", "name:Lantern"), ("review_by: 2027", "review_by:2027"))
    assert told(text).line == 3
    assert told(profile((HEADLINE, 'headline: "A lamp'), ("summary: L", 'summary: "L'))).line == 6


def test_what_only_looks_like_a_slip_is_left_alone() -> None:
    odd = 'aliases: ["A, b:c [d", \'the firm\'\'s {e\', x:y]\nsummary: "Lantern:Works [of\n  Pune makes @ lamps"\nstatus'
    text = profile(("summary: Lantern Works of Pune makes a floating lamp for the Indian Navy.\n", ""), ("status", odd))
    assert frontmatter.parse(text, PATH).meta["summary"] == "Lantern:Works [of Pune makes @ lamps"
    assert told(text.replace("review_by: 2027", "review_by:2027")).line == text.count("\n", 0, text.index("review_by")) + 1


def test_a_file_of_slips_alone_costs_few_readings() -> None:
    lines = [f'a{n}: "b' for n in range(5000)]
    readings = []
    assert yamlslips.found(lines, 4000, lambda text: readings.append(text) or 0) is None
    assert len(readings) == yamlslips.MOST


def test_a_key_without_a_colon_is_told_at_its_line_whatever_it_looks_like() -> None:
    assert told(profile(("status: published", "?!\nstatus: published"))).line == 5
