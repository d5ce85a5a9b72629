"""Bars of one series by financial year; a year without a figure stays a gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showcase.charts.frame import FIGURE, Style, box, frame, number, words
from showcase.typography import group_indian


class Year(NamedTuple):
    """A financial year ("2014-15") and its value; None where no figure was found."""

    label: str
    value: float | None


class Slot(NamedTuple):
    """The place of one year: its left edge and width, the foot of all bars and the tallest one."""

    x: float
    width: float
    foot: float
    tallest: float
    size: float

    @property
    def middle(self) -> float:
        """Where words are centred."""
        return self.x + self.width / 2


def year_bars(
    years: Sequence[Year],
    style: Style,
    title: str,
    description: str,
    width: float,
    height: float,
) -> str:
    """Return the bars over their years, each with its value in Indian grouping.

    Bars start at nought. A missing year keeps its place, with a dash and a
    dotted foot, so that nothing is drawn across it. ValueError for a series
    without any value.
    """
    most = max((year.value for year in years if year.value is not None), default=0)
    if most <= 0:
        raise ValueError("a series of years needs at least one value above nought")
    pitch, foot = width / len(years), height - style.size * 1.7
    size = _fitting(years, style.size, pitch)
    parts: list[str] = []
    for place, year in enumerate(years):
        slot = Slot(place * pitch, pitch, foot, foot - size * 1.5, size)
        parts += _bar(year, style, slot, most)
    return frame(style, (width, height), title, description, parts)


def _fitting(years: Sequence[Year], size: float, pitch: float) -> float:
    """Return the largest type size, up to `size`, in which every value keeps to its place."""
    longest = max(max(len(_amount(year)), len(_short(year))) for year in years)
    return min(size, 0.94 * pitch / (longest * FIGURE))


def _amount(year: Year) -> str:
    return "–" if year.value is None else group_indian(round(year.value))


def _short(year: Year) -> str:
    """Return a financial year without its century: "14–15"."""
    return year.label[2:].replace("-", "–")


def _bar(year: Year, style: Style, slot: Slot, most: float) -> list[str]:
    """Return one bar with its value above and its year below."""
    muted, ink = style.colour("muted"), style.colour("ink")
    high = slot.tallest * (year.value or 0) / most
    gap = year.value is None
    lift = slot.foot - high - slot.size * 0.5
    bar = (slot.x + slot.width * 0.09, slot.foot - high, slot.width * 0.82, high)
    return [
        words(slot.middle, slot.foot + style.size * 1.4, _short(year), muted, slot.size, "middle"),
        _foot(slot, style, dotted=True) if gap else box(*bar, style.colour(style.accent)),
        "" if gap else _foot(slot, style, dotted=False),
        words(slot.middle, lift, _amount(year), muted if gap else ink, slot.size, "middle"),
    ]


def _foot(slot: Slot, style: Style, dotted: bool) -> str:
    """Return the line a bar stands on; dotted where there is none."""
    line = style.size * 0.08
    dots = f' stroke-dasharray="{number(line)} {number(line * 2)}"' if dotted else ""
    ink = style.colour("muted" if dotted else "rule")
    return (
        f'<path d="M{number(slot.x)} {number(slot.foot)}h{number(slot.width)}" '
        f'fill="none" stroke="{ink}" stroke-width="{number(line)}"{dots}/>'
    )
