"""The owner's mark in the header: its file, and its size in its own shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from showcase.model.site import Site

LOGOS = "docs/assets/owner"
KINDS = (".svg", ".png", ".webp", ".jpg", ".jpeg")
HEAVIEST = 100_000
"""Bytes."""
HEIGHT = 48
"""In the header, in CSS pixels."""
_BOX = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')


@dataclass(frozen=True)
class Logo:
    """The mark as the header shows it."""

    address: str
    width: int
    height: int = HEIGHT


def find(root: Path, site: Site) -> Logo | None:
    """The mark of the owner; None where none is named or its file is not there."""
    file = root / LOGOS / (site.owner.logo or "")
    if not site.owner.logo or not file.is_file() or file.suffix.lower() not in KINDS:
        return None
    width, height = _size(file)
    return Logo(f"assets/owner/{site.owner.logo}", round(HEIGHT * width / height))


def _size(file: Path) -> tuple[float, float]:
    if file.suffix.lower() == ".svg":
        box = _BOX.search(file.read_text(encoding="utf-8"))
        return (float(box[1]), float(box[2])) if box else (1, 1)
    from PIL import Image  # slow to load, and most sites have no mark of such a kind

    with Image.open(file) as picture:
        return picture.size
