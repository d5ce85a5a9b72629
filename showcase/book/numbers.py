"""The spread of numbers: a tile map of the profiles, and what is published of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from markupsafe import Markup

from showcase.book.wording import cites, goto, profile_sources, runs
from showcase.catalogue import Catalogue
from showcase.typography import group_indian

SLUG = "in-numbers"
"""Names the sources of these pages, as a startup's slug names its own."""

HEADLINES = 4
LAKH_CRORE = 100_000


class Tile(NamedTuple):
    """A State on the map: its place in tiles from the top left, and how many profiles it has."""

    code: str
    name: str
    column: int
    row: int
    count: int

    @property
    def shade(self) -> str:
        """The step of the scale: none, few, some or many."""
        return next(name for least, name in _SHADES if self.count >= least)


_SHADES = ((5, "many"), (2, "some"), (1, "few"), (0, "none"))


class Bar(NamedTuple):
    """One financial year; `share` of the highest value of its series, None where no figure was found."""

    year: str
    value: str
    share: float | None


class Chart(NamedTuple):
    """A series of financial years, its first and last value in words, and its sources."""

    title: str
    title_hi: str
    bars: tuple[Bar, ...]
    sources: Markup


def tiles(catalogue: Catalogue) -> list[Tile]:
    """Every State and Union Territory with the count of its profiles."""
    counts = Counter({shelf.id: len(shelf.startups) for shelf in catalogue.states()})
    return [
        Tile(state.code, state.name, *state.tile, counts[state.code])
        for state in catalogue.vocabulary.states.values()
    ]


def unplaced(catalogue: Catalogue) -> int:
    """How many profiles name no State."""
    return sum(1 for one in catalogue.published if not (one.home and one.home.state))


def headlines(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The first headline figures that nothing speaks against, each with its date and sources."""
    rows = (row for row in catalogue.vocabulary.statistics if row.group == "headline" and not row.caution)
    numbers = _numbers(catalogue)
    shown = list(rows)[:HEADLINES]
    return [
        {
            "value": row.value,
            "label": row.label,
            "date": catalogue.ui("as-of").replace("{date}", row.as_of.long()),
            "more": row.cleared or row.ordered,
            "cites": cites(SLUG, sorted(numbers["statistics.yml", key] for key in row.src)),
        }
        for row in shown
    ]


def charts(catalogue: Catalogue) -> list[Chart]:
    """Production and exports, year by year."""
    return [
        _chart(catalogue, "production", catalogue.vocabulary.production),
        _chart(catalogue, "exports", catalogue.vocabulary.exports),
    ]


def _chart(catalogue: Catalogue, key: str, years: Iterable[Any]) -> Chart:
    rows = tuple(years)
    most = max((row.rs_crore or 0 for row in rows), default=0) or 1
    numbers = _numbers(catalogue)
    used = sorted({numbers["production-and-exports.yml", one] for row in rows for one in row.src})
    bars = tuple(
        Bar(row.fy, money(row.rs_crore), row.rs_crore / most if row.rs_crore is not None else None)
        for row in rows
    )
    return Chart(catalogue.ui(key), catalogue.ui(key, "hi"), bars, goto(profile_sources(SLUG), runs(used)))


def money(crore: float | None) -> str:
    """An amount in crore of rupees with Indian grouping: 1,50,590; nothing for no figure."""
    return "" if crore is None else group_indian(round(crore))


def numbered_sources(catalogue: Catalogue) -> list[Any]:
    """The sources of these pages, numbered in the order in which the data files give them."""
    numbers = _numbers(catalogue)
    return [
        catalogue.vocabulary.sources(file)[key].model_copy(update={"id": number})
        for (file, key), number in numbers.items()
    ]


def _numbers(catalogue: Catalogue) -> dict[tuple[str, str], int]:
    """The number of each source that is used here, by its file and id."""
    words = catalogue.vocabulary
    shown = [row for row in words.statistics if row.group == "headline" and not row.caution][:HEADLINES]
    keys = [("statistics.yml", key) for row in shown for key in row.src]
    keys += [
        ("production-and-exports.yml", key)
        for row in (*words.production, *words.exports)
        for key in row.src
    ]
    return {key: number for number, key in enumerate(dict.fromkeys(keys), 1)}
