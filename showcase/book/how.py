"""How iDEX works: the ladder from a challenge to an order, and the programmes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from showcase.book.citations import Cited, Use, cited
from showcase.book.palette import tint
from showcase.book.settings import Settings
from showcase.catalogue import Catalogue
from showcase.typography import completed

SLUG = "how-idex-works"
FRAMEWORK = "idex"
GRANTS = {
    "disc": "grant-spark", "open-challenge": "grant-spark",
    "idex-prime": "grant-prime", "aditi": "grant-aditi",
}  # fmt: skip
"""The published figure that says how much one award of a programme can be."""

SHOWN = {"challenge", "scheme", "international"}
ON_A_PAGE = 4
FOOTLESS = 11.5  # millimetres that words on a rung stay clear of the line: the number stands below them
LOWEST, RISE = 46.0, 11.0  # millimetres above the line: the first rung, and each above the one before
DEEPEST = 0.30
PROGRAMMES, STATISTICS = "programmes.yml", "statistics.yml"


def sources(catalogue: Catalogue) -> Cited:
    """The sources of the spread, numbered."""
    return cited(catalogue, SLUG, _uses(catalogue))


def _uses(catalogue: Catalogue) -> Iterator[Use]:
    statistics = _grants(catalogue)
    for programme in catalogue.vocabulary.programmes.values():
        yield PROGRAMMES, programme.src
        if programme.id in GRANTS:
            yield STATISTICS, statistics[GRANTS[programme.id]].src
        for edition in _ends(programme):
            yield PROGRAMMES, edition.src


def _grants(catalogue: Catalogue) -> dict[str, Any]:
    return {row.id: row for row in catalogue.vocabulary.statistics if row.group == "grants"}


def _ends(programme: Any) -> list[Any]:
    """The first and the last edition whose opening is dated; one where they are the same."""
    dated = sorted((one for one in programme.editions if one.began), key=lambda one: one.began)
    return dated if len(dated) < 2 else [dated[0], dated[-1]]


def framework(catalogue: Catalogue) -> Any:
    """The programme that the others belong to."""
    return catalogue.vocabulary.programmes[FRAMEWORK]


def programmes(catalogue: Catalogue) -> list[dict[str, Any]]:
    """What startups may enter, each with its grant, its dates and what says so."""
    told = sources(catalogue)
    rows = catalogue.vocabulary.programmes.values()
    return [_programme(catalogue, told, one) for one in rows if one.kind in SHOWN]


def others(catalogue: Catalogue) -> list[Any]:
    """What stands beside the challenges."""
    rows = catalogue.vocabulary.programmes.values()
    return [one for one in rows if one.kind not in SHOWN and one.id != FRAMEWORK]


def rungs(catalogue: Catalogue, settings: Settings) -> list[dict[str, Any]]:
    """Each stage with its height above the line and how many startups of the book stand on it."""
    stages = tuple(catalogue.vocabulary.stages.values())
    reached = Counter(one.stage.stage.id for one in catalogue.published if one.steps)
    on_a_page = -(-len(stages) // 2)
    column = settings.measure / on_a_page
    return [
        {
            "stage": stage, "page": place // on_a_page, "column": place % on_a_page, "width": column,
            "height": LOWEST + RISE * place, "reached": reached[stage.id],
            "limit": settings.horizon - FOOTLESS, "tint": tint("accent", DEEPEST * (place + 1) / len(stages)),
        }
        for place, stage in enumerate(stages)
    ]  # fmt: skip


def _programme(catalogue: Catalogue, told: Cited, programme: Any) -> dict[str, Any]:
    """A programme with its grant, when its editions opened, and what says so."""
    grant = _grants(catalogue).get(GRANTS.get(programme.id, ""))
    ends = _ends(programme)
    return {
        "item": programme,
        "cites": told.cites(PROGRAMMES, programme.src),
        "grant": grant.value if grant else None,
        "as_of": completed(catalogue.ui("as-of"), date=grant.as_of.long()) if grant else None,
        "grant_cites": told.cites(STATISTICS, grant.src) if grant else "",
        "opened": [one.began.long() for one in ends],
        "opened_cites": told.cites(PROGRAMMES, [key for one in ends for key in one.src]),
    }
