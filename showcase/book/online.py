"""The code that leads from a startup's spread to its page on the site. Lengths are millimetres.

It stands where every pattern of a spread has room: at the foot of the right-hand page, in the line
of the folio, below the last line that facts may fill. Without an address of the site there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import segno

from showcase.book.language import Edition, main_language
from showcase.catalogue import Startup
from showcase.colour import screen
from showcase.site import addresses

SIZE = 12.5
"""Of the square of modules. An address of 100 letters has 41 of them a side, each 0.3 mm wide."""
QUIET = 4
"""Modules of bare paper that a reader needs on every side (ISO/IEC 18004)."""
CORRECTION = "m"
"""Up to 15 % of the square may be soiled."""


@dataclass(frozen=True)
class Online:
    """The page of a startup on the site, and the code of its address."""

    slug: str
    address: str

    @property
    def asset(self) -> str:
        """What the page of the book calls the drawing."""
        return f"code-{self.slug}.svg"

    @property
    def said(self) -> str:
        """The address as it is printed, for those who type it."""
        return self.address.partition("://")[2]

    @property
    def size(self) -> float:
        """Of the square, without the quiet zone around it."""
        return SIZE

    @property
    def quiet(self) -> float:
        """How far all else keeps from the square."""
        return QUIET * SIZE / len(self._modules)

    def svg(self) -> bytes:
        """The dark modules in one path: shapes that touch in one path have no seam between them."""
        side = len(self._modules)
        runs = (run for top, row in enumerate(self._modules) for run in _runs(row, top))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
            f'<path fill="{screen("ink")}" d="{"".join(runs)}"/></svg>'
        ).encode()

    @cached_property
    def _modules(self) -> tuple[bytearray, ...]:
        return segno.make_qr(self.address, error=CORRECTION, boost_error=False).matrix


def online(startup: Startup, edition: Edition) -> Online | None:
    """The page of a startup in the edition's language; None while the site has no address of its own."""
    if not startup.vocabulary.site.site_url:
        return None
    return Online(startup.slug, addresses.public(startup, main_language(edition)))


def _runs(row: bytearray, top: int) -> Iterator[str]:
    """The dark modules of a row, those side by side as one rectangle."""
    left = 0
    for is_dark, run in groupby(row):
        count = len(list(run))
        if is_dark:
            yield f"M{left} {top}h{count}v1h{-count}z"
        left += count
