"""Operators that set text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pikepdf import Array, String

from showcase.preflight.calculator import Uncountable
from showcase.preflight.fonts import Font
from showcase.preflight.geometry import SAME, Matrix, bounds, joined, matrix, sides
from showcase.preflight.painted import Painted
from showcase.preflight.state import TextPlace
from showcase.preflight.walk import Walk, numbers, operator

FOOT, HEAD = -0.2, 0.72
"""How far letters reach under and over their baseline, in ems: descenders and capitals."""
SPACE = 32
UNSEEN, OUTLINED, CLIPS = 3, 1, 4


@operator("BT")
def _begin(walk: Walk, operands: Sequence[Any]) -> None:
    walk.text = TextPlace()


@operator("ET")
def _end(walk: Walk, operands: Sequence[Any]) -> None:
    pass


@operator("Tf")
def _font(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.font = walk.font(walk.named("/Font", operands[0]))
    walk.state.size = float(operands[1])


_PLAIN = {"Tc": "char_space", "Tw": "word_space", "TL": "leading", "Ts": "rise"}


def _setter(field: str) -> Any:
    return lambda walk, operands: setattr(walk.state, field, float(operands[0]))


for _name, _field in _PLAIN.items():
    operator(_name)(_setter(_field))


@operator("Tz")
def _stretch(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.stretch = float(operands[0]) / 100


@operator("Tr")
def _mode(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.mode = int(operands[0])


@operator("Tm")
def _place(walk: Walk, operands: Sequence[Any]) -> None:
    walk.text.here = walk.text.line = matrix(operands)


@operator("Td")
def _go(walk: Walk, operands: Sequence[Any]) -> None:
    x, y = numbers(operands)
    walk.text.here = walk.text.line = joined((1, 0, 0, 1, x, y), walk.text.line)


@operator("TD")
def _go_and_lead(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.leading = -float(operands[1])
    _go(walk, operands)


@operator("T*")
def _next_line(walk: Walk, operands: Sequence[Any]) -> None:
    _go(walk, (0, -walk.state.leading))


@operator("Tj")
def _show(walk: Walk, operands: Sequence[Any]) -> None:
    _set(walk, operands)


@operator("TJ")
def _show_spaced(walk: Walk, operands: Sequence[Any]) -> None:
    _set(walk, operands[0])


@operator("'")
def _next_line_and_show(walk: Walk, operands: Sequence[Any]) -> None:
    _next_line(walk, ())
    _set(walk, operands)


@operator('"')
def _space_and_show(walk: Walk, operands: Sequence[Any]) -> None:
    walk.state.word_space, walk.state.char_space = numbers(operands[:2])
    _next_line(walk, ())
    _set(walk, operands[2:])


def _set(walk: Walk, parts: Sequence[Any] | Array) -> None:
    """Sets strings, moved by the numbers between them, and notes the text."""
    state = walk.state
    if state.font is None:
        raise Uncountable("text is set before a font is chosen")
    codes: list[int] = []
    starts, ends, x = [], [], 0.0
    for part in parts:
        if not isinstance(part, String):
            x -= float(part) / 1000 * state.size * state.stretch
            continue
        for code in state.font.codes(bytes(part)):
            width = state.font.width(code) * state.size
            codes.append(code)
            if not state.font.text(code).isspace():
                starts.append(x)
                ends.append(x + width * state.stretch)
            extra = state.char_space + (state.word_space if code == SPACE and not state.font.is_wide else 0)
            x += (width + extra) * state.stretch
    here = joined(walk.text.here, state.place)
    walk.text.here = joined((1, 0, 0, 1, x, 0), walk.text.here)
    if starts and state.mode == UNSEEN:
        box = bounds(here, (min(starts), max(ends)), [state.rise + state.size * part for part in (FOOT, HEAD)])
        walk.content.unseen.append(box)
    if starts and state.mode % CLIPS != UNSEEN:
        _note(walk, here, (min(starts), max(ends)), tuple(codes))


def _note(walk: Walk, here: Matrix, extent: tuple[float, float], codes: tuple[int, ...]) -> None:
    state, font = walk.state, walk.state.font
    assert font is not None
    heights = [state.rise + state.size * part for part in (FOOT, HEAD)]
    box = bounds(here, extent, heights)
    is_line = state.mode % CLIPS == OUTLINED
    colour = state.stroke if is_line else state.fill
    alpha = state.stroke_alpha if is_line else state.fill_alpha
    font.codes_used.update(codes)
    size = abs(state.size) * sides(here)[1]
    leaves = state.leaves(colour, is_line)
    walk.emit(Painted("text", box, colour, alpha, leaves, size=size, font=font, codes=codes))
    if font.is_drawn:
        _glyphs(walk, font, codes, here)


def _glyphs(walk: Walk, font: Font, codes: Sequence[int], here: Matrix) -> None:
    """Walks through the drawings of a Type 3 font, each once on a page."""
    inner = matrix(font.source.get("/FontMatrix", SAME))
    size = walk.state.size
    place = joined(joined(inner, (size, 0, 0, size, 0, 0)), here)
    for code in sorted(set(codes)):
        drawing = font.drawings.get(code)
        if drawing is None or ("glyph", drawing.objgen) in walk.seen:
            continue
        walk.seen.add(("glyph", drawing.objgen))
        if b"d1" not in drawing.read_bytes()[:200]:
            with walk.inside(font.source.get("/Resources"), place):
                walk.run(drawing)


@operator("d0")
def _coloured_glyph(walk: Walk, operands: Sequence[Any]) -> None:
    pass


