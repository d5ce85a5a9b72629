"""The page on which a cover sheet is printed: trim, bleed and the slug for marks. Lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.book.press.sheets import Sheet, Zone
from showcase.book.settings import Settings
from showcase.colour import screen

SLUG = 12.0
"""The margin round the bleed in which marks stand."""

FOLD_OFF, FOLD_LONG, FOLD_THICK = 2.0, 6.0, 0.1
"""A fold mark begins so far outside the bleed, and is so long and so thick."""


@dataclass(frozen=True)
class Media:
    """The whole page of a sheet; places on it count from its upper left corner."""

    sheet: Sheet

    @property
    def edge(self) -> float:
        """Where the trim begins, from the left and from the head."""
        return self.sheet.bleed + SLUG

    @property
    def page(self) -> Zone:
        """All of it."""
        return self._round(self.edge)

    @property
    def art(self) -> Zone:
        """What is printed: the trimmed sheet and its bleed."""
        return self._round(self.sheet.bleed)

    @property
    def trim(self) -> Zone:
        """What is left when it is cut."""
        return self._round(0)

    @property
    def horizon(self) -> float:
        """The line, from the upper edge of what is printed."""
        return self.sheet.horizon + self.sheet.bleed

    def face(self, left: float, settings: Settings) -> Zone:
        """A place as large as a page, its horizon on that of the sheet; `left` counts from the trim."""
        top = self.edge + self.sheet.horizon - settings.horizon
        return Zone(self.edge + left, top, settings.trim.width, settings.trim.height)

    def fold_marks(self) -> bytes:
        """A drawing of the whole page: dashes outside the bleed, at head and foot of every fold."""
        page = self.page
        starts = (SLUG - FOLD_OFF - FOLD_LONG, page.height - SLUG + FOLD_OFF)
        folds = (self.edge + fold for fold in self.sheet.folds)
        dashes = "".join(f"M{fold:.3f} {start:.3f}v{FOLD_LONG}" for fold in folds for start in starts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width:.3f} {page.height:.3f}" fill="none">'
            f'<path stroke="{screen("ink")}" stroke-width="{FOLD_THICK}" stroke-dasharray="1 0.8" d="{dashes}"/></svg>'
        ).encode()

    def _round(self, margin: float) -> Zone:
        """The trimmed sheet with a margin on every side."""
        inset = self.edge - margin
        return Zone(inset, inset, self.sheet.width + 2 * margin, self.sheet.height + 2 * margin)
