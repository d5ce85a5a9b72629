"""What the book itself finds wrong with a profile: it does not fit, or it cannot be set."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from showcase.book.lines import Flaw
from showcase.book.measure import Overrun
from showcase.book.settings import MM_PER_POINT, Settings
from showcase.causes import Term, cause, number_of
from showcase.messages import FOLDER
from showcase.problems import Problem

BOXES = {
    "name": ("the-name", "name:"),
    "caption": ("the-caption", "photographs:"),
    "story": ("the-story", "---"),
    "words": ("the-words", "---"),
    "innovations": ("the-innovations", "innovations:"),
    "photographs": ("the-photograph", "photographs:"),
    "facts": ("the-facts", "challenges:"),
    "figures": ("the-figures", "figures:"),
    "milestones": ("the-milestones", "milestones:"),
    "message": ("the-message", "---"),
    "message-hi": ("the-hindi-message", "---"),
    "speaker": ("the-name", "name:"),
    "office": ("the-office", "office:"),
}
"""The term for what a box holds, and how the line of the file begins from which it comes."""

READ = frozenset({"story", "words", "message", "message-hi"})
"""Boxes whose text stands on the grid above the line."""


def overset(
    root: Path, slug: str, name: str, settings: Settings, overruns: Sequence[Overrun]
) -> list[Problem]:
    """One problem for each box of a startup's spread that runs over, with how much to cut."""
    path = f"startups/{slug}.md"
    text = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
    return [_overset(path, text, name, settings, one) for one in overruns]


def overset_messages(
    root: Path, names: Mapping[str, str], settings: Settings, overruns: Sequence[Overrun]
) -> list[Problem]:
    """One problem for each box of a message that runs over. `names` are those who speak, by the stem of the file."""
    problems = []
    for one in overruns:
        box, _slash, stem = one.box.partition("/")
        path = f"{FOLDER}/{stem}{'.hi' if box == 'message-hi' else ''}.md"
        text = (root / path).read_text(encoding="utf-8")
        problems.append(_overset(path, text, names[stem], settings, one._replace(box=box)))
    return problems


def _overset(path: str, text: str, name: str, settings: Settings, overrun: Overrun) -> Problem:
    what, key = BOXES[overrun.box]
    grid = settings.grid if overrun.box in READ else settings.grid_below
    lines = max(1, math.ceil(overrun.down / (grid * MM_PER_POINT) - 0.1))
    if overrun.down:
        found = cause("P801", "down", name=name, what=Term(what), lines=number_of("text-lines", lines),
                      amount=f"{overrun.down:.1f}", share=math.ceil(overrun.share * 100))  # fmt: skip
    else:
        found = cause("P801", "across", name=name, what=Term(what), amount=f"{overrun.across:.1f}")
    line, excerpt = _line_of(text, key)
    return Problem(found, path, line, excerpt=excerpt, width=max(1, len(excerpt)))


FLAWS = ("widow", "orphan", "heading", "empty", "subject")
"""The kinds of flaw in how words fell, as P802 tells them."""


def flawed(root: Path, slug: str, name: str, flaws: Sequence[Flaw]) -> list[Problem]:
    """One problem for each flaw in how the words of a startup's spread fell."""
    path = f"startups/{slug}.md"
    text = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
    problems = []
    for one in flaws:
        what, key = BOXES[one.box]
        line, excerpt = _line_of(text, key)
        found = cause("P802", one.kind, name=name, what=Term(what), amount=f"{one.amount:.1f}")
        problems.append(Problem(found, path, line, excerpt=excerpt, width=max(1, len(excerpt))))
    return problems


def _line_of(text: str, key: str) -> tuple[int, str]:
    """The line that begins with `key`; for "---" the first line of the story."""
    lines = text.split("\n")
    if key == "---":
        fences = [number for number, line in enumerate(lines, 1) if line.strip() == "---"][:2]
        number = fences[1] + 1 if len(fences) == 2 else 1
    else:
        number = next((n for n, line in enumerate(lines, 1) if line.startswith(key)), 1)
    return number, lines[number - 1] if number <= len(lines) else ""
