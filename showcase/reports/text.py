"""Problems as text for people, in a terminal or a log."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from typing import TextIO

from showcase.causes import Term, counted
from showcase.leniency import Suppressed
from showcase.model.dates import Language
from showcase.problems import Problem
from showcase.reports.page import explained_at

_RED, _YELLOW, _BLUE, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[0m"


def report(problems: Sequence[Problem], language: Language = "en", colour: bool = False, home: str = "") -> str:
    """Every problem as a paragraph; `home` is the address of the site, where codes have their page."""
    return "\n\n".join(paragraph(problem, language, colour, home) for problem in problems)


def suppressed(found: Sequence[Suppressed], language: Language = "en") -> str:
    """What is not told, each with the reason for it."""
    lines = [f"  {visible(f'{one.problem.place}: {one.problem.code}: {one.reason}')}" for one in found]
    return "\n".join([counted("suppressed", len(found), language), *lines])


def wants_colour(stream: TextIO = sys.stdout) -> bool:
    """Whether colours help: on a terminal that shows them, unless NO_COLOR asks for none."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    if sys.platform == "win32":
        os.system("")  # lets an old console of Windows obey colours
    return True


def paragraph(problem: Problem, language: Language = "en", colour: bool = False, home: str = "") -> str:
    """Level, code and sentence; place; excerpt with caret and label; advice; where to read more."""
    bold, plain, blue = (_BOLD, _PLAIN, _BLUE) if colour else ("", "", "")
    level = _level(problem, language, colour)
    margin = " " * len(str(problem.line))
    lines = [f"{level}{bold}: {visible(problem.cause.sentence(language))}{plain}",
             f"{margin}{blue}-->{plain} {visible(problem.place)}"]  # fmt: skip
    lines += _excerpt(problem, language, colour, margin)
    lines += _advice(problem, language, margin, blue, plain)
    lines.append(f"{margin} {blue}={plain} {more(problem.code, language, home)}")
    return "\n".join(lines)


def _level(problem: Problem, language: Language, colour: bool) -> str:
    word = f"{Term(problem.severity).in_language(language)}[{problem.code}]"
    tint = _RED if problem.severity == "error" else _YELLOW
    return f"{_BOLD}{tint}{word}{_PLAIN}" if colour else word


def _excerpt(problem: Problem, language: Language, colour: bool, margin: str) -> list[str]:
    blue, plain = (_BLUE, _PLAIN) if colour else ("", "")
    if not problem.excerpt:
        return []
    tint = "" if not colour else _RED if problem.severity == "error" else _YELLOW
    width = max(1, min(problem.width, len(problem.excerpt) - problem.caret + 1))
    before, under = problem.excerpt[: problem.caret - 1], problem.excerpt[problem.caret - 1 :][:width]
    caret = " " * _cells(before) + tint + "^" * max(1, _cells(under))
    return [f"{margin} {blue}|{plain}",
            f"{blue}{problem.line} |{plain} {_blank(problem.excerpt)}",
            f"{margin} {blue}|{plain} {caret} {visible(problem.label(language))}{plain}"]  # fmt: skip


def _advice(problem: Problem, language: Language, margin: str, blue: str, plain: str) -> list[str]:
    lines = [f"{margin} {blue}={plain} {visible(line)}" for line in problem.advice(language)]
    for key, line in (("paste", problem.instead), ("add", problem.add)):
        if line:
            lines += [f"{margin} {blue}={plain} {Term(key).in_language(language)}",
                      *(f"{margin}     {visible(part)}" for part in line.split("\n"))]  # fmt: skip
    return lines


def more(code: str, language: Language, home: str) -> str:
    """Where to read what a code means: on the site, if it has an address, or by a command."""
    address = explained_at(code, language, home)
    told = Term("explained-at", address=address) if address else Term("explain", code=code)
    return told.in_language(language)


def _cells(text: str) -> int:
    """How many cells of a terminal the text takes: vowel signs and accents stand over others."""
    return sum(unicodedata.category(sign) not in ("Mn", "Me", "Cf") for sign in text)


def _blank(text: str) -> str:
    """The text with a space for what a terminal would obey instead of show."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def visible(text: str) -> str:
    """The text with control characters written out, so that none reaches a terminal or a log."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
