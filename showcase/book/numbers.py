"""The spread of numbers: a tile map of the profiles, and what is published of the whole."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from markupsafe import Markup

from showcase import charts
from showcase.book.citations import Cited, cited
from showcase.catalogue import Catalogue

SLUG = "in-numbers"
"""Names the sources of these pages, as a startup's slug names its own."""

HEADLINES = 4
FONT = "Horizon sans-regular"
TILE = 11.8  # millimetres, as all that follows
PRODUCTION_WIDTH, EXPORTS_WIDTH = 140.0, 106.0  # sums of production are longer by two figures
CHART_HEIGHT = 76.0
BAR_TYPE = 2.7


class Series(NamedTuple):
    """A chart of financial years: its titles, its SVG, its sources."""

    title: str
    title_hi: str
    drawing: str
    sources: Markup


def tile_map(catalogue: Catalogue) -> str:
    """The map of every State and Union Territory with the count of its profiles, as SVG."""
    counts = Counter({shelf.id: len(shelf.startups) for shelf in catalogue.states()})
    tiles = [
        charts.Tile(state.code, state.name, *state.tile, counts[state.code])
        for state in catalogue.vocabulary.states.values()
    ]
    said = ", ".join(f"{tile.name} {tile.count}" for tile in tiles if tile.count)
    style = charts.Style(FONT, TILE * 0.22)
    return charts.tile_map(tiles, style, catalogue.ui("where-they-work"), said, TILE)


def unplaced(catalogue: Catalogue) -> int:
    """How many profiles name no State."""
    return sum(1 for one in catalogue.published if not (one.home and one.home.state))


def headlines(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The first headline figures that nothing speaks against, each with its date and sources."""
    told = sources(catalogue)
    return [
        {
            "value": row.value,
            "label": row.label,
            "date": catalogue.ui("as-of").replace("{date}", row.as_of.long()),
            "more": row.cleared or row.ordered,
            "cites": told.cites("statistics.yml", row.src),
        }
        for row in _headline_rows(catalogue)
    ]


def _headline_rows(catalogue: Catalogue) -> list[Any]:
    rows = (row for row in catalogue.vocabulary.statistics if row.group == "headline")
    return [row for row in rows if not row.caution][:HEADLINES]


def series(catalogue: Catalogue) -> list[Series]:
    """Production and exports in the years that both series know, so that they stand side by side."""
    production, exports = _years(catalogue)
    return [
        _series(catalogue, "production", production, PRODUCTION_WIDTH),
        _series(catalogue, "exports", exports, EXPORTS_WIDTH),
    ]


def _years(catalogue: Catalogue) -> tuple[list[Any], list[Any]]:
    production, exports = catalogue.vocabulary.production, catalogue.vocabulary.exports
    both = {row.fy for row in production} & {row.fy for row in exports}
    return [row for row in production if row.fy in both], [row for row in exports if row.fy in both]


def _series(catalogue: Catalogue, key: str, rows: list[Any], width: float) -> Series:
    used = [one for row in rows for one in row.src]
    told = sources(catalogue).told("production-and-exports.yml", used)
    years = [charts.Year(row.fy, row.rs_crore) for row in rows]
    title, unit = catalogue.ui(key), catalogue.ui("rs-crore")
    drawing = charts.year_bars(
        years, charts.Style(FONT, BAR_TYPE), title, unit, width, CHART_HEIGHT
    )
    return Series(title, catalogue.ui(key, "hi"), drawing, told)


def sources(catalogue: Catalogue) -> Cited:
    """The sources of these pages, numbered."""
    uses = [("statistics.yml", row.src) for row in _headline_rows(catalogue)]
    uses += [("production-and-exports.yml", row.src) for rows in _years(catalogue) for row in rows]
    return cited(catalogue, SLUG, uses)
