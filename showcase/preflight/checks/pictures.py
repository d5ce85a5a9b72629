"""Pictures: fine enough at the size at which they are placed."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.preflight.demands import MOST_PPI
from showcase.preflight.findings import Finding, Place, gathered
from showcase.preflight.view import View


def pictures_are_fine(view: View) -> Iterator[Finding]:
    """G701 to G703: pixels to the inch on the page, through every drawing that the picture lies in."""
    least, wanted = view.demands.least_ppi, view.demands.wanted_ppi
    coarse, short, fine = [], [], []
    for event in view.seen:
        if event.picture is None:
            continue
        ppi, picture = event.picture.ppi, event.picture
        said = f"a picture of {picture.width} × {picture.height} pixels is placed at {ppi:.0f} ppi"
        if ppi < least:
            coarse.append(Place(f"{said}, where {least:g} are the least.", event.box, -ppi))
        elif ppi < wanted:
            short.append(Place(f"{said}, where {wanted:g} are wanted.", event.box, -ppi))
        elif ppi > MOST_PPI:
            fine.append(Place(f"{said}; more than {MOST_PPI:g} cannot be printed.", event.box, ppi))
    yield from gathered("G701", coarse, "photographs")
    yield from gathered("G702", short, "photographs")
    yield from gathered("G703", fine, "photographs")
