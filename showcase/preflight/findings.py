"""A finding: what is wrong, on which page and where on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from showcase.preflight.codes import CHECKS, Check, Severity

MOST_BOXES = 40


class Box(NamedTuple):
    """A rectangle of a page, in points from its lower left corner."""

    left: float
    foot: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.foot

    def meets(self, other: Box) -> bool:
        """Whether the two share any ground; edges that only touch do not."""
        return (
            self.left < other.right and other.left < self.right
            and self.foot < other.top and other.foot < self.top
        )  # fmt: skip

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """Whether the other lies within this one, to a hair."""
        return (
            self.left <= other.left + slack and self.foot <= other.foot + slack
            and self.right >= other.right - slack and self.top >= other.top - slack
        )  # fmt: skip

    def shared(self, other: Box) -> Box:
        """The ground that the two share; of no size where they do not meet."""
        left, foot = max(self.left, other.left), max(self.foot, other.foot)
        return Box(left, foot, max(left, min(self.right, other.right)), max(foot, min(self.top, other.top)))

    def grown(self, by: float) -> Box:
        """The box with every side moved out."""
        return Box(self.left - by, self.foot - by, self.right + by, self.top + by)


@dataclass(frozen=True)
class Finding:
    """One thing found. `page` counts from 1 and is 0 for the file as a whole.

    Findings of one code on one page are one finding: `count` says how many places it has, and
    `boxes` shows the first of them.
    """

    code: str
    message: str
    page: int = 0
    boxes: tuple[Box, ...] = ()
    count: int = 1
    weight: float = 0.0
    """How bad it is beside others of its code: the worst is quoted first."""
    about: str = ""
    """What of a profile it is about, where that is known: "photographs"."""
    label: str = ""
    """What a reader calls the page."""
    part: str = ""
    file: str = ""
    line: int = 0

    @property
    def check(self) -> Check:
        """What the code stands for."""
        return CHECKS[self.code]

    @property
    def severity(self) -> Severity:
        return self.check.severity

    def kept(self) -> list[Any]:
        """What is kept of a page's finding between runs: nothing that its place in the book decides."""
        return [self.code, self.message, [list(box) for box in self.boxes], self.count, self.weight, self.about]

    @classmethod
    def read(cls, kept: list[Any], page: int) -> Finding:
        """The finding that was kept, on the page that it is on now."""
        code, message, boxes, count, weight, about = kept
        return cls(code, message, page, tuple(Box(*box) for box in boxes), count, weight, about)


class Place(NamedTuple):
    """One place of a finding: a sentence, the box, and how bad it is."""

    message: str
    box: Box | None = None
    weight: float = 0.0


def gathered(code: str, places: list[Place], about: str = "") -> list[Finding]:
    """The places of one code on one page as one finding that quotes the worst; none where there are none."""
    if not places:
        return []
    worst = max(places, key=lambda place: place.weight)
    ranked = sorted((place for place in places if place.box), key=lambda place: -place.weight)
    boxes = tuple(_rounded(place.box) for place in ranked[:MOST_BOXES] if place.box)
    return [Finding(code, worst.message, boxes=boxes, count=len(places), weight=worst.weight, about=about)]


def _rounded(box: Box) -> Box:
    return Box(*(round(one, 1) for one in box))
