"""The EAN-13 bar code of an ISBN: its modules, and its place on white. Lengths are millimetres.

The sizes are those of the General Specifications of the EAN: at full size a
module is 0.33 mm wide, bars are 22.85 mm high and the guards five modules more,
with 11 modules of white on the left and 7 on the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from showcase.book.press.isbn import digits

MODULE, BAR, GUARD = 0.33, 22.85, 5
QUIET_LEFT, QUIET_RIGHT, MODULES, DIGIT = 11, 7, 95, 7
FULL_SIZE = 1.0
"""At which scanners in shops read with certainty."""

_ODD = tuple("0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split())
_SETS = tuple(
    "OOOOOO OOEOEE OOEEOE OOEEEO OEOOEE OEEOOE OEEEOO OEOEOE OEOEEO OEEOEO".split()
)
"""By the first digit, whether each of the six on the left is drawn odd or even."""

_SIDE, _MIDDLE = "101", "01010"
_GUARDS = frozenset({0, 1, 2, 45, 46, 47, 48, 49, 92, 93, 94})
"""The modules whose bars are longer."""


def modules(number: str) -> str:
    """The 95 modules of thirteen digits from the left, "1" for a bar."""
    first, left, right = int(number[0]), number[1:7], number[7:]
    drawn = [_digit(int(digit), kind) for digit, kind in zip(left, _SETS[first], strict=True)]
    return _SIDE + "".join(drawn) + _MIDDLE + "".join(_digit(int(digit), "R") for digit in right) + _SIDE


def _digit(digit: int, kind: str) -> str:
    """Seven modules: odd, even (the right-hand one backwards) or right-hand (odd, bars for spaces)."""
    odd = _ODD[digit]
    right = odd.translate(str.maketrans("01", "10"))
    return {"O": odd, "E": right[::-1], "R": right}[kind]


@dataclass(frozen=True)
class BarCode:
    """The bar code of an ISBN at a size, 1 for the full one; its quiet zones belong to it."""

    isbn: str
    size: float = FULL_SIZE

    @property
    def module(self) -> float:
        """Width of the finest bar."""
        return MODULE * self.size

    @property
    def width(self) -> float:
        """With its quiet zones."""
        return (QUIET_LEFT + MODULES + QUIET_RIGHT) * self.module

    @property
    def height(self) -> float:
        """From the head of the bars to the foot of the guards."""
        return BAR * self.size + GUARD * self.module

    @property
    def foot(self) -> float:
        """How far down the bars between the guards go; the digits stand below."""
        return BAR * self.size

    @property
    def digits(self) -> tuple[tuple[str, float], ...]:
        """Each digit with the left edge of its place, as wide as a digit's bars; the first stands before them."""
        number = digits(self.isbn)
        lefts = [(QUIET_LEFT - DIGIT - 2) * self.module]
        for start in (len(_SIDE), len(_SIDE) + 6 * DIGIT + len(_MIDDLE)):
            lefts += [(QUIET_LEFT + start + DIGIT * place) * self.module for place in range(6)]
        return tuple(zip(number, lefts, strict=True))

    @property
    def digit(self) -> float:
        """Width of a digit's place."""
        return DIGIT * self.module

    def svg(self, colour: str) -> str:
        """The bars alone, in one path; a unit is a millimetre."""
        place, bars = 0, []
        for (bar, is_guard), run in groupby(
            (module, number in _GUARDS) for number, module in enumerate(modules(digits(self.isbn)))
        ):
            count = len(list(run))
            if bar == "1":
                left = (QUIET_LEFT + place) * self.module
                down = self.height if is_guard else self.foot
                bars.append(f"M{left:.4f} 0h{count * self.module:.4f}v{down:.4f}h{-count * self.module:.4f}z")
            place += count
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:.4f} {self.height:.4f}">'
            f'<path fill="{colour}" d="{"".join(bars)}"/></svg>'
        )
