"""Photographs in their places on a page: cropped around their subjects."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from itertools import product
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from showcase import pictures
from showcase.book.cache import fingerprint
from showcase.pictures import Box, Focus, Photo

FINEST = 8  # pixels to the millimetre in the reading edition: 203 to the inch
RECIPE = "1"
"""Goes into every picture's mark: to be raised when it is cut or written in another way."""
GUTTER_CLEAR = 12.0
"""Millimetres that a subject keeps from the gutter."""
TRIM_CLEAR = 5.0
"""Millimetres that a subject keeps from the edges of its picture."""
CLOSEST = 0.6
"""The smallest share of its width to which a photograph is cut to bring its subject clear."""


class Over(NamedTuple):
    """By how many millimetres a picture goes on beyond its slot, and each half beyond the gutter."""

    left: float = 0
    top: float = 0
    right: float = 0
    foot: float = 0
    gutter: float = 0


WITHIN = Over()


@dataclass(frozen=True)
class Slot:
    """The place of one picture: millimetres from the left trim edge of the left page, and down it.

    A slot that reaches over `gutter` shows its picture in two halves. What the
    picture has `over` lies in the bleed, or is what the page opposite shows.
    """

    left: float
    top: float
    width: float
    height: float
    gutter: float
    over: Over = WITHIN

    @property
    def drawn(self) -> tuple[float, float]:
        """Width and height of the whole picture, with what lies in the bleed."""
        return self.over.left + self.width + self.over.right, self.over.top + self.height + self.over.foot

    @property
    def ratio(self) -> float:
        """The whole picture's width by its height."""
        width, height = self.drawn
        return width / height

    def crosses(self) -> bool:
        """Whether the gutter runs through it."""
        return self.left < self.gutter < self.left + self.width

    def shortfall(self, x: float, y: float) -> float:
        """By how many millimetres a subject at shares `x`, `y` of the picture stands too near an edge."""
        width, height = self.drawn
        across, down = x * width - self.over.left, y * height - self.over.top
        lacking = [TRIM_CLEAR - edge for edge in (across, self.width - across, down, self.height - down)]
        if self.crosses():
            lacking.append(GUTTER_CLEAR - abs(self.left + across - self.gutter))
        return max(0.0, *lacking)

    def shown(self, side: int) -> tuple[float, float, float, float]:
        """What the left page (0) or the right one (1) shows of it: left, top, width and height on that page."""
        width, height = self.drawn
        left, top = self.left - self.over.left, self.top - self.over.top
        first, last = left, left + width
        if self.crosses():
            first, last = (self.gutter - self.over.gutter, last) if side else (first, self.gutter + self.over.gutter)
        return first - side * self.gutter, top, last - first, height

    def columns(self, scale: float, side: int) -> tuple[int, int]:
        """First and last column of pixels, at `scale` to the millimetre, of what one page shows of it."""
        last = round(self.drawn[0] * scale)
        if not self.crosses():
            return 0, last
        cut, more = round((self.over.left + self.gutter - self.left) * scale), round(self.over.gutter * scale)
        return (cut - more, last) if side else (0, cut + more)


@dataclass(frozen=True)
class Placed:
    """What one page shows of a photograph: all of it, or the half on its side of the gutter (0 left, 1 right)."""

    file: Path
    slot: Slot
    focus: Focus
    side: int = 0

    @cached_property
    def mark(self) -> str:
        """A name that only the same part of the same file in the same place has."""
        with self.file.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        return fingerprint(RECIPE, digest, repr((self.slot, self.focus, self.side)))

    def cut(self, picture: Image.Image, finest: float) -> Image.Image:
        """The part of the upright `picture` that is shown, at `finest` pixels to the millimetre at most.

        Both halves are one picture cut between two columns of its pixels.
        """
        box = clear_box(picture.size, self.slot, self.focus)
        width, height = self.slot.drawn
        scale = min(finest, (box[2] - box[0]) / width)
        size = round(width * scale), round(height * scale)
        whole = picture.crop(box).resize(size, Image.Resampling.LANCZOS)
        first, last = self.slot.columns(scale, self.side)
        return whole.crop((first, 0, last, size[1]))

    def read_bytes(self) -> bytes:
        """The picture of the reading edition as JPEG. It bears its mark, so that a press finds the photograph again."""
        out = io.BytesIO()
        picture = self.cut(pictures.verify(self.file).image(), FINEST)
        picture.save(out, "JPEG", quality=85, subsampling=0, optimize=True, comment=self.mark)
        return out.getvalue()


def placed(file: Path, slot: Slot, focus: Focus) -> list[Placed]:
    """A photograph for its slot: one picture, or the two halves on either side of the gutter."""
    return [Placed(file, slot, focus, side) for side in range(2 if slot.crosses() else 1)]


def on_page(file: Path, width: float, height: float, focus: Focus, over: Over = WITHIN) -> Placed:
    """A photograph for a part of one page, `width` by `height` millimetres."""
    return Placed(file, Slot(0, 0, width, height, gutter=width, over=over), focus)


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
