"""Finding how a startup's spread is set: the airiest way in which everything has room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from showcase import prose
from showcase.book.casting import TEXT
from showcase.book.lines import Flaw
from showcase.book.lines import flaws as flaws_of
from showcase.book.measure import Overrun, overruns
from showcase.book.spread import FULLNESS, Spread
from showcase.book.stationery import Stationery
from showcase.catalogue import Catalogue, Startup

SHORT_STORY = 100
"""Words up to which a story is tried large, in one column."""


def suits(catalogue: Catalogue, stationery: Stationery, startup: Startup, pattern: str) -> bool:
    """Whether a startup fits a pattern, as measured.

    Text leads only where all has room; without a photograph only a story that
    is set large, as others have the picture of a whole page.
    """
    if pattern != TEXT:
        return True
    if not startup.photographs and prose.count_words(startup.story) > SHORT_STORY:
        return False
    spread, over, flaws = fit(Spread(startup, catalogue, stationery, 0, 100, pattern))
    return not over and not flaws and (bool(startup.photographs) or spread.setting == 0)


def fit(spread: Spread) -> tuple[Spread, list[Overrun], list[Flaw]]:
    """The spread in the setting that fits it; what runs over when none does; the flaws of its lines.

    The zones above and below the line are tried apart: each goes on to its
    next, fuller way only when its own boxes run over.
    """
    spread = airiest(spread)
    while True:
        over, flaws = _measure(spread)
        fuller = _fuller(spread, {one.box for one in over})
        if fuller is spread:
            return spread, over, flaws
        spread = fuller


def airiest(spread: Spread) -> Spread:
    """The spread in the first setting that is tried."""
    return replace(spread, setting=1) if prose.count_words(spread.startup.story) > SHORT_STORY else spread


def stands(spread: Spread, pages: Sequence[Any]) -> bool:
    """Whether a spread that was laid out without being measured has room for everything, and no flaw.

    Where it has not, what was seen is kept for `fit`, which then need not measure this way again.
    """
    seen = [both(page) for page in pages[spread.words_on]]
    if any(over or flaws for over, flaws in seen):
        spread.stationery.keep_measured(spread.measured(), both, seen)
        return False
    return True


def _fuller(spread: Spread, boxes: set[str]) -> Spread:
    """The spread with a fuller way for each zone that needs one and has one left."""
    rules = spread.rules
    if boxes & rules.above and spread.setting < len(rules.settings) - 1:
        spread = replace(spread, setting=spread.setting + 1)
    if boxes & rules.below and spread.fullness < len(FULLNESS) - 1:
        spread = replace(spread, fullness=spread.fullness + 1)
    return spread


def _measure(spread: Spread) -> tuple[list[Overrun], list[Flaw]]:
    """What runs over and what fell badly, on a sheet without end so that nothing is cut off."""
    laid_out = spread.stationery.measured(spread.measured(), spread.startup.slug, both)
    over = [Overrun(*one) for page_over, _flaws in laid_out for one in page_over]
    return over, [Flaw(*one) for _over, page_flaws in laid_out for one in page_flaws]


def both(page: Any) -> tuple[list[Overrun], list[Flaw]]:
    """What runs over on a laid-out page, and what fell badly."""
    return overruns(page), flaws_of(page)

