"""Marks round a page: where it is cut, whether the inks lie on one another, how much of each is there.

All of them stand outside the bleed. Crop and registration marks are in every
ink there is (the separation "All"), the colour bar is in the inks it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from showcase.book.press.boxes import Boxes
from showcase.book.press.profiles import Mark
from showcase.book.settings import MM_PER_POINT

HAIRLINE = 0.25  # points
CLEAR, LONG = 1.5, 8.0  # millimetres, as all that follows: from the bleed, and of a crop mark
DASHES = 1.2, 0.8
"""A fold mark's strokes and gaps."""
QUARTER, MIDDLE = 0.25, 0.5
TARGET = 2.0
"""Radius of a registration mark's circle."""
PATCH = 5.0
"""Side of a patch of the colour bar."""

PATCHES = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (1, 0, 1, 0), (0, 1, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5), (0.5, 0.4, 0.4, 0), (0.25, 0.19, 0.19, 0),
    (0, 0, 0, 0.8), (0, 0, 0, 0.25), (0, 0, 0, 0.1),
)  # fmt: skip
"""The inks full and on one another, half, greys of three inks, and tints of black."""

_CIRCLE = 0.5523
"""How long the handles of a quarter of a circle are, by its radius."""


def marks_form(
    pdf: Pdf, boxes: Boxes, marks: Sequence[Mark], folds: Sequence[float] = (), is_black: bool = False
) -> Stream:
    """One drawing of all `marks` for pages of one size, and of a mark at every fold: millimetres from the trim.

    `is_black` draws them in black alone and leaves out the colour bar, for a sheet that has no other ink.
    """
    share = QUARTER if folds else MIDDLE  # in the middle of a cover stand its folds
    drawn = [b"%s %s w" % (b"0 0 0 1 K" if is_black else b"/All CS 1 SCN", _figure(HAIRLINE))]
    if "crop" in marks:
        drawn += _crop(boxes)
    if "registration" in marks:
        drawn += _registration(boxes, share)
    if "colour-bar" in marks and not is_black:
        drawn += _bar(boxes, share if folds else 0)
    drawn += _folds(boxes, folds)
    form = pdf.make_stream(b"\n".join(drawn))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array(boxes.media)
    form.Resources = Dictionary(ColorSpace=Dictionary(All=_every_ink()))
    return form


def _every_ink() -> Array:
    """The colour that every separation prints."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def _crop(boxes: Boxes) -> Iterator[bytes]:
    """Two lines at each corner, on the trim."""
    left, foot, right, head = boxes.trim
    start, long = boxes.bleed + _points(CLEAR), _points(LONG)
    for x, way in ((left, -1), (right, 1)):
        for y in (foot, head):
            yield _line(x + way * start, y, x + way * (start + long), y)
    for y, way in ((foot, -1), (head, 1)):
        for x in (left, right):
            yield _line(x, y + way * start, x, y + way * (start + long))


def _folds(boxes: Boxes, folds: Sequence[float]) -> Iterator[bytes]:
    """A broken line at head and foot of every fold."""
    left, foot, _right, head = boxes.trim
    start, long = boxes.bleed + _points(CLEAR), _points(LONG)
    if folds:
        yield b"[%s] 0 d" % b" ".join(_figure(_points(one)) for one in DASHES)
    for fold in folds:
        x = left + _points(fold)
        yield _line(x, head + start, x, head + start + long)
        yield _line(x, foot - start, x, foot - start - long)


def _registration(boxes: Boxes, share: float) -> Iterator[bytes]:
    """A cross in a circle in the middle of each side, and at head and foot at a share of the breadth."""
    left, foot, right, head = boxes.media
    middle = boxes.slug / 2
    for x in (left + middle, right - middle):
        yield from _target(x, (foot + head) / 2)
    for y in (foot + middle, head - middle):
        yield from _target(left + (right - left) * share, y)


def _target(x: float, y: float) -> Iterator[bytes]:
    radius, arm = _points(TARGET), _points(1.7 * TARGET)
    yield _line(x - arm, y, x + arm, y)
    yield _line(x, y - arm, x, y + arm)
    handle = radius * _CIRCLE
    quarters = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
    path = [b"%s %s m" % (_figure(x + radius), _figure(y))]
    for ax, ay, bx, by in quarters:
        points = (
            x + ax * radius + bx * handle, y + ay * radius + by * handle,
            x + bx * radius + ax * handle, y + by * radius + ay * handle,
            x + bx * radius, y + by * radius,
        )  # fmt: skip
        path.append(b" ".join(map(_figure, points)) + b" c")
    yield b"\n".join([*path, b"s"])


def _bar(boxes: Boxes, share: float) -> Iterator[bytes]:
    """The patches in a row above the head, from the trim or from a share of the breadth."""
    side, (left, _foot, right, _head) = _points(PATCH), boxes.trim
    start = left + (right - left) * share
    y = boxes.media[3] - boxes.slug / 2 - side / 2
    for place, inks in enumerate(PATCHES):
        x = start + side * (1 + place)
        yield b"%s k %s re f" % (b" ".join(map(_figure, inks)), b" ".join(map(_figure, (x, y, side, side))))


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%s %s m %s %s l S" % tuple(map(_figure, (x0, y0, x1, y1)))


def _points(millimetres: float) -> float:
    return millimetres / MM_PER_POINT


def _figure(value: float) -> bytes:
    return f"{round(value, 3):g}".encode()
