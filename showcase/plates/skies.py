"""What each family draws above the line."""

from __future__ import annotations

from collections.abc import Callable

from showcase.plates import (
    air,
    computing,
    land,
    materials,
    medical,
    quantum,
    sea,
    soldier,
    space,
    spectrum,
)
from showcase.plates.sheet import Layer, Sheet

SKIES: dict[str, Callable[[Sheet], list[Layer]]] = {
    "air": air.sky,
    "sea": sea.sky,
    "space": space.sky,
    "land": land.sky,
    "spectrum": spectrum.sky,
    "quantum": quantum.sky,
    "computing": computing.sky,
    "soldier": soldier.sky,
    "materials": materials.sky,
    "medical": medical.sky,
}
