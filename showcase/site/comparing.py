"""What the page that compares needs of a startup: one small file for each, in each language.

A file holds, by row, the lines of the startup's cell. A line has a `text`, and where there is one the
language it is in when that is not the page's (`lang`), a `link` from the root of the site, a `note` that
stands under it, and `src`, the numbers of the sources that say it. Specifications carry besides a `key`,
the English label by which those of two startups are lined up, and a `label`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from showcase.bilingual import Text, named
from showcase.linked import LinkedChallenge
from showcase.model.dates import LANGUAGES, Language
from showcase.model.profile import Innovation, Source, Spec
from showcase.site import addresses
from showcase.site.leaving import is_secure
from showcase.startup import Startup
from showcase.typography import typeset

MOST = 4
"""So many columns a table has room for."""
ROWS = {
    "technology": "facet-technology",
    "end-user": "facet-end-user",
    "edition": "challenge",
    "stage": "facet-stage",
    "state": "facet-state",
    "founded": "founded",
    "innovations": "innovations",
}
"""The rows of the table that are the same for all, in its order, each with the key of its words; specifications
and sources follow."""

Line = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """One startup as a column of the table, for a reader of one language."""

    startup: Startup
    language: Language
    keep: str = ""
    """The sides of its picture that stay where that is cut again."""

    @cached_property
    def told(self) -> dict[str, Any]:
        """What the file holds."""
        rows = {
            "technology": [self._facet("technology", one) for one in self.startup.technologies],
            "end-user": [self._facet("end-user", one, src) for one, src in self.startup.end_users_cited],
            "edition": [self._challenge(one) for one in self.startup.challenges],
            "stage": [self._stage()],
            "state": self._home(),
            "founded": self._founded(),
            "innovations": [self._innovation(one) for one in self.startup.innovations],
        }
        specs = [self._spec(one, spec) for one in self.startup.innovations for spec in one.specs]
        return {
            **self._text(named(self.startup, self.language)),
            "family": self.startup.family.id,
            "link": addresses.profile(self.startup, self.language),
            "picture": addresses.card(self.startup),
            "keep": self.keep,
            "rows": {name: rows[name] for name in ROWS},
            "specs": specs,
            "sources": self._sources([*(line for lines in rows.values() for line in lines), *specs]),
        }

    def _text(self, said: Text | str, **more: Any) -> Line:
        """A text with its language, where that is not the page's, and whatever else there is to say."""
        language = said.lang if isinstance(said, Text) else self.language
        told = {"text": typeset(str(said)), "lang": language if language != self.language else "", **more}
        return {key: value for key, value in told.items() if value or key == "text"}

    def _facet(self, kind: str, item: Any, src: Iterable[int] = ()) -> Line:
        slug = item.slug if kind == "state" else item.id
        link = addresses.local(addresses.facet(kind, slug), self.language)
        return self._text(named(item, self.language), link=link, src=list(src))

    def _challenge(self, one: LinkedChallenge) -> Line:
        kind, item = ("edition", one.edition) if one.edition else ("programme", one.programme)
        return self._facet(kind, item, one.src)

    def _stage(self) -> Line:
        step = self.startup.stage
        when = step.date.long(self.language) if step.date else ""
        return self._facet("stage", step.stage, step.src) | ({"note": when} if when else {})

    def _home(self) -> list[Line]:
        home = self.startup.home
        if home is None:
            return []
        city = home.city_hi if self.language == "hi" else home.city
        if home.state is None:
            return [self._text(city or "", src=list(home.src))]
        return [self._facet("state", home.state, home.src) | ({"note": city} if city else {})]

    def _founded(self) -> list[Line]:
        founded = self.startup.founded
        return [self._text(str(founded.year), src=list(founded.src))] if founded else []

    def _innovation(self, one: Innovation) -> Line:
        link = f"{addresses.profile(self.startup, self.language)}#innovation-{one.id}"
        return self._text(self._own("innovations", one, "name"), link=link, src=list(one.src))

    def _spec(self, one: Innovation, spec: Spec) -> Line:
        label, value = self._own_spec(one, spec, "label"), self._own_spec(one, spec, "value")
        several = len(self.startup.innovations) > 1
        return self._text(value, src=list(spec.src or one.src)) | {
            "key": spec.label.casefold(),
            "label": self._text(label),
            **({"of": self._text(self._own("innovations", one, "name"))} if several else {}),
        }

    def _own(self, kind: str, row: Any, field: str) -> Text | str:
        said = getattr(row, field)
        return self.startup.in_hindi.text(kind, row.id, field) if self.language == "hi" else said

    def _own_spec(self, one: Innovation, spec: Spec, field: str) -> Text | str:
        said = getattr(spec, field)
        return self.startup.in_hindi.spec(one.id, spec.label, field) if self.language == "hi" else said

    def _sources(self, lines: Iterable[Line]) -> list[Line]:
        """The sources of these lines, by number."""
        cited = {number for line in lines for number in line.get("src", ())}
        return [self._source(one) for one in self.startup.sources if one.id in cited]

    def _source(self, one: Source) -> Line:
        note = [one.publisher] if one.title else []
        note += [one.date.long(self.language)] if one.date else []
        link = one.url if is_secure(one.url) else None
        said = self._text(Text(one.title or one.publisher, "en"), link=link, note=" · ".join(note))
        return {"n": one.id, **said}


def files(startups: Iterable[Startup], keep: Callable[[Startup], str]) -> Iterator[tuple[str, str]]:
    """The address and the content of every file; `keep` tells the sides of a startup's picture that stay."""
    for one in startups:
        for language in LANGUAGES:
            told = json.dumps(Column(one, language, keep(one)).told, ensure_ascii=False, separators=(",", ":"))
            yield addresses.column(one, language), told
