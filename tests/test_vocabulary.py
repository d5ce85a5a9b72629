"""Data files are held to the same strictness as profiles."""

from __future__ import annotations

from pathlib import Path

from world import PROFILE, make_world

from showcase import checker
from showcase.problems import Problem


def problems_after(folder: Path, name: str, old: str, new: str) -> list[Problem]:
    """The problems of a world in whose data file `name` one text was changed."""
    world = make_world(folder, {"startups/lantern-works.md": PROFILE})
    file = world / "data" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(checker.examine(world).problems)


def test_a_missing_data_file_is_named(tmp_path: Path) -> None:
    world = make_world(tmp_path, {"startups/lantern-works.md": PROFILE})
    (world / "data/stages.yml").unlink()
    (problem,) = checker.examine(world).problems
    assert (problem.path, problem.message) == ("data/stages.yml", "this file is missing.")


def test_an_unknown_key_in_a_data_file_is_told_at_its_line(tmp_path: Path) -> None:
    (problem,) = problems_after(tmp_path, "families.yml", "    line_hi:", "    lin_hi:")
    assert (problem.path, problem.code, problem.suggestion) == (
        "data/families.yml",
        "P101",
        "line_hi",
    )
    assert problem.excerpt.startswith("    lin_hi:")


def test_a_technology_of_no_family_is_told(tmp_path: Path) -> None:
    (problem,) = problems_after(
        tmp_path, "technologies.yml", "family: computing", "family: computers"
    )
    assert problem.message == "“computers” is not a plate family."
    assert problem.suggestion == "computing"


def test_a_city_in_no_state_is_told(tmp_path: Path) -> None:
    (problem,) = problems_after(
        tmp_path, "cities.yml", "name_hi: अहमदाबाद, state: GJ", "name_hi: अहमदाबाद, state: GX"
    )
    assert problem.message == "“GX” is not the code of a State."


def test_a_source_that_a_data_file_does_not_list_is_told(tmp_path: Path) -> None:
    (problem,) = problems_after(
        tmp_path, "programmes.yml", "src: [manorama-2021,", "src: [manorama-2022,"
    )
    assert (problem.path, problem.message) == (
        "data/programmes.yml",
        "“manorama-2022” is not a source of this file.",
    )
