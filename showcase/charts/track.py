"""Points on a line with words below: a timeline of milestones, a ladder of stages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showcase.charts.frame import Style, box, broken, frame, number, words


class Moment(NamedTuple):
    """A dated milestone, the date as it is printed."""

    date: str
    text: str


class Rung(NamedTuple):
    """A stage; `reached` only when a source says so. `note` may hold a date or a programme."""

    name: str
    reached: bool
    note: str = ""


class Stop(NamedTuple):
    """A point on a track: its heading, the words below, and whether it is filled."""

    heading: str
    text: str
    filled: bool


def timeline(
    moments: Sequence[Moment], style: Style, title: str, description: str, width: float
) -> str:
    """Return milestones at equal steps, the dates above their words."""
    return _track([Stop(*moment, True) for moment in moments], style, title, description, width)


def ladder(rungs: Sequence[Rung], style: Style, title: str, description: str, width: float) -> str:
    """Return stages in rank order: filled where a source says so, hollow elsewhere.

    The line runs through all of them alike, for no stage implies another.
    """
    stops = [Stop(rung.name, rung.note, rung.reached) for rung in rungs]
    return _track(stops, style, title, description, width)


def _track(stops: Sequence[Stop], style: Style, title: str, description: str, width: float) -> str:
    """Return the stops side by side, as high as the longest words need."""
    radius = style.size * 0.36
    pitch = width / max(1, len(stops))
    room = pitch - style.size * 0.9
    parts = [box(0, radius - style.size * 0.03, width, style.size * 0.06, style.colour("rule"))]
    height = 2 * radius
    for place, stop in enumerate(stops):
        drawn, foot = _stop(stop, style, place * pitch, radius, room)
        parts += drawn
        height = max(height, foot)
    return frame(style, (width, height), title, description, parts)


def _stop(
    stop: Stop, style: Style, x: float, radius: float, room: float
) -> tuple[list[str], float]:
    """Return one stop's parts and how far down they reach."""
    lead, y = style.size * 1.3, 2 * radius + style.size * 1.5
    parts = [_point(x + radius, radius, style, stop.filled)]
    ink = style.colour("ink" if stop.filled else "muted")
    for line in broken(stop.heading, room * 0.93, style):
        parts.append(words(x, y, line, ink, weight=600))
        y += lead
    for line in broken(stop.text, room, style):
        parts.append(words(x, y, line, style.colour("muted")))
        y += lead
    return parts, y - lead + style.size * 0.35


def _point(x: float, y: float, style: Style, filled: bool) -> str:
    """Return the dot of a stop, or a ring."""
    place = f'cx="{number(x)}" cy="{number(y)}"'
    if filled:
        return f'<circle {place} r="{number(y)}" fill="{style.colour(style.accent)}"/>'
    line = style.size * 0.1
    return (
        f'<circle {place} r="{number(y - line / 2)}" fill="{style.colour("paper")}" '
        f'stroke="{style.colour("muted")}" stroke-width="{number(line)}"/>'
    )
