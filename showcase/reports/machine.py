"""Problems as JSON, by the schema that lies beside this file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from showcase.leniency import Suppressed
from showcase.model.dates import Language
from showcase.problems import Problem, errors
from showcase.reports.page import explained_at

VERSION = 1
SCHEMA = Path(__file__).with_name("check.schema.json")


def report(
    problems: Sequence[Problem], language: Language = "en", suppressed: Sequence[Suppressed] = (), home: str = ""
) -> str:
    """The whole report as one JSON object; `home` is the address of the site, where codes have their page."""
    wrong = len(errors(problems))
    told = {
        "version": VERSION,
        "language": language,
        "errors": wrong,
        "warnings": len(problems) - wrong,
        "problems": [as_json(problem, language, home) for problem in problems],
        "suppressed": [
            {"code": one.problem.code, "path": one.problem.path, "line": one.problem.line, "reason": one.reason}
            for one in suppressed
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_json(problem: Problem, language: Language = "en", home: str = "") -> dict[str, Any]:
    """One problem with its sentences in the language asked for."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.cause.sentence(language),
        "fix": problem.cause.remedy(language),
        "label": problem.label(language),
        "excerpt": problem.excerpt,
        "caret": problem.caret,
        "width": problem.width,
        "allowed": list(problem.allowed),
        "suggestion": problem.suggestion,
        "instead": problem.instead,
        "add": problem.add,
        "docs": explained_at(problem.code, language, home),
    }
