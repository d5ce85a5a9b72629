"""Rules, and the check of a file by all of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pikepdf import Pdf

from showcase.book.ua.reading import Element, File, Page

Where = Element | Page | None
"""What breaks a rule: an element, a page, or the file as a whole."""

Found = Iterator[tuple[Where, str]]
"""What breaks a rule, and a sentence on it."""

SHOWN = 20


@dataclass(frozen=True)
class Rule:
    """A rule: its name, what it demands, how to mend what breaks it, and the function that finds that."""

    name: str
    sentence: str
    mend: str
    find: Callable[[File], Found]


class Finding(NamedTuple):
    """Something that breaks a rule. `page` counts from 0; None when it is the file as a whole."""

    rule: str
    page: int | None
    message: str


RULES: dict[str, Rule] = {}


def rule(name: str, sentence: str, mend: str) -> Callable[[Callable[[File], Found]], Callable[[File], Found]]:
    """Adds the function that follows to the rules."""

    def add(find: Callable[[File], Found]) -> Callable[[File], Found]:
        RULES[name] = Rule(name, sentence, mend, find)
        return find

    return add


def check(data: bytes) -> list[Finding]:
    """What breaks any rule in a file. Raises PdfError for what is no PDF."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        file = File(pdf)
        return [
            Finding(one.name, _page(where), f"{_place(file, where)}{said}")
            for one in RULES.values()
            for where, said in one.find(file)
        ]


def sentences(findings: list[Finding]) -> str:
    """The findings as a message, a line each."""
    lines = [f"  {one.message}; {_on(RULES[one.rule])}" for one in findings[:SHOWN]]
    more = [f"  and {len(findings) - SHOWN} more"] if len(findings) > SHOWN else []
    return "\n".join(["the book is not accessible as it should be:", *lines, *more])


def _on(broken: Rule) -> str:
    """How to mend what breaks a rule, and what it demands."""
    return f"{broken.mend} [{broken.name}: {broken.sentence}]"


def _page(where: Where) -> int | None:
    return where.number if isinstance(where, Page) else where.page if where else None


def _place(file: File, where: Where) -> str:
    """The page and the part of the book, for a message."""
    page = _page(where)
    if page is None:
        return ""
    held = [one.obj for one in file.of_kind("Sect") if one.page is not None and one.page <= page and "/T" in one.obj]
    title = f", {held[-1].T}" if held else ""
    return f"page {file.labels[page]}{title}: "
