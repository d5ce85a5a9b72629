"""Words on the spine: as large as it is broad enough for, or none. Lengths are millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from showcase.book.measure import width
from showcase.book.press.sheets import SPINE, Sheet
from showcase.book.settings import MM_PER_POINT

NARROWEST = 5.0
"""A spine less broad bears no words."""

MARGIN = 1.5
"""Free on either side of the words: so far a spine may wander when it is bound."""

SMALLEST = 7.0
"""Points: smaller, white letters fill with ink."""

SHARE = 0.42
"""So much of the spine's breadth do the letters rise at most above their line."""

VIRAMA = "\u094d"
"""Joins two letters and is not drawn itself."""

OVER_LINE, UNDER_LINE = 8.0, 9.0
"""How far the words keep from the horizon that parts them, as on the front."""


@dataclass(frozen=True)
class SpineText:
    """A line of words that reads from the head down: `size` in points, `length` the room it stands in."""

    text: str
    language: str
    size: float
    middle: float
    """How far from the sheet's left edge the middle of its line box must stand for its letters to be centred."""
    top: float
    length: float
    is_above: bool
    """Whether it ends over the horizon; else it begins under it."""


def spine_texts(sheet: Sheet, titles: Sequence[tuple[str, str, Path]]) -> Iterator[SpineText]:
    """The titles that fit: the first above the horizon, the second below; each with language and font file."""
    spine = sheet.panel(SPINE)
    if spine.width < NARROWEST:
        return
    safe = sheet.safe(SPINE)
    above = safe.top, sheet.horizon - OVER_LINE - safe.top
    below = sheet.horizon + UNDER_LINE, safe.top + safe.height - sheet.horizon - UNDER_LINE
    most = None
    for place, (text, language, font), (top, length) in zip((True, False), titles, (above, below), strict=False):
        size = size_on(spine.width, length, text, font)
        size = most = min(size, most or size)  # the second is no larger than the first
        if size >= SMALLEST:
            middle = spine.left + spine.width / 2 + _lean(text, font) * size * MM_PER_POINT
            yield SpineText(text, language, size, middle, top, length, place)


def size_on(spine: float, length: float, text: str, font: Path) -> float:
    """The largest size in points in which the text keeps to the spine's breadth and to its length."""
    rise, fall, _middle = _extent(font, frozenset(text))
    broad = min((spine - 2 * MARGIN) / (rise + fall), SHARE * spine / rise)
    return min(broad / MM_PER_POINT, length / width(text, font, 1))


def _lean(text: str, font: Path) -> float:
    """How far in ems the middle of a line box lies beside that of its letters; they read with heads to the right."""
    rise, fall, middle = _extent(font, frozenset(text))
    return middle - (rise - fall) / 2


@cache
def _extent(font: Path, signs: frozenset[str]) -> tuple[float, float, float]:
    """How far the letters rise above their line and fall below it, and where the line box has its middle, in ems."""
    with TTFont(font, lazy=True) as ttf:
        em, glyphs, named, head = ttf["head"].unitsPerEm, ttf["glyf"], ttf.getBestCmap(), ttf["hhea"]
        found = [glyphs[named[ord(sign)]] for sign in signs if sign != VIRAMA and ord(sign) in named]
        drawn = [glyph for glyph in found if glyph.numberOfContours]
        middle = (head.ascent + head.descent) / 2 / em
        return max(one.yMax for one in drawn) / em, -min(one.yMin for one in drawn) / em, middle
