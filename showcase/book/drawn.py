"""Plates for pages: drawn once and kept, for a drawing takes longer than all else on its page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from showcase import colour, mixtures, plates
from showcase.book.cache import fingerprint
from showcase.book.stationery import NotKept, Stationery

FINEST = 0.142
"""The least breadth of a line in millimetres, 0.4 points: a finer light line on dark closes in print."""


def plate(
    stationery: Stationery, seed: str, family: str, width: float, height: float, horizon: float,
    pen: float | None = None,
) -> bytes:  # fmt: skip
    """A plate as SVG, `width` by `height` millimetres with its line `horizon` from the head; see `plates.drawing`."""
    size = (seed, family, width, height, horizon / height, pen)
    key = fingerprint("plate", _code(), repr((size, FINEST)))
    kept = stationery.cache.get(key)
    if kept is None:
        if stationery.only_kept:
            raise NotKept
        kept = plates.svg(plates.drawing(*size), FINEST).encode()
        stationery.cache.put(key, kept)
    return kept


def full_plate(stationery: Stationery, seed: str, family: str, width: float, is_strip: bool = False) -> bytes:
    """A plate from the head of a page to its foot, `width` millimetres of it within the trim.

    It goes on into the bleed on every side; a strip stands at the left edge and ends at its right.
    """
    settings = stationery.settings
    bleed = settings.bleed
    across = width + (bleed if is_strip else 2 * bleed)
    return plate(stationery, seed, family, across, settings.trim.height + 2 * bleed, settings.horizon + bleed)


@cache
def _code() -> str:
    """The fingerprint of the code that draws."""
    files = sorted(Path(plates.__file__).parent.glob("*.py"))
    files += [Path(module.__file__) for module in (colour, mixtures)]
    return fingerprint(*(file.read_bytes() for file in files))
