"""What holds between profiles, what is milder here than elsewhere, and how quickly a thousand are checked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from made_up import write_content
from test_cli import run
from world import PROFILE, ROOT, make_world, profile

from showcase import checker
from showcase.problems import Problem
from showcase.rules import across

PATH = "startups/lantern-works.md"
OTHER_STORY = "A team of sailors builds a buoy in a yard by the river, and sends it down to the sea each spring.[^1]\n"


def other(*changes: tuple[str, str], story: str = OTHER_STORY) -> str:
    """Another sound profile, of another firm, with some changes."""
    own = PROFILE.replace(PROFILE.split("---\n")[2], story)
    named = (("id: lantern-works", "id: other"), ("name: Lantern Works", "name: Sea Buoys"), ("name_hi: लैंटर्न वर्क्स", "name_hi: समुद्री बोया"), ("summary: Lantern Works of Pune", "summary: A yard in Pune"))
    return profile(*named, *changes, base=own)


def told(folder: Path, text: str, first: str = PROFILE) -> list[Problem]:
    return list(checker.examine(make_world(folder, {PATH: first, "startups/other.md": text})).problems)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lantern Works", "LANTERN WORKS Pvt. Ltd."), ("Lantern Works", "The Lantern-Works Private Limited"),
        ("Aérial & Co", "Aerial and Company"), ("नवाचार", "Navachar"), ("QNu Labs", "QNULabs"),
    ],
)  # fmt: skip
def test_one_firm_in_two_spellings_is_seen(one: str, two: str) -> None:
    assert across.spelling(one) == across.spelling(two)


@pytest.mark.parametrize(("one", "two"), [("Acme Systems", "Acme Technologies"), ("Private Limited", "The Company"), ("Aerial IQ", "Aerial")])
def test_two_firms_are_not_taken_for_one(one: str, two: str) -> None:
    assert across.spelling(one) != across.spelling(two)


def test_a_firm_under_another_spelling_is_a_warning_at_its_name(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, other(("name: Sea Buoys", "name: LanternWorks Pvt Ltd")))
    assert (problem.severity, problem.code, problem.place) == ("warning", "P609", "startups/other.md:3:7")
    assert problem.message == f"“LanternWorks Pvt Ltd” may be “Lantern Works” of {PATH} in another spelling."


def test_an_alias_that_is_the_name_of_another_firm_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, other(("status:", "aliases: [Buoy, Lantern Works]\nstatus:")))
    assert (problem.code, problem.place) == ("P609", "startups/other.md:5:17")


def test_one_website_is_told_however_it_is_written(tmp_path: Path) -> None:
    sites = [f'website: {{url: "{url}", src: [1]}}\nstatus:' for url in ("https://www.example.org/", "http://EXAMPLE.org/index.html")]
    (problem,) = told(tmp_path, other(("status:", sites[1])), profile(("status:", sites[0])))
    assert (problem.code, problem.place) == ("P630", "startups/other.md:5:16")
    assert told(tmp_path, other(("status:", sites[1].replace("index", "lamps"))), profile(("status:", sites[0]))) == []


def test_a_story_of_which_four_fifths_are_anothers_is_told(tmp_path: Path) -> None:
    story = PROFILE.split("---\n")[2]
    whole = (story + "\n") * 2 + story
    (problem,) = told(tmp_path, other(story=whole.replace("which floats", "and it floats", 1)), PROFILE.replace(story, whole))
    assert problem.code == "P631"
    assert problem.message.endswith(f"of this story stand word for word in {PATH}.")
    assert told(tmp_path, other()) == []


def test_a_sound_pair_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, other()) == []


ALLOWANCE = 'allowances: [{code: P610, severity: %s, reason: "The order is dated ahead.", paths: ["startups/*.md"]}]\n'
AHEAD = profile(("date: 2023-01-09", "date: 2098-01-09"), ("On 9 January 2023", "On 9 January 2098"))


def test_an_allowance_makes_a_warning_an_error_or_silences_it_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: AHEAD, "data/check.yml": ALLOWANCE % "error"})
    assert [(one.code, one.severity) for one in checker.examine(world).problems] == [("P610", "error")]
    make_world(tmp_path, {"data/check.yml": ALLOWANCE % "'off'"})
    (world / "data/check.yml").write_text(ALLOWANCE % "'off'", encoding="utf-8")
    status, said, _ = run(capsys, "--root", str(world), "check")
    assert (status, said) == (0, "not told, by data/check.yml:\n"
                                 f"  {PATH}:30:26: P610: The order is dated ahead.\n\n1 profile checked: no errors.\n")  # fmt: skip


def test_what_stops_a_profile_from_being_shown_cannot_be_allowed(tmp_path: Path) -> None:
    allowance = "allowances: [{code: P102, severity: 'off', reason: The name will come later.}]\n"
    world = make_world(tmp_path, {PATH: profile(("name: Lantern Works\n", "")), "data/check.yml": allowance})
    assert [one.code for one in checker.examine(world).problems] == ["P702", "P102"]


def test_an_allowance_without_a_reason_is_refused(tmp_path: Path) -> None:
    world = make_world(tmp_path, {PATH: PROFILE, "data/check.yml": "allowances: [{code: P610, severity: warning}]\n"})
    (problem,) = checker.examine(world).problems
    assert (problem.path, problem.message) == ("data/check.yml", "the key `reason` is missing.")


def test_a_mark_of_what_is_left_to_do_lets_a_draft_pass_and_stops_what_is_published(tmp_path: Path) -> None:
    marked = ("verified_on: 2026-11-22", "verified_on: 2026-11-22  # TODO: look again")
    assert [(one.code, one.severity) for one in told(tmp_path, other(marked, ("status: published", "status: draft")))] == [("P620", "warning")]
    (problem,) = told(tmp_path, other(marked))
    assert (problem.severity, problem.place) == ("error", "startups/other.md:35:28")
    assert problem.message == "this is still to do, and the profile is published: look again"


def test_a_name_that_differs_in_capitals_alone_is_told_on_every_system(tmp_path: Path) -> None:
    row = "photographs: [{id: sea, file: Sea.JPG, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, caption: A lamp}]\nsources:\n"
    world = make_world(tmp_path, {PATH: profile(("sources:\n", row)), "images/lantern-works/sea.jpg": b"x"})
    missing = next(one for one in checker.examine(world).problems if one.code == "P501")
    assert missing.message == "“Sea.JPG” is not a file in images/lantern-works/; “sea.jpg” is: only the capitals differ."
    assert "file: sea.jpg," in missing.instead


def test_three_hundred_profiles_are_checked_within_five_seconds(tmp_path: Path) -> None:
    write_content(tmp_path, ROOT, 300)
    start = time.perf_counter()
    found = checker.examine(tmp_path)
    assert time.perf_counter() - start < 5
    assert len(found.entries) == 300
