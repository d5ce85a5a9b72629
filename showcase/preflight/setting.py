"""Operators that set the state: place, effects, colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pikepdf import Dictionary, Name

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import CMYK, GRAY, RGB, Colour, Space
from showcase.preflight.geometry import joined, matrix
from showcase.preflight.walk import Walk, numbers, operator

MOST_KEPT = 512


@operator("q")
def _keep(walk: Walk, operands: Sequence[Any]) -> None:
    if len(walk.kept) > MOST_KEPT:
        raise Uncountable("states are kept without end")
    walk.kept.append(walk.state.kept())


@operator("Q")
def _restore(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state = walk.kept.pop()


@operator("cm")
def _move(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.place = joined(matrix(operands), walk.state.place)


@operator("w")
def _width(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.width = float(operands[0])


@operator("gs")
def _state(walk: Walk, operands: Sequence[Any]) -> None:
    settings = walk.named("/ExtGState", operands[0])
    state = walk.state
    state.width = float(settings.get("/LW", state.width))
    state.stroke_alpha = float(settings.get("/CA", state.stroke_alpha))
    state.fill_alpha = float(settings.get("/ca", state.fill_alpha))
    state.set_overprint(settings)
    if "/Font" in settings:
        state.font, state.size = walk.font(settings.Font[0]), float(settings.Font[1])
    _note_effects(walk, settings)


def _note_effects(walk: Walk, settings: Any) -> None:
    """Notes what a press must know of: transparency, transfer curves."""
    content = walk.content
    for key in ("/CA", "/ca"):
        if float(settings.get(key, 1)) < 1:
            content.see_through.append(f"opacity {float(settings[key]):g}")
    mode = settings.get("/BM", Name.Normal)
    modes = [mode] if isinstance(mode, Name) else list(mode)
    if not {"/Normal", "/Compatible"} & {str(one) for one in modes}:
        content.see_through.append(f"blend mode {str(modes[0])[1:]}")
    if "/TR" in settings or settings.get("/TR2", Name.Default) != Name.Default or "/HTP" in settings:
        content.transfers.append("a transfer curve or halftone phase is set")
    if isinstance(settings.get("/SMask"), Dictionary):
        walk.mask(settings.SMask)


def _device(walk: Walk, plain: Space, operands: Sequence[Any]) -> Colour:
    space = walk.device(plain)
    values = numbers(operands)
    if len(values) != space.parts:
        raise Uncountable(f"{space.name} has {space.parts} components, {len(values)} are given")
    return walk.set_colour(Colour(space, tuple(values)))


@operator("g")
def _fill_gray(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.fill = _device(walk, GRAY, operands)


@operator("G")
def _stroke_gray(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.stroke = _device(walk, GRAY, operands)


@operator("rg")
def _fill_rgb(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.fill = _device(walk, RGB, operands)


@operator("RG")
def _stroke_rgb(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.stroke = _device(walk, RGB, operands)


@operator("k")
def _fill_cmyk(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.fill = _device(walk, CMYK, operands)


@operator("K")
def _stroke_cmyk(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.stroke = _device(walk, CMYK, operands)


@operator("cs")
def _fill_space(walk: Walk, operands: Sequence[Any]) -> None:
    chosen = walk.space(operands[0])
    walk.state.fill = Colour(chosen, chosen.initial)


@operator("CS")
def _stroke_space(walk: Walk, operands: Sequence[Any]) -> None:
    chosen = walk.space(operands[0])
    walk.state.stroke = Colour(chosen, chosen.initial)


@operator("sc", "scn")
def _fill_colour(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.fill = _colour(walk, walk.state.fill.space, operands)


@operator("SC", "SCN")
def _stroke_colour(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.stroke = _colour(walk, walk.state.stroke.space, operands)


def _colour(walk: Walk, space: Space, operands: Sequence[Any]) -> Colour:
    """The colour of the operands: numbers, and a pattern's name after them."""
    pattern = str(operands[-1]) if operands and isinstance(operands[-1], Name) else ""
    values = tuple(numbers(operands[:-1] if pattern else operands))
    if len(values) < space.parts:
        raise Uncountable(f"{space.name} has {space.parts} components, {len(values)} are given")
    return walk.set_colour(Colour(space, values, pattern))
