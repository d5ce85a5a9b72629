"""The site as plain text: each profile as Markdown beside its page, and llms.txt, which says what is where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from showcase.bilingual import named
from showcase.catalogue import Catalogue
from showcase.model.dates import LANGUAGES, Language, PartialDate
from showcase.model.profile import Source
from showcase.release.table import Told
from showcase.release.version import FOLDER
from showcase.site import addresses
from showcase.startup import Startup
from showcase.tables import FORMATS

_LIVE = re.compile(r"[\\`*_\[\]<>&]")
"""What Markdown would take for more than a letter."""
_TAG = re.compile(r"[<&]")


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The address and the content of each text; of what is published alone."""
    yield "llms.txt", overview(catalogue)
    for one in catalogue.published:
        for language in LANGUAGES:
            yield f"{addresses.profile(one, language)}index.md", profile(one, language)


def overview(catalogue: Catalogue) -> str:
    """The site in the form of llms.txt: a title, what it is, then lists of links."""
    site, ui, base = catalogue.site, catalogue.vocabulary.ui, catalogue.site.site_url
    about = Told(catalogue)
    named_files = [(f"{form.upper()}: {about.title('en')}", f"{FOLDER}innovators.{form}") for form in FORMATS]
    sections = {
        ui["open-data"]["en"]: [*named_files, (ui["dictionary"]["en"], f"{FOLDER}dictionary.json")],
        ui["innovators"]["en"]: [(one.name, f"{addresses.profile(one)}index.md", one.headline) for one in catalogue.published],
        ui["policies"]["en"]: [(one.title, f"policies/#{one.id}") for one in site.policies],
    }
    parts = [f"# {_plain(site.title)}", f"> {_plain(about.what('en'))}", _plain(site.lineage)]
    for heading, rows in sections.items():
        parts += [f"## {heading}", "\n".join(_listed(base, *row) for row in rows)]
    return "\n\n".join(part for part in parts if part) + "\n"


def profile(one: Startup, language: Language) -> str:
    """A profile as Markdown: what its page tells, with the sources as footnotes."""
    told = _Telling(one, language)
    parts = (told.head(), told.facts(), told.story(), told.innovations(), told.milestones(), told.background(), told.sources())
    return "\n\n".join(part for part in parts if part) + "\n"


class _Telling:
    """One profile in one language, part by part; nothing where it has no rows."""

    def __init__(self, one: Startup, language: Language) -> None:
        self.one, self.language, self.ui = one, language, one.catalogue.ui

    def head(self) -> str:
        one, language = self.one, self.language
        return "\n\n".join(
            [f"# {_plain(named(one, language))}", f"> {_plain(named(one, language, 'headline'))}",
             _plain(named(one, language, "summary"))]
        )  # fmt: skip

    def facts(self) -> str:
        one, language = self.one, self.language
        rows: list[tuple[str, str, Iterable[int]]] = []
        if one.legal_name:
            rows.append(("legal-name", one.legal_name.value, one.legal_name.src))
        if one.founded:
            rows.append(("founded", str(one.founded.year), one.founded.src))
        rows += [("founder", founder.name, founder.src) for founder in one.founders]
        if one.home:
            rows.append(("home-place", named(one, language, "place"), one.home.src))
        rows += [("challenge", self._challenge(row), row.src) for row in one.challenges]
        rows += [("end-user", named(user, language), numbers) for user, numbers in one.end_users_cited]
        rows += [("technology", named(item, language), ()) for item in one.technologies]
        rows += [("stage", self._step(step), step.row.src) for step in one.steps]
        rows += [("figures", f"{self._of('figures', row, 'value')}: {self._of('figures', row, 'label')}", row.src) for row in one.figures]
        if one.website:
            rows.append(("website", one.website.url, one.website.src))
        rows.append(("verified", PartialDate.parse(one.verified_on).long(language), ()))
        return self._section("facts", [f"- {self.ui(key, language)}: {_plain(text)}{_cites(src)}" for key, text, src in rows])

    def story(self) -> str:
        text = self.one.in_hindi.story.value if self.language == "hi" else self.one.story
        return self._section("story", [_TAG.sub(lambda sign: "&lt;" if sign[0] == "<" else "&amp;", text)])

    def innovations(self) -> str:
        lines = []
        for row in self.one.innovations:
            name, what = (_plain(self._of("innovations", row, key)) for key in ("name", "what"))
            lines.append(f"- {name}: {what}{_cites(row.src)}")
            lines += [f"  - {_plain(label)}: {_plain(value)}{_cites(src)}" for label, value, src in self._specs(row)]
        return self._section("innovations", lines)

    def milestones(self) -> str:
        rows = [(row.date.long(self.language), self._of("milestones", row, "what"), row) for row in self.one.milestones]
        return self._section("milestones", [
            f"- {day}: {_plain(what)}{self._amount(row)}{_cites(row.src)}" for day, what, row in rows
        ])  # fmt: skip

    def background(self) -> str:
        rows = self.one.background
        return self._section("on-record", [f"- {_plain(self._of('background', row, 'what'))}{_cites(row.src)}" for row in rows])

    def sources(self) -> str:
        return self._section("sources", [f"[^{one.id}]: {self._source(one)}" for one in self.one.sources])

    def _source(self, one: Source) -> str:
        rest = [one.publisher] if one.title else []
        rest += [one.date.long(self.language)] if one.date else []
        return ", ".join([f"[{_plain(one.title or one.publisher)}](<{one.url}>)", *map(_plain, rest)])

    def _challenge(self, row: Any) -> str:
        label = row.label_hi if self.language == "hi" else row.label
        return f"{label}: {self._of('challenges', row.row, 'problem')}" if row.problem else label

    def _step(self, step: Any) -> str:
        note = self._of("stage", step.row, "note") if step.note else ""
        day = step.date.long(self.language) if step.date else ""
        return ", ".join(part for part in (named(step.stage, self.language), day, note) if part)

    def _amount(self, row: Any) -> str:
        return f" ({_plain(self._of('milestones', row, 'amount'))})" if row.amount else ""

    def _specs(self, row: Any) -> Iterator[tuple[str, str, tuple[int, ...]]]:
        for spec in row.specs:
            label, value = (self._spec(row, spec, key) for key in ("label", "value"))
            yield label, value, spec.src or ()

    def _spec(self, row: Any, spec: Any, key: str) -> str:
        return str(self.one.in_hindi.spec(row.id, spec.label, key)) if self.language == "hi" else getattr(spec, key)

    def _of(self, kind: str, row: Any, key: str) -> str:
        return str(self.one.in_hindi.text(kind, row.id, key)) if self.language == "hi" else getattr(row, key)

    def _section(self, key: str, lines: list[str]) -> str:
        return f"## {self.ui(key, self.language)}\n\n" + "\n".join(lines) if lines else ""


def _listed(base: str, name: str, address: str, what: str = "") -> str:
    return f"- [{_plain(name)}]({base}{address})" + (f": {_plain(what)}" if what else "")


def _cites(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _plain(text: str) -> str:
    """A text that Markdown takes letter by letter, in one line."""
    return _LIVE.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split()))
