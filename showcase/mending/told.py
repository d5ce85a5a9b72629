"""Mending what the check knows the right line for: dates, quotes, blanks, capitals of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from showcase import frontmatter
from showcase.problems import Problem

MECHANICAL = {
    "P004 blank", "P004 colon", "P004 comma", "P004 dash", "P004 sign",
    "P005 tab", "P015 curly", "P017 figures",
    "P103 quoted", "P104 trap", "P106 date", "P106 day", "P106 blanks", "P501 case",
}  # fmt: skip
ROUNDS = 200
"""Problems mended in one file; more would be no slips."""


def mended(text: str, look: Callable[[str], Sequence[Problem]]) -> str:
    """The text of a file with such lines as they should be. `look` finds the problems of a text."""
    for _ in range(ROUNDS):
        found = [one for one in look(text) if f"{one.code} {one.cause.kind}" in MECHANICAL and one.instead]
        changed = {one.line: one.instead for one in reversed(found)}  # the first of a line; the others come next
        before = text
        for number, line in changed.items():
            text = _with(text, number, line)
        if text == before:
            break
    return text


def _with(text: str, number: int, line: str) -> str:
    """The text with another line in it; as it is where it could not be read as far as before, or no further."""
    lines = text.split("\n")
    other = "\n".join([*lines[: number - 1], line, *lines[number:]])
    reached, was = frontmatter.fault(other), frontmatter.fault(text)
    return other if reached > was or reached == was != number else text
