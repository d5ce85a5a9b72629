"""Words as they are to be read, beside the glyphs that show them.

Most words need nothing: their glyphs, one by one, say their letters. Where
they do not (Devanagari sets a vowel before the consonant that it follows, a
line's end adds a hyphen, letters stand wide apart), the word's own text goes
with it, in a span that covers this word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from showcase.book.tags.glyphs import NO_LETTERS, Letters
from showcase.book.tags.runs import Fonts, Token, glyph, levelled, shift, shown, tokens

_BLANK = re.compile("[ \u00a0]+")
_HIDDEN = re.compile("[\u2060\u200b]")
_HYPHEN, _SOFT_HYPHEN = "\u2010", "\u00ad"
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_UNPARTED = re.compile("\u2010$|(?<=\\S)[-–—/\u2060]$")
"""How a line ends that is broken within a word, or between words without a blank."""
_APART = 100.0
"""Thousandths of the size: glyphs that stand so far apart are taken for words."""


@dataclass
class _Word:
    """The glyphs of a word, and what parts it from the next."""

    tokens: list[Token] = field(default_factory=list)
    blank: list[Token] = field(default_factory=list)

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
    parts = list(tokens(ops, fonts))
    words, meant = list(_words(parts)), _BLANK.split(spoken(text).rstrip(" \u00a0"))
    if len(words) != len(meant):
        words, meant = [_Word(parts)], [spoken(text)]
    told: list[bytes] = []
    waiting: list[Token] = []
    for word, its_text in zip(words, meant, strict=True):
        if not word.tells(its_text):
            told += [*shown(waiting), *_span(word.tokens, its_text)]
            waiting = []
        else:
            waiting += word.tokens
        waiting += word.blank
    letters = _last_letters(parts)
    if ends_line and letters.space and not _UNPARTED.search(text):
        waiting.append(glyph(letters.space, letters))
    return [*told, *shown(waiting)]


def _words(parts: Iterable[Token]) -> Iterator[_Word]:
    """The tokens dealt into words; a shift after a blank belongs to it."""
    word = _Word()
    for token in parts:
        if _BLANK.fullmatch(token.text) or word.blank and token.gap:
            word.blank.append(token)
            continue
        if word.blank:
            yield word
            word = _Word()
        word.tokens.append(token)
    yield word


def _span(parts: Sequence[Token], text: str) -> list[bytes]:
    said = ("\ufeff" + text).encode("utf-16-be").hex().encode()
    last = max((place for place, token in enumerate(parts) if not token.is_operator), default=-1) + 1
    word, rest = parts[:last], parts[last:]  # the rest is what sets the font of the blank that follows
    level, raised = levelled(word)
    told = shown([*level, *_end(word), *raised])
    return [b"/Span <</ActualText <%s>>> BDC" % said, *told, b"EMC", *shown(rest)]


def _end(word: Sequence[Token]) -> list[Token]:
    """A blank that ends where the word ends.

    Readers part words by the room between the last glyph of one and the first
    of the next; the last glyph of a word of Devanagari may stand far from its end.
    """
    letters = _last_letters(word)
    blank = letters.no_break
    return [shift(letters.widths[blank]), glyph(blank, letters)] if blank else []


def _last_letters(parts: Sequence[Token]) -> Letters:
    return next((token.letters for token in reversed(parts) if token.letters), NO_LETTERS)
