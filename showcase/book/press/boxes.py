"""The boxes of a printed page: trim, within bleed, within the sheet; its corner is at nought."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array, Object

from showcase.book.settings import MM_PER_POINT

SLUG = 12.0
"""Millimetres round the bleed in which marks stand."""


@dataclass(frozen=True)
class Boxes:
    """A sheet: the trimmed page, and round it the bleed and the room for marks; points."""

    width: float
    height: float
    bleed: float
    slug: float = 0.0

    @classmethod
    def of(cls, width: float, height: float, bleed: float, marked: bool) -> Boxes:
        """The sheet of a page by its measures in millimetres, with room for marks or without."""
        slug = SLUG if marked else 0.0
        return cls(*(length / MM_PER_POINT for length in (width, height, bleed, slug)))

    @property
    def edge(self) -> float:
        """From the edge of the sheet to the trim: by so much a page is moved on it."""
        return self.slug + self.bleed

    @property
    def media(self) -> tuple[float, ...]:
        """The whole sheet: left, foot, right, head."""
        return self._inset(0)

    @property
    def bleeding(self) -> tuple[float, ...]:
        """What is printed."""
        return self._inset(self.slug)

    @property
    def trim(self) -> tuple[float, ...]:
        """What is left when the sheet is cut."""
        return self._inset(self.edge)

    def write(self, page: Object) -> None:
        """Gives a page its boxes, and no others."""
        page.MediaBox, page.BleedBox, page.TrimBox = map(Array, (self.media, self.bleeding, self.trim))
        for other in ("/CropBox", "/ArtBox", "/Rotate", "/UserUnit"):
            if other in page:
                del page[other]

    def _inset(self, by: float) -> tuple[float, ...]:
        width, height = self.width + 2 * self.edge, self.height + 2 * self.edge
        return tuple(round(one, 4) for one in (by, by, width - by, height - by))
