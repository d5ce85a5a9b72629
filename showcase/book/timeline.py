"""The challenges over time: the horizon as the axis, editions and launches as flags above it.

A flag's words stand to the right of its staff. Flags are set from the last to
the first, each above all those whose staffs stand under its words: so no words
meet other words, and no staff goes through any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from showcase.book.citations import Cited, Use, cited
from showcase.book.settings import Settings
from showcase.catalogue import Catalogue
from showcase.charts.timescale import stretch
from showcase.model.dates import PartialDate

SLUG = "challenges-over-time"
EVENTS, PROGRAMMES = "timeline.yml", "programmes.yml"
FLAGGED = {"challenge", "launch"}
FLAG = 31.0  # millimetres of words to the right of a staff, as all that follows
CLEAR = 2.2  # between one flag's words and the next
LOWEST = 9.0  # of a flag's words above the axis
SMALLEST, PER_ROOT = 0.9, 0.3  # of the circles: radius, and what a square root of a problem adds


@dataclass(frozen=True)
class Scale:
    """How dates lie on the two pages: years from `first` on the left, from `middle` on the right."""

    first: int
    middle: int
    years: float
    """Millimetres of a year."""
    settings: Settings

    def page(self, day: PartialDate) -> int:
        """0 for the left page, 1 for the right."""
        return int(day.year >= self.middle)

    def across(self, day: PartialDate) -> float:
        """Millimetres from the left edge of its page."""
        page = self.page(day)
        return self.settings.left(page) + (moment(day) - (self.middle if page else self.first)) * self.years


@dataclass(frozen=True)
class Flag:
    """An event above the axis: its staff `left` millimetres across, its words `foot` above the axis."""

    event: Any
    page: int
    left: float
    foot: float
    height: float

    @property
    def top(self) -> float:
        """Millimetres from the axis to the upper edge of its words."""
        return self.foot + self.height


def moment(day: PartialDate) -> float:
    """A date in years: the middle of its month or its year where no more is known."""
    return stretch(day).middle


def flagged(catalogue: Catalogue) -> list[Any]:
    """Editions and launches in the order of their dates."""
    return [event for event in _in_order(catalogue) if event.kind in FLAGGED]


def listed(catalogue: Catalogue) -> list[Any]:
    """Every other event, in the order of dates."""
    return [event for event in _in_order(catalogue) if event.kind not in FLAGGED]


def _in_order(catalogue: Catalogue) -> list[Any]:
    return sorted(catalogue.vocabulary.timeline, key=lambda event: moment(event.date))


def scale(catalogue: Catalogue, settings: Settings) -> Scale:
    """The longest years with which all flags have room on their pages."""
    days = [event.date for event in _in_order(catalogue)]
    first, last = days[0].year, moment(days[-1])
    middle = first + max(1, round((last - first) / 2))
    last_flag = moment(flagged(catalogue)[-1].date)
    flags = settings.measure - FLAG
    years = [flags / (middle - first), settings.measure / max(1.0, last - middle), flags / max(1.0, last_flag - middle)]
    return Scale(first, middle, min(years), settings)


def flags(events: Sequence[Any], scale: Scale, heights: Mapping[str, float]) -> list[Flag]:
    """The events as flags, by `heights` of their words in millimetres; from left to right."""
    placed: list[Flag] = []
    for event in sorted(events, key=lambda event: moment(event.date), reverse=True):
        page, left = scale.page(event.date), scale.across(event.date)
        under = [one.top + CLEAR for one in placed if one.page == page and one.left < left + FLAG + CLEAR]
        placed.append(Flag(event, page, left, max(under, default=LOWEST), heights[event.id]))
    return placed[::-1]


def years(scale: Scale, catalogue: Catalogue) -> list[list[dict[str, Any]]]:
    """The years of each page with the place of their first day."""
    last = _in_order(catalogue)[-1].date.year
    halves = range(scale.first, scale.middle), range(scale.middle, last + 1)
    return [
        [{"year": year, "left": scale.settings.left(page) + (year - half.start) * scale.years} for year in half]
        for page, half in enumerate(halves)
    ]


def radius(catalogue: Catalogue, event: Any) -> float:
    """The circle of an event on the axis: its area grows with the problem statements."""
    count = sum(edition.problem_statements or 0 for edition in editions(catalogue, event))
    return SMALLEST + PER_ROOT * count**0.5


def editions(catalogue: Catalogue, event: Any) -> list[Any]:
    """The editions that opened with an event and whose problem statements were counted."""
    opened = (catalogue.vocabulary.editions[one] for one in event.editions)
    return [edition for edition in opened if edition.problem_statements]


def sources(catalogue: Catalogue) -> Cited:
    """The sources of the spread, numbered."""
    return cited(catalogue, SLUG, (use for event in _in_order(catalogue) for use in uses(catalogue, event)))


def uses(catalogue: Catalogue, event: Any) -> Iterator[Use]:
    """What an event's words rest on: its own sources, and those of the problem statements told with it."""
    yield EVENTS, event.src
    if event.kind in FLAGGED:
        for edition in editions(catalogue, event):
            yield PROGRAMMES, edition.src
