"""Photographs as the site shows them: across the top of a page, and small on a card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from showcase.site import addresses
from showcase.startup import Startup

SHAPES = {"wide": 2.0, "tall": 0.75, "card": 1.6}
"""Width by height: over a page on a wide screen and on a narrow one, and on a card."""
CARD_WIDTH = 800


@dataclass(frozen=True)
class Size:
    """One file of a photograph: its width in pixels, where it lies on the site and on disk."""

    width: int
    address: str
    path: Path


Sizes = dict[str, tuple[Size, ...]]
"""The files of a photograph by shape, each from narrow to wide."""


def sizes(startup: Startup, folder: Path) -> Sizes:
    """The startup's photograph cut to each shape around its subject; `folder` is the cache.

    Nothing for a startup without a photograph. Raises pictures.PictureError where the file
    is none; the check has told so before.
    """
    if (photograph := startup.photograph) is None:
        return {}
    from showcase import pictures  # Pillow is slow to load, and most profiles have no photograph

    photo = pictures.verify(startup.pictures / photograph.file)
    cut: Sizes = {}
    for shape, ratio in SHAPES.items():
        files = pictures.web_sizes(photo, folder, ratio, photograph.focus)
        cut[shape] = tuple(
            Size(width, addresses.photograph(startup, shape, width), path) for width, path in files
        )
    return cut


def card(cut: Sizes) -> Path:
    """The file for the card: the widest that is not wasted on it."""
    return max(
        (one for one in cut["card"] if one.width <= CARD_WIDTH), key=lambda one: one.width
    ).path
