"""What is painted in a pattern: gradients, and drawings that repeat."""

from __future__ import annotations

from typing import Any

from pikepdf import Stream

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import BLACK, Colour
from showcase.preflight.findings import Box
from showcase.preflight.functions import function
from showcase.preflight.geometry import SAME, joined, matrix
from showcase.preflight.painted import Painted
from showcase.preflight.walk import Walk

ALONG_A_LINE = (2, 3)
"""Kinds of gradient whose colours follow from one number."""


def paint_pattern(walk: Walk, colour: Colour, box: Box) -> None:
    """Notes what a pattern paints into the area `box`: a gradient, or all that its cell paints."""
    pattern = walk.named("/Pattern", colour.pattern)
    if int(pattern.get("/PatternType", 0)) == 2:
        gradient(walk, pattern.Shading, box)
        return
    if not isinstance(pattern, Stream):
        raise Uncountable("a pattern that repeats has no drawing")
    place = joined(matrix(pattern.get("/Matrix", SAME)), walk.base)
    before, seen = walk.area, box.shared(walk.state.clip)
    with walk.inside(pattern.get("/Resources"), place):
        walk.area = walk.area or seen
        has_colour = int(pattern.get("/PaintType", 1)) == 1
        walk.state.fill = walk.state.stroke = BLACK if has_colour else colour._replace(pattern="")
        try:
            walk.run(pattern)
        finally:
            walk.area = before


def gradient(walk: Walk, shading: Any, box: Box) -> None:
    """Notes a gradient that is painted into the area `box`."""
    space = walk.space(shading.ColorSpace)
    walk.emit(Painted("gradient", box, alpha=walk.state.fill_alpha, spaces=(space,)))
    if "/Function" in shading and int(shading.ShadingType) in ALONG_A_LINE:
        given = len(function(shading.Function)([float(shading.get("/Domain", [0, 1])[0])]))
        if given != space.parts:
            raise Uncountable(f"a gradient gives {given} values for {space.name}, so it paints nothing")
