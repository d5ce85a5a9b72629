"""The second spread of a startup with several photographs: one reaches over both pages.

The wide one stands on the horizon and runs off the page; the others hang below
the line on columns of the grid, each with its caption beside it. A single
photograph has both pages to itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from showcase import pictures
from showcase.book.photographs import Over, Placed, Slot, placed, shortfall
from showcase.book.settings import Settings
from showcase.catalogue import Startup

COLUMNS, GAP = 12, 6.0
CAPTION_COLUMNS = 4
"""Columns of the grid left of the wide photograph, for its caption."""
BELOW_LINE = 8.0
PICTURE_HEIGHT = 54.0

UNITS = {1: (5, 4), 2: (4, 2)}
"""By how many pictures a page has: the columns that a picture and its caption take."""


@dataclass(frozen=True)
class Hung:
    """A photograph in its place, with where its caption stands on its page (from 0, left and right)."""

    photograph: Any
    slot: Slot
    page: int
    caption_left: float = 0.0
    caption_width: float = 0.0


@dataclass(frozen=True)
class Gallery:
    """The photographs of a second spread, the wide one first."""

    startup: Startup
    settings: Settings

    @property
    def hung(self) -> list[Hung]:
        """Every photograph but the profile's first, in its place."""
        rest = list(self.startup.photographs[1:])
        wide = self._wide(rest)
        rest.remove(wide)
        return [Hung(wide, self.wide_slot(bool(rest)), 0), *self._below(rest)]

    def wide_slot(self, has_others: bool) -> Slot:
        """Above the line from the fifth column to the fore-edge; both pages when it is alone."""
        trim, settings = self.settings.trim, self.settings
        bleed = settings.bleed
        if not has_others:
            return Slot(0, 0, 2 * trim.width, trim.height, trim.width, Over(*[bleed] * 5))
        left = settings.left(0) + CAPTION_COLUMNS * self._step
        over = Over(top=bleed, right=bleed, gutter=bleed)
        return Slot(left, 0, 2 * trim.width - left, settings.horizon, trim.width, over)

    @property
    def _step(self) -> float:
        """From one column of the grid to the next."""
        return (self.settings.measure + GAP) / COLUMNS

    def _wide(self, photographs: Sequence[Any]) -> Any:
        """The photograph that loses least when it is cut wide, of those whose subject stays clear."""
        slot = self.wide_slot(len(photographs) > 1)
        seen = [(one, pictures.verify(self.startup.pictures / one.file)) for one in photographs]
        clear = [pair for pair in seen if not shortfall(pair[1], slot, pair[0].focus)]
        return max(clear or seen, key=lambda pair: pair[1].width / pair[1].height)[0]

    def _below(self, photographs: Sequence[Any]) -> list[Hung]:
        """The others, dealt to the two pages: the right one takes the odd one."""
        half = len(photographs) // 2
        return [*self._row(photographs[:half], 0), *self._row(photographs[half:], 1)]

    def _row(self, photographs: Sequence[Any], page: int) -> list[Hung]:
        if not photographs:
            return []
        settings = self.settings
        margin = settings.left(page)
        columns, beside = UNITS[len(photographs)]
        hung = []
        for place, photograph in enumerate(photographs):
            left = margin + place * (columns + beside) * self._step
            slot = Slot(
                page * settings.trim.width + left, settings.horizon + BELOW_LINE,
                columns * self._step - GAP, PICTURE_HEIGHT, settings.trim.width,
            )  # fmt: skip
            caption = left + columns * self._step
            hung.append(Hung(photograph, slot, page, caption, beside * self._step - GAP))
        return hung

    def assets(self) -> dict[str, Placed]:
        """The pictures by the names under which pages ask for them."""
        named = {}
        for number, one in enumerate(self.hung):
            shown = placed(self.startup.pictures / one.photograph.file, one.slot, one.photograph.focus)
            sides = ("left", "right") if len(shown) > 1 else ("",)
            for side, picture in zip(sides, shown, strict=True):
                named[self.asset(number, side)] = picture
        return named

    def asset(self, number: int, side: str = "") -> str:
        """What a page calls a picture, or one half of it."""
        return f"gallery-{self.startup.slug}-{number}{side and '-' + side}.jpg"

    def lacking(self) -> list[tuple[Any, float]]:
        """Photographs whose subject cannot be kept clear of gutter and edges, with the millimetres."""
        found = []
        for one in self.hung:
            photo = pictures.verify(self.startup.pictures / one.photograph.file)
            if lacking := shortfall(photo, one.slot, one.photograph.focus):
                found.append((one.photograph, lacking))
        return found
