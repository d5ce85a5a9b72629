"""Lines: wide enough to print, and light ones wide enough to stay open."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showcase.preflight.demands import LEAST_LINE, LEAST_REVERSED_LINE
from showcase.preflight.findings import Box, Finding, Place, gathered
from showcase.preflight.painted import Painted
from showcase.preflight.view import View

TINY = 0.005
LIGHTER = 20.0
"""A line is reversed when what surrounds it has so much more ink, in percent."""
ROUND_ABOUT = 3.0
"""How far beside a line its ground is looked at, in points."""


def lines_are_wide(view: View) -> Iterator[Finding]:
    """G501 to G503: of lines that are drawn, and of slim areas that are lines in truth."""
    thin, reversed_, hair = [], [], []
    for event in view.seen:
        if event.what != "line" or event.width >= LEAST_REVERSED_LINE - TINY:
            continue
        said = f"a line is {event.width:.2f} pt wide"
        if event.width == 0:
            hair.append(Place("a line has no width.", event.box))
        elif event.width < LEAST_LINE - TINY:
            thin.append(Place(f"{said}.", event.box, LEAST_LINE - event.width))
        elif _is_reversed(view, event):
            reversed_.append(Place(f"{said} and lighter than its ground.", event.box, -event.width))
    yield from gathered("G501", thin)
    yield from gathered("G502", reversed_)
    yield from gathered("G503", hair)


def _is_reversed(view: View, event: Painted) -> bool:
    """Whether the line lets its ground stand open: it lays down less ink than lies beside it."""
    if event.colour is None or event.colour.pattern:
        return False
    own = 100 * sum(event.colour.ink)
    beside = []
    for x, y in event.points:
        ground = view.plates.total(Box(x, y, x, y).grown(ROUND_ABOUT))
        if ground.size:
            beside.append(float(np.percentile(ground, 75)))
    return bool(beside) and (float(np.median(beside)) - own) * event.alpha > LIGHTER
