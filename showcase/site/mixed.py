"""Text that holds keys and codes: in a face of their own, and on a Hindi page marked as what they are, not Hindi."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from showcase.model.dates import Language

_CODE = re.compile(r"`([^`]+)`")
_TAG = re.compile(r"(<[^>]*>)")
_EMPTY = ("<br", "<hr", "<img")
_LATIN = re.compile(r"[A-Za-z][\w./:%-]*(?: [A-Za-z][\w./:%-]*)*", re.ASCII)


def mixed(text: str, language: Language) -> Markup:
    """The text as HTML: what stands between backquotes as code, and other Latin words on a Hindi page as English."""
    parts = _CODE.split(text)
    told = [_code(part, language) if place % 2 else _plain(part, language) for place, part in enumerate(parts)]
    return Markup("").join(told)


def marked(html: str) -> str:
    """The HTML of a text in Hindi, with its code and its other Latin words marked as English; what bears a language
    keeps it."""
    told, around = [], list[bool]()
    for part in _TAG.split(html):
        if part.startswith("</"):
            around.pop()
        elif part.startswith("<") and not part.startswith(_EMPTY):
            part = '<code lang="en">' if part == "<code>" else part
            around.append(" lang=" in part)
        elif part and not part.startswith("<") and not any(around):
            part = str(_plain(unescape(part), "hi"))
        told.append(part)
    return "".join(told)


def _code(text: str, language: Language) -> Markup:
    return Markup('<code lang="en">{}</code>' if language != "en" and _LATIN.search(text) else "<code>{}</code>").format(text)


def _plain(text: str, language: Language) -> Markup:
    if language == "en":
        return Markup.escape(text)
    told, place = Markup(""), 0
    for found in _LATIN.finditer(text):
        told += Markup('{}<span lang="en">{}</span>').format(text[place : found.start()], found[0])
        place = found.end()
    return told + text[place:]
