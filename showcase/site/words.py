"""The words of a page: interface strings, days, stories, counts, figures and citations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from showcase import prose
from showcase.catalogue import Catalogue
from showcase.model.dates import Language
from showcase.site.ladder import ladder
from showcase.site.plan import day
from showcase.typography import host, typeset

# The words before a figure's first digit, and the letters that a Hindi unit is written in.
_BEFORE = re.compile(r"(?:[a-z]+ )+(?=\S*\d)")
_UNIT = "".join(map(chr, range(0x900, 0x980))) + " "
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
# Between two citations, so that "8 9" is never read, or copied, as "89".
_APART = "\u00a0"
# Where a story cites: characters that no story holds, for prose takes them out.
_OPEN, _CLOSE = "\ue002", "\ue003"
_CITATION = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


@dataclass(frozen=True)
class Words:
    """The words of one catalogue."""

    catalogue: Catalogue
    _kept: dict[tuple[str | bool, ...], Markup] = field(default_factory=dict, repr=False)

    def ui(self, key: str, language: Language, /, **filled: str | int) -> str:
        """An interface string with its {n}, {date} or {language} filled in."""
        text = self.catalogue.ui(key, language)
        return _PLACEHOLDER.sub(lambda match: str(filled.get(match[1], match[0])), text)

    def count(self, number: int, noun: str, language: Language = "en") -> str:
        """A number with its noun: "1 innovator", "21 innovators"."""
        return self.ui(f"count-{noun}-{'one' if number == 1 else 'many'}", language, n=number)

    def story(self, text: Any, language: Language) -> Markup:
        """The story as paragraphs; its citations lead to the page's list of sources."""
        other = getattr(text, "lang", language)
        told = _CITATION.sub(lambda match: self.cites((int(match[1]),), other), _told(str(text)))
        return Markup(told if other == language else f'<div lang="{other}">{told}</div>')  # noqa: S704  from prose

    def cites(self, numbers: Iterable[int], language: Language) -> Markup:
        """The numbers of sources, raised, each leading to its source."""
        return _cites(tuple(numbers), self.ui("source", language))

    def kept(self, *key: str | bool, caller: Callable[[], Markup]) -> Markup:
        """What `caller` makes, made once for each key: parts that many pages share word for word."""
        if key not in self._kept:
            self._kept[key] = caller()
        return self._kept[key]

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The words as filters of a template: `"sources"|ui(lang)`."""
        own = (self.ui, self.count, self.story, self.cites)
        return {one.__name__: one for one in (*own, big, day, host, ladder, cache(typeset))}


def big(value: str) -> Markup:
    """A figure for display: words before its first digit, and a Hindi unit, are set smaller."""
    before, number, gap, unit = _parts(value)
    first = Markup('<span class="before">{}</span> ').format(before.strip()) if before else ""
    last = Markup('{}<span class="unit">{}</span>').format(gap, unit) if unit else ""
    return Markup("{}{}{}").format(first, typeset(number), last)


def _parts(value: str) -> tuple[str, str, str, str]:
    """A figure as the words before it, its number, a space or none, and its Hindi unit."""
    found = _BEFORE.match(value)
    before = found[0] if found else ""
    rest = value[len(before) :]
    number = rest.rstrip(_UNIT)
    unit = rest[len(number) :]
    gap = " " if unit.startswith(" ") and len(unit) > 1 else ""
    return before, number, gap, unit[len(gap) :]


@cache
def _told(story: str) -> str:
    """The story as HTML with its citations as tokens: one text may stand on a page in each language."""
    return prose.to_html(story, lambda number: f"{_OPEN}{number}{_CLOSE}")


@cache
def _cites(numbers: tuple[int, ...], name: str) -> Markup:
    links = _APART.join(
        f'<a href="#source-{one}" aria-label="{escape(name)} {one}">{one}</a>' for one in numbers
    )
    return Markup(f'<sup class="cites">{links}</sup>') if links else Markup("")  # noqa: S704  numbers only
