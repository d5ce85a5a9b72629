"""Gradients in one half of their inks."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from showcase.preflight.calculator import Uncountable
from showcase.preflight.functions import function
from showcase.preflight.spaces import space

AXIAL, RADIAL = 2, 3
STEPS = 64
"""Places at which a gradient's colours are read off; between them they lie on straight lines."""


def separated_shading(pdf: Pdf, shading: Any, half: str, named: Any) -> Object:
    """The gradient with its colours read off at so many places. Raises Uncountable for a mesh."""
    if isinstance(shading, Stream) or int(shading.ShadingType) not in (AXIAL, RADIAL):
        raise Uncountable("a gradient that is a mesh")
    colours, run = space(shading.ColorSpace, named), function(shading.Function)
    start, end = (float(one) for one in shading.get("/Domain", [0, 1]))
    parts = slice(0, 3) if half == "cmy" else slice(3, 4)
    table = bytearray()
    for step in range(STEPS):
        ink = colours.ink(run([start + (end - start) * step / (STEPS - 1)]))
        table += bytes(round(255 * (1 - one)) for one in ink[parts])
    made = Dictionary({key: value for key, value in shading.items() if key != "/Background"})
    channels = parts.stop - parts.start
    made.ColorSpace = Name.DeviceRGB if half == "cmy" else Name.DeviceGray
    made.Function = pdf.make_stream(
        bytes(table), FunctionType=0, Domain=Array([start, end]), Range=Array([0, 1] * channels),
        Size=Array([STEPS]), BitsPerSample=8,
    )  # fmt: skip
    return made
