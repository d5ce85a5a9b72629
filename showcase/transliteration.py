"""Hindi in Latin letters, as Indians type it: no accents, and no `a` that is not spoken.

`latin` is for reading ("नवाचार" → "navachar"); `sound` is for finding: what people spell in many ways,
such as "navachaar" and "nawachar", has one sound. The rules are few because a search forgives more than
a scholar does: schemes that can be read back, such as ISO 15919, are spelled as nobody types.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l l v sh sh s h".split(),
        strict=True,
    )
)
_DOTTED = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "d", "ढ": "dh", "फ": "f", "य": "y"}
_VOWELS = dict(zip("अआइईउऊऋएऐओऔऑऍ", "a a i i u u ri e ai o au o e".split(), strict=True))
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", "a i i u u ri e ai o au o e".split(), strict=True)) | {"्": ""}
_OTHERS = {**_VOWELS, **dict(zip("०१२३४५६७८९", "0123456789", strict=True)), "ः": "h"}
_DOT, _NASALS = "़", "ंँ"
_JOINERS = dict.fromkeys((0x200C, 0x200D))
_LABIALS = "पफबभम"
_UNSPOKEN = "*"
"""Stands for the vowel that a bare consonant carries, until it is known whether it is spoken."""

LETTERS = {
    "consonants": _CONSONANTS,
    "dotted": _DOTTED,
    "signs": _SIGNS,
    "others": _OTHERS,
    "nasals": _NASALS,
    "labials": _LABIALS,
    "dot": _DOT,
}
"""What `latin` knows of Devanagari, for a browser to do the same."""
DEVANAGARI = re.compile(r"[\u0900-\u0963\u0966-\u097f\u200c\u200d]+")
_LATIN = re.compile(r"[a-z]+")
_VOWEL, _OTHER = "[aeiou*]", "[^aeiou*]"
# It is silent at the end of a word, and between a syllable before it and one after it.
AT_END = (
    rf"(?<={_VOWEL}{_OTHER})\*$|(?<={_VOWEL}{_OTHER}{{2}})\*$|(?<={_VOWEL}{_OTHER}{{3}})\*$"
)
WITHIN = (
    rf"(?<={_VOWEL}{_OTHER})\*(?={_OTHER}h?[aeiou])|(?<={_VOWEL}{_OTHER}h)\*(?={_OTHER}h?[aeiou])"
)
_AT_END, _WITHIN = re.compile(AT_END), re.compile(WITHIN)

FOLDS = (
    (r"(.)\1+", r"\1\1"),
    (r"ph", "f"),
    (r"chh?", "C"),
    (r"sh+", "s"),
    (r"d?[jg]n(?=[aeiouy])", "gy"),
    (r"([kgjtdbn])h", r"\1"),
    (r"ee|ii", "i"),
    (r"oo|uu", "u"),
    (r"a[iy](?![aeiou])", "e"),
    (r"a[uw](?![aeiou])|ou", "o"),
    (r"w", "v"),
    (r"z", "j"),
    (r"[qc]", "k"),
    (r"x+", "ks"),
    (r"m(?=[pbf])", "n"),
    (r"(.)\1+", r"\1"),
    (r"(?<=[^aeiou])e$", ""),
    (r"C", "c"),
)
"""What is written in several ways, and the one way that stands for all; a browser reads the patterns too."""
_FOLDS = tuple((re.compile(pattern), into) for pattern, into in FOLDS)


def latin(text: str) -> str:
    """The text with its Devanagari in Latin letters; all else as it stands."""
    return DEVANAGARI.sub(lambda match: _word(match[0]), unicodedata.normalize("NFC", text))


@cache
def sound(word: str) -> str:
    """How a word sounds, whichever letters it is written in: a key to compare, not to read.

    Every `a` goes, for it is the letter that people write or leave out as they like.
    """
    return _LATIN.sub(lambda match: _folded(match[0]), plain(latin(word)))


def plain(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(one for one in apart if not "\u0300" <= one <= "\u036f")


def _folded(word: str) -> str:
    for pattern, into in _FOLDS:
        word = pattern.sub(into, word)
    return word.replace("a", "") or word


def _word(text: str) -> str:
    """One word: consonants with the vowels that they carry, then those that are not spoken taken out."""
    letters: list[str] = []
    signs = text.translate(_JOINERS).replace("ज्ञ", "ग्य")
    for sign, after in pairwise(signs + " "):
        if sign in _CONSONANTS:
            letters += [_DOTTED.get(sign, _CONSONANTS[sign]) if after == _DOT else _CONSONANTS[sign], _UNSPOKEN]
        elif sign in _SIGNS:
            letters = [*(letters[:-1] if letters[-1:] == [_UNSPOKEN] else letters), _SIGNS[sign]]
        elif sign in _NASALS:
            letters.append("m" if after in _LABIALS else "n")
        elif sign != _DOT:
            letters.append(_OTHERS.get(sign, ""))
    return _spoken("".join(letters))


def _spoken(word: str) -> str:
    """The word without its silent vowels, from its end: each decides about the one before it."""
    word = _AT_END.sub("", word)
    while found := list(_WITHIN.finditer(word)):
        word = word[: found[-1].start()] + word[found[-1].end() :]
    return word.replace(_UNSPOKEN, "a")
