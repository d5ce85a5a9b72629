"""The words of a page: interface strings, days, counts, figures and citations."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from showcase.bilingual import named, said
from showcase.catalogue import Catalogue
from showcase.charts.timescale import Scale
from showcase.model.dates import Language
from showcase.model.site import Site
from showcase.relations import reasons
from showcase.site import citing
from showcase.site.feedback import feedback
from showcase.site.imprint import Imprint
from showcase.site.ladder import ladder
from showcase.site.mixed import english, mixed
from showcase.site.paper import is_brief
from showcase.site.plan import day
from showcase.startup import Startup
from showcase.typography import group_indian, host, typeset

# The words before a figure's first digit, and the letters that a Hindi unit is written in.
_BEFORE = re.compile(r"(?:[a-z\u0900-\u097f]+ )+(?=\S*\d)")
_UNIT = "".join(map(chr, range(0x900, 0x980))) + " "
SHARED = 200
"""As many characters as another site shows of what a page is about."""
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


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

    def citing(self, startup: Startup, language: Language) -> citing.Citing:
        """The citations of a profile's page, which is about to be written."""
        return citing.Citing(self.ui, language, {one.id: one for one in startup.sources})

    def cites(self, numbers: Iterable[int], language: Language) -> Markup:
        """The numbers of sources, raised, each leading to its source."""
        return citing.cites(numbers, self.ui("source", language))

    def kept(self, *key: str | bool, caller: Callable[[], Markup]) -> Markup:
        """What `caller` makes, made once for each key: parts that many pages share word for word."""
        if key not in self._kept:
            self._kept[key] = caller()
        return self._kept[key]

    def lineage(self, site: Site, language: Language) -> str:
        """Whose site it is, as the footer says it: the owner's sentence once it is filled, else what is true today."""
        if (parts := site.belongs(language)) is None:
            return named(site, language, "lineage")
        name, department, ministry = parts
        return self.ui("belongs-to", language, name=name, department=department, ministry=ministry)

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The words as filters of a template: `"sources"|ui(lang)`."""
        own = (self.ui, self.count, self.citing, self.cites, self.lineage)
        plain = (big, day, english, feedback, host, is_brief, ladder, mixed, named, reasons, said, cache(typeset))
        made = {"crore": lambda value: group_indian(round(value)), "imprint": Imprint, "timescale": Scale.over}
        made["shortened"] = partial(textwrap.shorten, width=SHARED, placeholder=" …")
        return {one.__name__: one for one in (*own, *plain)} | made


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
