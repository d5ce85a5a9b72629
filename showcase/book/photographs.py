"""Photographs as the reading edition shows them."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from showcase import pictures

WIDEST = 2400  # pixels over 300 mm: 203 to the inch


def page_picture(file: Path, ratio: float, focus: tuple[float, float]) -> bytes:
    """A photograph cropped to the page around its subject, as JPEG for the screen."""
    picture = pictures.cropped(pictures.verify(file), ratio, focus)
    if picture.width > WIDEST:
        picture = picture.resize((WIDEST, round(WIDEST / ratio)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
