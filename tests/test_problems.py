"""Problems as text, as annotations and as JSON."""

from __future__ import annotations

import json

from showcase.frontmatter import locate_problem
from showcase.problems import Problem, at_most, listed, nearest, render

PROBLEM = Problem(
    "P201", "startups/a.md", 4, 9, "“pun” is not a city, 100% sure.", fix="correct it",
    excerpt="home: {city: pun}", caret=9, width=3, allowed=("Pune", "Puri"), suggestion="Pune",
)  # fmt: skip


def test_text_shows_excerpt_caret_and_advice() -> None:
    assert render([PROBLEM], "text") == (
        "startups/a.md:4:9: error P201: “pun” is not a city, 100% sure.\n"
        "    4 | home: {city: pun}\n"
        "      |         ^^^\n"
        "        allowed: Pune, Puri\n"
        "        did you mean “Pune”?\n"
        "        to mend: correct it"
    )


def test_annotations_are_escaped() -> None:
    assert render([PROBLEM], "github") == (
        "::error file=startups/a.md,line=4,col=9,title=P201::“pun” is not a city, 100%25 sure."
        "%0Aallowed: Pune, Puri%0Adid you mean “Pune”?%0Ato mend: correct it"
    )


def test_json_holds_every_field() -> None:
    (told,) = json.loads(render([PROBLEM], "json"))
    assert (told["code"], told["line"], told["column"], told["suggestion"]) == (
        "P201",
        4,
        9,
        "Pune",
    )


def test_a_long_line_is_shown_around_its_column() -> None:
    lines = ["y" * 299 + "<b>" + "z" * 300]
    problem = locate_problem("a.md", lines, "P404", "x", (1, 300), width=3)
    line, caret = render([problem], "text").splitlines()[1:3]
    assert line.index("<b>") == caret.index("^^^")
    assert len(line) < 120
    assert problem.column == 300


def test_no_control_character_reaches_a_terminal_or_a_log() -> None:
    problem = Problem(
        "P107", "a.md", 1, 1, "“\x1b[2J\n::error::” is not allowed.", excerpt="\x1b[2J"
    )
    for style in ("text", "github"):
        assert "\x1b" not in render([problem], style)
        assert "\n::error::" not in render([problem], style)


def test_a_flood_of_problems_is_cut() -> None:
    told = at_most(Problem("P404", "a.md", n, 1, "x") for n in range(1, 10_000))
    assert len(told) == 51
    assert told[-1].message == "more than 50 problems of one kind stand here."


def test_long_lists_are_cut_with_the_number_left_out() -> None:
    assert listed([str(n) for n in range(15)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more"


def test_nearest_names_only_what_is_close() -> None:
    assert nearest("disc-77", ["disc-7", "aditi-2"]) == "disc-7"
    assert nearest("zzz", ["disc-7", "aditi-2"]) is None
