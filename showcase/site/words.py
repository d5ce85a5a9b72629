"""The functions that templates call for words: interface strings, days, stories, counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from showcase import prose
from showcase.catalogue import Catalogue
from showcase.model.dates import Language
from showcase.site.ladder import ladder
from showcase.site.plan import day
from showcase.typography import typeset

_FIGURE = re.compile(r"(?s)((?:[a-z]+ )+(?=\S*\d))?(.*?)(?: ([\u0900-\u097f ]+))?")


@dataclass(frozen=True)
class Words:
    """The words of one catalogue."""

    catalogue: Catalogue

    def ui(self, key: str, language: Language, /, **filled: str | int) -> str:
        """An interface string with its {n}, {date} or {language} filled in."""
        text = self.catalogue.ui(key, language)
        return text.format(**filled) if filled else text

    def count(self, noun: str, number: int, language: Language = "en") -> str:
        """A number with its noun: "1 innovator", "21 innovators"."""
        return self.ui(f"count-{noun}-{'one' if number == 1 else 'many'}", language, n=number)

    @staticmethod
    def big(value: str) -> Markup:
        """A figure for display: words before its first digit, and a Hindi unit, are set smaller."""
        before, number, unit = _FIGURE.fullmatch(value).groups()  # type: ignore[union-attr]
        parts = [Markup('<span class="before">{}</span>').format(before)] if before else []
        parts += [escape(typeset(number))]
        parts += [Markup('<span class="unit">{}</span>').format(unit)] if unit else []
        return Markup(" ").join(parts)

    @staticmethod
    def host(url: str) -> str:
        """The host of a web address as readers say it: without "www."."""
        return (urlsplit(url).hostname or url).removeprefix("www.")

    def story(self, text: Any, language: Language) -> Markup:
        """The story as paragraphs; its citations lead to the page's list of sources."""
        told = Markup(prose.to_html(str(text), lambda number: self.cites((number,), language)))
        other = getattr(text, "lang", language)
        return told if other == language else Markup('<div lang="{}">{}</div>').format(other, told)

    def cites(self, numbers: tuple[int, ...], language: Language) -> Markup:
        """The numbers of sources, raised, each leading to its source."""
        name = escape(self.ui("source", language))
        links = "".join(
            f'<a href="#source-{number}" aria-label="{name} {number}">{number}</a>' for number in numbers
        )
        return Markup(f'<sup class="cites">{links}</sup>') if links else Markup("")

    def for_templates(self) -> dict[str, Callable[..., Any]]:
        """The functions under the names that templates use."""
        return {
            "ui": self.ui,
            "count": self.count,
            "big": self.big,
            "host": self.host,
            "story": self.story,
            "cites": self.cites,
            "day": day,
            "ladder": ladder,
            "typeset": typeset,
        }
