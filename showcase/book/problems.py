"""What the book itself finds wrong with a profile: it does not fit, or it cannot be set."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from showcase.book.lines import Flaw
from showcase.book.measure import Overrun
from showcase.book.settings import MM_PER_POINT, Settings
from showcase.causes import said
from showcase.messages import FOLDER
from showcase.problems import Problem

BOXES = {
    "name": ("the name", "name:"),
    "caption": ("the caption of the picture", "photographs:"),
    "story": ("the story", "---"),
    "words": ("the story, with the innovations under it,", "---"),
    "innovations": ("the list of innovations", "innovations:"),
    "photographs": ("a photograph over two pages", "photographs:"),
    "facts": ("the facts", "challenges:"),
    "figures": ("the big figures", "figures:"),
    "milestones": ("the list of milestones", "milestones:"),
    "message": ("the message", "---"),
    "message-hi": ("the Hindi message", "---"),
    "speaker": ("the name", "name:"),
    "office": ("what stands below the line", "office:"),
}
"""What a box holds, and how the line of the file begins from which it comes."""

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
    size = f"by {lines} line{'' if lines == 1 else 's'} ({overrun.down:.1f} mm)"
    fix = f"shorten it by about {math.ceil(overrun.share * 100)} %; the book sets no type smaller and drops no line."
    if not overrun.down:
        size, fix = f"by {overrun.across:.1f} mm across", "give it shorter words."
    line, excerpt = _line_of(text, key)
    found = said("P801", f"{name}: {what} overruns its place in the book {size}.", fix)
    return Problem(found, path, line, excerpt=excerpt, width=max(1, len(excerpt)))


FLAWS = {
    "widow": ("the last line of a paragraph of {what} stands alone at the head of a column.",
              "shorten or lengthen the paragraph by a line."),
    "orphan": ("the first line of a paragraph of {what} stands alone at the foot of a column.",
               "shorten or lengthen what stands before it by a line."),
    "heading": ("a heading in {what} stands alone, {amount:.1f} mm from what it heads.",
                "shorten what stands before it."),
    "empty": ("{what} leaves its place in the book too empty, by {amount:.1f} mm.",
              "tell more, or choose another pattern with the key `spread`."),
    "subject": ("the subject of {what} comes {amount:.1f} mm too near the gutter or the edge of the page.",
                "set its `focus` on the subject, or put the photograph first."),
}  # fmt: skip
"""What is said of a flaw, and how it is mended."""


def flawed(root: Path, slug: str, name: str, flaws: Sequence[Flaw]) -> list[Problem]:
    """One problem for each flaw in how the words of a startup's spread fell."""
    path = f"startups/{slug}.md"
    text = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
    problems = []
    for one in flaws:
        what, key = BOXES[one.box]
        sentence, fix = FLAWS[one.kind]
        line, excerpt = _line_of(text, key)
        message = f"{name}: {sentence.format(what=what, amount=one.amount)}"
        found = said("P802", message, fix)
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
