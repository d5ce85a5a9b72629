"""Fonts of a PDF: what a page's codes stand for, how wide they are, whether their glyphs are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from pikepdf import Array, Name, Object, Stream

from showcase.preflight.outlines import ANY, Outlines, outlines

_CUT = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_LIGHT = re.compile(r"thin|hairline|(?:extra|ultra|semi|demi)?-?light(?!ning|house)", re.IGNORECASE)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]*>|\[[^\]]*\])")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
REGULAR = 400
WIDE = 1000.0


@dataclass
class Font:
    """A font as a page uses it."""

    source: Object
    codes_used: set[int] = field(default_factory=set)

    @property
    def is_drawn(self) -> bool:
        """Whether its glyphs are little drawings in the file (Type 3)."""
        return self.source.get("/Subtype") == Name.Type3

    @cached_property
    def is_wide(self) -> bool:
        """Whether a code takes two bytes."""
        return self.source.get("/Subtype") == Name.Type0

    @cached_property
    def _inner(self) -> Object:
        """The dictionary with widths and descriptor: of a composite font its descendant."""
        return self.source.DescendantFonts[0] if self.is_wide else self.source

    @cached_property
    def _descriptor(self) -> Any:
        return self._inner.get("/FontDescriptor", {})

    @cached_property
    def name(self) -> str:
        """Its name without the mark of a font that was cut."""
        said = self._inner.get("/BaseFont") or self.source.get("/BaseFont") or self.source.get("/Name")
        return _CUT.sub("", str(said)) if said is not None else "a font without a name"

    @cached_property
    def program(self) -> Stream | None:
        """The font file, None where it is not in the PDF."""
        for key in ("/FontFile2", "/FontFile3", "/FontFile"):
            if key in self._descriptor:
                return self._descriptor[key]
        return None

    @property
    def is_embedded(self) -> bool:
        return self.is_drawn or self.program is not None

    @cached_property
    def is_light(self) -> bool:
        """Whether it is lighter than Regular, by its name or its stated weight."""
        stated = float(self._descriptor.get("/FontWeight", REGULAR))
        return bool(_LIGHT.search(self.name)) or 0 < stated < REGULAR

    @cached_property
    def scale(self) -> float:
        """The width of one unit of its widths, at size 1."""
        return abs(float(self.source.FontMatrix[0])) if self.is_drawn else 1 / WIDE

    def codes(self, text: bytes) -> list[int]:
        """The codes of a string."""
        if not self.is_wide:
            return list(text)
        return [text[n] << 8 | text[n + 1] for n in range(0, len(text) - 1, 2)]

    def width(self, code: int) -> float:
        """The width of a code's glyph, at size 1."""
        return self._widths.get(code, self._other_width) * self.scale

    @cached_property
    def _other_width(self) -> float:
        if self.is_wide:
            return float(self._inner.get("/DW", WIDE))
        return float(self._descriptor.get("/MissingWidth", 0 if "/Widths" in self._inner else WIDE / 2))

    @cached_property
    def _widths(self) -> dict[int, float]:
        if self.is_wide:
            return dict(_wide_widths(self._inner.get("/W", [])))
        first = int(self._inner.get("/FirstChar", 0))
        return {first + n: float(width) for n, width in enumerate(self._inner.get("/Widths", []))}

    def lacks(self, code: int) -> bool:
        """Whether nothing, or the box for what is missing, is shown in place of a character."""
        if self.is_drawn:
            return code not in self._drawings
        if not self.is_wide:
            return bool(self._widths) and code not in self._widths
        glyph = self._glyph(code)
        if glyph == 0 or not self._outlines.has(glyph):
            return True
        return self._outlines.is_empty(glyph) and any(sign.isalnum() for sign in self.text(code))

    def sign(self, code: int) -> bytes:
        """What tells the character of a code from any other: its drawing, its width, its text."""
        drawing = self._outlines.name(self._glyph(code)) if self.is_wide else self._whole
        return b"%d %.3f %s " % (code, self.width(code), self.text(code).encode("utf-8", "replace")) + drawing

    @cached_property
    def _whole(self) -> bytes:
        """The font file, of a font whose codes do not say which glyph they show."""
        return sha256(self.program.read_bytes()).digest() if self.program is not None else b""

    def _glyph(self, code: int) -> int:
        table = self._glyph_table
        return code if table is None else int.from_bytes(table[2 * code : 2 * code + 2], "big")

    @cached_property
    def _glyph_table(self) -> bytes | None:
        table = self._inner.get("/CIDToGIDMap")
        return table.read_bytes() if isinstance(table, Stream) else None

    @cached_property
    def _outlines(self) -> Outlines:
        return outlines(self.program.read_bytes()) if self.program is not None else ANY

    @cached_property
    def drawings(self) -> dict[int, Stream]:
        """The drawings of a Type 3 font by their codes."""
        named = self.source.get("/CharProcs", {})
        return {code: named[name] for code, name in self._drawings.items() if name in named}

    @cached_property
    def _drawings(self) -> dict[int, str]:
        names, code = {}, 0
        encoding = self.source.get("/Encoding", {})
        for entry in encoding.get("/Differences", []) if not isinstance(encoding, Name) else []:
            if isinstance(entry, Name):
                names[code], code = str(entry), code + 1
            else:
                code = int(entry)
        return names

    def text(self, code: int) -> str:
        """The characters that a code stands for, as far as the file says."""
        return self._texts.get(code, "" if self.is_wide else chr(code))

    @cached_property
    def _texts(self) -> dict[int, str]:
        table = self.source.get("/ToUnicode")
        return dict(_texts(table.read_bytes())) if isinstance(table, Stream) else {}


def _wide_widths(array: Any) -> Iterator[tuple[int, float]]:
    """Code and width of a composite font's array: runs of widths, and ranges of one width."""
    parts = iter(array)
    for first in parts:
        second = next(parts)
        if isinstance(second, Array):
            yield from ((int(first) + n, float(width)) for n, width in enumerate(second))
            continue
        width = float(next(parts))
        yield from ((code, width) for code in range(int(first), min(int(second), 0xFFFF) + 1))


def _texts(table: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(table):
        if kind == b"char":
            yield from ((int(code, 16), _utf16(text)) for code, text in _PAIR.findall(block))
            continue
        for first, last, texts in _RANGE.findall(block):
            yield from _run(int(first, 16), int(last, 16), texts)


def _run(first: int, last: int, texts: bytes) -> Iterator[tuple[int, str]]:
    """The texts of a range of codes: each named, or the first of them, from which they count up."""
    if texts.startswith(b"["):
        for n, one in enumerate(re.findall(rb"<([0-9A-Fa-f]*)>", texts)):
            yield first + n, _utf16(one)
    elif start := _utf16(texts[1:-1]):
        for n in range(min(last - first, 0xFFFF) + 1):
            yield first + n, start[:-1] + chr(min(ord(start[-1]) + n, 0x10FFFF))


def _utf16(figures: bytes) -> str:
    even = figures if len(figures) % 2 == 0 else figures + b"0"
    return bytes.fromhex(even.decode()).decode("utf-16-be", "replace")
