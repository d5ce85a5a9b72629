"""Problems in the content: what is wrong, where, what is allowed and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from showcase.causes import Cause, Severity, Term, cause
from showcase.model.dates import Language

EXCERPT = 100


@dataclass(frozen=True)
class Problem:
    """One problem at one place. `line` and `column` count from 1.

    `excerpt` is the line, or the part of it round the column; the caret stands at the excerpt's
    column `caret` and is `width` wide. `instead` is the whole line as it should be, `add` a line
    that is missing. `settled` is the severity where data/check.yml sets another.
    """

    cause: Cause
    path: str
    line: int = 1
    column: int = 1
    excerpt: str = ""
    caret: int = 1
    width: int = 1
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None
    instead: str = ""
    add: str = ""
    settled: Severity | None = None

    @property
    def code(self) -> str:
        """The stable code, such as P201."""
        return self.cause.code

    @property
    def severity(self) -> Severity:
        """Whether it stops a build."""
        return self.settled or self.cause.severity

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.cause.sentence()

    @property
    def fix(self) -> str:
        """How to mend it, in English."""
        return self.cause.remedy()

    @property
    def place(self) -> str:
        """`file:line:column`, as editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The sort key: by file, then by place in the file."""
        return self.path, self.line, self.column, self.code

    def label(self, language: Language = "en") -> str:
        """What is said at the caret, in a few words."""
        if self.suggestion:
            return Term("did-you-mean", value=self.suggestion).in_language(language)
        return self.cause.entry.title[language]

    def advice(self, language: Language = "en") -> list[str]:
        """The lines under the excerpt: what is allowed, and how to mend it."""
        remedy = self.cause.remedy(language)
        lines = [Term("allowed", values=listed(self.allowed, language=language))] if self.allowed else []
        lines += [Term("to-mend", remedy=remedy)] if remedy else []
        return [line.in_language(language) for line in lines]


class ContentErrors(Exception):
    """The content has errors; nothing is built from it. `problems` holds every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: Language) -> str:
        """Every problem as a paragraph, in the language asked for."""
        from showcase.reports import text

        return text.report(self.problems, language)


def listed(values: Sequence[str], most: int = 12, language: Language = "en") -> str:
    """The values in one line, cut after `most` with the number left out."""
    shown = ", ".join(values[:most])
    if len(values) <= most:
        return shown
    return Term("and-more", values=shown, n=len(values) - most).in_language(language)


def nearest(value: str, allowed: Iterable[str]) -> str | None:
    """The allowed value most like `value`, whatever its capitals, or None when nothing is close."""
    spelt = {one.casefold(): one for one in allowed}
    matches = get_close_matches(value.casefold(), spelt, n=1, cutoff=0.6)
    return spelt[matches[0]] if matches else None


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted by file and place, each told once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.order)


def at_most(problems: Iterable[Problem], most: int = 50) -> list[Problem]:
    """The first problems of one file, and one on how many there may be more: a flood helps nobody."""
    found = list(islice(problems, most + 1))
    if len(found) <= most:
        return found
    last = found[most]
    return [*found[:most], Problem(cause("P999", "more", most=most), last.path, last.line, last.column)]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, and the column's place in it."""
    if len(line) <= EXCERPT:
        return line, column
    start = max(0, min(column - EXCERPT // 2, len(line) - EXCERPT))
    head = "…" if start else ""
    tail = "…" if start + EXCERPT < len(line) else ""
    return f"{head}{line[start : start + EXCERPT]}{tail}", column - start + len(head)


def replaced(line: str, column: int, wrong: str, right: str) -> str:
    """The line with `right` for the `wrong` that begins at its column; empty where that is not there."""
    start = column - 1 + (line[column - 1 : column] in ("'", '"') and not wrong.startswith(("'", '"')))
    if not wrong or not line.startswith(wrong, start):
        return ""
    return f"{line[:start]}{right}{line[start + len(wrong) :]}"
