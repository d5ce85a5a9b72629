"""What each glyph of a face says, by the face itself.

WeasyPrint takes a glyph's text from the first word that it meets it in, and in
Devanagari that is often the wrong letters. The face knows better: a glyph that
a character has says that character, one that stands for others says theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

_SPACE, _NO_BREAK = 0x20, 0xA0
_UNKNOWN = "\0"
_TWO_VOWELS = re.compile("[\u0904-\u0914]{2}")
"""No glyph stands for two vowels, each a letter of its own: a rule that says so is a makeshift of its face."""

Rule = tuple[tuple[str, ...], str]
"""Glyphs, by name, and the one that stands in their place."""


@dataclass(frozen=True)
class Letters:
    """What the glyphs of a face say, by their numbers."""

    texts: Mapping[int, str]
    space: int = 0
    no_break: int = 0
    """The no-break space, where the face has a glyph of its own for it."""
    widths: Mapping[int, float] = field(default_factory=dict)
    """Those of all glyphs, in thousandths of the size."""


NO_LETTERS = Letters({})


@cache
def letters_of(file: Path) -> Letters:
    """What the glyphs of a font file say."""
    with TTFont(file, lazy=True) as font:
        said: dict[str, str] = {}
        known = font.getBestCmap()
        for code, glyph in sorted(known.items()):
            said.setdefault(glyph, _plain(chr(code)))
        _follow(said, list(_rules(font)))
        texts = {font.getGlyphID(glyph): text for glyph, text in said.items()}
        space, no_break = font.getGlyphID(known[_SPACE]), font.getGlyphID(known[_NO_BREAK])
        metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
        widths = {n: round(metrics[name][0] * 1000 / units, 3) for n, name in enumerate(font.getGlyphOrder())}
        return Letters(texts, space, no_break if no_break != space else 0, widths)


def _plain(char: str) -> str:
    """A superior figure says its figure: citations are set in them, and written in plain ones."""
    kind, _, code = unicodedata.decomposition(char).partition(" ")
    return chr(int(code, 16)) if kind == "<super>" and " " not in code else char


def _follow(said: dict[str, str], rules: list[Rule]) -> None:
    """Adds what stands for glyphs whose text is known, until no rule says anything new."""
    before = -1
    while before != len(said):
        before = len(said)
        for parts, whole in rules:
            text = "".join(said.get(part, _UNKNOWN) for part in parts)
            if whole not in said and _UNKNOWN not in text and not _TWO_VOWELS.search(text):
                said[whole] = text


def _rules(font: TTFont) -> Iterator[Rule]:
    """Every substitution of the face, in the order of its lookups."""
    lookups = font["GSUB"].table.LookupList.Lookup if "GSUB" in font else []
    for lookup in lookups:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            yield from _KINDS.get(table.LookupType, _none)(table)


def _none(_table: Any) -> Iterator[Rule]:
    """Rules by context name others and substitute nothing themselves."""
    yield from ()


def _single(table: Any) -> Iterator[Rule]:
    for glyph, other in table.mapping.items():
        yield (glyph,), other


def _multiple(table: Any) -> Iterator[Rule]:
    for glyph, parts in table.mapping.items():
        yield from (((glyph,), part) for part in parts)


def _alternate(table: Any) -> Iterator[Rule]:
    for glyph, others in table.alternates.items():
        yield from (((glyph,), other) for other in others)


def _ligature(table: Any) -> Iterator[Rule]:
    for first, ligatures in table.ligatures.items():
        for one in ligatures:
            yield (first, *one.Component), one.LigGlyph


_KINDS = {1: _single, 2: _multiple, 3: _alternate, 4: _ligature}
