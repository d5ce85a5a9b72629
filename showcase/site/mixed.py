"""Text that holds keys, codes and words of the other language: codes in a face of their own, words marked as what they are."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from showcase.model.dates import Language

_CODE = re.compile(r"`([^`]+)`")
_TAG = re.compile(r"(<[^>]*>)")
_EMPTY = ("<br", "<hr", "<img")
_NAMED = re.compile(r' lang="([^"]*)"')
_LATIN = re.compile(r"[A-Za-z][\w./:%-]*(?: [A-Za-z][\w./:%-]*)*", re.ASCII)
_DEVANAGARI = re.compile("[\u0900-\u097f\u200c\u200d]+(?:[ ,;:–-]+[\u0900-\u097f\u200c\u200d]+)*")
_OTHERS = {"en": (_DEVANAGARI, "hi"), "hi": (_LATIN, "en")}
"""By the language of a text, the words in it that are of the other one, and which that is."""


def mixed(text: str, language: Language) -> Markup:
    """The text as HTML: what stands between backquotes as code, and words of the other language marked."""
    parts = _CODE.split(text)
    told = [_code(part, language) if place % 2 else _plain(part, language) for place, part in enumerate(parts)]
    return Markup("").join(told)


def marked(html: str, language: Language) -> str:
    """The HTML of a text in one language, with the words of the other one marked, within its code too; code is in English."""
    told, around = [], [str(language)]
    for part in _TAG.split(html):
        if part.startswith("</"):
            around.pop()
        elif part.startswith("<") and not part.startswith(_EMPTY):
            part = '<code lang="en">' if part == "<code>" and language != "en" else part
            around.append(named[1] if (named := _NAMED.search(part)) else around[-1])
        elif part and not part.startswith("<") and around[-1] in _OTHERS:
            part = str(_plain(unescape(part), around[-1]))
        told.append(part)
    return "".join(told)


def english(text: str) -> Markup:
    """A text in English, such as a line of a file, as HTML: what it holds of Hindi is marked."""
    return _plain(text, "en")


def _code(text: str, language: Language) -> Markup:
    form = '<code lang="en">{}</code>' if language != "en" and _LATIN.search(text) else "<code>{}</code>"
    return Markup(form).format(english(text))


def _plain(text: str, language: str) -> Markup:
    words, other = _OTHERS[language]
    told, place = Markup(""), 0
    for found in words.finditer(text):
        told += Markup('{}<span lang="{}">{}</span>').format(text[place : found.start()], other, found[0])
        place = found.end()
    return told + text[place:]
