"""Where the sentences of a paragraph begin and end, in English and in Hindi."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTES = r"[”’\"')*_]*+"
_ENDS = re.compile(rf"(?<![.!?।])[.!?।]++{_QUOTES}(?:[ \t]?\[\^[^\[\]\n]*\])*+{_QUOTES}(?=\s|$)")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|Smt|Shri|Prof|Lt|Gen|Col|Maj|Capt|Cmde|Cdr|Adm|Brig|Wg|Gp|Sqn|Sgt|No|Nos|Rs|St|Jr|Sr"
    r"|vs|etc|approx|Pvt|Ltd|Co|Inc|Sept?|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug)|[\u0900-\u0963])$"
)
"""What a point shortens where it does not end a sentence; in Hindi a danda ends one, and a point shortens always."""
_LONGEST_SHORT = 8
"""Letters that are looked at before a point: more than any shortened word has."""
_BLANKS = re.compile(r"\s*")


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence, its citations and closing quotes included, without the blanks round it."""
    start, last = _after_blanks(paragraph, 0), len(paragraph.rstrip())
    for end in _ENDS.finditer(paragraph):
        before = paragraph[max(0, end.start() - _LONGEST_SHORT) : end.start()]
        if end.end() < last and end[0].startswith(".") and _SHORT.search(before):
            continue
        yield start, end.end()
        start = _after_blanks(paragraph, end.end())
    if start < last:
        yield start, last


def _after_blanks(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place
