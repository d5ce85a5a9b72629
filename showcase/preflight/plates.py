"""The separations of a page: how much of each ink lies where."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pypdfium2
from pikepdf import Page, Pdf

from showcase.preflight.findings import Box
from showcase.preflight.geometry import sides
from showcase.preflight.painted import Content
from showcase.preflight.reading import Reading
from showcase.preflight.separating import Half, Separator

SCALE = 1.0
"""Pixels of a separation in a point: 72 to the inch."""
FINER = 1.5
"""Pictures keep this many pixels for each of a separation."""
MOST_PIXELS = 40_000_000


@dataclass(frozen=True)
class Plates:
    """Four plates as one array, height by width by four, each from 0 to 255; the first row is the top."""

    inks: np.ndarray
    page: Box
    """What of the page they show."""
    unmeasured: tuple[str, ...] = ()

    def within(self, box: Box) -> np.ndarray:
        """The part of the plates that lies in a box."""
        return self._cut(self.inks, box)

    def total(self, box: Box) -> np.ndarray:
        """All inks together in a box, in percent."""
        return self._cut(self._sums, box) / np.float32(2.55)

    @cached_property
    def _sums(self) -> np.ndarray:
        """All inks together, plane by plane: along the last axis, of four, it takes ten times as long."""
        cyan, magenta, yellow, black = (self.inks[:, :, ink] for ink in range(4))
        return np.add(cyan, magenta, dtype=np.uint16) + yellow + black

    def _cut(self, plane: np.ndarray, box: Box) -> np.ndarray:
        rows, columns = plane.shape[:2]
        across, up = columns / self.page.width, rows / self.page.height
        left, right = (round((x - self.page.left) * across) for x in (box.left, box.right))
        top, foot = (round((self.page.top - y) * up) for y in (box.top, box.foot))
        return plane[max(top, 0) : max(foot, 0), max(left, 0) : max(right, 0)]

def separations(pdf: Pdf, page: Page, content: Content, box: Box, reading: Reading) -> Plates:
    """The plates of a page whose media box is `box`; its content was walked before, with the same `reading`."""
    if box.width * box.height * SCALE**2 > MOST_PIXELS:
        return Plates(np.zeros((1, 1, 4), np.uint8), box, ("a page of this size",))
    sizes = dict(_sizes(content))
    unmeasured: list[str] = []
    with Pdf.new() as both:
        for half in _HALVES:
            separator = Separator(pdf, half, sizes, reading)
            both.pages.append(Page(pdf.make_indirect(separator.page(page))))
            unmeasured += separator.unmeasured
        out = io.BytesIO()
        both.save(out, compress_streams=False)
    return Plates(_rendered(out.getvalue()), box, tuple(dict.fromkeys(unmeasured)))


_HALVES: tuple[Half, Half] = ("cmy", "k")


def _rendered(both: bytes) -> np.ndarray:
    with pypdfium2.PdfDocument(both) as document:
        colour = document[0].render(scale=SCALE, rev_byteorder=True).to_numpy()[:, :, :3]
        black = document[1].render(scale=SCALE, grayscale=True).to_numpy()
        return 255 - np.concatenate([colour, black.reshape(*black.shape[:2], -1)[:, :, :1]], axis=2)


def _sizes(content: Content) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """For each picture of the file that the page shows the pixels that it needs at its largest."""
    most: dict[tuple[int, int], tuple[int, int]] = {}
    for event in content.painted:
        if event.picture and event.picture.key:
            width, height = (max(1, round(side * SCALE * FINER)) for side in sides(event.picture.place))
            before = most.get(event.picture.key, (1, 1))
            most[event.picture.key] = max(width, before[0]), max(height, before[1])
    yield from most.items()
