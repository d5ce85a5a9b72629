"""The pages of a finished PDF as pictures, cut to their trim."""

from __future__ import annotations

import pypdfium2
from PIL import Image

POINTS = 72
"""Points to the inch."""


def trimmed(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    """The page as it lies trimmed, in the colours of the screen."""
    page.set_cropbox(*page.get_trimbox())
    return page.render(scale=dpi / POINTS).to_pil().convert("RGB")


def trim_size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Width and height of the trimmed page in points."""
    left, foot, right, top = page.get_trimbox()
    return right - left, top - foot
