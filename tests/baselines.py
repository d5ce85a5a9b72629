"""Where lines stand on a laid-out page, and the text of a story's lines. Places on the grid are points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.book.lines import lines_of, within_story

POINTS_PER_PIXEL = 0.75
TEXT_BASELINE = 11.465
"""How far down its line of 15.5 points the text of 10.6 points has its baseline."""


def baselines(page: Any) -> Iterator[tuple[str, float]]:
    """The class or tag of what a line belongs to, and its baseline in points from the page's top."""
    for box, line in lines_of(page):
        named = box.element.get("class") if hasattr(box.element, "get") else None
        yield named or box.element_tag, (line.position_y + line.baseline) * POINTS_PER_PIXEL


def story_baselines(page: Any) -> list[float]:
    """The baselines of the story's lines, in points from the page's top."""
    return [
        (line.position_y + line.baseline) * POINTS_PER_PIXEL
        for box in within_story(page) for line in box.children if type(line).__name__ == "LineBox"
    ]  # fmt: skip


def story_lines(page: Any) -> list[list[str]]:
    """The text of the story's lines, paragraph by paragraph, without joiners."""
    paragraphs: dict[Any, list[str]] = {}
    for box in within_story(page):
        for line in box.children if box.element_tag == "p" else ():
            if type(line).__name__ == "LineBox":
                text = "".join(one.text for one in line.descendants() if type(one).__name__ == "TextBox")
                paragraphs.setdefault(box.element, []).append(text.replace("\u2060", ""))
    return list(paragraphs.values())
