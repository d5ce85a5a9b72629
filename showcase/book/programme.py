"""The pages that tell what data/ holds of the programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from showcase.book import columns, how, production, states, timeline
from showcase.book.book import Book, Pages
from showcase.book.citations import Cited
from showcase.book.flow import Entry
from showcase.book.palette import colours
from showcase.book.plan import Part
from showcase.book.rows import measured
from showcase.book.wording import part_name, tied


def how_spread(book: Book, part: Part) -> Pages:
    """The ladder over both pages above the line, the programmes below it."""
    catalogue, settings = book.catalogue, book.stationery.settings
    shown = how.programmes(catalogue)
    html = book.stationery.page(
        "how", site=catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), framework=how.framework(catalogue), told=how.sources(catalogue),
        file=how.PROGRAMMES, rungs=how.rungs(catalogue, settings),
        left=shown[: how.ON_A_PAGE], right=shown[how.ON_A_PAGE :], others=how.others(catalogue),
        limit=settings.foot_of_facts, story_limit=settings.horizon - how.LOWEST - how.RISE, tied=tied,
    )  # fmt: skip
    return Pages(html, {})


def timeline_spread(book: Book, part: Part) -> Pages:
    """The line as an axis of time: editions and launches above it, all else listed below."""
    catalogue, settings = book.catalogue, book.stationery.settings
    scale, told = timeline.scale(catalogue, settings), timeline.sources(catalogue)
    rows = {event.id: _event(book, told, event) for event in catalogue.vocabulary.timeline}
    events = timeline.flagged(catalogue)
    tall = _heights(book, [Entry(one.id, rows[one.id]) for one in events])
    html = book.stationery.page(
        "timeline", site=catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), flags=timeline.flags(events, scale, tall), rows=rows, width=timeline.FLAG,
        radius=lambda event: timeline.radius(catalogue, event), scale=scale, years=timeline.years(scale, catalogue),
        listed=timeline.listed(catalogue), limit=settings.foot_of_facts, settings=settings,
    )  # fmt: skip
    return Pages(html, {})


def _event(book: Book, told: Cited, event: Any) -> Markup:
    """The words of an event: date, title in both languages, problem statements, sources."""
    counted = timeline.editions(book.catalogue, event) if event.kind in timeline.FLAGGED else []
    cites = told.cites_all(timeline.uses(book.catalogue, event))
    return book.stationery.page("event", event=event, counted=counted, cites=cites, words=book.words)


def _heights(book: Book, entries: Sequence[Entry]) -> dict[str, float]:
    """The height in millimetres of each flag's words."""
    tall = measured(book.stationery, entries, timeline.FLAG, "flag-words")
    return {entry.key: height for entry, height in zip(entries, tall, strict=True)}


def production_spread(book: Book, part: Part) -> Pages:
    """Production on the left, exports on the right: bars on the line, notes below it."""
    settings = book.stationery.settings
    series = production.series(book.catalogue, settings)
    html = book.stationery.page(
        "production", site=book.catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), series=series, top=production.chart_top(settings),
        limit=settings.foot_of_facts,
    )  # fmt: skip
    return Pages(html, {f"{one.key}.svg": one.drawing.encode() for one in series})


def states_section(book: Book, part: Part) -> Pages:
    """Tables of States above the line and of Union Territories below it."""
    kinds = ("state", "union-territory")
    html = book.stationery.page(
        "states", site=book.catalogue.site, colours=colours(), part=part, words=book.words,
        anchor=part_name(part.key), newest=states.newest(book.catalogue),
        tables={kind: book.running.filled(kind) for kind in kinds},
        entries={key: row for kind in kinds for key, row in book.entries(kind).items()},
        head=columns.HEAD * book.stationery.settings.grid_below_mm,
    )  # fmt: skip
    return Pages(html, {})


MAKERS: dict[str, Callable[[Book, Part], Pages]] = {
    "how": how_spread, "timeline": timeline_spread, "production": production_spread,
    "states": states_section,
}  # fmt: skip
