"""The last touch to a page's HTML: quotation marks, figures with their units, citations that stay put."""

from __future__ import annotations

import re

from showcase.typography import bind_figures, group_indian

_TAG = re.compile(r"(<[^>]*>)")
_CITED = re.compile(r"(?<=\S)(?=<span class=\"cite\">)")
WORD_JOINER = "\u2060"
_SPACED = re.compile(r" (<(?:a|b|em|strong|span)\b(?![^>]*class=\"[nt]\")[^>]*>)")
_COMPOUND = re.compile(r"(?:(?<=[^\W\d_])|(?<=[\u0900-\u0963]))-(?=[^\W\d_]|[\u0900-\u0963])|(?<=\d)–(?=\d)")
"""A hyphen between letters, or after a vowel sign of Hindi, and the dash of "1993–94"."""
_EMPTY = re.compile(r"<(p|span|h[1-6]|dd|div)\b(?![^>]*\bheadline-hi\b)[^>]*\blang=\"hi\"[^>]*>\s*</\1>")
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d]|,\d)")
"""Figures grouped by thousands; those grouped as in India are taken too and come out the same, or are passed over."""
_KICKER = re.compile(r"(?s)(<(p|h\d)\b[^>]*class=\"kicker\"[^>]*>)(.*?)(?=</\2>)")
_OWN_CASE = re.compile(r"(?<![\w<])[a-z]+[A-Z]\w*[,.:;]?(?![^<]*>)")
"""A name such as iDEX with the sign after it, which readers of the file would else set off as a word of its own."""
_MARKS = {"&#39;": "'", "&#34;": '"', "&quot;": '"'}


def finish(html: str) -> str:
    """The HTML with its text set properly; tags and their attributes stay as they are.

    What was to hold a second language and holds none is taken out; the line under a headline
    stays, for the space that it makes. A name that begins small does so among capitals too.
    """
    parts = _TAG.split(_KICKER.sub(_in_own_case, _EMPTY.sub("", html)))
    text = "".join(part if part.startswith("<") else _text(part) for part in parts)
    # A run of text that ends in a space and just fits its line is broken far too early: the space
    # goes into the element that follows.
    return _SPACED.sub(r"\1 ", _CITED.sub(WORD_JOINER, text))


def _in_own_case(kicker: re.Match[str]) -> str:
    """A line in capitals with the names in it that are not written so: iDEX."""
    return kicker[1] + _OWN_CASE.sub(lambda name: f'<span class="own-case">{name[0]}</span>', kicker[3])


def _text(text: str) -> str:
    """Typographic quotation marks and apostrophes; no line end inside "1,500 km"."""
    if not text.strip():
        return text
    for entity, mark in _MARKS.items():
        text = text.replace(entity, mark)
    text = re.sub(r"(?<![\w.,;:!?…)\]’”])\"(?=\S)", "“", text).replace('"', "”")
    text = re.sub(r"(?<![\w.,;:!?…)\]’”])'(?=[^\W\d])", "‘", text).replace("'", "’")
    text = _GROUPED.sub(lambda found: group_indian(int(found[0].replace(",", ""))), text)
    # A compound is kept whole: at a line's end its hyphen would be taken for the line's own.
    return _COMPOUND.sub(rf"\g<0>{WORD_JOINER}", bind_figures(text))
