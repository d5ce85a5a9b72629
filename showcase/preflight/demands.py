"""What a press asks of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from showcase.book.press.sections import Binder

MM = 72 / 25.4
"""Points in a millimetre."""

Standard = Literal["x-4", "x-1a"]


@dataclass(frozen=True)
class Demands:
    """What one press asks, or what presses ask as a rule. Lengths in millimetres, ink in percent.

    Empty texts, no trim and sections of one page mean that anything will do.
    """

    press: str = ""
    standard: Standard = "x-4"
    condition: str = ""
    """The printing condition by its name in the intent: "FOGRA39"."""
    registry: str = ""
    profile: str = ""
    """The MD5 of the press's ICC profile: presses check the profile by it, not by its name."""
    trim: tuple[float, float] | None = None
    bleed: float = 3.0
    safety: float = 5.0
    """How far text keeps from the trim."""
    gutter: float = 12.0
    """How far it keeps from the spine; 0 for a cover, which has no gutter."""
    ink_limit: float = 300.0
    least_ppi: float = 200.0
    wanted_ppi: float = 260.0
    binder: Binder = Binder()
    """The sections that its pages must make."""
    spots: tuple[str, ...] = ()
    """Further inks that the press runs, by name."""

    @property
    def is_cover(self) -> bool:
        """Whether it is a cover that they are asked of."""
        return self.gutter == 0


# What holds on every press. Sizes and widths in points.
K_ALONE_BELOW = 24.0
"""Smaller type is set in black ink alone: four plates never meet to a tenth of a millimetre."""
LEAST_REVERSED = 7.0
LEAST_TYPE = 5.0
LEAST_LINE = 0.25
LEAST_REVERSED_LINE = 0.4
MOST_PPI = 600.0
