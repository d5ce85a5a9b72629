"""Problems as text, as annotations and as JSON, in English and in Hindi."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest

from showcase.causes import cause
from showcase.frontmatter import locate_problem
from showcase.leniency import Suppressed
from showcase.model.dates import Language, PartialDate
from showcase.problems import Problem, at_most, listed, nearest, replaced
from showcase.reports import github, machine, text

CITY = cause("P201", "city", value="pun, 100%: \n")
PROBLEM = Problem(
    CITY, "startups/a, b.md", 4, 9, excerpt="home: {city: pun}", caret=14, width=3, allowed=("Pune", "Puri"),
    suggestion="Pune", instead="home: {city: Pune}",
)  # fmt: skip
WARNING = Problem(cause("P610", "date", day="2098-01-09"), "startups/a.md", 4)


def test_text_shows_level_place_excerpt_caret_label_advice_and_the_line_to_paste() -> None:
    assert text.report([PROBLEM]) == (
        "error[P201]: “pun, 100%: \\n” is not a city of data/cities.yml.\n"
        " --> startups/a, b.md:4:9\n"
        "  |\n"
        "4 | home: {city: pun}\n"
        "  |              ^^^ did you mean “Pune”?\n"
        "  = allowed: Pune, Puri\n"
        "  = to mend: correct the name, or add the city with its State to data/cities.yml.\n"
        "  = write instead:\n"
        "      home: {city: Pune}\n"
        "  = more: python -m showcase check --explain P201"
    )


def test_the_same_is_said_in_hindi() -> None:
    assert text.report([PROBLEM], "hi") == (
        "त्रुटि[P201]: “pun, 100%: \\n” data/cities.yml का कोई नगर नहीं है।\n"
        " --> startups/a, b.md:4:9\n"
        "  |\n"
        "4 | home: {city: pun}\n"
        "  |              ^^^ क्या आपका आशय “Pune” था?\n"
        "  = मान्य: Pune, Puri\n"
        "  = सुधार: नाम सुधारें, या नगर को उसके राज्य के साथ data/cities.yml में जोड़ें।\n"
        "  = इसके स्थान पर लिखें:\n"
        "      home: {city: Pune}\n"
        "  = अधिक: python -m showcase check --lang hi --explain P201"
    )


def test_annotations_are_escaped() -> None:
    assert github.report([PROBLEM]) == (
        "::error file=startups/a%2C b.md,line=4,col=9,endColumn=12,title=P201%3A did you mean “Pune”?::"
        "“pun, 100%25: \\n” is not a city of data/cities.yml.%0Aallowed: Pune, Puri%0A"
        "to mend: correct the name, or add the city with its State to data/cities.yml.%0Ahome: {city: Pune}"
    )


def test_ten_annotations_of_a_level_and_all_in_the_summary(tmp_path: Path) -> None:
    problems = [PROBLEM] * 23 + [WARNING] * 11
    told = github.report(problems).splitlines()
    assert [line.partition(" ")[0] for line in told].count("::error") == 10
    assert [line.partition(" ")[0] for line in told].count("::warning") == 10
    assert [line for line in told if not line.startswith("::")] == [
        "13 more of level error; all of them stand in the summary of the step.",
        "1 more of level warning; all of them stand in the summary of the step.",
    ]
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    github.summarise(problems, "en", {"GITHUB_STEP_SUMMARY": str(file)})
    assert file.read_text(encoding="utf-8").startswith("before\n### 23 errors, 11 warnings\n")
    assert file.read_text(encoding="utf-8").count("\n| error P201 | `startups/a, b.md:4:9` | ") == 23


def test_a_summary_keeps_within_its_room_and_counts_the_rest() -> None:
    whole = github.summary([PROBLEM] * 50, room=2000)
    assert len(whole.encode()) < 2200
    shown = whole.count("| error P201 |")
    assert 0 < shown < 50
    assert f"… and {50 - shown} more" in whole


def test_nothing_in_a_summary_becomes_markup() -> None:
    wild = Problem(cause("P107", "choice", key="status", value="<img src=x> | @all ![a](b)"), "a.md")
    row = github.summary([wild]).splitlines()[-1]
    assert not any(mark in row for mark in ("<", "@", "![", "]("))
    assert row.count("|") - row.count("\\|") == 4


def test_json_keeps_to_its_schema() -> None:
    schema = json.loads(machine.SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    told = json.loads(machine.report([PROBLEM, WARNING], "hi", [Suppressed(WARNING, "It is a made-up profile.")]))
    jsonschema.validate(told, schema)
    assert (told["errors"], told["warnings"]) == (1, 1)
    assert told["problems"][0]["message"].endswith("का कोई नगर नहीं है।")
    told["problems"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError, match="0 is less than the minimum of 1"):
        jsonschema.validate(told, schema)


def test_a_long_line_is_shown_around_its_column() -> None:
    lines = ["y" * 299 + "<b>" + "z" * 300]
    problem = locate_problem("a.md", lines, cause("P404", "html", what="it", found="<b>"), (1, 300), width=3)
    line, caret = text.report([problem]).splitlines()[3:5]
    assert line.index("<b>") == caret.index("^^^")
    assert len(line) < 120
    assert problem.column == 300


def test_the_caret_stands_under_hindi_as_a_terminal_shows_it() -> None:
    problem = Problem(WARNING.cause, "a.md", 1, 7, excerpt="दीया है हैं x", caret=13, width=1)
    assert text.paragraph(problem).splitlines()[4].startswith("  |          ^")


def test_no_control_character_reaches_a_terminal_or_a_log() -> None:
    wild = cause("P107", "choice", key="status", value="\x1b[2J\n::error::")
    problem = Problem(wild, "a.md", excerpt="\x1b[2J")
    for told in (text.report([problem]), github.report([problem]), github.summary([problem])):
        assert "\x1b" not in told
        assert "\n::error::" not in told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert text.wants_colour(Terminal())
    assert not text.wants_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not text.wants_colour(Terminal())
    coloured = text.report([PROBLEM], colour=True)
    assert "\x1b[1m\x1b[31merror[P201]\x1b[0m" in coloured
    assert coloured.count("\x1b[0m") >= coloured.count("\x1b[31m")


def test_a_flood_of_problems_is_cut() -> None:
    told = at_most(Problem(cause("P405", "story"), "a.md", n) for n in range(1, 10_000))
    assert len(told) == 51
    assert told[-1].message == "more than 50 problems of one kind stand here."


def test_long_lists_are_cut_with_the_number_left_out() -> None:
    assert listed([str(n) for n in range(15)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more"


def test_nearest_names_only_what_is_close() -> None:
    assert nearest("disc-77", ["disc-7", "aditi-2"]) == "disc-7"
    assert nearest("zzz", ["disc-7", "aditi-2"]) is None


def test_a_line_is_mended_within_its_quotes_and_only_where_the_words_are() -> None:
    assert replaced('a: "pun", b', 4, "pun", "Pune") == 'a: "Pune", b'
    assert replaced("a: >", 4, "pun", "Pune") == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7 Oct 2025", "2025-10-07"), ("7th October, 2025", "2025-10-07"), ("Oct. 7, 2025", "2025-10-07"),
        ("Sept 2024", "2024-09"), ("2025/10/7", "2025-10-07"), ("7-Oct-2025", "2025-10-07"),
        ("7 अक्टूबर 2025", "2025-10-07"), ("20-02-2023", "2023-02-20"), ("20/02/2023", "2023-02-20"), ("20.2.2023", "2023-02-20"),
        ("02/20/2023", "2023-02-20"), ("2023–02–20", "2023-02-20"), ("२०२३-०२-२०", "2023-02-20"), ("5/05/2023", "2023-05-05"),
        ("32/02/2023", None), ("20/20/2023", None), ("30/02/2023", None),
        ("07/10/2025", None), ("31 Feb 2024", None), ("2025-13-01", None), ("x 2024", None), ("soon", None),
    ],
)  # fmt: skip
def test_a_date_in_another_form_is_read_where_it_can_mean_one_day_only(text: str, meant: str | None) -> None:
    guessed = PartialDate.guess(text)
    assert (guessed and guessed.iso) == meant


@pytest.mark.parametrize(("language", "folder"), [("en", ""), ("hi", "hi/")])
def test_where_the_site_has_an_address_a_problem_names_its_place_there(language: Language, folder: str) -> None:
    home = "https://example.org/"
    address = f"{home}{folder}problems/#{PROBLEM.code.lower()}"
    for told in (text.report([PROBLEM], language, home=home), github.report([PROBLEM], language, home)):
        assert told.endswith(address) and "--explain" not in told
    assert machine.as_json(PROBLEM, language, home)["docs"] == address
    assert machine.as_json(PROBLEM, language)["docs"] is None
