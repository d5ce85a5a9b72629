"""The editions of all programmes as one course of years, and how far the startups of a shelf have got."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from showcase.catalogue import Catalogue
from showcase.facets import Shelf
from showcase.site.ladder import Stride


@dataclass(frozen=True)
class Round:
    """An edition with its programme, and the innovators told here, if any, that a source ties to it."""

    programme: Any
    shelf: Shelf

    @property
    def edition(self) -> Any:
        return self.shelf.item


@dataclass(frozen=True)
class Year:
    """The editions that opened in a year; of None, those whose opening no source dates."""

    year: int | None
    rounds: tuple[Round, ...]


def years(catalogue: Catalogue) -> tuple[Year, ...]:
    """Every edition in order of date, those without a date last."""
    words = catalogue.vocabulary
    rounds = [Round(words.programme_of(shelf.item), shelf) for shelf in catalogue.every("edition")]
    dated = sorted((one for one in rounds if one.edition.began), key=lambda one: one.edition.began)
    undated = [one for one in rounds if not one.edition.began]
    by_year = [Year(year, tuple(some)) for year, some in groupby(dated, lambda one: one.edition.began.year)]
    return (*by_year, *([Year(None, tuple(undated))] if undated else ()))


def without_edition(catalogue: Catalogue) -> tuple[Shelf, ...]:
    """By programme: the startups of which no source says in which of its editions they took part."""
    shelves = [
        Shelf(
            "programme",
            shelf.item,
            tuple(one for one in shelf.startups if _lacks_edition(one.challenges, shelf.item)),
        )
        for shelf in catalogue.shelves["programme"]
    ]
    return tuple(shelf for shelf in shelves if shelf.startups)


def _lacks_edition(challenges: Iterable[Any], programme: Any) -> bool:
    return any(row.programme is programme and row.edition is None for row in challenges)


def spread(shelf: Shelf, stages: Iterable[Any]) -> tuple[Stride, ...]:
    """The startups of a shelf at every stage in rank order: those of a stage may be none."""
    return tuple(
        Stride(stage, tuple(one for one in shelf.startups if one.stage.stage is stage)) for stage in stages
    )
