"""Time to scale: a day is a point on a line, and a month or a year that is all one knows is a stretch of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import NamedTuple

from showcase.model.dates import PartialDate

STEPS = (1, 2, 5, 10, 20, 50)
"""Years from one label to the next."""


class Stretch(NamedTuple):
    """From where to where a date lies, in years: the middle of 2024 is 2024.5."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


class Tick(NamedTuple):
    """The first day of a year, `at` per cent of the line; `is_roomy` where few labels are left."""

    year: int
    at: float
    is_roomy: bool


class Mark(NamedTuple):
    """A date on the line, in per cent of it; a day has no length."""

    at: float
    length: float


@dataclass(frozen=True)
class Scale:
    """A line from the first day of one year to the first day of another, `last`."""

    first: int
    last: int

    @classmethod
    def over(cls, days: Iterable[PartialDate]) -> Scale:
        """The shortest line of whole years that holds all days. Raises ValueError when there are none."""
        stretches = [stretch(day) for day in days]
        first = floor(min(one.start for one in stretches))
        return cls(first, max(first + 1, ceil(max(one.end for one in stretches))))

    def mark(self, day: PartialDate) -> Mark:
        """Where a date lies on the line."""
        one = stretch(day)
        return Mark(self._share(one.start), self._share(one.end) - self._share(one.start))

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """Every year; those are roomy, at most `most`, that a narrow line has labels for."""
        years = range(self.first, self.last)
        step = next((one for one in STEPS if len(years) <= one * most), STEPS[-1])
        return tuple(Tick(one, self._share(one), (one - self.first) % step == 0) for one in years)

    def _share(self, moment: float) -> float:
        return round(100 * (moment - self.first) / (self.last - self.first), 2)


def stretch(day: PartialDate) -> Stretch:
    """The stretch of a year, of a month, or the point of a day."""
    if day.month is None:
        return Stretch(day.year, day.year + 1)
    if day.day is None:
        after = PartialDate(day.year, day.month + 1, 1) if day.month < 12 else PartialDate(day.year + 1, 1, 1)
        return Stretch(_moment(PartialDate(day.year, day.month, 1)), _moment(after))
    return Stretch(_moment(day), _moment(day))


def _moment(day: PartialDate) -> float:
    """A day as a year and a share of it."""
    opening = date(day.year, 1, 1)
    length = (date(day.year + 1, 1, 1) - opening).days
    return day.year + (date(day.year, day.month or 1, day.day or 1) - opening).days / length
