"""The SVG pen: a drawing as a light, transparent SVG."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from showcase.colour import family_colour
from showcase.mixtures import mixed
from showcase.plates.geometry import Arc, Curve, Dot, Mark, Point
from showcase.plates.sheet import Drawing, Ink, Layer


def svg(drawing: Drawing, finest: float = 0.0) -> str:
    """Return the drawing's lines as SVG, to be laid over `gradient_css`.

    The sky and the ground are left to CSS. A layer is one path with all its
    marks in one `d`; numbers have one decimal. The picture is an ornament and
    hidden from screen readers; in a box of another shape it is cropped, never
    stretched. No line is thinner than `finest`, in the unit of the drawing.
    """
    size = f"{_decimal(drawing.width)} {_decimal(drawing.height)}"
    paths = "".join(_path(layer, drawing, finest) for layer in drawing.layers)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
        'preserveAspectRatio="xMidYMid slice" fill="none" stroke-linecap="round" '
        f'stroke-linejoin="round" aria-hidden="true" focusable="false">{paths}</svg>'
    )


def gradient_css(family: str, horizon: float = 0.618) -> str:
    """Return the family's sky and ground as a value for CSS `background`.

    One gradient with a hard edge at `horizon`, a share of the height. The
    middle of each half is written out because WeasyPrint takes a middle that
    goes unsaid for the middle of the whole, which darkens the sky.
    """
    top, foot, ground, depth = (
        family_colour(family, part) for part in ("sky_top", "sky_foot", "ground_top", "ground_foot")
    )
    edge = horizon * 100
    return (
        f"linear-gradient({top} 0%, {edge / 2:.2f}%, {foot} {edge:.2f}%, "
        f"{ground} {edge:.2f}%, {50 + edge / 2:.2f}%, {depth} 100%)"
    )


def ink_colour(family: str, ink: Ink) -> str:
    """Return the "#rrggbb" of an ink in a family."""
    if not ink.other:
        return family_colour(family, ink.name)
    return mixed(f"{family}.{ink.name}", f"{family}.{ink.other}", ink.share)


def _path(layer: Layer, drawing: Drawing, finest: float) -> str:
    """Return one layer as one path element."""
    colour = ink_colour(drawing.family, layer.ink)
    kind = "fill" if layer.filled else "stroke"
    faint = "" if layer.opacity >= 0.995 else f' {kind}-opacity="{_short(layer.opacity)}"'
    width = "" if layer.filled else f' stroke-width="{_short(max(finest, layer.width))}"'
    # A blade is a few pens thick at most: in mm, a tenth would show as lumps.
    precision = 100 if layer.filled and drawing.pen < 0.5 else 10
    return f'<path {kind}="{colour}"{faint}{width} d="{_Path(layer.marks, precision).data}"/>'


class _Path:
    """Path data of some marks, written in steps from place to place.

    Places are whole tenths (or hundredths) of a unit and every step leads from one such
    place to the next, so that rounding never adds up along a line.
    """

    def __init__(self, marks: Iterable[Mark], precision: int) -> None:
        self._x = self._y = 0
        self._precision = precision
        self._out: list[str] = []
        for mark in marks:
            if isinstance(mark, Dot):
                self._start((mark.x, mark.y))
                self._out.append("h0")
            elif isinstance(mark, Arc):
                self._arc(mark)
            elif mark.smooth:
                self._smooth(mark)
            else:
                self._straight(mark)

    @property
    def data(self) -> str:
        """The value of `d`."""
        return "M0 0" + "".join(self._out)

    def _start(self, point: Point) -> None:
        self._write("m", *self._step(point))

    def _step(self, point: Point, *handles: Point) -> list[int]:
        """Move to a point; return the steps to its handles and to it, from where the pen was."""
        x, y = self._x, self._y
        steps = [v for hx, hy in handles for v in (self._whole(hx) - x, self._whole(hy) - y)]
        self._x, self._y = self._whole(point[0]), self._whole(point[1])
        return [*steps, self._x - x, self._y - y]

    def _whole(self, length: float) -> int:
        """Return a length in tenths or hundredths."""
        return round(length * self._precision)

    def _write(self, letter: str, *numbers: int) -> None:
        """Add a command, with no more between its numbers than SVG needs."""
        out = letter
        for number in numbers:
            out += (" " if out[-1].isdigit() and number >= 0 else "") + _written(number, self._precision)
        self._out.append(out)

    def _straight(self, curve: Curve) -> None:
        self._start(curve.points[0])
        start = (self._x, self._y)
        self._write("l", *(step for point in curve.points[1:] for step in self._step(point)))
        self._close(curve, start)

    def _smooth(self, curve: Curve) -> None:
        """Write cubics, each but the first without its first handle.

        That handle is the mirror image of the one before: just what a smooth
        curve through points asks for.
        """
        self._start(curve.points[0])
        start = (self._x, self._y)
        for number, (first, second, end) in enumerate(curve.beziers()):
            handles = (first, second) if number == 0 else (second,)
            self._write(("c", "s")[number] if number < 2 else " ", *self._step(end, *handles))
        self._close(curve, start)

    def _close(self, curve: Curve, start: tuple[int, int]) -> None:
        if curve.closed:
            self._out.append("z")
            self._x, self._y = start

    def _arc(self, arc: Arc) -> None:
        """Write an arc in pieces of a third of a turn at most.

        Near half a turn the smallest rounding of its ends would bend an arc
        visibly out of shape.
        """
        self._start(arc.at(arc.start))
        turn = arc.end - arc.start
        pieces = ceil(turn / 2.1)
        for piece in range(1, pieces + 1):
            self._write("a", self._whole(arc.rx), self._whole(arc.ry))
            self._write(" 0 0 1", *self._step(arc.at(arc.start + turn * piece / pieces)))


@lru_cache(1 << 16)
def _written(number: int, precision: int) -> str:
    """Return so many parts of a unit as short as SVG can take them: ".5" for 5 tenths."""
    whole, part = divmod(abs(number), precision)
    decimals = f"{part:0{len(str(precision)) - 1}d}".rstrip("0")
    text = f"{whole or ''}.{decimals}" if decimals else str(whole)
    return f"-{text}" if number < 0 else text


def _short(value: float) -> str:
    """Write a share or a width with at most three decimals."""
    return (
        f"{value:.3f}".rstrip("0").rstrip(".").replace("0.", ".", 1)
        if value < 1
        else f"{value:.3f}".rstrip("0").rstrip(".")
    )


def _decimal(value: float) -> str:
    """Write a length with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
