"""Mending what the check knows the right line for: dates, quotes, blanks, capitals of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from showcase.problems import Problem

MECHANICAL = {
    "P004 colon", "P015 curly", "P103 quoted", "P104 trap", "P106 date", "P106 day", "P106 blanks", "P501 case",
}  # fmt: skip
ROUNDS = 200
"""Problems mended in one file; more would be no slips."""


def mended(text: str, look: Callable[[str], Sequence[Problem]]) -> str:
    """The text of a file with such lines as they should be. `look` finds the problems of a text."""
    for _ in range(ROUNDS):
        lines = text.split("\n")
        found = [one for one in look(text) if f"{one.code} {one.cause.kind}" in MECHANICAL and one.instead]
        changed = {one.line: one.instead for one in reversed(found)}  # the first of a line; the others come next
        if not changed:
            break
        text = "\n".join(changed.get(number, line) for number, line in enumerate(lines, 1))
    return text
