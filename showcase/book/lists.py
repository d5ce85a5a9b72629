"""The running lists of the book: indexes and sources."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from showcase.book import how, numbers, production, timeline
from showcase.book.citations import Cited
from showcase.book.columns import index_boxes, index_hindi_boxes, source_boxes
from showcase.book.flow import Box, Entry, Filled, balanced, levelled
from showcase.book.plan import TITLES
from showcase.book.settings import Settings
from showcase.book.wording import (
    cites,
    goto,
    host,
    part_name,
    profile_name,
    profile_sources,
    sentence,
    source_name,
)
from showcase.catalogue import Catalogue, Startup

Folios = Callable[[str], int]
"""The folio of a part by its key, such as "startup/qnu-labs"."""


SOURCED: dict[str, Callable[[Catalogue], Cited]] = {
    "how": how.sources, "numbers": numbers.sources, "timeline": timeline.sources,
    "production": production.sources,
}  # fmt: skip
"""The kinds of part that tell facts from data/, each with its sources."""


class RunningList(NamedTuple):
    """A list that runs from box to box. `width` is its column's, in millimetres; `css` its class,
    `dealt` how it is parted among its boxes.
    """

    entries: Callable[[Catalogue, Folios], list[Entry]]
    boxes: Callable[[Settings, float], Iterator[Box]]
    width: float
    css: str
    dealt: Callable[..., list[Filled]]


def index_english(catalogue: Catalogue, folios: Folios) -> list[Entry]:
    """Every startup by name, and by those other names that stand elsewhere in the alphabet."""
    named = [(startup.name, startup) for startup in catalogue.published]
    named += [
        (alias, startup)
        for startup in catalogue.published
        for alias in startup.other_entries
    ]
    entries = []
    for name, startup in sorted(named, key=lambda pair: (_plain(pair[0]), pair[1].slug)):
        main = name == startup.name
        other = Markup('<span{} class="other">{}</span>').format(
            Markup(' lang="hi"' if main else ""), startup.name_hi if main else startup.name
        )
        text = Markup("{} {}").format(name, other)
        entries.append(_startup_line(startup, folios, text, f"index/{startup.slug}/{name}"))
    return entries


def index_hindi(catalogue: Catalogue, folios: Folios) -> list[Entry]:
    """Every startup by its Hindi name, in the order of the Devanagari letters."""
    entries = []
    for startup in sorted(catalogue.published, key=lambda one: _plain(one.name_hi)):
        text = Markup('<span lang="hi">{}</span> <span class="other">{}</span>').format(
            startup.name_hi, startup.name
        )
        entries.append(_startup_line(startup, folios, text, f"index-hi/{startup.slug}"))
    return entries


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
        html = Markup('<p id="{}"><span class="n">{}</span>{}</p>').format(
            source_name(slug, row.id), row.id, describe(row, catalogue)
        )
        entries.append(Entry(source_name(slug, row.id), html))
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


def describe(source: Any, catalogue: Catalogue) -> Markup:
    """A source as it is printed: title, publisher, date, where, and how it was read."""
    title = Markup("{} ").format(sentence(source.title)) if source.title else Markup("")
    parts = [source.publisher, source.date.long() if source.date else None]
    said = sentence(", ".join(part for part in parts if part))
    address = host(source.url).partition("/")[0] if source.url else ""
    where = Markup(' <a href="{}">{}</a>').format(source.url, address) if source.url else Markup("")
    notes = []
    if source.language:
        language = catalogue.ui(f"lang-{source.language}")
        notes.append(catalogue.ui("report-in").replace("{language}", language))
    if source.read_in_copy:
        notes.append(catalogue.ui("read-in-a-copy"))
    remark = Markup(' <span class="remark">{}</span>').format(". ".join(notes)) if notes else Markup("")
    return Markup("{}{}{}{}").format(title, said, where, remark)


def _startup_line(
    startup: Startup, folios: Folios, text: Markup, key: str = "", leads: bool = False
) -> Entry:
    slug = startup.slug
    line = _line("startup", folios(f"startup/{slug}"), profile_name(slug), text)
    return Entry(key or f"startup/{slug}", line, leads)


def _line(css: str, folio: int, name: str, text: Markup) -> Markup:
    inside = Markup('<span class="n">{}</span><span class="t">{}</span>').format(folio, text)
    return Markup('<p class="{}">{}</p>').format(css, goto(name, inside))


def _plain(name: str) -> str:
    """The sort key of a name: without accents, dots below letters, and capitals."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not _is_mark(letter)).casefold()


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) != 0 and letter != "\u094d"  # the virama is a letter's part


KINDS = {
    "index-en": RunningList(index_english, index_boxes, 120.0, "index", balanced),
    "index-hi": RunningList(index_hindi, index_hindi_boxes, 120.0, "index", balanced),
    "sources": RunningList(sources, source_boxes, 79.0, "sources", levelled),
}
