"""Marks of Markdown and HTML in a text that should have none."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

MARKS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("a-tag", re.compile(r"<[A-Za-z/!?][^<>]*>"), ""),
    ("an-entity", re.compile(r"&(?:#\w+|[A-Za-z][a-z]{1,7});"), lambda mark: html.unescape(mark[0])),
    ("a-picture", re.compile(r"!\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    ("a-citation", re.compile(r"\[\^[^\[\]]*\]"), ""),
    ("a-link", re.compile(r"(?<!!)\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    ("code", re.compile(r"(?<!`)`{1,3}+([^`]+)`{1,3}"), r"\1"),
    ("emphasis", re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]*[^*_\s])\1(?![\w*])"), r"\2"),
    ("a-heading", re.compile(r"^#{1,6} +"), ""),
)
"""What each mark is called, how it is found, and what stays of it."""


def first(text: str) -> tuple[str, str] | None:
    """What the first mark of a text is called, and the mark; None in plain words."""
    marks = [(mark.start(), name, mark[0]) for name, pattern, _kept in MARKS for mark in pattern.finditer(text)]
    return min(marks)[1:] if marks else None


def without(text: str) -> str:
    """The text without its marks; what they were laid round stays."""
    for _name, pattern, kept in MARKS:
        text = pattern.sub(kept, text)
    return " ".join(text.split())
