"""Font files, asked which glyphs they have."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

DEEPEST = 8
HEAD = 10
"""Bytes before what a glyph is made of."""
WORDS, MORE = 0x0001, 0x0020
SCALES = {0x0008: 2, 0x0040: 4, 0x0080: 8}
"""Flags of a part that is scaled, and how many bytes say by how much."""

Drawn = Callable[[int], bool]
"""Whether the font has a glyph of that number: one of no outline is there, but nothing is seen of it."""


@dataclass(frozen=True)
class Outlines:
    """The glyphs of a font file by their numbers; `name` tells a glyph's drawing from any other."""

    has: Drawn
    is_empty: Drawn
    name: Callable[[int], bytes]


def _believed(has: Drawn, data: bytes) -> Outlines:
    """The glyphs of a file whose drawings are not looked at: none is empty, and all are named by the file."""
    whole = sha256(data).digest()
    return Outlines(has, lambda _glyph: False, lambda _glyph: whole)


ANY = _believed(lambda _glyph: True, b"")
"""No font file: whatever stands in for it is believed."""


@lru_cache(maxsize=64)
def outlines(data: bytes) -> Outlines:
    """The glyphs of a TrueType, OpenType or CFF font file; one that cannot be read is believed."""
    try:
        if data[:4] in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
            return _sfnt(data)
        return _cff(data) if data[:1] == b"\x01" else _believed(lambda _glyph: True, data)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it raise
        return _believed(lambda _glyph: True, data)


def _sfnt(data: bytes) -> Outlines:
    font = TTFont(io.BytesIO(data), lazy=True)
    count = font["maxp"].numGlyphs
    if "loca" not in font:
        return _believed(lambda glyph: glyph < count, data)
    places, drawn = font["loca"].locations, font.reader["glyf"]
    scale = font["head"].unitsPerEm.to_bytes(2, "big")

    def drawing(glyph: int, depth: int = 0) -> bytes:
        own = drawn[places[glyph] : places[glyph + 1]] if glyph < count else b""
        parts = _parts(own) if depth < DEEPEST else ()
        return own + b"".join(drawing(part, depth + 1) for part in parts)

    return Outlines(
        lambda glyph: glyph < count, lambda glyph: glyph < count and places[glyph] == places[glyph + 1],
        lambda glyph: scale + drawing(glyph),
    )  # fmt: skip


def _parts(drawing: bytes) -> Iterator[int]:
    """The glyphs of which a drawing is put together, as TrueType writes it."""
    if len(drawing) < HEAD or drawing[0] < 0x80:  # the number of contours is negative
        return
    place, flags = HEAD, MORE
    while flags & MORE and place + 4 <= len(drawing):
        flags, part = (int.from_bytes(drawing[place + n : place + n + 2], "big") for n in (0, 2))
        yield part
        place += 4 + (4 if flags & WORDS else 2) + sum(size for flag, size in SCALES.items() if flags & flag)


def _cff(data: bytes) -> Outlines:
    """A bare CFF: glyphs by number, or by the identifiers of a font with those."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts.topDictIndex[0]
    names = top.charset
    if not hasattr(top, "ROS"):
        return _believed(lambda glyph: glyph < len(names), data)
    known = {0} | {int(name[3:]) for name in names if name.startswith("cid")}
    return _believed(lambda glyph: glyph in known, data)
