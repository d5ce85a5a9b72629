"""Colours, and what each lays down as cyan, magenta, yellow and black."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

Sort = Literal["press", "foreign", "profiled", "spot", "registration"]
"""Of press inks; of light (RGB, Lab); of inks with a profile; of an ink of its own; of all inks."""

NO_INK: Ink = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Space:
    """A colour space: its name as a person says it, its components, and the ink of its colours."""

    name: str
    sort: Sort
    parts: int
    ink: Callable[[Sequence[float]], Ink]
    initial: tuple[float, ...]
    spots: tuple[str, ...] = ()
    """The inks of its own that it names."""
    most: float = 1.0
    """The greatest value of its first component."""
    is_palette: bool = False
    """Whether its colours are numbers of a palette."""


class Colour(NamedTuple):
    """A colour as it was set; `pattern` is the name of one that is painted in its place."""

    space: Space
    values: tuple[float, ...]
    pattern: str = ""

    @property
    def ink(self) -> Ink:
        """What it lays down. An RGB colour counts as the plain sum of its complements."""
        return self.space.ink(self.values)

    @property
    def is_black_alone(self) -> bool:
        """Whether it is black ink and no other, in any tint but none."""
        cyan, magenta, yellow, black = self.ink
        return max(cyan, magenta, yellow) < 0.001 < black

    @property
    def is_paper(self) -> bool:
        """Whether it lays down nothing."""
        return max(self.ink) < 0.001

    @property
    def said(self) -> str:
        """The colour as a person would say it."""
        if self.space.sort == "press":
            shares = [f"{round(100 * one)}" for one in self.ink]
            return f"CMYK {'/'.join(shares)}"
        values = " ".join(f"{value:.3g}" for value in self.values)
        return f"{self.space.name} {values}".strip()


def gray_ink(values: Sequence[float]) -> Ink:
    """The ink of a grey: 1 is paper."""
    return 0.0, 0.0, 0.0, 1 - share(values[0])


def rgb_ink(values: Sequence[float]) -> Ink:
    """The plain complements of red, green and blue, what is common to them as black."""
    red, green, blue = (share(value) for value in values[:3])
    black = 1 - max(red, green, blue)
    if black >= 1:
        return 0.0, 0.0, 0.0, 1.0
    rest = 1 - black
    return (rest - red) / rest, (rest - green) / rest, (rest - blue) / rest, black


def cmyk_ink(values: Sequence[float]) -> Ink:
    """The four shares, kept between 0 and 1."""
    cyan, magenta, yellow, black = (share(value) for value in values[:4])
    return cyan, magenta, yellow, black


def lab_ink(values: Sequence[float]) -> Ink:
    """The lightness of a Lab colour as black."""
    return 0.0, 0.0, 0.0, 1 - share(values[0] / 100)


def share(value: float) -> float:
    """The value kept between 0 and 1."""
    return min(max(float(value), 0.0), 1.0)


GRAY = Space("DeviceGray", "press", 1, gray_ink, (0.0,))
RGB = Space("DeviceRGB", "foreign", 3, rgb_ink, (0.0, 0.0, 0.0))
CMYK = Space("DeviceCMYK", "press", 4, cmyk_ink, (0.0, 0.0, 0.0, 1.0))
PATTERN = Space("Pattern", "press", 0, lambda _values: NO_INK, ())
BLACK = Colour(GRAY, (0.0,))
