"""How the zone below the line is parted, from what a profile has to show."""

from __future__ import annotations


def below_pattern(figures: int, milestones: int) -> str:
    """How the zone below the line is parted, from what there is to show."""
    if figures == 0:
        return "facts-and-time" if milestones else "facts-alone"
    if figures <= 2 and milestones <= 4:
        return "side-by-side" if milestones else "figures-and-facts"
    return "figures-on-top"


def time_pattern(below: str, milestones: int) -> str:
    """How the milestones run: three or four along a line, others down one, in two columns when many."""
    if below == "side-by-side" or milestones < 3:
        return "down"
    return "across" if milestones <= 4 else "down many"
