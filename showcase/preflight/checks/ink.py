"""Ink by area: how much of all four lies anywhere, and whether it runs to the edge of the bleed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showcase.preflight.findings import Box, Finding
from showcase.preflight.view import View

ROUNDING = 2.5
"""Percent by which four plates of 8 bits may miss: each is rounded when a gradient is read off and when it is drawn."""
PATCH = 3
"""Pixels of the side of a patch that counts as a place and not as a speck."""


def ink_is_within_limit(view: View) -> Iterator[Finding]:
    """G601, G602: 99.9 of 100 parts of the page are within the limit, and so are small places."""
    area, total, high, limit = view.bleed.shared(view.media), view.ink, view.most_ink, view.demands.ink_limit
    if high is None:
        return
    over = total > limit + ROUNDING
    if high > limit + ROUNDING:
        share = f"on {100 * over.mean():.1f} % of it too much"
        said = f"{high:.0f} % of ink lie on the page where {limit:g} % are allowed, {share}."
        yield Finding("G601", said, boxes=_boxes(over, area), weight=high)
    elif over.any() and (worst := float(_smoothed(total).max())) > limit + ROUNDING:
        said = f"{worst:.0f} % of ink lie on a small place where {limit:g} % are allowed."
        yield Finding("G602", said, boxes=_boxes(over, area), weight=worst)


def ink_is_measured(view: View) -> Iterator[Finding]:
    """G603: what the separations leave out is said."""
    if left_out := view.plates.unmeasured:
        yield Finding("G603", f"part of the ink was not measured: {left_out[0]}.", count=len(left_out))


def _smoothed(total: np.ndarray) -> np.ndarray:
    """The means of patches."""
    rows, columns = (size // PATCH * PATCH for size in total.shape)
    if not rows or not columns:
        return total
    return total[:rows, :columns].reshape(rows // PATCH, PATCH, columns // PATCH, PATCH).mean(axis=(1, 3))


def _boxes(over: np.ndarray, area: Box) -> tuple[Box, ...]:
    """The box round all places that have too much."""
    rows, columns = np.nonzero(over.any(axis=1))[0], np.nonzero(over.any(axis=0))[0]
    up, across = area.height / over.shape[0], area.width / over.shape[1]
    box = (
        area.left + columns[0] * across, area.top - (rows[-1] + 1) * up,
        area.left + (columns[-1] + 1) * across, area.top - rows[0] * up,
    )  # fmt: skip
    return (Box(*(round(float(one), 1) for one in box)),)
