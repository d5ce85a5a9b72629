"""Words as they are to be read, beside the glyphs that show them.

Most words need nothing: their glyphs, one by one, say their letters. Where
they do not (Devanagari sets a vowel before the consonant that it follows, a
line's end adds a hyphen, letters stand wide apart), the word's own text goes
with it, in a span that covers this word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from showcase.book.tags.glyphs import NO_LETTERS, Letters

Fonts = Mapping[bytes, Letters]
"""What the glyphs of each font say, by its name in the content."""

_BLANK = re.compile("[ \u00a0]+")
_HIDDEN = re.compile("[\u2060\u200b]")
_HYPHEN, _SOFT_HYPHEN = "\u2010", "\u00ad"
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_UNPARTED = re.compile("\u2010$|(?<=\\S)[-–—/\u2060]$")
"""How a line ends that is broken within a word, or between words without a blank."""
_APART = 100.0
"""Thousandths of the size: glyphs that stand so far apart are taken for words."""
_GLYPHS = re.compile(rb"<([0-9a-f]+)>|([^<>]+)")
"""A run of glyphs, or the shifts between two: WeasyPrint writes one after the other with "<>" between."""


@dataclass(frozen=True)
class _Token:
    """A glyph with its text, a shift between glyphs, or an operator between runs of them."""

    raw: bytes
    text: str = ""
    gap: float = 0.0
    """How far a shift moves what follows to the right, in thousandths of the size."""
    letters: Letters | None = None
    """What the font of a glyph says."""
    width: float = 0.0
    """That of a glyph, in thousandths of the size."""
    is_shift: bool = False


@dataclass
class _Word:
    """The glyphs of a word, and what parts it from the next."""

    tokens: list[_Token] = field(default_factory=list)
    blank: list[_Token] = field(default_factory=list)

    def tells(self, text: str) -> bool:
        """Whether its glyphs alone give `text` to whoever reads them.

        Marks of Devanagari stand over their letters, and readers go by where a glyph stands.
        """
        said = "".join(token.text for token in self.tokens)
        is_wide = any(token.gap > _APART for token in self.tokens)
        return said == text and not is_wide and not _DEVANAGARI.search(text)


def spoken(text: str) -> str:
    """A text without what only guides its setting; the hyphen of a line's end is a soft one."""
    return _HIDDEN.sub("", text).replace(_HYPHEN, _SOFT_HYPHEN)


def tell(ops: Iterable[bytes], text: str, fonts: Fonts, ends_line: bool = False) -> list[bytes]:
    """The operators of one run of text, words that their glyphs do not tell in spans of ActualText.

    `text` is the run as it was laid out. Where its words cannot be told from
    each other by the blanks between them, one span covers the run. The blank
    at which a line was broken is added to its end.
    """
    tokens = list(_tokens(ops, fonts))
    words, meant = list(_words(tokens)), _BLANK.split(spoken(text).rstrip(" \u00a0"))
    if len(words) != len(meant):
        words, meant = [_Word(tokens)], [spoken(text)]
    told: list[bytes] = []
    waiting: list[_Token] = []
    for word, its_text in zip(words, meant, strict=True):
        if not word.tells(its_text):
            told += [*_shown(waiting), *_span(word.tokens, its_text)]
            waiting = []
        else:
            waiting += word.tokens
        waiting += word.blank
    letters = _last_letters(tokens)
    if ends_line and letters.space and not _UNPARTED.search(text):
        waiting.append(_glyph(letters.space, letters))
    return [*told, *_shown(waiting)]


def _tokens(ops: Iterable[bytes], fonts: Fonts) -> Iterator[_Token]:
    letters = NO_LETTERS
    for op in ops:
        if not op.endswith(b"] TJ"):
            if op.endswith(b" Tf"):
                letters = fonts[op.split()[0][1:]]
            yield _Token(op)
            continue
        for glyphs, shifts in _GLYPHS.findall(op[1:-4].replace(b"<>", b" ")):
            if shift := sum(map(float, shifts.split())):
                yield _shift(shift)
            for place in range(0, len(glyphs), 4):
                yield _glyph(int(glyphs[place : place + 4], 16), letters)


def _glyph(number: int, letters: Letters) -> _Token:
    text, width = letters.texts.get(number, ""), letters.widths.get(number, 0.0)
    return _Token(b"<%04x>" % number, text, letters=letters, width=width)


def _shift(back: float) -> _Token:
    return _Token(b" %g " % round(back, 2), gap=-back, is_shift=True)


def _words(tokens: Iterable[_Token]) -> Iterator[_Word]:
    """The tokens dealt into words; a shift after a blank belongs to it."""
    word = _Word()
    for token in tokens:
        if _BLANK.fullmatch(token.text) or word.blank and token.gap:
            word.blank.append(token)
            continue
        if word.blank:
            yield word
            word = _Word()
        word.tokens.append(token)
    yield word


def _span(tokens: Sequence[_Token], text: str) -> list[bytes]:
    said = ("\ufeff" + text).encode("utf-16-be").hex().encode()
    last = max((place for place, token in enumerate(tokens) if token.letters or token.gap), default=-1) + 1
    word, rest = tokens[:last], tokens[last:]  # the rest is what sets the font of the blank that follows
    level, raised = _levelled(word)
    shown = _shown([*level, *_end(word), *raised])
    return [b"/Span <</ActualText <%s>>> BDC" % said, *shown, b"EMC", *_shown(rest)]


def _levelled(tokens: Sequence[_Token]) -> tuple[Sequence[_Token], list[_Token]]:
    """The glyphs of a word that stand on its line, in one run, and then those that stand higher or lower.

    A reader takes the first run of a span for the whole word.
    """
    fonts = [token for token in tokens if token.raw.endswith(b" Tf")]
    if len(fonts) > 1 or not any(token.raw.endswith(b" Ts") for token in tokens):
        return tokens, []
    level: list[_Token] = []
    raised: list[tuple[float, bytes, _Token]] = []
    pen, rise = 0.0, b"0 Ts"
    for token in tokens:
        if token.raw.endswith(b" Ts"):
            rise = token.raw
            continue
        if token.letters and rise != b"0 Ts":
            raised.append((pen, rise, token))
            token = _shift(-token.width)
        level.append(token)
        pen += token.gap + token.width
    return level, [one for at, rise, glyph in raised for one in _raised(glyph, pen - at, rise)]


def _raised(glyph: _Token, back: float, rise: bytes) -> list[_Token]:
    """A glyph that stands `back` before the end of its word, and the way back to that end."""
    return [_Token(rise), _shift(back), glyph, _shift(glyph.width - back), _Token(b"0 Ts")]


def _end(tokens: Sequence[_Token]) -> list[_Token]:
    """A blank that ends where the word ends.

    Readers part words by the room between the last glyph of one and the first
    of the next; the last glyph of a word of Devanagari may stand far from its end.
    """
    letters = _last_letters(tokens)
    blank = letters.no_break
    return [_shift(letters.widths[blank]), _glyph(blank, letters)] if blank else []


def _last_letters(tokens: Sequence[_Token]) -> Letters:
    return next((token.letters for token in reversed(tokens) if token.letters), NO_LETTERS)


def _shown(tokens: Iterable[_Token]) -> list[bytes]:
    """The tokens as operators again: each run of glyphs in one."""
    ops: list[bytes] = []
    run = b""
    for token in tokens:
        if token.letters or token.gap:
            run += token.raw
        if token.letters or token.is_shift:
            continue  # a shift by nothing is no operator
        ops += [_run(run), token.raw] if run else [token.raw]
        run = b""
    return [*ops, _run(run)] if run else ops


def _run(tokens: bytes) -> bytes:
    return b"[%s] TJ" % tokens.replace(b"><", b"").strip()
