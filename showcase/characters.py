"""Which characters a text may hold: those that can be seen, told apart and printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from showcase.causes import Cause, cause

# What every text face of the book and the site has: Latin with its accents, signs, superiors.
_LATIN = (
    "\u0020-\u007e\u00a0-\u0107\u010c-\u0113\u0116-\u011b\u011e-\u0123\u012a\u012b\u012e-\u0131"
    "\u0136\u0137\u0139-\u0148\u014c\u014d\u0150-\u015b\u015e-\u0165\u016a\u016b\u016e-\u0173"
    "\u0178-\u017e\u0218-\u021b\u02bb\u02bc\u2007\u2012-\u2015\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2071\u2074-\u2079"
    "\u207d-\u2089\u20ac\u20b9\u2122\u2153\u2154\u2212\u2215\u221e\u2248\u2260\u2264\u2265"
)
_DEVANAGARI = "\u0900-\u0952\u0955-\u0970\u0972-\u0977\u0979-\u097f\u200c\u200d"
_UNPRINTABLE = re.compile(f"[^{_LATIN}{_DEVANAGARI}]")
_JOINERS = re.compile("(?<![\u0900-\u097f])[\u200c\u200d]|[\u200c\u200d](?![\u0900-\u097f])")
# Latin beside Cyrillic or Greek in one word: the letters look alike, the words are not the same.
_MIXED = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
# One pass tells whether a text needs a closer look at all; hardly any does.
_SUSPECT = re.compile(f"[^{_LATIN}{_DEVANAGARI}]|[\u200c\u200d\u0370-\u03ff\u0400-\u052f]")
_PICTURES = "\U0001f000-\U0001faff\u2600-\u26ff\u2728\u2764\u2b50"
EMOJI = re.compile(f"(?:[{_PICTURES}]|[0-9#*](?=\ufe0f?\u20e3))(?:[\ufe0f\u20e3]|\u200d?[{_PICTURES}])*")
_WITH_BLANK = re.compile(f" ?{EMOJI.pattern}")
_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_FILLERS = "\u115f\u1160\u3164\uffa0"


FIGURES = str.maketrans("०१२३४५६७८९", "0123456789")
"""Figures of Devanagari as international ones, which the house writes in Hindi too."""
OTHER_FIGURES = re.compile("[०-९]")


def emoji(text: str) -> Iterator[re.Match[str]]:
    """Each picture character of a text, with what is joined to it: the book and the site have no form for one."""
    return EMOJI.finditer(text)


def without_emoji(text: str) -> str:
    """The text without picture characters and the blank before each."""
    return text if text.isascii() else _WITH_BLANK.sub("", text)


def first_difference_from_nfc(text: str) -> int | None:
    """The offset at which the text departs from Unicode form C, or None."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return None
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    return next((offset for offset, (one, two) in pairs if one != two), len(composed) - 1)


def unfit(text: str) -> list[tuple[int, Cause]]:
    """Each unfit character: its offset, and what is wrong with it."""
    if _SUSPECT.search(text) is None:
        return []
    found = {match.start(): _judge(match[0]) for match in _UNPRINTABLE.finditer(text)}
    found |= {match.start(): _hidden(match[0]) for match in _JOINERS.finditer(text)}
    for match in _MIXED.finditer(text):
        found[match.start()] = cause("P012", "mixed", letters=match[0])
    return [(offset, found[offset]) for offset in sorted(found)]


def _judge(character: str) -> Cause:
    if character == "\n":
        return cause("P014", "break")
    if unicodedata.category(character) in _INVISIBLE or character in _FILLERS:
        return _hidden(character)
    return cause("P013", "letter", letter=character, character=f"U+{ord(character):04X}")


def _hidden(character: str) -> Cause:
    return cause("P011", "hidden", character=f"U+{ord(character):04X}")
