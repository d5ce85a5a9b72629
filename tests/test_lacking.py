"""The report of what lacks Hindi names every such text with its file and line, and nothing that has its Hindi."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import CONTENT
from world import ROOT, make_world

from showcase import catalogue
from showcase.lacking import Lacking, lacking, report

STATE = "data/states/goa.yml"
HUB = '{name: "Goa Shipyard Ltd",'


@pytest.fixture
def world(tmp_path: Path) -> Path:
    root = make_world(tmp_path, CONTENT)
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "about.md").write_text("---\ntitle: About\n---\nWhat it is.\n")
    return root


def found(root: Path) -> list[Lacking]:
    return list(lacking(root, catalogue.load(root)))


def test_each_text_stands_on_the_line_that_is_named(world: Path) -> None:
    for one in found(world):
        line = (world / one.path).read_text(encoding="utf-8").split("\n")[one.line - 1]
        first = one.text.split("\n")[0]
        assert one.field in ("story", "the page") or first[:20] in line or ">-" in line or ".specs." in one.field, one


def test_a_text_of_data_leaves_the_report_with_its_hindi(world: Path) -> None:
    wanted = ("hubs.name", "Goa Shipyard Ltd")
    assert wanted in [(one.field, one.text) for one in found(world) if one.path == STATE]
    text = (world / STATE).read_text(encoding="utf-8")
    assert HUB in text
    (world / STATE).write_text(text.replace(HUB, f"{HUB} name_hi: गोवा शिपयार्ड,"), encoding="utf-8")
    assert wanted not in [(one.field, one.text) for one in found(world) if one.path == STATE]


def test_a_written_page_leaves_the_report_with_its_hindi(world: Path) -> None:
    assert ("docs/about.md", "What it is.") in [(one.path, one.text) for one in found(world)]
    (world / "docs" / "about.hi.md").write_text("---\ntitle: परिचय\n---\nपाठ\n", encoding="utf-8")
    assert "docs/about.md" not in [one.path for one in found(world)]


def test_a_figure_without_words_lacks_nothing(world: Path) -> None:
    values = [one.text for one in found(world) if one.field == "statistics.value"]
    assert values
    assert all(any(letter.isalpha() for letter in value) for value in values)


def test_drafts_are_not_reported(world: Path) -> None:
    assert "startups/hidden-forge.md" not in {one.path for one in found(world)}


def test_the_report_is_given_whole_as_json(world: Path) -> None:
    rows = json.loads(report(world, catalogue.load(world), "json"))
    assert [Lacking(**row) for row in rows] == found(world)


def test_the_written_pages_of_the_site_all_have_their_hindi() -> None:
    assert [one.path for one in lacking(ROOT, catalogue.load(ROOT)) if one.path.startswith("docs/")] == []
