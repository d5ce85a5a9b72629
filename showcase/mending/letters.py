"""Mending the letters of a file: form C, nothing invisible, ordinary spaces, no blanks at the ends of lines."""

from __future__ import annotations

import re
import unicodedata

from showcase import characters

_MARGIN = re.compile(r"^[ \t\u00a0\u2000-\u200a\u202f\u3000]+", re.MULTILINE)
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def mended(text: str) -> str:
    """The text of a content file with its letters mended; `text` has line feeds alone."""
    text = unicodedata.normalize("NFC", text)
    text = _without_hidden(text)
    fences = [found.end() for found in _FENCE.finditer(text)][:2]
    end = fences[1] if len(fences) == 2 else 0
    head, body = text[:end], text[end:]
    head = _TRAILING.sub("", _MARGIN.sub(lambda margin: re.sub(r"[^\t]", " ", margin[0]), head))
    return f"{head}{body.rstrip()}\n" if body.strip() else f"{head}{body}".rstrip() + "\n"


def _without_hidden(text: str) -> str:
    """The text without the characters that nobody sees; line feeds and tabs stay."""
    hidden = {offset for offset, found in characters.unfit(text.replace("\n", " ").replace("\t", " "))
              if found.code == "P011"}  # fmt: skip
    return "".join(sign for offset, sign in enumerate(text) if offset not in hidden) if hidden else text
