"""Measuring: words before layout, boxes after it. Lengths are millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont

from showcase.book.settings import MM_PER_POINT

MM_PER_PIXEL = 25.4 / 96
TOLERANCE = 0.35
"""A millimetre or less is the face's own overhang, not a line too many."""

SMALL_WORDS = frozenset("a an and as at but by for from in is its it no of on or that the to with who".split())


class Overrun(NamedTuple):
    """How far the content of a box goes past it: down below its limit, across its right edge.

    `share` is how much of the content's height has no room.
    """

    box: str
    down: float
    across: float
    share: float


def width(text: str, font: Path, size: float) -> float:
    """The width of `text` set in one line at `size` points, without kerning.

    Devanagari, which no Latin face has, is measured in the face that stands in for it.
    """
    advances, units = _advances(font)
    others, other_units = _advances(_companion(font))
    ems = (
        advances[ord(char)] / units if ord(char) in advances else others.get(ord(char), other_units) / other_units
        for char in text
    )
    return sum(ems) * size * MM_PER_POINT


@cache
def _companion(font: Path) -> Path:
    """The Devanagari face that lies beside a Latin one."""
    return max(font.parent.glob("devanagari-extralight.*.ttf"), key=lambda path: path.stat().st_mtime, default=font)


@cache
def _advances(font: Path) -> tuple[dict[int, int], int]:
    """Advance of each character, and the units of the em."""
    with TTFont(font, lazy=True) as ttf:
        metrics = ttf["hmtx"].metrics
        return {code: metrics[glyph][0] for code, glyph in ttf.getBestCmap().items()}, ttf["head"].unitsPerEm


def break_lines(text: str, font: Path, size: float, room: float, most: int) -> list[str] | None:
    """The text in as few lines as `room` allows, evenly filled; None when `most` do not do.

    A line does not end in a small word ("of", "the") where it can be helped.
    """
    words = text.split()
    for count in range(1, most + 1):
        splits = (_split(words, cuts) for cuts in combinations(range(1, len(words)), count - 1))
        widest = {tuple(lines): max(width(line, font, size) for line in lines) for lines in splits}
        fitting = [lines for lines, across in widest.items() if across <= room]
        if fitting:
            return list(min(fitting, key=lambda lines: (_hanging(lines), widest[lines])))
    return None


def _hanging(lines: Sequence[str]) -> int:
    """How many lines but the last end in a small word."""
    return sum(line.rsplit(" ", 1)[-1].lower() in SMALL_WORDS for line in lines[:-1])


def _split(words: list[str], cuts: tuple[int, ...]) -> list[str]:
    edges = (0, *cuts, len(words))
    return [" ".join(words[start:end]) for start, end in zip(edges, edges[1:], strict=False)]


def overruns(page: Any) -> list[Overrun]:
    """Every box of a laid-out page whose content does not stay inside it.

    A box is an element with `data-box` (its name) and `data-limit` (how far
    down the page its content may go); one that grows upwards from its foot has
    `data-ceiling` (how far up). Reads WeasyPrint's box tree, which is
    its private matter: the version is pinned.
    """
    found = []
    for name, box in marked(page, "data-box"):
        limit = float(box.element.get("data-limit"))
        right = _mm(box.position_x + box.margin_width())
        down = max((_mm(bottom) for _edge, bottom in _ink(box)), default=0.0) - limit
        if ceiling := box.element.get("data-ceiling"):
            down = max(down, float(ceiling) - _mm(box.position_y))
        across = max((_mm(edge) for edge, _bottom in _ink(box)), default=0.0) - right
        if down > TOLERANCE or across > TOLERANCE:
            share = max(0.0, down) / max(down, limit + down - _mm(box.position_y))
            found.append(Overrun(name, max(0.0, down), max(0.0, across), share))
    return found


def heights(page: Any) -> dict[str, float]:
    """The height of every element with `data-entry`, margins included, by its value."""
    return {name: _mm(box.margin_height()) for name, box in marked(page, "data-entry")}


def feet(page: Any) -> dict[str, float]:
    """How far down the page the content of every box goes, by its name."""
    return {name: bottom_of(page, name) for name, _box in marked(page, "data-box")}


def bottom_of(page: Any, name: str) -> float:
    """How far down the page the content of the box called `name` goes; 0 when it is not there."""
    boxes = (box for found, box in marked(page, "data-box") if found == name)
    return max((_mm(bottom) for box in boxes for _edge, bottom in _ink(box)), default=0.0)


def marked(page: Any, attribute: str) -> Iterator[tuple[str, Any]]:
    """The box of every element with the attribute, with its value: the outermost box of each."""
    seen = set()
    for box in page._page_box.descendants(placeholders=True):
        element = getattr(box, "element", None)
        name = element.get(attribute) if hasattr(element, "get") else None
        if name and element not in seen:
            seen.add(element)
            yield name, box


def _ink(box: Any) -> Iterator[tuple[float, float]]:
    """Right edge and bottom in pixels of what a box holds, boxes named within it left out."""
    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)  # out of flow: WeasyPrint keeps a place for it
        if child.element is not box.element and _attribute(child, "data-box"):
            continue
        kind = type(child).__name__
        if kind == "LineBox":
            yield 0, child.position_y + child.height
        elif kind == "TextBox" or kind.endswith("ReplacedBox"):
            yield child.position_x + child.width, child.position_y
        yield from _ink(child)


def _attribute(box: Any, name: str) -> str | None:
    element = getattr(box, "element", None)
    return element.get(name) if hasattr(element, "get") else None


def _mm(pixels: float) -> float:
    return pixels * MM_PER_PIXEL
