"""Font files, asked which glyphs they have."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

Drawn = Callable[[int], bool]
"""Whether the font has a glyph of that number: one of no outline is there, but nothing is seen of it."""


class Outlines:
    """The glyphs of a font file by their numbers."""

    def __init__(self, has: Drawn, is_empty: Drawn) -> None:
        self.has, self.is_empty = has, is_empty


ANY = Outlines(lambda _glyph: True, lambda _glyph: False)
"""A font file of a kind that is not read here: believed."""


@lru_cache(maxsize=64)
def outlines(data: bytes) -> Outlines:
    """The glyphs of a TrueType, OpenType or CFF font file; one that cannot be read is believed."""
    try:
        if data[:4] in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
            return _sfnt(data)
        return _cff(data) if data[:1] == b"\x01" else ANY
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it raise
        return ANY


def _sfnt(data: bytes) -> Outlines:
    font = TTFont(io.BytesIO(data), lazy=True)
    count = font["maxp"].numGlyphs
    if "loca" not in font:
        return Outlines(lambda glyph: glyph < count, lambda _glyph: False)
    places = font["loca"].locations
    return Outlines(
        lambda glyph: glyph < count, lambda glyph: glyph < count and places[glyph] == places[glyph + 1]
    )


def _cff(data: bytes) -> Outlines:
    """A bare CFF: glyphs by number, or by the identifiers of a font with those."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts.topDictIndex[0]
    names = top.charset
    if not hasattr(top, "ROS"):
        return Outlines(lambda glyph: glyph < len(names), lambda _glyph: False)
    known = {0} | {int(name[3:]) for name in names if name.startswith("cid")}
    return Outlines(lambda glyph: glyph in known, lambda _glyph: False)
