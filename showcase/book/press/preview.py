"""A picture of the bound book as it stands on a table, for the eye alone: made from the laid-out cover."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from showcase.book.press.sheets import BACK, FRONT, SPINE, Sheet

PIXELS = 4.0
"""A millimetre of the cover in the picture, in pixels."""

MARGIN = 160
TABLE, SHADOW, SHADOW_DOWN = "#e9e7e1", 90, 24
TURNED, RECEDES = 0.94, 0.03
"""The front is seen a little from the left: what is left of its breadth, what goes of its height at the far edge."""

SPINE_TURNED, SPINE_SHADE = 0.8, 0.72


def preview(pdf: bytes, sheet: Sheet) -> bytes:
    """The back, and the book standing with spine and front, as PNG; `pdf` is the cover as trimmed."""
    back, spine, front = _faces(pdf, sheet)
    standing = _standing(spine, front)
    width = back.width + standing.width + 3 * MARGIN
    table = Image.new("RGB", (width, back.height + 2 * MARGIN), TABLE)
    _lay(table, back.convert("RGBA"), (MARGIN, MARGIN))
    _lay(table, standing, (back.width + 2 * MARGIN, MARGIN))
    out = io.BytesIO()
    table.resize((width // 2, table.height // 2), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _faces(pdf: bytes, sheet: Sheet) -> list[Image.Image]:
    """Back, spine and front of a laid-out cover; what lies in a joint belongs to the faces."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        whole = page.render(scale=PIXELS * sheet.width / page.get_width()).to_pil()
    spine, top, foot = sheet.panel(SPINE), sheet.turned_in, sheet.height - sheet.turned_in
    spans = ((sheet.panel(BACK).left, spine.left), (spine.left, spine.right), (spine.right, sheet.panel(FRONT).right))
    return [
        whole.crop(tuple(round(place * PIXELS) for place in (left, top, right, foot)))
        for left, right in spans
    ]


def _standing(spine: Image.Image, front: Image.Image) -> Image.Image:
    """Spine and front, the front turned away a little and lit, the spine in shade."""
    narrow = spine.resize((max(1, round(spine.width * SPINE_TURNED)), spine.height))
    narrow = ImageChops.multiply(narrow, Image.new("RGB", narrow.size, (round(255 * SPINE_SHADE),) * 3))
    width, height = front.size
    gone = round(height * RECEDES / 2)
    clear = Image.new("RGBA", (width, height + 2 * gone))  # so that the slanting edges come out smooth
    clear.paste(front, (0, gone))
    corners = (0, gone, 0, gone + height, width, height + 2 * gone, width, 0)
    away = (round(width * TURNED), height)
    turned = clear.transform(away, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    picture = Image.new("RGBA", (narrow.width + turned.width, height))
    picture.paste(narrow, (0, 0))
    picture.paste(turned, (narrow.width, 0))
    return picture


def _lay(table: Image.Image, book: Image.Image, corner: tuple[int, int]) -> None:
    """Lays a picture on the table with a soft shadow under it."""
    shadow = Image.new("L", table.size)
    shadow.paste(book.getchannel("A").point(lambda alpha: min(alpha, SHADOW)), (corner[0], corner[1] + SHADOW_DOWN))
    table.paste("black", mask=shadow.filter(ImageFilter.GaussianBlur(SHADOW_DOWN)))
    table.paste(book, corner, book)
