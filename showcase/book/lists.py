"""The list of sources: of each startup, then of the pages on the programme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup

from showcase.book import how, numbers, production, states, timeline
from showcase.book.citations import Cited
from showcase.book.flow import Entry, Folios
from showcase.book.language import Edition
from showcase.book.online import online
from showcase.book.plan import TITLES
from showcase.book.wording import (
    cites,
    goto,
    part_name,
    profile_name,
    profile_sources,
    sentence,
    source_name,
)
from showcase.catalogue import Catalogue, Startup
from showcase.typography import completed, host

SOURCED: dict[str, Callable[[Catalogue], Cited]] = {
    "how": how.sources, "numbers": numbers.sources, "timeline": timeline.sources,
    "production": production.sources, "states": states.sources,
}  # fmt: skip
"""The kinds of part that tell facts from data/, each with its sources."""


def sources(catalogue: Catalogue, folios: Folios) -> list[Entry]:
    """The sources of each startup under its name, then those of the pages on the programme."""
    entries = []
    for startup in catalogue.published:
        link = goto(profile_name(startup.slug), folios(f"startup/{startup.slug}"))
        entries += _source_list(catalogue, startup.slug, startup.name, link, startup.sources)
        entries += _on_record(catalogue, startup)
    for kind, sources_of in SOURCED.items():
        told = sources_of(catalogue)
        link = goto(part_name(kind), folios(kind))
        entries += _source_list(catalogue, told.slug, catalogue.ui(TITLES[kind]), link, told.rows)
    return entries


def _source_list(catalogue: Catalogue, slug: str, name: str, folio: Markup, rows: Any) -> list[Entry]:
    heading = Markup('<h2 id="{}">{} <span class="n">{}</span></h2>').format(profile_sources(slug), name, folio)
    entries = [Entry(f"sources/{slug}", heading, leads=True)]
    for row in rows:
        html = Markup('<dt>{1}</dt> <dd id="{0}">{2}</dd>').format(
            source_name(slug, row.id), row.id, describe(row, catalogue)
        )
        entries.append(Entry(source_name(slug, row.id), html, tag="dl"))
    return entries


def _on_record(catalogue: Catalogue, startup: Startup) -> Iterator[Entry]:
    """What a spread has no room to cite: the place, which stands with the name, and facts without a date."""
    told = [(row.id, sentence(row.what), row.src) for row in startup.background]
    if startup.home:
        told.insert(0, ("", f"{catalogue.ui('home-place')}: {sentence(startup.place)}", startup.home.src))
    if told:
        heading = Markup("<h3>{}</h3>").format(catalogue.ui("on-record"))
        yield Entry(f"on-record/{startup.slug}", heading, leads=True)
    for name, what, src in told:
        html = Markup("<p>{}{}</p>").format(what, cites(startup.slug, src))
        yield Entry(f"on-record/{startup.slug}/{name}", html)


def addresses(catalogue: Catalogue, edition: Edition) -> dict[str, str]:
    """What is said of every address that a page leads to: title and publisher of a source, whose page of the site."""
    rows = [row for startup in catalogue.published for row in startup.sources]
    rows += [row for sources_of in SOURCED.values() for row in sources_of(catalogue).rows]
    said = {row.url: ", ".join(part for part in (row.title, row.publisher) if part) for row in rows if row.url}
    pages = {startup.name: online(startup, edition) for startup in catalogue.published}
    own = {one.address: completed(catalogue.ui("on-the-web-of"), name=name) for name, one in pages.items() if one}
    return {url: text for url, text in said.items() if text} | own


def describe(source: Any, catalogue: Catalogue) -> Markup:
    """A source as it is printed: title, publisher, date, where, and how it was read."""
    title = Markup("{} ").format(sentence(source.title)) if source.title else Markup("")
    parts = [source.publisher, source.date.long() if source.date else None]
    said = sentence(", ".join(part for part in parts if part))
    address = host(source.url) if source.url else ""
    where = Markup(' <a href="{}">{}</a>').format(source.url, address) if source.url else Markup("")
    notes = []
    if source.language:
        language = catalogue.ui(f"lang-{source.language}")
        notes.append(completed(catalogue.ui("report-in"), language=language))
    if source.read_in_copy:
        notes.append(catalogue.ui("read-in-a-copy"))
    remark = Markup(' <span class="remark">{}</span>').format(". ".join(notes)) if notes else Markup("")
    return Markup("{}{}{}{}").format(title, said, where, remark)
