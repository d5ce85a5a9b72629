"""Pictures of the spreads of single profiles, as the open book shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from showcase.planfile import PlanFile

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS = 60
"""Dots an inch of a picture: some 1,400 across."""


def spread_pictures(folder: Path, plan: PlanFile, output: Path) -> Iterator[str]:
    """Draws each spread of the profiles of a file in `folder` into `output`; gives the names: "slug-1.png"."""
    import pypdfium2

    with pypdfium2.PdfDocument(folder / plan.file.name) as document:
        for profile in plan.profiles:
            for number, left in enumerate(range(profile.first - 1, profile.last, 2), 1):
                name = f"{profile.slug}-{number}.png"
                facing = range(left, min(left + 2, profile.last))
                spread = _side_by_side([document[page].render(scale=DOTS / 72).to_pil() for page in facing])
                spread.save(output / name, optimize=True)
                yield name


def _side_by_side(halves: Sequence[Image]) -> Image:
    from PIL import Image

    spread = Image.new("RGB", (sum(one.width for one in halves), halves[0].height), "white")
    left = 0
    for one in halves:
        spread.paste(one, (left, 0))
        left += one.width
    return spread.quantize(256, dither=Image.Dither.FLOYDSTEINBERG)
