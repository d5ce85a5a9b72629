"""Problems of the check as rows of a report, whichever program found them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from showcase.forge.advice import advice
from showcase.forge.report import LONGEST, Both, ProblemRow
from showcase.model.dates import LANGUAGES, Language
from showcase.problems import Problem
from showcase.reports.machine import as_json


def row_of(problem: Problem) -> ProblemRow:
    """A problem that was found here."""
    return row({language: as_json(problem, language) for language in LANGUAGES})


def row(told: Mapping[Language, Mapping[str, Any]]) -> ProblemRow:
    """A problem as the check has told it as JSON in each language."""
    english = told["en"]
    code, severity, line, column = (english[key] for key in ("code", "severity", "line", "column"))
    message = {language: one["message"][:LONGEST] for language, one in told.items()}
    advised = {key: advice(one["fix"], one["suggestion"], one["allowed"], key) for key, one in told.items()}
    fix = {language: text[:LONGEST] for language, text in advised.items()}
    return ProblemRow(code=code, severity=severity, path=english["path"][:LONGEST], line=line, column=column,
                      message=Both(**message), fix=Both(**fix))  # fmt: skip
