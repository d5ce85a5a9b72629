"""Fonts cut down to the characters that a site or a book needs.

The licence stays in the name table of every file. Neither text face has the
thin space (U+2009) or the non-breaking hyphen (U+2011), and dandas and
Devanagari digits are in FiraGO alone: `missing` tells what a face cannot set.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import uharfbuzz as harfbuzz

from showcase.fonts.faces import Face

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LATIN = frozenset(
    [
        *range(0x20, 0x7F),  # Basic Latin
        *range(0xA0, 0x100),  # Latin-1: accents, ½, ×, °, no-break space
        *range(0x2010, 0x2023),  # hyphens, dashes, quotation marks, daggers, bullet
        *(0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
        *(0x2070, *range(0x2074, 0x207A), *range(0x2080, 0x208A)),  # superiors, inferiors
        *(0x20AC, 0x20B9, 0x2116, 0x2122, 0x3BC),  # €, ₹, №, ™, µ written as mu
        *range(0x2190, 0x2194),  # arrows
        *(0x2197, 0x2212, 0x2248, 0x2264, 0x2265),
    ]
)
LATIN_CORE = LATIN & {
    *range(0x20, 0x7F),
    *(0xA0, 0xA9, 0xB0, 0xB7, 0xD7, 0xE9),  # no-break space, ©, °, ·, ×, é
    *(0x2010, 0x2013, 0x2014),  # the hyphen is what browsers break words with
    *(0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2039, 0x203A, 0x20B9),
}
"""What nearly every page is set with, so that a page fetches the rest only where it asks for it."""
DEVANAGARI = frozenset([*range(0x900, 0x980), 0x200C, 0x200D, 0x25CC])

# What the pages never ask for; small capitals alone are a fifth of a text face.
UNUSED_FEATURES = frozenset({"aalt", "c2sc", "smcp", "sinf", "salt"})
# What the book asks for and the site's style sheets do not: figures raised, in fractions or slashed.
UNUSED_ON_SITE = frozenset({"case", "dnom", "frac", "numr", "ordn", "size", "subs", "sups", "zero"})
STYLISTIC_SETS = frozenset(f"ss{number:02}" for number in range(1, 21))
UNUSED_ON_PAGES = UNUSED_FEATURES | UNUSED_ON_SITE | STYLISTIC_SETS
KEPT_NAMES = [0, 13, 14]  # copyright, licence, the licence's address


@cache
def covered(one: Face) -> frozenset[int]:
    """The code points that the whole face has a glyph for."""
    return code_points(one.read())


def code_points(font: bytes) -> frozenset[int]:
    """The code points that a font file has a glyph for."""
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(io.BytesIO(font), lazy=True).getBestCmap())


def missing(text: str, *candidates: Face) -> str:
    """The characters of `text`, sorted, that none of the faces can set."""
    have = frozenset().union(*(covered(one) for one in candidates))
    return "".join(sorted({c for c in text if ord(c) not in have and not c.isspace()}))


def subset(one: Face, unicodes: Iterable[int]) -> bytes:
    """The face cut to `unicodes`, as TrueType; the same bytes on every run.

    Everything that shapes text stays (kerning, conjuncts, mark placement,
    figure styles); hinting and the features in UNUSED_FEATURES go.
    """
    return _saved(_subset(one, unicodes, UNUSED_FEATURES), flavor=None)


def subset_woff2(one: Face, unicodes: Iterable[int]) -> bytes:
    """The face cut to `unicodes`, as WOFF2; the same bytes on every run.

    The features in UNUSED_ON_SITE and the stylistic sets go from it too.
    """
    return _saved(_subset(one, unicodes, UNUSED_ON_PAGES), flavor="woff2")


def subset_for(one: Face, words: Iterable[str]) -> bytes:
    """The face cut to just what these words are shaped with, as WOFF2; the same bytes on every run.

    Every glyph that HarfBuzz passes through stays, so that half forms still lead to their conjuncts;
    what the same letters could form in other words goes. A third of what their code points would take.
    """
    words = sorted(words)
    return _saved(_subset(one, map(ord, "".join(words)), UNUSED_ON_PAGES, _shaped_with(one, words)), flavor="woff2")


def _shaped_with(one: Face, words: Iterable[str]) -> set[int]:
    """The glyphs of the whole face that stand in a word at any step of its shaping."""
    font, glyphs = harfbuzz.Font(_whole(one).face), set[int]()
    for word in words:
        buffer = harfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.set_message_func(partial(_note, buffer, glyphs))
        harfbuzz.shape(font, buffer)
        _note(buffer, glyphs)
    return glyphs


def _note(buffer: harfbuzz.Buffer, glyphs: set[int], _message: str = "") -> bool:
    """Adds the buffer's glyphs; True lets the shaping go on."""
    glyphs.update(info.codepoint for info in buffer.glyph_infos)
    return True


def _subset(one: Face, unicodes: Iterable[int], unused: frozenset[str], glyphs: Iterable[int] = ()) -> TTFont:
    from fontTools.ttLib import TTFont

    whole, wanted = _whole(one), harfbuzz.SubsetInput()
    wanted.flags = harfbuzz.SubsetFlags.NO_HINTING | harfbuzz.SubsetFlags.NOTDEF_OUTLINE
    if glyphs:
        wanted.flags |= harfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        _fill(wanted.glyph_set, glyphs)
    _fill(wanted.unicode_set, unicodes)
    _fill(wanted.name_id_set, KEPT_NAMES)
    _fill(wanted.layout_feature_tag_set, (_number(tag) for tag in whole.features - unused))
    font = TTFont(io.BytesIO(wanted.subset(whole.face).blob.data), recalcTimestamp=False)
    _rename(font, one)
    if one.line:
        _set_line(font, *one.line)
    return font


@dataclass(frozen=True)
class _Whole:
    """A face of a package as HarfBuzz reads it, and the tags of its features."""

    face: harfbuzz.Face
    features: frozenset[str]


@cache
def _whole(one: Face) -> _Whole:
    from fontTools.ttLib import TTFont

    data = one.read()
    return _Whole(harfbuzz.Face(data), frozenset(_features(TTFont(io.BytesIO(data), lazy=True))))


def _fill(chosen: harfbuzz.Set, values: Iterable[int]) -> None:
    chosen.clear()
    chosen.update(values)


def _number(tag: str) -> int:
    """A tag of four letters as OpenType counts it."""
    return int.from_bytes(tag.encode(), "big")


def _features(font: TTFont) -> set[str]:
    tables = (font[tag].table for tag in ("GSUB", "GPOS") if tag in font)
    return {record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord}


def _set_line(font: TTFont, ascent: float, descent: float) -> None:
    """Gives the font the ascent and the descent of another: a word of it in a line does not move the line."""
    up, down = (round(share * font["head"].unitsPerEm) for share in (ascent, descent))
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = up
    font["hhea"].descent = font["OS/2"].sTypoDescender = -down
    font["OS/2"].usWinDescent = down
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0


def _rename(font: TTFont, one: Face) -> None:
    """Gives the cut font its own name, on the Windows platform only."""
    names = font["name"]
    names.names = [record for record in names.names if record.platformID == 3]
    postscript = one.book_family.replace(" ", "-")
    for name_id, value in ((1, one.book_family), (2, "Regular"), (4, one.book_family)):
        names.setName(value, name_id, 3, 1, 0x409)
    names.setName(postscript, 6, 3, 1, 0x409)


def _saved(font: TTFont, flavor: str | None) -> bytes:
    font.flavor = flavor
    font.recalcTimestamp = False
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
