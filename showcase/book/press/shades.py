"""Gradients in the inks of the press: from inks to inks, by the same steps as on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Name, Object

from showcase.book.press.content import Unprintable
from showcase.book.press.ink import InkTable

STITCHED, EXPONENTIAL = 3, 2


def convert_shading(shading: Object, table: InkTable) -> None:
    """Turns a gradient into the inks of the press; one of greys, which makes a mask, stays as it is.

    Raises Unprintable for a gradient that is made in another way, KeyError for a colour that no table has.
    """
    if shading.ColorSpace == Name.DeviceGray:
        return
    if shading.ColorSpace != Name.DeviceRGB:
        raise Unprintable(f"a gradient in {shading.ColorSpace}")
    for step in _steps(shading.Function):
        step.C0, step.C1 = _inks(step.C0, table), _inks(step.C1, table)
    shading.ColorSpace = Name.DeviceCMYK


def _steps(function: Object) -> Iterator[Object]:
    """The steps of a gradient, each from one colour to the next."""
    if function.FunctionType == STITCHED:
        for part in function.Functions:
            yield from _steps(part)
    elif function.FunctionType == EXPONENTIAL:
        yield function
    else:
        raise Unprintable(f"a gradient by a function of type {function.FunctionType}")


def _inks(colour: Object, table: InkTable) -> Array:
    """The inks of a colour given in three shares, as shares."""
    screen = "#" + "".join(f"{round(float(part) * 255):02x}" for part in colour)
    return Array([round(one / 100, 4) for one in table.of(screen)])
