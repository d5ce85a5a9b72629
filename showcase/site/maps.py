"""The map of the States on which the innovators stand, for a page."""

from __future__ import annotations

from markupsafe import Markup

from showcase import charts
from showcase.model.dates import Language
from showcase.site import addresses
from showcase.site.plan import Plan

_STYLE = charts.Style("var(--sans)", 12, colour=charts.custom_property)


def states_map(plan: Plan, own: str, language: Language = "en") -> Markup:
    """Every State as a tile with the count of its innovators; `own` leads to the root of the pages in this language.

    A State that has a page is a link to it.
    """
    ui = plan.catalogue.ui
    shelves = {shelf.id: shelf for shelf in plan.shelves("state")}
    tiles = []
    for code, state in plan.catalogue.vocabulary.states.items():
        shelf = shelves.get(code)
        link = f"{own}{addresses.shelf(shelf)}" if shelf else ""
        name = state.name_hi if language == "hi" else state.name
        count = len(shelf.startups) if shelf else 0
        tiles.append(charts.Tile(code, name, *state.tile, count, link))
    title, description = ui("where-they-work", language), ui("where-they-work-note", language)
    return Markup(charts.tile_map(tiles, _STYLE, title, description))  # noqa: S704  charts escape
