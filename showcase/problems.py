"""Problems in the content: what is wrong, where, what is allowed and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Literal

Severity = Literal["error", "warning"]
Format = Literal["text", "github", "json"]
EXCERPT = 100


@dataclass(frozen=True)
class Problem:
    """One problem at one place. `line` and `column` count from 1.

    `excerpt` is the line, or the part of it round the column; the caret stands at the excerpt's
    column `caret` and is `width` wide.
    """

    code: str
    path: str
    line: int
    column: int
    message: str
    fix: str = ""
    excerpt: str = ""
    caret: int = 1
    width: int = 1
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """`file:line:column`, as editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The sort key: by file, then by place in the file."""
        return self.path, self.line, self.column, self.code

    @property
    def advice(self) -> list[str]:
        """The lines under the excerpt: what is allowed, did you mean, how to mend it."""
        lines = [f"allowed: {listed(self.allowed)}"] if self.allowed else []
        lines += [f"did you mean “{self.suggestion}”?"] if self.suggestion else []
        return lines + ([f"to mend: {self.fix}"] if self.fix else [])


class ContentErrors(Exception):
    """The content has errors; nothing is built from it. `problems` holds every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(render(self.problems, "text"))


def listed(values: Sequence[str], most: int = 12) -> str:
    """The values in one line, cut after `most` with the number left out."""
    shown = ", ".join(values[:most])
    return shown if len(values) <= most else f"{shown} and {len(values) - most} more"


def nearest(value: str, allowed: Iterable[str]) -> str | None:
    """The allowed value most like `value`, or None when nothing is close."""
    matches = get_close_matches(value, list(allowed), n=1, cutoff=0.6)
    return matches[0] if matches else None


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted by file and place, each told once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.order)


def at_most(problems: Iterable[Problem], most: int = 50) -> list[Problem]:
    """The first problems of one file, and one on how many there may be more: a flood helps nobody."""
    found = list(islice(problems, most + 1))
    if len(found) <= most:
        return found
    last = found[most]
    more = Problem("P999", last.path, last.line, last.column, f"more than {most} problems of one kind stand here.",
                   fix="mend the first of them and check again.")  # fmt: skip
    return [*found[:most], more]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def render(problems: Sequence[Problem], style: Format) -> str:
    """All problems as text for people, as GitHub annotations or as JSON."""
    if style == "json":
        return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(_annotation(problem) for problem in problems)
    return "\n\n".join(_paragraph(problem) for problem in problems)


def window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, and the column's place in it."""
    if len(line) <= EXCERPT:
        return line, column
    start = max(0, min(column - EXCERPT // 2, len(line) - EXCERPT))
    head = "…" if start else ""
    tail = "…" if start + EXCERPT < len(line) else ""
    return f"{head}{line[start : start + EXCERPT]}{tail}", column - start + len(head)


def _paragraph(problem: Problem) -> str:
    lines = [f"{problem.place}: {problem.severity} {problem.code}: {_visible(problem.message)}"]
    if problem.excerpt:
        caret = "^" * max(1, min(problem.width, len(problem.excerpt) - problem.caret + 1))
        lines += [
            f"{problem.line:>5} | {_blank(problem.excerpt)}",
            f"      | {' ' * (problem.caret - 1)}{caret}",
        ]
    return "\n".join(lines + [f"        {_visible(line)}" for line in problem.advice])


def _blank(text: str) -> str:
    """The text with a space for what a terminal would obey instead of show."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _visible(text: str) -> str:
    """The text with control characters written out, so that none reaches a terminal or a log."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    listed_properties = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    body = "\n".join(_visible(line) for line in (problem.message, *problem.advice))
    return f"::{problem.severity} {listed_properties}::{_escape(body)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
