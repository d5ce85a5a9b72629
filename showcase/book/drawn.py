"""Plates for pages: drawn once and kept, for a drawing takes longer than all else on its page.

A page holds none of them: the contents of a large book show hundreds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from showcase import colour, mixtures, plates
from showcase.book.cache import Cache, fingerprint
from showcase.book.stationery import Stationery

FINEST = 0.142
"""The least breadth of a line in millimetres, 0.4 points: a finer light line on dark closes in print."""


@dataclass(frozen=True)
class Plate:
    """A plate as SVG, drawn where it is first asked for. `size` is what `plates.drawing` takes."""

    cache: Cache
    size: tuple[str, str, float, float, float, float | None]

    @cached_property
    def mark(self) -> str:
        """The fingerprint of all that it is drawn from."""
        return fingerprint("plate", _code(), repr((self.size, FINEST)))

    def read_bytes(self) -> bytes:
        """The drawing."""
        kept = self.cache.get(self.mark)
        if kept is None:
            kept = plates.svg(plates.drawing(*self.size), FINEST).encode()
            self.cache.put(self.mark, kept)
        return kept


def plate(
    stationery: Stationery, seed: str, family: str, width: float, height: float, horizon: float,
    pen: float | None = None,
) -> Plate:  # fmt: skip
    """A plate, `width` by `height` millimetres with its line `horizon` from the head; see `plates.drawing`."""
    return Plate(stationery.cache, (seed, family, width, height, horizon / height, pen))


def full_plate(stationery: Stationery, seed: str, family: str, width: float, is_strip: bool = False) -> Plate:
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
