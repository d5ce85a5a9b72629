"""Where the sentences of a paragraph begin and end, in English and in Hindi."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CITED = r"[”’\"')*_]*(?:[ \t]?\[\^[^\[\]\n]*\])*[”’\"')*_]*"
_ENDS = re.compile(rf"[.!?।]+{_CITED}(?=\s|$)")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|Smt|Shri|Prof|Lt|Gen|Col|Maj|Capt|Cmde|Cdr|Adm|Brig|Wg|Gp|Sqn|Sgt|No|Nos|Rs|St|Jr|Sr"
    r"|vs|etc|approx|Pvt|Ltd|Co|Inc|Sept?|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug)|[\u0900-\u0963])$"
)
"""What a point shortens where it does not end a sentence; in Hindi a danda ends one, and a point shortens always."""


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence, its citations and closing quotes included, without the blanks round it."""
    start = len(paragraph) - len(paragraph.lstrip())
    for end in _ENDS.finditer(paragraph):
        if end[0].startswith(".") and _SHORT.search(paragraph[:end.start()]) and end.end() < len(paragraph.rstrip()):
            continue
        yield start, end.end()
        start = end.end() + len(paragraph[end.end() :]) - len(paragraph[end.end() :].lstrip())
    if paragraph[start:].strip():
        yield start, len(paragraph.rstrip())
