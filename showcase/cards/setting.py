"""Setting words in pixels: shaped as their script wants it, broken into even lines, as large as they fit."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import ImageFont, features

from showcase import fonts


class CannotShape(Exception):
    """Pillow has no shaping engine here; the text says, in a sentence, what to install."""


@dataclass(frozen=True)
class Style:
    """How a text is set: the face, the sizes it may have from large to small, line to line in ems."""

    face: str
    sizes: tuple[int, ...]
    leading: float
    language: str = "en"

    def font(self, size: int) -> ImageFont.FreeTypeFont:
        """The face at a size in pixels. CannotShape where letters would only be put side by side."""
        return _font(self.face, size)


@dataclass(frozen=True)
class Block:
    """Lines of text at the size that was found for them."""

    lines: tuple[str, ...]
    style: Style
    size: int

    @property
    def step(self) -> int:
        """From one baseline to the next, in pixels."""
        return round(self.size * self.style.leading)

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        return self.style.font(self.size)


def fit(text: str, style: Style, width: int, most: int) -> Block:
    """Set a text in at most `most` lines of `width` pixels, at the first of the style's sizes that allows it.

    A text that no size allows is set at the last: sizes end so low that no text of a profile does.
    """
    for size in style.sizes:
        lines = broken(text, style, size, width)
        if len(lines) <= most and all(_length(line, style, size) <= width for line in lines):
            break
    return Block(lines, style, size)


def broken(text: str, style: Style, size: int, width: float) -> tuple[str, ...]:
    """Break a text at its spaces into as few lines as `width` pixels allow, as even as can be."""
    lines = _greedy(text, style, size, width)
    widest = _length(max(lines, key=lambda line: _length(line, style, size)), style, size)
    low, high = widest / 2, min(widest, width)
    while high - low > size / 8:
        middle = (low + high) / 2
        tried = _greedy(text, style, size, middle)
        even = len(tried) <= len(lines) and all(_length(line, style, size) <= middle for line in tried)
        low, high = (low, middle) if even else (middle, high)
    return _greedy(text, style, size, high)


def _greedy(text: str, style: Style, size: int, width: float) -> tuple[str, ...]:
    """Fill one line after the other; a no-break space is no space."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _length(longer, style, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@lru_cache(maxsize=1024)
def _length(line: str, style: Style, size: int) -> float:
    """The length of a line in pixels; kept, for breaking a text evenly asks for the same beginnings many times."""
    return style.font(size).getlength(line, language=style.language)


@cache
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    if not features.check("raqm"):
        raise CannotShape(
            "Social cards cannot be drawn: Pillow finds no FriBiDi, without which Hindi would be set wrong. "
            "Install it: apt install libfribidi0."
        )
    return ImageFont.truetype(io.BytesIO(_file(face)), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def _file(face: str) -> bytes:
    return fonts.face(face).read()
