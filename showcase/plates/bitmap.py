"""The Pillow pen: a drawing as a picture of pixels, for cards and thumbnails."""

from __future__ import annotations

from io import BytesIO
from math import ceil, floor

from PIL import Image, ImageDraw

from showcase.colour import family_colour
from showcase.plates.geometry import Dot, Mark, Point
from showcase.plates.sheet import Drawing, Layer
from showcase.plates.vector import ink_colour

FINER = 3


def raster(
    drawing: Drawing, size: tuple[int, int] | None = None, format: str = "WEBP", quality: int = 76
) -> bytes:
    """Return the drawing with its sky and ground as a WebP, PNG or JPEG file.

    `size` is (width, height) in pixels; without it a unit is a pixel. A
    picture of another shape than the sheet shows a part of it that fills it,
    with the horizon at the same share of its height.
    """
    image = picture(drawing, size)
    buffer = BytesIO()
    options = {
        "WEBP": {"quality": quality, "method": 4},
        "PNG": {"optimize": True},
        "JPEG": {"quality": quality, "optimize": True},
    }
    image.save(buffer, format, **options[format])
    return buffer.getvalue()


def picture(drawing: Drawing, size: tuple[int, int] | None = None) -> Image.Image:
    """Return the drawing as an RGB picture; see `raster`."""
    width, height = size or (round(drawing.width), round(drawing.height))
    scale = max(width / drawing.width, height / drawing.height)
    left, top = (
        (width - drawing.width * scale) / 2,
        (height - drawing.height * scale) * drawing.horizon,
    )
    image = _gradients(drawing, (width, height), scale, top)
    for layer in drawing.layers:
        _lay(image, layer, ink_colour(drawing.family, layer.ink), scale, (left, top))
    return image


def _gradients(drawing: Drawing, size: tuple[int, int], scale: float, top: float) -> Image.Image:
    """Return sky and ground: each row the mixture of its gradient's two ends."""
    column = Image.new("RGB", (1, size[1]))
    line = drawing.height * drawing.horizon * scale + top
    foot = drawing.height * scale + top
    for y in range(size[1]):
        middle = y + 0.5
        if middle < line:
            share, ends = (middle - top) / (line - top), ("sky_top", "sky_foot")
        else:
            share, ends = (middle - line) / (foot - line), ("ground_top", "ground_foot")
        column.putpixel((0, y), _between(drawing.family, ends, share))
    return column.resize(size)


def _between(family: str, ends: tuple[str, str], share: float) -> tuple[int, ...]:
    """Return the RGB value at a share of the way between two of a family's colours."""
    a, b = (bytes.fromhex(family_colour(family, end)[1:]) for end in ends)
    return tuple(round(p + (q - p) * min(1.0, max(0.0, share))) for p, q in zip(a, b, strict=True))


def _lay(image: Image.Image, layer: Layer, colour: str, scale: float, shift: Point) -> None:
    """Lay one layer on the picture: drawn finer than its pixels, then reduced."""
    width = layer.width * scale
    lines = [_pixels(mark, scale, shift) for mark in layer.marks]
    box = _box(lines, width / 2 + 1, image.size)
    if box is None:
        return
    left, top, right, foot = box
    mask = Image.new("L", ((right - left) * FINER, (foot - top) * FINER))
    draw = ImageDraw.Draw(mask)
    for points in lines:
        fine = [((x - left) * FINER, (y - top) * FINER) for x, y in points]
        _draw(draw, fine, layer.filled, width * FINER)
    # A line finer than the finest pixel is drawn one wide and fainter instead.
    opacity = layer.opacity * (1 if layer.filled else min(1.0, width * FINER))
    image.paste(colour, box, mask.reduce(FINER).point([round(v * opacity) for v in range(256)]))


def _pixels(mark: Mark, scale: float, shift: Point) -> list[Point]:
    """Return a mark as points in pixels; a dot is a single point."""
    points = [(mark.x, mark.y)] if isinstance(mark, Dot) else mark.flat(1.5 / scale)
    return [(x * scale + shift[0], y * scale + shift[1]) for x, y in points]


def _box(
    lines: list[list[Point]], margin: float, size: tuple[int, int]
) -> tuple[int, int, int, int] | None:
    """Return the whole pixels that lines can touch, or None when all are off the picture."""
    xs = [x for points in lines for x, _ in points]
    ys = [y for points in lines for _, y in points]
    left, top = max(0, floor(min(xs) - margin)), max(0, floor(min(ys) - margin))
    right, foot = min(size[0], ceil(max(xs) + margin)), min(size[1], ceil(max(ys) + margin))
    return (left, top, right, foot) if left < right and top < foot else None


def _draw(draw: ImageDraw.ImageDraw, points: list[Point], filled: bool, width: float) -> None:
    """Draw one mark on a mask: a dot, a shape or a line."""
    if len(points) == 1:
        (x, y), r = points[0], width / 2
        draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
    elif filled:
        draw.polygon(points, fill=255)
    else:
        draw.line(points, 255, max(1, round(width)), "curve" if width > 2.5 else None)
