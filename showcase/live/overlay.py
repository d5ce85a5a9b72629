"""What the live preview says by itself: over a page its problems and the way to its spread, or alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from showcase.causes import Term, counted
from showcase.live.desk import Look
from showcase.model.dates import Language
from showcase.problems import Problem, errors
from showcase.reports import text

CHANGES, SPREADS = "/-/changes/", "/-/spreads/"
"""Where the preview tells of a save, and where it shows spreads of the book; no page of the site lies there."""


def laid_over(html: str, look: Look, slug: str, language: Language) -> str:
    """The page with what is to be said of the profile `slug`, or of all where the page is of none."""
    problems = look.of(slug) if slug else look.problems
    over = _made().over(
        language, look.number, _counts(problems, language), bool(errors(problems)), text.report(problems, language),
        f"{SPREADS}{slug}/" if slug else "", told("preview-spread", language), told("preview-before", language),
    )  # fmt: skip
    head, body, rest = html.rpartition("</body>")
    return f"{head}{over}{body}{rest}" if body else f"{html}{over}"


def in_its_place(look: Look, language: Language = "en") -> str:
    """A page with the problems alone, where nothing can be shown."""
    return alone(look, told("preview-nothing", language), report=text.report(look.problems, language))


def alone(
    look: Look, title: str, back: str = "", words: str = "", report: str = "", pictures: Sequence[str] = (),
    waits: bool = False,
) -> str:  # fmt: skip
    """A page of the preview's own, made anew at the next save; one that `waits` asks again after a second."""
    return str(_made().alone("en", title, back, words, report, pictures, waits, look.number))


def told(key: str, language: Language = "en") -> str:
    """One of the preview's own sentences."""
    return Term(key).in_language(language)


def _counts(problems: Sequence[Problem], language: Language) -> str:
    wrong = len(errors(problems))
    counts = {"errors": wrong, "warnings": len(problems) - wrong}
    return ", ".join(counted(key, count, language) for key, count in counts.items() if count)


@cache
def _made() -> Any:
    """The macros of the template."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    )  # fmt: skip
    environment.globals["changes"] = CHANGES
    return environment.get_template("live.html.j2").module
