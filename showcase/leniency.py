"""Where a problem may be milder than its code says: data/check.yml, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from showcase.causes import catalogue, cause
from showcase.frontmatter import Document
from showcase.model.fields import Part, Text
from showcase.problems import Problem

FILE = "check.yml"


class Allowance(Part):
    """One code that is to be an error, a warning or off, in all files or in those of a pattern."""

    code: Annotated[Text, Field(pattern=r"^P\d{3}$")]
    severity: Literal["error", "warning", "off"]
    reason: Annotated[Text, Field(min_length=10)]
    paths: tuple[Text, ...] = ()

    def meets(self, problem: Problem) -> bool:
        """Whether it speaks of this problem."""
        return problem.code == self.code and (
            not self.paths or any(fnmatch(problem.path, pattern) for pattern in self.paths)
        )


class Allowances(Part):
    """The content of data/check.yml."""

    allowances: tuple[Allowance, ...] = ()


@dataclass(frozen=True)
class Suppressed:
    """A problem that is not told, and why."""

    problem: Problem
    reason: str


def unfit(document: Document, allowances: Sequence[Allowance], problems: Sequence[Problem]) -> Iterator[Problem]:
    """Codes that are unknown, or that nothing may make milder: a file that cannot be shown is an error."""
    known = catalogue()
    changeable = tuple(code for code, entry in known.items() if entry.adjustable)
    for index, one in enumerate(allowances):
        if one.code not in changeable:
            found = cause("P702", "firm" if one.code in known else "unknown", value=one.code)
            yield document.unknown(found, ("allowances", index, "code"), changeable)
        elif not any(one.meets(problem) for problem in problems):
            yield document.problem(cause("P703", "idle", value=one.code), document.at(("allowances", index)))


def settle(
    problems: Sequence[Problem], allowances: Sequence[Allowance]
) -> tuple[list[Problem], tuple[Suppressed, ...]]:
    """The problems as the allowances have them, and those that are not told. The last that speaks of one decides."""
    told, suppressed = [], []
    for problem in problems:
        may = problem.cause.entry.adjustable
        last = next((one for one in reversed(allowances) if may and one.meets(problem)), None)
        if last is None:
            told.append(problem)
        elif last.severity == "off":
            suppressed.append(Suppressed(problem, last.reason))
        else:
            told.append(replace(problem, settled=last.severity))
    return told, tuple(suppressed)


def path_of(root: Path) -> Path:
    """Where the allowances of a project are."""
    return root / "data" / FILE
