"""What a careless or a hostile hand may write is told in a sentence, quickly, and never believed.

Holds S9, S13 and S21 of docs/standards.md.
"""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest
from test_mistakes import PATH, problems_of
from world import PROFILE, make_world, profile

from showcase import checker, prose
from showcase.cli import main
from showcase.live.desk import Desk

ESCAPES = {
    r'"Lantern \u202e Works"': "the invisible character U+202E stands here.",
    r'"Lantern\0Works"': "the invisible character U+0000 stands here.",
    r'"Lantern\nWorks"': "the value holds a line break.",
    r'"Lantern \ue000"': "the invisible character U+E000 stands here.",
}
RAW = {
    "Lantern W\u043erks": "“W\u043e” mixes two scripts that look alike.",
    "Lantern \u0b86": "the book and the site have no letter for “\u0b86” (U+0B86).",
    "Lan\u200dtern Works": "the invisible character U+200D stands here.",
}


@pytest.mark.parametrize("name", [*ESCAPES, *RAW])
def test_a_name_holds_only_what_can_be_seen_and_printed(name: str, tmp_path: Path) -> None:
    told = problems_of(tmp_path, profile(("name: Lantern Works", f"name: {name}")))
    assert ({**ESCAPES, **RAW})[name] in [problem.message for problem in told]
    assert told[0].line == 3


def test_what_is_no_ordinary_file_is_told_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    startups = world / "startups"
    (startups / "zero.md").symlink_to("/dev/zero")
    (startups / "words.md").symlink_to("/etc/passwd")
    (startups / "lantern-works.hi.md").symlink_to("/dev/zero")
    os.mkfifo(startups / "pipe.md")
    (startups / "folder.md").mkdir()
    opened, read = [], Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path.name) or read(path))
    names = ["folder.md", "lantern-works.hi.md", "pipe.md", "words.md", "zero.md"]
    told = [("P606", f"startups/{name}", "") for name in names]
    for problems in (checker.examine(world).problems, Desk(world, date(2026, 11, 26)).look().problems):
        assert [(one.code, one.path, one.excerpt) for one in problems] == told
    assert not set(names) & set(opened)


SENTENCES = {
    "blank credit": (("label: Endurance", 'label: " "'), "`label` has blanks at an end or two in a row."),
    "lost comment": (("A lamp that finds", "A lamp #1 that finds"),
                     "YAML drops “#1 that finds its own way home”, taking it for a comment."),
    "curly quotes": (("headline: A lamp that finds its own way home", "headline: “A lamp that finds home”"),
                     "curly quotes stand round the whole value and would be printed."),
    "home of nowhere": (("{city: Pune, state: MH, src: [1]}", "{src: [1]}"),
                        "`home` names neither a city nor a State."),
    "address with another's name before it": (("https://example.org/lamp", "https://pib.gov.in@example.org/"), "“https://pib.gov.in@example.org/” is not a web address."),
    "broken address": (("https://example.org/lamp", "https://[bad"), "“https://[bad” is not a web address."),
    "unknown language": (("publisher: Naval Notes", "publisher: Naval Notes, language: xx"),
                         "“xx” is not a language that data/ui.yml names."),
    "listed twice": (("src: [1, 2]", "src: [1, 1]"), "“1” stands twice in this list."),
    "American date": (("On 9 January 2023", "On January 8, 2023"),
                      "the story gives the date January 8, 2023, which stands in no row of fact."),
    "entity": (("Asha Rao began", "Asha&#x202e; Rao began"), "the story holds raw HTML, &#x202e;"),
    "consent refused": (("sources:\n", "photographs: [{id: sea, file: sea.jpg, alt: A lamp, credit: A. Rao, "
                         "licence: CC BY 4.0, caption: A lamp, consent: false}]\nsources:\n"),
                        "the people shown have not agreed to this photograph."),
    "half a citation": (("in 2016.[^1]", "in 2016.[1]"), "“[1]” is not a citation."),
    "paragraph without source": (("12 hours.[^2]\n", "12 hours.[^2]\n\nIt floats.\n"), "this paragraph cites no source."),
    "table": (("Asha Rao began", "| Asha |\nAsha Rao began"),
              "the story holds a table; it may hold paragraphs and emphasis only."),
    "Hindi in English": (("A lamp that finds its own way home", "जो दीप स्वयं घर का रास्ता"), "`headline` is written in Hindi."),
    "future": (("verified_on: 2026-11-22\nreview_by: 2027-05-22", "verified_on: 2099-11-22\nreview_by: 2100-05-22"),
               "the date 2099-11-22 lies in the future."),
    "enormous number": (("year: 2016", "year: " + "9" * 400), "`year` holds “" + "9" * 400 + "”; it must be a whole number."),
}  # fmt: skip


@pytest.mark.parametrize("case", SENTENCES)
def test_the_case_has_its_sentence(case: str, tmp_path: Path) -> None:
    change, sentence = SENTENCES[case]
    assert sentence in [problem.message for problem in problems_of(tmp_path, profile(change))]


FLOODS = {
    "brackets": "[^" * 20_000,
    "headings": "# a\n" * 20_000,
    "invisible": "\u200b" * 20_000,
    "blanks": " " * 60_000 + "x",
    "points": "." * 60_000 + "x",
    "figures": "[^" + "1" * 60_000 + "]",
    "sentences": "A.[^1] " + "5 a. " * 12_000,
}
FLOODED_FIELDS = {
    "backticks": "`" * 60_000, "tags": "<a" * 30_000, "links": "[a](" * 15_000, "emphasis": " *a" * 20_000, "keys": "a: " * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_costs_no_more_than_a_moment(flood: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    told = problems_of(tmp_path, PROFILE + "\n" + FLOODS[flood])
    prose.to_html(FLOODS[flood], str)
    assert time.perf_counter() - began < 10
    assert len(told) < 300


@pytest.mark.parametrize("flood", FLOODED_FIELDS)
@pytest.mark.parametrize("quote", ["", '"'], ids=["plain", "quoted"])
def test_a_flooded_field_costs_no_more_than_a_moment(flood: str, quote: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    told = problems_of(tmp_path, profile(("headline: A lamp", f"headline: {quote}{FLOODED_FIELDS[flood]}")))
    assert time.perf_counter() - began < 10
    assert 0 < len(told) < 120


def test_a_flood_of_torn_rows_costs_no_more_than_a_moment(tmp_path: Path) -> None:
    row = "{name: A" + "".join(f",k{number}" for number in range(12_000)) + ", src: [1]}"
    began = time.perf_counter()
    told = problems_of(tmp_path, profile(("{name: Asha Rao, src: [1]}", row)))
    assert time.perf_counter() - began < 10
    assert [problem.code for problem in told] == ["P004"]


def test_a_flood_of_wrong_rows_is_cut(tmp_path: Path) -> None:
    rows = "founders:\n" + "  - {nme: A}\n" * 4_000
    began = time.perf_counter()
    told = problems_of(tmp_path, profile(("founders:\n  - {name: Asha Rao, src: [1]}\n", rows)))
    assert time.perf_counter() - began < 10
    assert 50 < len(told) < 120


def test_entities_forge_no_citation() -> None:
    assert prose.to_html("It floats.&#xe000;99&#xe001;", lambda n: f"<cite>{n}</cite>").count("cite") == 0


def test_a_link_in_the_picture_folder_is_refused(tmp_path: Path) -> None:
    row = ("photographs: [{id: sea, file: sea.jpg, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, "
           "caption: A lamp}]\nsources:\n")  # fmt: skip
    world = make_world(tmp_path, {PATH: profile(("sources:\n", row))})
    folder = world / "images/lantern-works"
    folder.mkdir(parents=True)
    (folder / "sea.jpg").symlink_to("/etc/hostname")
    assert [problem.message for problem in checker.examine(world).problems] == ["sea.jpg is a link to another file."]


@pytest.mark.parametrize("name", ["../sea.jpg", "../other/sea.jpg", "/etc/hostname", r"..\sea.jpg", "%2e%2e/sea.jpg", "C:sea.jpg", "./sea.jpg"])
def test_s9_a_picture_is_a_name_in_its_own_folder_and_no_path(name: str, tmp_path: Path) -> None:
    row = (f"photographs: [{{id: sea, file: '{name}', alt: A lamp, credit: A. Rao, licence: CC BY 4.0, "
           "caption: A lamp}]\nsources:\n")  # fmt: skip
    world = make_world(tmp_path, {PATH: profile(("sources:\n", row)), "images/sea.jpg": b"", "images/other/sea.jpg": b""})
    assert [each.code for each in checker.examine(world).problems if each.path == PATH] == ["P501"]


def test_pictures_of_no_profile_and_files_of_no_use_are_told(tmp_path: Path) -> None:
    world = make_world(tmp_path, {PATH: PROFILE, "images/lantern-work/a.jpg": b"", "data/city.yml": "x: 1",
                                  "startups/.DS_Store": b"", "startups/lantern-works.md~": b""})  # fmt: skip
    assert [(each.path, each.message) for each in checker.examine(world).problems] == [
        ("data/city.yml", "nothing reads this file."),
        ("images/lantern-work", "no profile is called lantern-work."),
    ]


def test_check_does_not_praise_what_it_has_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: PROFILE, "README.md": "hello"})
    assert main(["--root", str(world), "check", str(world / "README.md")]) == 2
    assert capsys.readouterr().err.endswith("README.md holds no profiles; they live in startups/, their data in data/.\n")
    assert main(["--root", str(tmp_path / "startups"), "check"]) == 2
    assert "is not the project's folder: it has no data/." in capsys.readouterr().err


def test_a_state_is_kept_under_its_own_name(tmp_path: Path) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    (world / "data/states/goa.yml").rename(world / "data/states/gao.yml")
    assert [problem.message for problem in checker.examine(world).problems] == [
        "the slug “goa” differs from the file name gao.yml."
    ]


def test_a_word_list_that_is_no_text_is_told(tmp_path: Path) -> None:
    world = make_world(tmp_path, {PATH: PROFILE, "data/common-names.txt": b"\xff\xfe"})
    assert [problem.path for problem in checker.examine(world).problems] == ["data/common-names.txt"]
