"""Texts held against pages by letters and figures alone.

Spaces differ at line ends, hyphens and quotation marks come and go, and capitals are a matter of
style: what stays the same wherever a text is set are its letters and figures in their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

# Vowel signs and other marks of Devanagari are no letters to `\w`, yet they are what is read.
_OTHER = re.compile(r"[^\w\u0900-\u0963\u0970-\u097f]|_")


def letters(text: str) -> str:
    """The letters and figures of a text, small: "1,500 km, start‐\\nups" is "1500kmstartups"."""
    return _OTHER.sub("", unicodedata.normalize("NFKC", text).casefold())


class Wanted(NamedTuple):
    """The letters of a `piece` that should stand somewhere, and the `whole` that it belongs to."""

    whole: Any
    piece: Any
    letters: str


def missing(wanted: Sequence[Wanted], told: str) -> Iterator[Wanted]:
    """Those of the wanted letters that stand in `told` less often than they are wanted.

    What is wanted twice must be there twice, and what is also part of a longer text must be there
    beside it: a founder whom the story names is missing all the same when the list of founders has
    lost her. Each is counted against the longer ones that are there, so that a lost text drags no
    shorter one along. Of equal texts those are named first whose whole has lost another piece.
    """
    present, broken = "", set()
    for _key, equal in groupby(sorted(wanted, key=_longest_first), key=_longest_first):
        for one in sorted(equal, key=lambda one: id(one.whole) in broken):
            if _count(one.letters, told) > _count(one.letters, present):
                present += f"|{one.letters}"
            else:
                broken.add(id(one.whole))
                yield one


def _longest_first(one: Wanted) -> tuple[int, str]:
    return -len(one.letters), one.letters


def _count(part: str, text: str) -> int:
    """How often `part` stands in `text`, overlaps counted too."""
    count, place = 0, text.find(part)
    while place >= 0:
        count, place = count + 1, text.find(part, place + 1)
    return count
