"""Draws the README's picture: one spread of the book, as a reader sees it open.

Run by `make picture`; the result, book/picture.png, is committed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from build_pdf import main as make_book  # noqa: E402  # the checkout is on the path only now

STARTUP = "sagar-defence-engineering"
RESOLUTION = 56  # dots an inch: a spread of 600 mm becomes some 1,320 pixels wide
COLOURS = 128


def main() -> int:
    """Make the spread, draw its two pages side by side, and write the picture. Returns 0."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if status := make_book(["--only", STARTUP, "--output", name]):
            return status
        (book,) = folder.glob("*.pdf")
        subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-png", book, folder / "page"], check=True)
        pages = [Image.open(path) for path in sorted(folder.glob("page-*.png"))]
        _side_by_side(pages).save(ROOT / "book" / "picture.png", optimize=True)
    return 0


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    width, height = sum(page.width for page in pages), pages[0].height
    spread = Image.new("RGB", (width, height))
    left = 0
    for page in pages:
        spread.paste(page, (left, 0))
        left += page.width
    return spread.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
