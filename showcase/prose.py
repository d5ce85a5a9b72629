"""Markdown to safe HTML, once, for the site and the book alike.

A story is paragraphs, emphasis and citations such as [^1]. Whatever else Markdown lets through is
taken out by an allow-list sanitiser after Markdown has run, so no spelling of HTML can slip past.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import markdown
import nh3

from showcase.typography import bind_figures

CITATION = re.compile(r"\[\^([^\[\]\n]*)\]")
_TAGS = {"p", "em", "strong"}
_BLOCKS = {"empty", "paragraph"}
_INLINES = {"escape", "em_strong", "em_strong2"}
# Citations travel through Markdown and the sanitiser as private-use characters round their number.
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f" ?{_OPEN}(\\d{{1,4}}){_CLOSE}")
_BLANKS = re.compile(r"[ \t]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")

MOST_STORIES = 2048
"""Stories that are at hand, for a process that builds again and again."""


def to_html(story: str, cite: Callable[[int], str]) -> str:
    """The story as safe HTML paragraphs; `cite` gives the HTML that stands for a source's number."""
    return _TOKEN.sub(lambda match: cite(int(match[1])), _clean(story))


@lru_cache(MOST_STORIES)
def _clean(story: str) -> str:
    """The story as safe HTML, its citations still as tokens: read once for all who tell it."""
    plain_text = _BLANKS.sub(" ", _PRIVATE.sub("", story)).replace("&", "&amp;")
    tokens = CITATION.sub(_token, plain_text)
    return nh3.clean(_markdown().reset().convert(bind_figures(tokens)), tags=_TAGS, attributes={})


def plain(story: str) -> str:
    """The story's words alone: no citations, no marks, one line a paragraph."""
    return "\n".join(paragraphs(story))


def paragraphs(story: str) -> list[str]:
    """The paragraphs of a story as plain text, without citations and marks."""
    body = to_html(story, lambda _number: "")
    return [_text(part) for part in re.findall(r"<p>(.*?)</p>", body, re.DOTALL)]


@lru_cache(MOST_STORIES)
def parted(story: str) -> tuple[tuple[str, ...], ...]:
    """The paragraphs of a story as plain text, each in one line and parted where it cites."""
    body = to_html(story, lambda _number: _CLOSE)
    parts = (paragraph.split(_CLOSE) for paragraph in re.findall(r"<p>(.*?)</p>", body, re.DOTALL))
    return tuple(tuple(text for one in part if (text := " ".join(_text(one).split()))) for part in parts)


def citations(story: str) -> Iterator[tuple[str, int]]:
    """What stands between the brackets of each citation, with its offset in the story."""
    for match in CITATION.finditer(story):
        yield match[1], match.start()


def count_words(story: str) -> int:
    """How many words a reader meets in the story."""
    return len(plain(story).split())


def _token(match: re.Match[str]) -> str:
    return f"{_OPEN}{match[1]}{_CLOSE}" if match[1].isdigit() else match[0]


def _text(fragment: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", fragment)).replace("\xa0", " ").strip()


@cache
def _markdown() -> markdown.Markdown:
    """Markdown cut down to paragraphs and emphasis; what is not there can neither be slow nor unsafe."""
    engine = markdown.Markdown(extensions=["smarty"], output_format="html")
    engine.preprocessors.deregister("html_block")
    for registry, kept in (
        (engine.parser.blockprocessors, _BLOCKS),
        (engine.inlinePatterns, _INLINES),
    ):
        for item in [item for item in registry._priority if item.name not in kept]:
            registry.deregister(item.name, strict=False)
    return engine
