"""Bleed: what is printed at the edge of the page runs past it, so that no white shows when it is cut."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showcase.preflight.demands import MM
from showcase.preflight.findings import Box, Finding
from showcase.preflight.painted import Painted
from showcase.preflight.view import View

SLIM = 2 * MM
"""Lines and bars up to this width are judged by their ends, all else by the ink on the plates."""
SEEN, NONE = 6.0, 1.0
"""Percent of ink from which ground counts as printed, and below which it counts as bare."""
RUN = 4
"""Pixels along the edge that must end alike: a picture's own pale places end unevenly."""


def ink_runs_into_bleed(view: View) -> Iterator[Finding]:
    """G207: what reaches the trim reaches the edge of the bleed."""
    if not view.states_trim:
        return
    trim, bleed, wanted = view.trim, view.bleed, view.demands.bleed * MM
    gutter = ("left" if view.is_recto else "right") if view.demands.gutter else ""
    edges = {
        "left": Box(trim.left - wanted, trim.foot, trim.left + wanted, trim.top),
        "right": Box(trim.right - wanted, trim.foot, trim.right + wanted, trim.top),
        "foot": Box(trim.left, trim.foot - wanted, trim.right, trim.foot + wanted),
        "head": Box(trim.left, trim.top - wanted, trim.right, trim.top + wanted),
    }  # fmt: skip
    found = []
    for side, strip in edges.items():
        if side == gutter and abs(getattr(bleed, side) - getattr(trim, side)) < 1:
            continue
        if box := _ends_short(view, side, strip):
            found.append((side, box))
    found += [(side, event.box) for event in view.seen for side in _line_ends(view, event) if side not in dict(found)]
    if found:
        sides = listed(list(dict.fromkeys(side for side, _ in found)))
        said = f"what is printed at the {sides} ends before the edge of the bleed, {view.demands.bleed:g} mm outside."
        yield Finding("G207", said, boxes=tuple(box for _, box in found), count=len(found))


def listed(words: list[str]) -> str:
    """The words as a list in a sentence: "left, foot and head"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _ends_short(view: View, side: str, strip: Box) -> Box | None:
    """Where along one edge ink ends short: the box round all such places."""
    ink = _outwards(view, side, strip)
    if ink is None:
        return None
    half = ink.shape[0] // 2
    inside, outside = ink[half - 2 : half].max(axis=0), ink[half + 1 :]
    depth = np.where((outside > NONE).all(axis=0), outside.shape[0], np.argmax(outside <= NONE, axis=0))
    short = (inside > SEEN) & (depth < outside.shape[0] - 1) & (outside[-1] <= NONE)
    alike = np.convolve(_same(short, depth), np.ones(RUN), "same") >= RUN
    places = np.nonzero(alike)[0]
    if not places.size:
        return None
    step = (strip.height if side in ("left", "right") else strip.width) / ink.shape[1]
    start, end = float(places[0] * step), float((places[-1] + 1) * step)
    if side in ("left", "right"):
        return Box(strip.left, strip.top - end, strip.right, strip.top - start)
    return Box(strip.left + start, strip.foot, strip.left + end, strip.top)


def _same(short: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Whether ink ends at a place, and as far out as at the place before."""
    near = np.abs(np.diff(depth, prepend=depth[:1])) <= 1
    return (short & near).astype(float)


def _outwards(view: View, side: str, strip: Box) -> np.ndarray | None:
    """The ink across an edge, rows from within to without, columns along the edge; None beyond the sheet."""
    sheet = np.zeros((0, 0))
    inside = strip.shared(view.media)
    if not inside.width or not inside.height:
        return None
    total = view.plates.total(inside)
    sheet = {"left": total.T[::-1], "right": total.T, "foot": total, "head": total[::-1]}[side]
    whole = round(2 * view.demands.bleed * MM)
    if sheet.shape[0] < 4:
        return None
    missing = whole - sheet.shape[0]
    if missing > 0:
        sheet = np.concatenate([sheet, np.zeros((missing, sheet.shape[1]))])
    return sheet


def _line_ends(view: View, event: Painted) -> Iterator[str]:
    """The sides at which a line or bar reaches the trim and not the edge of the bleed.

    What a drawing has of slim shapes and curves may end where it will, where ground is printed beyond it.
    """
    box, trim, bleed = event.box, view.trim, view.demands.bleed * MM
    if event.what not in ("line", "area") or min(box.width, box.height) > SLIM or not _shows(event):
        return
    out = {
        "left": trim.left - box.left, "right": box.right - trim.right,
        "foot": trim.foot - box.foot, "head": box.top - trim.top,
    }  # fmt: skip
    along = ("left", "right") if box.width > box.height else ("foot", "head")
    for side in along:
        if -1 < out[side] < bleed - 1 and (_is_straight(event) or _is_bare(view, side, box)):
            yield side


def _is_straight(event: Painted) -> bool:
    """Whether it is a line that runs level or upright."""
    return event.what == "line" and min(event.box.width, event.box.height) < event.width + 0.1


def _is_bare(view: View, side: str, box: Box) -> bool:
    """Whether paper shows between the end of a line or bar and the edge of the bleed."""
    trim, bleed = view.trim, view.demands.bleed * MM
    left, foot, right, top = box.grown(0.5)
    beyond = {
        "left": Box(trim.left - bleed, foot, left, top), "right": Box(right, foot, trim.right + bleed, top),
        "foot": Box(left, trim.foot - bleed, right, foot), "head": Box(left, top, right, trim.top + bleed),
    }[side]  # fmt: skip
    ink = view.plates.total(beyond)
    return not ink.size or bool(ink.min() <= NONE)


def _shows(event: Painted) -> bool:
    return event.colour is not None and not event.colour.is_paper
