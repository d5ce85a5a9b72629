"""The spread of numbers: a tile map of the profiles, and what is published of the programme."""

from __future__ import annotations

from collections import Counter
from typing import Any

from showcase import charts
from showcase.book.citations import Cited, cited
from showcase.book.wording import tied
from showcase.catalogue import Catalogue
from showcase.typography import completed

SLUG = "in-numbers"
"""Names the sources of these pages, as a startup's slug names its own."""

LARGE, SMALL = 4, 4
"""How many figures stand above the line, and how many below it."""

FONT = "Horizon sans-regular"
TILE = 11.8  # millimetres
TOLD = 3
"""How many States the description of the map names; the list beside it has all."""


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


def map_told(catalogue: Catalogue) -> str:
    """What the map shows, for those who do not see it: the States with most profiles."""
    shelves = sorted(catalogue.states(), key=lambda shelf: (-len(shelf.startups), shelf.name))
    most = ", ".join(f"{shelf.name} ({len(shelf.startups)})" for shelf in shelves[:TOLD])
    return completed(catalogue.ui("map-told"), most=most)


def unplaced(catalogue: Catalogue) -> int:
    """How many profiles name no State."""
    return sum(1 for one in catalogue.published if not (one.home and one.home.state))


def headlines(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The headline figures that nothing speaks against, each with its date and sources."""
    told = sources(catalogue)
    return [
        {
            "value": row.value,
            "label": row.label if row.cleared or row.ordered else tied(row.label),
            "label_hi": tied(row.label_hi),
            "date": completed(catalogue.ui("as-of"), date=row.as_of.long()),
            "more": row.cleared or row.ordered,
            "cites": told.cites("statistics.yml", row.src),
        }
        for row in _headline_rows(catalogue)
    ]


def _headline_rows(catalogue: Catalogue) -> list[Any]:
    rows = (row for row in catalogue.vocabulary.statistics if row.group == "headline")
    return [row for row in rows if not row.caution][: LARGE + SMALL]


def sources(catalogue: Catalogue) -> Cited:
    """The sources of these pages, numbered."""
    return cited(catalogue, SLUG, [("statistics.yml", row.src) for row in _headline_rows(catalogue)])
