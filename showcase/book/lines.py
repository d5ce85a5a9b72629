"""Lines as they were set: which stand alone, what is left empty.

Reads WeasyPrint's box tree after layout. Heights are millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from showcase.book.measure import MM_PER_PIXEL, bottom_of, marked

FARTHEST = 22.0
"""Millimetres within which something must follow a heading in its column."""


class Flaw(NamedTuple):
    """What is wrong with how the words of a box fell. `amount` is lines or millimetres, by kind."""

    kind: str
    """ "widow", "orphan", "heading" or "empty"."""
    box: str
    amount: float


def flaws(page: Any) -> list[Flaw]:
    """Every flaw of a laid-out page. `data-least` is how much of its place a box must fill."""
    return [*_parted_badly(page), *_headings_alone(page), *_empty(page)]


def _parted_badly(page: Any) -> Iterator[Flaw]:
    """Paragraphs that leave one line alone at the head or at the foot of a column."""
    parts: dict[Any, list[int]] = {}
    for box in within_story(page):
        if box.element_tag == "p" and (count := _own_lines(box)):
            parts.setdefault(box.element, []).append(count)
    for counts in parts.values():
        if len(counts) > 1 and counts[-1] == 1:
            yield Flaw("widow", "story", 1)
        if len(counts) > 1 and counts[0] == 1:
            yield Flaw("orphan", "story", 1)


def _headings_alone(page: Any) -> Iterator[Flaw]:
    """Headings in named boxes whose text does not begin below them in their column."""
    heading, name = None, ""
    for box, line in lines_of(page):
        tag = box.element_tag
        if heading is not None and box.element is not heading[0]:
            gap = (line.position_y - heading[1]) * MM_PER_PIXEL
            if not 0 <= gap <= FARTHEST and tag not in {"h3", "h4"}:
                yield Flaw("heading", name, abs(gap))
            heading = None
        if tag in {"h3", "h4"} and (name := _box_of(page, box.element)):
            heading = box.element, line.position_y


def _empty(page: Any) -> Iterator[Flaw]:
    """Boxes that fill less of their place than they must."""
    for name, box in marked(page, "data-box"):
        least = float(box.element.get("data-least", 0))
        top, limit = box.position_y * MM_PER_PIXEL, float(box.element.get("data-limit"))
        short = top + least * (limit - top) - bottom_of(page, name)
        if least and short > 0:
            yield Flaw("empty", name, short)


def _boxes(page: Any) -> Iterator[Any]:
    return page._page_box.descendants(placeholders=True)


def lines_of(page: Any) -> Iterator[tuple[Any, Any]]:
    """Each line with the block that holds it."""
    for box in _boxes(page):
        for child in getattr(box, "children", ()):
            if type(child).__name__ == "LineBox":
                yield box, child


def _own_lines(box: Any) -> int:
    return sum(type(child).__name__ == "LineBox" for child in box.children)


def within_story(page: Any) -> Iterator[Any]:
    """The boxes that hold something, within the story."""
    for outer in _boxes(page):
        element = getattr(outer, "element", None)
        if hasattr(element, "get") and "story" in element.get("class", "").split():
            yield from (box for box in outer.descendants() if hasattr(box, "children"))
            return


def _box_of(page: Any, element: Any) -> str:
    """The name of the box in which an element stands."""
    for outer in _boxes(page):
        own = getattr(outer, "element", None)
        name = own.get("data-box") if hasattr(own, "get") else None
        if name and element in own.iter():
            return name
    return ""
