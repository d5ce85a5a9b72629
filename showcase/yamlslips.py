"""Slips of the hand in YAML: the line where one was made, and that line as it should be.

A parser stops where it can go no further, often lines below the slip. So every line above that looks
like one is mended for trial; it was the slip if the file can then be read beyond where it stopped before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from showcase import marks
from showcase.causes import Cause, cause

MOST = 12
"""Lines that are mended for trial, the last before the parser stopped; each costs a reading of the file."""
LONGEST = 2000
"""Letters of a line that is looked at: no hand writes a longer one."""
_KEY = r"[A-Za-z_][\w-]*"
_STRING = re.compile(r"""(?<=[\s\[{,])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:[,\]}:#]|$))""")
"""A text in quotes, whole: it begins after a blank or a bracket, and ends where a value does."""
_OPENING = re.compile(r"""(?<=[\s\[{])["']""")
_VALUE_ENDS = re.compile(rf",\s+{_KEY}:\s|[\]}}]+\s*$")
_NO_BLANK = re.compile(rf"(^\s*(?:- +)*|[{{,]\s*){_KEY}:(?=[^\s/])")
_NO_BLANK_AFTER_DASH = re.compile(r"\s*-(?=[^\s-])")
_NO_COLON = re.compile(r"\s*(?:- +)?([a-z_]+)(?: *[=：] *| +)(?=\S)")
_NO_COLON_IN_ROW = re.compile(r"(?<=[{,] )([a-z_]+) (?=[\[{])")
_NO_BRACES = re.compile(rf"(\s*- )({_KEY}: .*, {_KEY}: .*\S)")
_ALONE = re.compile(rf"\s*(?:(?:- +)*{_KEY}: +|(?:- +)+(?!{_KEY}: ))(?=[^\s\"'\[{{|>#])")
"""What stands before a text without quotes that has its line to itself."""
_IN_ROW = re.compile(r"(?<=: )[^\"'\[{,}\]]*: [^,}\]]*(?=[,}])")
_SIGN = re.compile(r"(?:(?<=[:,-] )|(?<=[\[{]))(?:[@`%*&]|\[[^\[\]]*\]\([^()]*\))[^,\]}]*")
_PAIRS = {"[": "]", "{": "}"}


class Slip(NamedTuple):
    """What was done wrong, the column where, and the whole line without it."""

    cause: Cause
    column: int
    mended: str


def found(lines: Sequence[str], fault: int, reach: Callable[[str], float]) -> tuple[int, Slip] | None:
    """The line, from 1, and the slip for which YAML is not read beyond the line `fault`; None where none is seen.

    `reach` tells the line on which a text cannot be read any further.
    """
    likely = ((number, line) for number, line in enumerate(lines[:fault], 1) if len(line) <= LONGEST)
    seen = [(number, slip) for number, line in likely for slip in _slips(line)][-MOST:]
    texts = ("\n".join([*lines[: number - 1], slip.mended, *lines[number:]]) for number, slip in seen)
    tried = [(reach(text), number, slip) for text, (number, slip) in zip(texts, seen, strict=True)]
    farthest = max((one[0] for one in tried), default=0)
    return next(one[1:] for one in tried if one[0] == farthest) if farthest > fault else None


def _slips(line: str) -> Iterator[Slip]:
    """What may be wrong with a line, the likeliest first; texts in quotes are passed over."""
    bare = _STRING.sub(lambda text: "x" * len(text[0]), line)
    looks = (_no_blank, _quote, _bracket, _no_braces, _colon, _sign, _comment, _no_blank_after_dash, _no_colon)
    yield from (slip for look in looks if (slip := look(line, bare)))


def _no_blank(line: str, bare: str) -> Slip | None:
    """`name:Lantern`, at the head of a line or in a row; every such colon gets its blank."""
    colons = [one.end() for one in _NO_BLANK.finditer(bare) if not one[1].strip(" -") or "{" in bare[: one.end()]]
    mended = line
    for end in reversed(colons):
        mended = f"{mended[:end]} {mended[end:]}"
    return Slip(cause("P004", "blank"), colons[0], mended) if colons else None


def _quote(line: str, bare: str) -> Slip | None:
    """A quote that is not closed on its line, or within the text between two of its kind."""
    if not (opening := _OPENING.search(bare)):
        return None
    start, quote = opening.start(), opening[0]
    ends = _VALUE_ENDS.search(line, start) if _is_row(bare[:start]) else None
    end = ends.start() if ends else len(line.rstrip())
    text = line[start + 1 : end].removesuffix(quote)
    if quote not in text:
        return Slip(cause("P004", "quote"), start + 1, f"{line[:start]}{quote}{text}{quote}{line[end:]}")
    within = start + 1 + text.index(quote)
    plain = re.sub(r'\\(["\\])', r"\1", text) if quote == '"' else text.replace("''", "'")
    return Slip(cause("P004", "within", quote=quote), within + 1, _in_quotes(line, start, end, plain))


def _bracket(line: str, bare: str) -> Slip | None:
    """A bracket that is not closed on its line."""
    waiting: list[int] = []
    inserts: list[tuple[int, int]] = []
    for place, sign in enumerate(bare):
        if sign in _PAIRS:
            waiting.append(place)
        while sign in _PAIRS.values() and waiting:
            opening = waiting.pop()
            if _PAIRS[bare[opening]] == sign:
                break
            inserts.append((place, opening))
    inserts += [(len(bare.rstrip()), opening) for opening in reversed(waiting)]
    if not inserts:
        return None
    mended = line
    for place, opening in reversed(inserts):
        mended = f"{mended[:place]}{_PAIRS[bare[opening]]}{mended[place:]}"
    opening = inserts[0][1]
    told = cause("P004", "bracket", opening=bare[opening], closing=_PAIRS[bare[opening]])
    return Slip(told, opening + 1, mended)


def _colon(line: str, bare: str) -> Slip | None:
    """A colon and a blank in a text without quotes."""
    text = _IN_ROW.search(bare) if _is_row(bare) else None
    start, end = text.span() if text else _alone(bare)
    if ": " not in bare[start:end]:
        return None
    return Slip(cause("P004", "colon"), bare.index(": ", start) + 1, _in_quotes(line, start, end, line[start:end]))


def _sign(line: str, bare: str) -> Slip | None:
    """A text without quotes that begins with a sign which YAML keeps for itself."""
    if not (text := _SIGN.search(bare)):
        return None
    end = text.end() if _is_row(bare[: text.start()]) else len(line.rstrip())
    told = cause("P004", "sign", sign=bare[text.start()])
    words = marks.without(line[text.start() : end])
    return Slip(told, text.start() + 1, _in_quotes(line, text.start(), end, words))


def _comment(line: str, bare: str) -> Slip | None:
    """A text without quotes in which YAML takes the part from a # on for a comment."""
    start, end = _alone(bare)
    lost = re.search(r" (#[^\s#].*)", bare[start:end])
    if not lost:
        return None
    told = cause("P004", "comment", lost=line[start:end][lost.start(1) :])
    return Slip(told, start + 1, _in_quotes(line, start, end, line[start:end]))


def _no_blank_after_dash(line: str, bare: str) -> Slip | None:
    dash = _NO_BLANK_AFTER_DASH.match(bare)
    return Slip(cause("P004", "dash"), dash.end(), f"{line[: dash.end()]} {line[dash.end() :]}") if dash else None


def _no_colon(line: str, bare: str) -> Slip | None:
    key = _NO_COLON_IN_ROW.search(bare) or _NO_COLON.match(bare)
    if not key:
        return None
    mended = f"{line[: key.end(1)]}: {line[key.end() :]}"
    return Slip(cause("P004", "no-colon", key=key[1]), key.end(1) + 1, mended)


def _no_braces(line: str, bare: str) -> Slip | None:
    row = _NO_BRACES.fullmatch(bare)
    if not row:
        return None
    return Slip(cause("P004", "braces"), row.start(2) + 1, f"{row[1]}{{{line[row.start(2) : row.end(2)]}}}")


def _is_row(before: str) -> bool:
    """Whether what follows stands in brackets."""
    return any(sign in before for sign in _PAIRS)


def _alone(bare: str) -> tuple[int, int]:
    """Where the text without quotes of a line begins and ends; nowhere in a line without one."""
    found = _ALONE.match(bare)
    return (found.end(), len(bare.rstrip())) if found else (0, 0)


def _in_quotes(line: str, start: int, end: int, text: str) -> str:
    """The line with a text in double quotes in place of a part of it; curly ones round the text are left out."""
    within = text[1:-1] if re.fullmatch("“[^“”]*”", text) else text
    return f"{line[:start]}{json.dumps(within, ensure_ascii=False)}{line[end:]}"
