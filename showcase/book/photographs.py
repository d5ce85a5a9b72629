"""Photographs as the reading edition shows them: cropped around their subjects."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PIL import Image

from showcase import pictures
from showcase.pictures import Box, Focus, Photo

WIDEST = 8  # pixels to the millimetre: 203 to the inch
GUTTER_CLEAR = 12.0
"""Millimetres that a subject keeps from the gutter."""
TRIM_CLEAR = 5.0
"""Millimetres that a subject keeps from the edges of its picture."""
CLOSEST = 0.6
"""The smallest share of its width to which a photograph is cut to bring its subject clear."""


@dataclass(frozen=True)
class Slot:
    """The place of one picture: millimetres from the left trim edge of the left page, and down it.

    A slot that reaches over `gutter` shows its picture in two halves.
    """

    left: float
    top: float
    width: float
    height: float
    gutter: float

    @property
    def ratio(self) -> float:
        """Its width by its height."""
        return self.width / self.height

    def crosses(self) -> bool:
        """Whether the gutter runs through it."""
        return self.left < self.gutter < self.left + self.width

    def shortfall(self, x: float, y: float) -> float:
        """By how many millimetres a subject at shares `x`, `y` of the picture stands too near an edge."""
        across, down = x * self.width, y * self.height
        lacking = [TRIM_CLEAR - edge for edge in (across, self.width - across, down, self.height - down)]
        if self.crosses():
            lacking.append(GUTTER_CLEAR - abs(self.left + across - self.gutter))
        return max(0.0, *lacking)


def place(focus: Focus, size: tuple[int, int], box: Box) -> Focus:
    """Where a subject stands in the part `box` of a picture, as shares of its width and height."""
    across, down = focus[0] * size[0] - box[0], focus[1] * size[1] - box[1]
    return across / (box[2] - box[0]), down / (box[3] - box[1])


def clear_box(size: tuple[int, int], slot: Slot, focus: Focus) -> Box:
    """The part of a picture for a slot that keeps its subject clear of gutter and edges.

    The largest part that does; when none does, the one that comes nearest to it.
    """
    best, least = pictures.crop_box(size, slot.ratio, focus), float("inf")
    for box in _boxes(size, slot, focus):
        lacking = slot.shortfall(*place(focus, size, box))
        if lacking <= 0:
            return box
        if lacking < least - 0.01:
            best, least = box, lacking
    return best


def _boxes(size: tuple[int, int], slot: Slot, focus: Focus) -> Iterator[Box]:
    """Parts to try, from the largest; each size with its subject in the middle, then aside."""
    full = pictures.crop_box(size, slot.ratio, focus)
    widest, highest = full[2] - full[0], full[3] - full[1]
    for percent in range(100, round(CLOSEST * 100) - 1, -1):
        width, height = widest * percent // 100, highest * percent // 100
        for x, y in product((50, 42, 58, 34, 66, 26, 74, 18, 82, 10, 90), (50, 40, 60, 25, 75)):
            left = min(max(0, round(focus[0] * size[0] - width * x / 100)), size[0] - width)
            top = min(max(0, round(focus[1] * size[1] - height * y / 100)), size[1] - height)
            yield left, top, left + width, top + height


def shortfall(photo: Photo, slot: Slot, focus: Focus) -> float:
    """By how many millimetres a photograph's subject cannot be brought clear in a slot; 0 when it can."""
    size = photo.width, photo.height
    return slot.shortfall(*place(focus, size, clear_box(size, slot, focus)))


def parts(file: Path, slot: Slot, focus: Focus) -> list[bytes]:
    """The photograph for its slot as JPEG: one picture, or the two halves on either side of the gutter.

    The halves are one picture cut between two columns of its pixels.
    """
    photo = pictures.verify(file)
    box = clear_box((photo.width, photo.height), slot, focus)
    scale = min(WIDEST, (box[2] - box[0]) / slot.width)
    cut = round((slot.gutter - slot.left) * scale) if slot.crosses() else 0
    width, height = round(slot.width * scale), round(slot.height * scale)
    picture = photo.image().crop(box).resize((width, height), Image.Resampling.LANCZOS)
    edges = (0, cut, width) if cut else (0, width)
    return [_jpeg(picture.crop((start, 0, end, height))) for start, end in zip(edges, edges[1:], strict=False)]


def page_picture(file: Path, width: float, height: float, focus: Focus) -> bytes:
    """A photograph for a part of one page, `width` by `height` millimetres."""
    (picture,) = parts(file, Slot(0, 0, width, height, gutter=width), focus)
    return picture


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, subsampling=0, optimize=True)
    return out.getvalue()
