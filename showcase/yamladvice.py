"""What a YAML parser's complaint means, in an editor's words."""

from __future__ import annotations

import re

import yaml

Place = tuple[int, int]
Advice = tuple[str, str, str, Place]

_HINT = "look at this line and the one above: indentation, a missing colon, dash or closing quote."


def explain(text: str, error: yaml.MarkedYAMLError) -> Advice:
    """Code, sentence, mending and place (line and column from 1) of a parser error in `text`."""
    place = _place(error.problem_mark or error.context_mark)
    lines = text.split("\n")
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    problem = error.problem or "it makes no sense"
    return (
        _indentation(line, place)
        or _unclosed(error)
        or _colon(line, problem, place)
        or ("P004", f"the YAML cannot be read here ({problem}).", _HINT, place)
    )


def _indentation(line: str, place: Place) -> Advice | None:
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        fix = "replace the tab by two spaces."
        return "P005", "a tab is used as indentation; YAML allows spaces only.", fix, place
    if margin.strip(" "):
        fix = "replace the blanks at the line's beginning by ordinary spaces."
        return "P005", "a blank that is no ordinary space stands in the indentation.", fix, place
    return None


def _unclosed(error: yaml.MarkedYAMLError) -> Advice | None:
    if error.context_mark is None or "quoted scalar" not in (error.context or ""):
        return None
    fix = "put the closing quote at the end of the text, and \\ before a quote within it."
    return "P004", "the quote that opens here is never closed.", fix, _place(error.context_mark)


def _colon(line: str, problem: str, place: Place) -> Advice | None:
    if "mapping values are not allowed" not in problem:
        return None
    if re.match(r"\s*-\S", line):
        return "P004", "a dash is not followed by a space.", "write “- ” before the entry.", place
    if ": " not in line[: place[1] - 1]:
        fix = "let the keys of one entry begin in one column."
        return "P004", "the line is indented otherwise than those above it.", fix, place
    fix = 'put the whole text in double quotes: key: "text: more text".'
    return "P004", "a colon followed by a space stands inside a text without quotes.", fix, place


def _place(mark: yaml.Mark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
