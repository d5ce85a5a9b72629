"""The order of names, one for site and book: in English and in Hindi as the reader of an index expects it.

Names are sorted word by word. Capitals, accents and punctuation do not count
while letters differ, and a number stands by its size: DISC 7 before DISC 10.

Devanagari follows the Unicode root collation with CLDR's rules for Hindi, as
dictionaries do: anusvara (with it candrabindu), then visarga, vowels,
consonants, vowel signs, virama. So a bare consonant comes before its vowel
signs, and conjuncts after them all; a letter with a nukta follows its base.
The code points of the block stand in that order already, but for candrabindu.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VIRAMA = "\u094d"
_CANDRABINDU = str.maketrans({"\u0901": "\u0902\u0301"})
"""Candrabindu is sorted as an anusvara with an accent."""

_BREAK = re.compile(r"[\s/\u2010-\u2015-]+|(?<=\d)\.(?=\d)")
"""What parts words: a space, a hyphen, a dash, a stroke, the point in 2.0."""

_PARTS = re.compile(r"\d+| |[^\d ]+")
_SPACE, _NUMBER, _WORD = range(3)

Part = tuple[int, int | str]
Key = tuple[tuple[Part, ...], tuple[str, ...], str]
"""What decides, in this order: the letters and numbers, the accents, the name as it is written."""


@lru_cache(1 << 14)  # the names of a catalogue are sorted many times over
def key(name: str) -> Key:
    """The sort key of a name in English or Hindi."""
    letters = unicodedata.normalize("NFKD", name).translate(_CANDRABINDU)
    plain = _BREAK.sub(" ", "".join(letter for letter in letters if not _is_accent(letter)))
    bare = "".join(letter for letter in plain if letter == " " or unicodedata.category(letter)[0] in "LMN")
    parts = tuple(_part(found) for found in _PARTS.findall(bare.strip().casefold()))
    return parts, _accents(letters), name


def stand_apart(one: str, other: str) -> bool:
    """Whether two names begin with different words, and so stand apart in an index."""
    return key(one)[0][:1] != key(other)[0][:1]


def _part(text: str) -> Part:
    if text == " ":
        return _SPACE, 0
    return (_NUMBER, int(text)) if text.isdecimal() else (_WORD, text)


def _accents(letters: str) -> tuple[str, ...]:
    """The accents of each letter in turn; "" where it has none."""
    accents: list[str] = []
    for letter in letters:
        if _is_accent(letter) and accents:
            accents[-1] += letter
        elif not _is_accent(letter):
            accents.append("")
    return tuple(accents)


def _is_accent(letter: str) -> bool:
    """Whether it is a mark over or under a letter; a virama is a letter's part."""
    return unicodedata.combining(letter) != 0 and letter != _VIRAMA
