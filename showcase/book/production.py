"""Production and exports: both series in full, their gaps left open, and what is said against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from showcase import charts
from showcase.book.citations import Cited, Use, cited
from showcase.book.settings import Settings
from showcase.book.wording import sentence
from showcase.catalogue import Catalogue
from showcase.model.dates import Language
from showcase.typography import completed, group_indian

SLUG = "production-and-exports"
FILE = "production-and-exports.yml"
FONT = "Horizon sans-regular"
HEIGHT, BAR_TYPE = 84.0, 2.9  # millimetres
YEARS_BELOW = 1.7
"""How far below its foot a chart goes on with its years, in sizes of its type."""

EXPORTS = ("export", "निर्यात")
"""A note with one of these words is on exports, in whichever language it is told."""

GOALS = {"production": "target-production", "exports": "target-exports"}


@dataclass(frozen=True)
class Series:
    """One page: a chart that stands on the line, and its notes."""

    key: str
    title: str
    title_hi: str
    measured: str
    measured_hi: str
    drawing: str
    told: str
    """What the chart shows, for those who do not see it: every year and its value."""
    cites: Markup
    goal: dict[str, Any] | None
    notes: list[dict[str, Any]]
    years: list[dict[str, Any]]


def sources(catalogue: Catalogue) -> Cited:
    """The sources of the spread, numbered."""
    return cited(catalogue, SLUG, _uses(catalogue))


def _uses(catalogue: Catalogue) -> Iterator[Use]:
    for key in GOALS:
        yield from ((FILE, row.src) for row in getattr(catalogue.vocabulary, key))
    yield from ((FILE, note.src) for note in _file(catalogue).notes)
    yield from ((FILE, row.src) for row in _file(catalogue).remarks if row.id in GOALS.values())


def _file(catalogue: Catalogue) -> Any:
    return catalogue.vocabulary.files[FILE]


def chart_top(settings: Settings) -> float:
    """Where a chart begins, so that its bars stand on the line."""
    return settings.horizon - HEIGHT + YEARS_BELOW * BAR_TYPE


def series(catalogue: Catalogue, settings: Settings) -> list[Series]:
    """Production and exports, each with its chart, its goal and its notes."""
    told = sources(catalogue)
    return [_series(catalogue, settings, told, key) for key in GOALS]


def _series(catalogue: Catalogue, settings: Settings, told: Cited, key: str) -> Series:
    rows = getattr(catalogue.vocabulary, key)
    title, unit = catalogue.ui(key), catalogue.ui("rs-crore")
    years = [charts.Year(row.fy, row.rs_crore) for row in rows]
    drawing = charts.year_bars(years, charts.Style(FONT, BAR_TYPE), title, unit, settings.measure, HEIGHT)
    used = [one for row in rows for one in row.src]
    return Series(
        key, title, catalogue.ui(key, "hi"), _measured(catalogue, "en"), _measured(catalogue, "hi"),
        drawing, _said(catalogue, title, years),
        told.told(FILE, used), _goal(catalogue, told, key),
        [_cited(told, note) for note in _file(catalogue).notes if _is_on(note, key)],
        [_cited(told, row) for row in rows if row.note],
    )


def _measured(catalogue: Catalogue, language: Language) -> str:
    """What a chart counts, as a sentence: "Rs crore, financial year."; nothing in a language that is not there."""
    unit, year = (catalogue.ui(key, language) for key in ("rs-crore", "financial-year"))
    return sentence(f"{unit}, {year.lower()}") if unit else ""


def _said(catalogue: Catalogue, title: str, years: Sequence[charts.Year]) -> str:
    """The chart in words; a year without a figure is told as such."""
    lacking = catalogue.ui("no-figure-found").lower()
    values = (lacking if year.value is None else group_indian(round(year.value)) for year in years)
    told = "; ".join(f"{year.label.replace('-', '–')} {value}" for year, value in zip(years, values, strict=True))
    return completed(catalogue.ui("bars-told"), title=title, years=told)


def _is_on(note: Any, key: str) -> bool:
    """Whether a note is on exports, and so stands on their page."""
    return any(word in note.text.lower() for word in EXPORTS) == (key == "exports")


def _goal(catalogue: Catalogue, told: Cited, key: str) -> dict[str, Any] | None:
    """The goal that was set for a series, with the day it was said."""
    row = next((one for one in _file(catalogue).remarks if one.id == GOALS[key]), None)
    return row and {**_cited(told, row), "date": completed(catalogue.ui("as-of"), date=row.as_of.long())}


def _cited(told: Cited, row: Any) -> dict[str, Any]:
    return {"row": row, "cites": told.cites(FILE, row.src)}
