"""Two pictures of a page: where they differ, and how that is shown."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

Box = tuple[float, float, float, float]
"""Left, top, right and foot in pixels."""
Mask = Image.Image
"""White where two pictures differ."""

TOLERANCE = 24
"""Steps of 255 by which a pixel may differ: rounding, and the edges of letters drawn by another engine."""
FEWEST = 6
"""Pixels that must differ: less is no change that anyone made."""
AROUND = 3
"""Pixels around a folio that belong to it."""
RED = (214, 20, 30)
FAINT = 0.62
QUALITY = 72


def mask_of(old: Image.Image, new: Image.Image, left_out: Sequence[Box] = ()) -> Mask | None:
    """Where two pictures of a page differ; None where they do not. The boxes that are `left_out` do not count."""
    if old.size != new.size:
        return Image.new("L", new.size, 255)
    bands = ImageChops.difference(old, new).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    mask = most.point(lambda step: 255 if step > TOLERANCE else 0)
    draw = ImageDraw.Draw(mask)
    for left, top, right, foot in left_out:
        draw.rectangle((left - AROUND, top - AROUND, right + AROUND, foot + AROUND), fill=0)
    return mask if mask.histogram()[255] >= FEWEST else None


def shown(new: Image.Image, mask: Mask) -> Image.Image:
    """The new page, faint and grey, with what changed in red."""
    grey = ImageOps.grayscale(new).convert("RGB")
    faint = Image.blend(grey, Image.new("RGB", grey.size, "white"), FAINT)
    faint.paste(RED, mask=mask.filter(ImageFilter.MaxFilter(3)))
    return faint


def jpeg(picture: Image.Image) -> bytes:
    """The picture as it is kept for a report."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
