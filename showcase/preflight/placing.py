"""Operators that place what stands elsewhere: pictures, drawings, gradients."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from pikepdf import Name, Stream

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import Space
from showcase.preflight.geometry import bounds, sides
from showcase.preflight.painted import Painted, Picture
from showcase.preflight.pattern import gradient
from showcase.preflight.pixels import space_of_jpx
from showcase.preflight.walk import Walk, operator

POINTS_PER_INCH = 72


@operator("Do")
def _place(walk: Walk, operands: Sequence[Any]) -> None:
    stream = walk.named("/XObject", operands[0])
    if not isinstance(stream, Stream):
        raise Uncountable("what is placed is no stream")
    for key, says in (("/OPI", "OPI"), ("/Alternates", "an alternate picture"), ("/Ref", "a reference"),
                      ("/F", "a stream kept in another file"), ("/PS", "PostScript")):  # fmt: skip
        if key in stream:
            walk.content.elsewhere.append(says)
    kind = stream.get("/Subtype")
    if kind == Name.Form:
        walk.form(stream)
    elif kind == Name.Image:
        _picture(walk, stream)
    elif kind == Name.PS:
        walk.content.elsewhere.append("PostScript")
    else:
        raise Uncountable("what is placed is neither picture nor drawing")


def _picture(walk: Walk, stream: Stream) -> None:
    """A picture, and the mask that it brings."""
    spaces = [_space(walk, stream)]
    if isinstance(stream.get("/SMask"), Stream):
        walk.content.see_through.append("a picture with a soft mask")
        spaces.append(_space(walk, stream.SMask))
    width, height = int(stream.Width), int(stream.Height)
    _note(walk, spaces, width, height, stream.objgen if stream.is_indirect else None)


def _space(walk: Walk, stream: Stream) -> Space | None:
    """The space of a picture's colours; None for a stencil."""
    if bool(stream.get("/ImageMask", False)):
        return None
    if "/ColorSpace" not in stream and stream.get("/Filter") == Name.JPXDecode:
        return space_of_jpx(stream.read_raw_bytes())
    return walk.space(stream.ColorSpace)


@operator("INLINE IMAGE")
def _inline(walk: Walk, picture: Any) -> None:
    head = picture.obj
    is_stencil = bool(head.get("/IM", head.get("/ImageMask", False)))
    space = None if is_stencil else walk.space(head.get("/CS", head.get("/ColorSpace")))
    _note(walk, [space], int(picture.width), int(picture.height), None)


def _note(
    walk: Walk, spaces: Sequence[Space | None], width: int, height: int, key: tuple[int, int] | None
) -> None:
    place, state = walk.state.place, walk.state
    across, up = (side / POINTS_PER_INCH for side in sides(place))
    ppi = min(width / across if across else math.inf, height / up if up else math.inf)
    picture = Picture(key, spaces[0], width, height, ppi, place)
    told = tuple(one for one in spaces if one is not None)
    colour = state.fill if spaces[0] is None else None
    walk.emit(
        Painted("picture", bounds(place, (0, 1), (0, 1)), colour, state.fill_alpha, picture=picture, spaces=told)
    )


@operator("sh")
def _gradient(walk: Walk, operands: Sequence[Any]) -> None:
    gradient(walk, walk.named("/Shading", operands[0]), walk.state.clip)
