"""Finding how a startup's spread is set: the airiest way in which everything has room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from showcase.book.measure import Overrun, overruns
from showcase.book.spread import FULLNESS, Spread

ABOVE = {"story", "innovations"}
BELOW = {"facts", "milestones"}


def fit(spread: Spread) -> tuple[Spread, list[Overrun]]:
    """The spread in the pattern that fits it, and what runs over in the fullest when none does.

    The zones above and below the line are tried apart: each goes on to its
    next, fuller way only when its own boxes run over.
    """
    patterns = list(spread.patterns)
    spread = replace(spread, pattern=patterns.pop(0))
    while True:
        over = _measure(spread)
        fuller = _fuller(spread, {one.box for one in over}, patterns)
        if fuller is spread:
            return spread, over
        spread = fuller


def _fuller(spread: Spread, boxes: set[str], patterns: list[str]) -> Spread:
    """The spread with a fuller way for each zone that needs one and has one left."""
    if boxes & ABOVE and patterns:
        spread = replace(spread, pattern=patterns.pop(0))
    if boxes & BELOW and spread.fullness < len(FULLNESS) - 1:
        spread = replace(spread, fullness=spread.fullness + 1)
    return spread


def _measure(spread: Spread) -> list[Overrun]:
    """What runs over on the page of words, set on a sheet without end so that nothing is cut off."""
    pages = spread.stationery.lay_out(spread.right(), {}, spread.startup.slug, tall=True).pages
    return [overrun for page in pages for overrun in overruns(page)]


def report(overs: Sequence[Overrun]) -> dict[str, float]:
    """How far each box runs over, down the page, in millimetres: nothing when all is well."""
    return {one.box: round(one.down, 1) for one in overs}
