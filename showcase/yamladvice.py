"""What a YAML parser's complaint means, in an editor's words."""

from __future__ import annotations

import re

import yaml

from showcase.causes import Cause, cause

Place = tuple[int, int]
Advice = tuple[Cause, Place]


def explain(text: str, error: yaml.MarkedYAMLError) -> Advice:
    """Cause and place (line and column from 1) of a parser error in `text`."""
    is_key = "simple key" in (error.context or "")  # found to be none on a later line
    place = _place(error.context_mark if is_key else error.problem_mark or error.context_mark)
    lines = text.split("\n")
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    problem = error.problem or "it makes no sense"
    return (
        _indentation(line, place)
        or _unclosed(error)
        or _colon(line, problem, place)
        or _bracket(error, problem)
        or _dash_elsewhere(line, problem, place)
        or (cause("P004", "parser", problem=problem), place)
    )


def _indentation(line: str, place: Place) -> Advice | None:
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        return cause("P005", "tab"), place
    if margin.strip(" "):
        return cause("P005", "blank"), place
    return None


def _unclosed(error: yaml.MarkedYAMLError) -> Advice | None:
    if error.context_mark is None or "quoted scalar" not in (error.context or ""):
        return None
    return cause("P004", "quote"), _place(error.context_mark)


def _colon(line: str, problem: str, place: Place) -> Advice | None:
    if "mapping values are not allowed" not in problem:
        return None
    if re.match(r"\s*-\S", line):
        return cause("P004", "dash"), place
    if ": " not in line[: place[1] - 1]:
        return cause("P004", "indentation"), place
    return cause("P004", "colon"), place


def _bracket(error: yaml.MarkedYAMLError, problem: str) -> Advice | None:
    """A list or mapping in brackets that the parser could not read to its end, told where it opens."""
    sign = next((sign for sign in "]}" if f"'{sign}'" in problem), None)
    if sign is None or error.context_mark is None:
        return None
    return cause("P004", "bracket", opening="[" if sign == "]" else "{", closing=sign), _place(error.context_mark)


def _dash_elsewhere(line: str, problem: str, place: Place) -> Advice | None:
    is_entry = line.lstrip().startswith("- ") and "expected" in problem
    return (cause("P004", "indentation"), place) if is_entry else None


def _place(mark: yaml.Mark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
