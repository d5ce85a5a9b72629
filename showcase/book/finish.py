"""The last touch to a page's HTML: quotation marks, figures with their units, citations that stay put."""

from __future__ import annotations

import re

from showcase.typography import bind_figures

_TAG = re.compile(r"(<[^>]*>)")
_CITED = re.compile(r"([^\s<>]+)(<span class=\"cite\">.*?</span>)", re.DOTALL)
_MARKS = {"&#39;": "'", "&#34;": '"', "&quot;": '"'}


def finish(html: str) -> str:
    """The HTML with its text set properly; tags and their attributes stay as they are."""
    parts = _TAG.split(html)
    text = "".join(part if part.startswith("<") else _text(part) for part in parts)
    return _CITED.sub(r'<span class="kept">\1\2</span>', text)


def _text(text: str) -> str:
    """Typographic quotation marks and apostrophes; no line end inside "1,500 km"."""
    if not text.strip():
        return text
    for entity, mark in _MARKS.items():
        text = text.replace(entity, mark)
    text = re.sub(r"(?<![\w.,;:!?…)\]’”])\"(?=\S)", "“", text).replace('"', "”")
    text = re.sub(r"(?<![\w.,;:!?…)\]’”])'(?=[^\W\d])", "‘", text).replace("'", "’")
    return bind_figures(text)
