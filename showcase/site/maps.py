"""The map of the States on which the innovators stand: a tile for each, all of one size, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from showcase import collation
from showcase.catalogue import Catalogue
from showcase.charts import shade
from showcase.charts.tilemap import SHADES
from showcase.facets import Shelf
from showcase.model.dates import Language
from showcase.model.states import State


@dataclass(frozen=True)
class Tile:
    """A State on the map; `shade` is the step of the scale that its count falls on."""

    shelf: Shelf

    @property
    def count(self) -> int:
        return len(self.shelf.startups)

    @property
    def shade(self) -> str:
        return shade(self.count)


def tiles(catalogue: Catalogue) -> tuple[Tile, ...]:
    """Every State, row by row from the top left, as eye and ear go through the map."""
    shelves = sorted(catalogue.every("state"), key=lambda one: one.item.tile[::-1])
    return tuple(Tile(shelf) for shelf in shelves)


def legend() -> tuple[tuple[str, str], ...]:
    """The steps of the scale from none up, each with its counts: ("some", "2–4"), ("many", "5+")."""
    steps = []
    above: int | None = None
    for least, name in SHADES:
        told = f"{least}+" if above is None else str(least) if above == least + 1 else f"{least}–{above - 1}"
        steps.append((name, told))
        above = least
    return tuple(reversed(steps))


def listed(catalogue: Catalogue, kind: str, language: Language) -> tuple[Shelf, ...]:
    """The States, or the Union Territories, by name in a language."""
    shelves = (one for one in catalogue.every("state") if one.item.kind == kind)
    return tuple(sorted(shelves, key=lambda one: collation.key(one.label(language))))


def places(states: Iterable[State]) -> str:
    """The style sheet that sets each tile in its column and row."""
    return "".join(
        f".tile-{one.code}{{grid-area:{one.tile[1] + 1}/{one.tile[0] + 1}}}\n" for one in states
    )
