"""The table of docs/standards.md: every requirement has a test that names it, or says plainly that it is open."""

from __future__ import annotations

import re

import pytest
import yaml
from world import ROOT

UPTO = {"G": 42, "A": 12, "F": 11, "P": 13, "S": 24, "D": 15}
EVERY = [f"{kind}{number}" for kind, last in UPTO.items() for number in range(1, last + 1)] + ["A20", "G50", "G51", "G52", "G53"]
_ROW = re.compile(r"^\| ((?:[A-Z]\d+(?:, )?)+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(test_\w+\.py)::(test_\w+)`")
_TOOL = re.compile(r"^No tool: \w+ ")


def rows(text: str) -> dict[str, str]:
    """What holds each id, by the table of the text."""
    return {one: held for ids, held in _ROW.findall(text) for one in ids.split(", ")}


def faults(one: str, held: str) -> list[str]:
    """What is wrong with the row of an id: its tests are not there, do not name it, or there are none."""
    tests = _TEST.findall(held)
    found = [f"{one}: {file}::{name} is not there" for file, name in tests if f"def {name}(" not in source(file)]
    if held.startswith("open: ") or _TOOL.match(held):
        return found
    found += [f"{one}: {file} does not name it" for file in {file for file, _ in tests} if not names(source(file), one)]
    return found if tests else [*found, f"{one}: no test, no tool that is missing, and not open"]


def names(text: str, one: str) -> bool:
    """Whether the text names the id by itself, or within a range such as "D4 to D8"."""
    kind, number = one[0], int(one[1:])
    ranges = re.findall(rf"\b{kind}(\d+) to {kind}(\d+)\b", text)
    return bool(re.search(rf"\b{one}\b", text)) or any(int(low) <= number <= int(high) for low, high in ranges)


def source(file: str) -> str:
    path = ROOT / "tests" / file
    return path.read_text(encoding="utf-8") if path.is_file() else ""


TABLE = rows((ROOT / "docs" / "standards.md").read_text(encoding="utf-8"))


def test_no_requirement_is_left_out() -> None:
    assert [one for one in EVERY if one not in TABLE] == []


def test_every_row_names_tests_that_are_there_and_name_it() -> None:
    assert [fault for one, held in TABLE.items() for fault in faults(one, held)] == []


def test_every_field_of_the_owner_that_is_named_is_there() -> None:
    known = yaml.safe_load((ROOT / "data" / "site.yml").read_text(encoding="utf-8"))
    named = [name for held in TABLE.values() for part in re.findall(r"Owner: (.+)$", held) for name in re.findall(r"`([\w.]+)`", part)]
    assert named
    for name in named:
        part = known
        for key in name.split("."):
            assert key in part, name
            part = part[key]


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        ("`test_gone.py::test_it`", "is not there"),
        ("`test_standards.py::test_gone`", "is not there"),
        ("`test_world_that_is_not.py::test_it`", "does not name it"),
        ("by hand", "no test"),
    ],
)
def test_a_row_that_holds_nothing_is_found(held: str, fault: str) -> None:
    assert any(fault in one for one in faults("G999", held))
