"""Problems as annotations of a pull request on GitHub, and as the summary of the step.

GitHub shows ten annotations of a level for each step and drops the rest without a word; so ten are
given, and all of them go into the summary, which holds one mebibyte.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from showcase.causes import Severity, Term, counted
from showcase.model.dates import Language
from showcase.problems import Problem, errors
from showcase.reports.text import more, visible

MOST = 10
SUMMARY_BYTES = 1024 * 1024 - 4096
LEVELS: tuple[Severity, ...] = ("error", "warning")


def report(problems: Sequence[Problem], language: Language = "en", home: str = "") -> str:
    """The workflow commands: at most ten of each level, and a line on how many there are more."""
    lines = []
    for level in LEVELS:
        found = [problem for problem in problems if problem.severity == level]
        lines += [annotation(problem, language, home) for problem in found[:MOST]]
        if len(found) > MOST:
            lines.append(Term("more-in-summary", n=len(found) - MOST, level=Term(level)).in_language(language))
    return "\n".join(lines)


def annotation(problem: Problem, language: Language = "en", home: str = "") -> str:
    """One problem as a workflow command, escaped."""
    end = problem.column + problem.width
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(end),
        "title": f"{problem.code}: {problem.label(language)}",
    }
    listed = ",".join(f"{key}={_property(visible(text))}" for key, text in properties.items())
    body = [problem.cause.sentence(language), *problem.advice(language), *filter(None, (problem.instead, problem.add))]
    body += [more(problem.code, language, home)] if home else []
    return f"::{problem.severity} {listed}::{_escape(chr(10).join(visible(line) for line in body))}"


def summarise(problems: Sequence[Problem], language: Language, environment: Mapping[str, str] = os.environ) -> None:
    """Adds every problem to the summary of the step, where GitHub names a file for it."""
    if problems and (name := environment.get("GITHUB_STEP_SUMMARY")):
        with Path(name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(summary(problems, language))


def summary(problems: Sequence[Problem], language: Language = "en", room: int = SUMMARY_BYTES) -> str:
    """Every problem as a row of a table in Markdown; what has no room is counted."""
    wrong = len(errors(problems))
    heads = (counted("errors", wrong, language), counted("warnings", len(problems) - wrong, language))
    lines = [f"### {', '.join(heads)}", "", "| | | |", "|---|---|---|"]
    room -= sum(len(line.encode()) + 1 for line in lines)
    for number, problem in enumerate(problems):
        row = _row(problem, language)
        if (room := room - len(row.encode()) - 1) < 0:
            lines.append(f"| | | {Term('and-more', values='…', n=len(problems) - number).in_language(language)} |")
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _row(problem: Problem, language: Language) -> str:
    said = " ".join([problem.cause.sentence(language), *problem.advice(language)])
    level = Term(problem.severity).in_language(language)
    return f"| {level} {problem.code} | `{_cell(problem.place)}` | {_cell(said)} |"


def _cell(text: str) -> str:
    """A text that breaks out of no cell and brings no HTML and no mention."""
    escaped = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return escaped.replace("@", "&#64;").replace("![", "!&#91;").replace("](", "]&#40;")


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
