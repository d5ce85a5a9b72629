"""Runs of glyphs as WeasyPrint writes them, taken apart into tokens and put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase.book.tags.glyphs import NO_LETTERS, Letters

Fonts = Mapping[bytes, Letters]
"""What the glyphs of each font say, by its name in the content."""

_GLYPHS = re.compile(rb"<([0-9a-f]+)>|([^<>]+)")
"""A run of glyphs, or the shifts between two: WeasyPrint writes one after the other with "<>" between."""
_LEVEL = b"0 Ts"


@dataclass(frozen=True)
class Token:
    """A glyph with its text, a shift between glyphs, or an operator between runs of them."""

    raw: bytes
    text: str = ""
    gap: float = 0.0
    """How far a shift moves what follows to the right, in thousandths of the size."""
    letters: Letters | None = None
    """What the font of a glyph says."""
    width: float = 0.0
    """That of a glyph, in thousandths of the size."""

    @property
    def is_operator(self) -> bool:
        return self.raw[-1:].isalpha()


def tokens(ops: Iterable[bytes], fonts: Fonts) -> Iterator[Token]:
    """The operators of a run of text in their parts."""
    letters = NO_LETTERS
    for op in ops:
        if not op.endswith(b"] TJ"):
            if op.endswith(b" Tf"):
                letters = fonts[op.split()[0][1:]]
            yield Token(op)
            continue
        for glyphs, shifts in _GLYPHS.findall(op[1:-4].replace(b"<>", b" ")):
            if back := sum(map(float, shifts.split())):
                yield shift(back)
            for place in range(0, len(glyphs), 4):
                yield glyph(int(glyphs[place : place + 4], 16), letters)


def glyph(number: int, letters: Letters) -> Token:
    """A glyph of a font that has these letters."""
    text, width = letters.texts.get(number, ""), letters.widths.get(number, 0.0)
    return Token(b"<%04x>" % number, text, letters=letters, width=width)


def shift(back: float) -> Token:
    """A move to the left by thousandths of the size."""
    return Token(b" %g " % round(back, 2), gap=-back)


def shown(parts: Iterable[Token]) -> list[bytes]:
    """The tokens as operators again: each run of glyphs in one."""
    ops: list[bytes] = []
    run = b""
    for token in parts:
        if not token.is_operator:
            run += token.raw
            continue
        ops += [_run(run), token.raw] if run else [token.raw]
        run = b""
    return [*ops, _run(run)] if run else ops


def _run(raw: bytes) -> bytes:
    return b"[%s] TJ" % raw.replace(b"><", b"").strip()


def levelled(word: Sequence[Token]) -> tuple[Sequence[Token], list[Token]]:
    """The glyphs of a word that stand on its line, in one run, and then those that stand higher or lower.

    A reader takes the first run of a span for the whole word. A word in two
    fonts stays as it is.
    """
    first = next((place for place, token in enumerate(word) if token.letters), 0)
    operators = [token.raw for token in word[first:] if token.is_operator]
    if not operators or any(op.endswith(b" Tf") for op in operators):
        return word, []
    level: list[Token] = []
    raised: list[tuple[float, bytes, Token]] = []
    pen, rise = 0.0, _LEVEL
    for token in word:
        if token.raw.endswith(b" Ts"):
            rise = token.raw
            continue
        if token.letters and rise != _LEVEL:
            raised.append((pen, rise, token))
            token = shift(-token.width)
        level.append(token)
        pen += token.gap + token.width
    return level, [part for at, rise, token in raised for part in _raised(token, pen - at, rise)]


def _raised(token: Token, back: float, rise: bytes) -> list[Token]:
    """A glyph that stands `back` before the end of its word, and the way back to that end."""
    return [Token(rise), shift(back), token, shift(token.width - back), Token(_LEVEL)]
