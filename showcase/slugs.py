"""The slug of a name: small Latin letters, digits and hyphens, for a file and its address."""

from __future__ import annotations

import re
import unicodedata

from showcase.transliteration import latin

LONGEST = 60
_WHOLE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
                        "&": " and ", "+": " plus ", "@": " at "})  # fmt: skip
"""Letters that Unicode does not take apart, and signs that are spoken."""
_AT_END = re.compile(r"(\s+(pvt|private|ltd|limited|llp|opc|inc|incorporated|corp|corporation))+\s*$")


def slug_of(name: str) -> str:
    """The slug of a firm's name, without its legal form; empty where nothing of it can be written in Latin."""
    text = latin(unicodedata.normalize("NFC", name)).lower().translate(_WHOLE)
    text = unicodedata.normalize("NFKD", re.sub(r"[’'.]", "", text))
    text = re.sub(r"[^a-z0-9]+", " ", text.encode("ascii", "ignore").decode()).strip()
    words = (_AT_END.sub("", text) or text).split()
    while len("-".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:LONGEST]
