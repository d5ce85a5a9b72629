"""One page as the checks see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from pikepdf import Page, Pdf

from showcase.preflight import drawing, lettering, placing, setting  # noqa: F401 - the operators they give meaning to
from showcase.preflight.demands import MM, Demands
from showcase.preflight.findings import Box, Finding
from showcase.preflight.painted import Content, Painted
from showcase.preflight.plates import Plates, separations
from showcase.preflight.reading import Reading
from showcase.preflight.walk import walked

PER_MILLE = 99.9
A4 = Box(0, 0, 595.276, 841.89)
"""What is taken for the sheet of a page that has none."""


@dataclass(frozen=True)
class View:
    """A page with all that was read of it, and what the press asks."""

    pdf: Pdf
    page: Page
    demands: Demands
    is_recto: bool
    """Whether it is a right-hand page, with the gutter on its left."""

    def box(self, name: str) -> Box | None:
        """A box that the page or one above it states, as "/TrimBox"; None where there is none."""
        return read_box(self.page.obj, name)

    @cached_property
    def media(self) -> Box:
        return self.box("/MediaBox") or A4

    @cached_property
    def trim(self) -> Box:
        """The finished page: of a file without trim boxes the whole sheet."""
        return self.box("/TrimBox") or self.box("/ArtBox") or self.media

    @property
    def states_trim(self) -> bool:
        """Whether the page says where it is cut; else nothing can be told of its size and its edges."""
        return bool(self.box("/TrimBox") or self.box("/ArtBox"))

    @cached_property
    def bleed(self) -> Box:
        """The page with its bleed: of a file without bleed boxes the finished page."""
        return self.box("/BleedBox") or self.trim

    @cached_property
    def content(self) -> Content:
        return walked(self.page, self.media, self._reading)

    @cached_property
    def plates(self) -> Plates:
        return separations(self.pdf, self.page, self.content, self.media, self._reading)

    @cached_property
    def ink(self) -> np.ndarray:
        """All inks together wherever the page is printed, in percent."""
        return self.plates.total(self.bleed.shared(self.media))

    @cached_property
    def most_ink(self) -> float | None:
        """What 99.9 of 100 parts of the page have no more ink than, in percent; None where nothing is printed."""
        return float(np.percentile(self.ink, PER_MILLE)) if self.ink.size else None

    @cached_property
    def _reading(self) -> Reading:
        return Reading()

    @cached_property
    def seen(self) -> list[Painted]:
        """What is painted on the finished page, no masks and no printers' marks among it."""
        return [one for one in self.content.painted if not one.in_mask and one.box.meets(self.trim)]

    @cached_property
    def safe(self) -> Box:
        """Where text may stand."""
        edge, gutter = self.demands.safety * MM, max(self.demands.gutter, self.demands.safety) * MM
        left, right = (gutter, edge) if self.is_recto else (edge, gutter)
        trim = self.trim
        return Box(trim.left + left, trim.foot + edge, trim.right - right, trim.top - edge)


PageCheck = Callable[[View], Iterator[Finding]]
"""Looks at one page; its findings have no page number yet."""


def read_box(page: Any, name: str) -> Box | None:
    """A box of a page, its sides in order; media and crop box may come from above."""
    holder, depth = page, 0
    while holder is not None and depth < 32:
        if name in holder:
            try:
                x, y, right, top = (float(one) for one in holder[name])
            except (TypeError, ValueError):
                return None
            return Box(min(x, right), min(y, top), max(x, right), max(y, top))
        holder, depth = holder.get("/Parent") if name in ("/MediaBox", "/CropBox") else None, depth + 1
    return None
