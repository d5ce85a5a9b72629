"""Text: its inks by its size, its faces, its distance from the edge."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.preflight.checks.colour import AN, quoted
from showcase.preflight.demands import K_ALONE_BELOW, LEAST_REVERSED, LEAST_TYPE, MM
from showcase.preflight.findings import Finding, Place, gathered
from showcase.preflight.painted import Painted
from showcase.preflight.view import View

TINY = 0.05
"""Points by which a size may miss for rounding."""


def _texts(view: View) -> Iterator[Painted]:
    return (event for event in view.seen if event.what == "text")


def small_text_is_black_or_paper(view: View) -> Iterator[Finding]:
    """G401, G402: below 24 pt in K alone, or paper white, then large and heavy enough to stay open."""
    mixed, reversed_ = [], []
    for event in _texts(view):
        colour = event.colour
        if event.size >= K_ALONE_BELOW - TINY or colour is None or colour.space.sort in {"foreign", "spot"}:
            continue
        if colour.pattern:
            mixed.append(Place(f"“{quoted(event)}” in {event.size:.1f} pt is filled with a pattern.", event.box))
        elif colour.is_paper:
            reversed_ += _reversed(event)
        elif not colour.is_black_alone:
            said = f"“{quoted(event)}” in {event.size:.1f} pt is in {colour.said}."
            mixed.append(Place(said, event.box, K_ALONE_BELOW - event.size))
    yield from gathered("G401", mixed)
    yield from gathered("G402", reversed_)


def _reversed(event: Painted) -> Iterator[Place]:
    font = event.font
    if event.size < LEAST_REVERSED - TINY:
        said = f"“{quoted(event)}” is paper white in {event.size:.1f} pt."
        yield Place(said, event.box, LEAST_REVERSED - event.size)
    elif font and font.is_light:
        yield Place(f"“{quoted(event)}” is paper white in {font.name} of {event.size:.1f} pt.", event.box)


def type_is_large_enough(view: View) -> Iterator[Finding]:
    """G403: nothing smaller than can be read and printed."""
    small = [
        Place(f"“{quoted(event)}” is set in {event.size:.1f} pt.", event.box, LEAST_TYPE - event.size)
        for event in _texts(view) if event.size < LEAST_TYPE - TINY
    ]  # fmt: skip
    yield from gathered("G403", small)


def black_text_overprints(view: View) -> Iterator[Finding]:
    """G404: small black text prints over what lies beneath it."""
    places = [
        Place(f"“{quoted(event)}” in {event.size:.1f} pt does not overprint.", event.box, event.size)
        for event in _texts(view)
        if event.size < K_ALONE_BELOW - TINY and event.colour and not event.colour.pattern
        and event.colour.space.sort == "press" and event.colour.is_black_alone and not event.overprints
    ]  # fmt: skip
    yield from gathered("G404", places)


def white_knocks_out(view: View) -> Iterator[Finding]:
    """G408: what is white takes its place out of what lies beneath; where it overprints, it vanishes."""
    places = [
        Place(f"{AN.get(event.what) or f'“{quoted(event)}”'} is white and overprints.", event.box)
        for event in view.seen
        if event.overprints and event.colour and not event.colour.pattern and event.colour.is_paper
    ]  # fmt: skip
    yield from gathered("G408", places)


def text_is_seen(view: View) -> Iterator[Finding]:
    """G409: no text without a colour, as programs that read scans lay over them."""
    places = [Place("text is drawn in no way.", box) for box in view.content.unseen if box.meets(view.trim)]
    yield from gathered("G409", places)


def glyphs_are_there(view: View) -> Iterator[Finding]:
    """G405: no box, and no gap, stands in for a character."""
    places = []
    for event in _texts(view):
        font = event.font
        if font and (lacking := [code for code in event.codes if font.lacks(code)]):
            told = font.text(lacking[0])
            sign = f"“{told}”" if told.isprintable() and told.strip() else f"code {lacking[0]}"
            places.append(Place(f"{font.name} has no glyph for {sign} in “{quoted(event)}”.", event.box))
    yield from gathered("G405", places)


def fonts_are_embedded(view: View) -> Iterator[Finding]:
    """G406: every font that is used is in the file."""
    boxes: dict[str, list[Place]] = {}
    for event in view.content.painted:
        if event.font and not event.font.is_embedded:
            said = f"{event.font.name} is not embedded."
            boxes.setdefault(event.font.name, []).append(Place(said, event.box))
    for _, places in sorted(boxes.items()):
        yield from gathered("G406", places)


def text_is_safe(view: View) -> Iterator[Finding]:
    """G407: text stays clear of the trim and of the gutter."""
    safe, places = view.safe, []
    for event in _texts(view):
        if safe.holds(event.box, TINY):
            continue
        gaps = {
            "the left edge": event.box.left - view.trim.left, "the right edge": view.trim.right - event.box.right,
            "the foot": event.box.foot - view.trim.foot, "the head": view.trim.top - event.box.top,
        }  # fmt: skip
        lacks = {
            "the left edge": safe.left - event.box.left, "the right edge": event.box.right - safe.right,
            "the foot": safe.foot - event.box.foot, "the head": event.box.top - safe.top,
        }  # fmt: skip
        edge = max(lacks, key=lambda side: lacks[side])
        asked = (gaps[edge] + lacks[edge]) / MM
        name = "the gutter" if edge == ("the left edge" if view.is_recto else "the right edge") else edge
        said = f"“{quoted(event)}” stands {gaps[edge] / MM:.1f} mm from {name}, where {asked:.0f} mm are asked."
        places.append(Place(said, event.box, lacks[edge]))
    yield from gathered("G407", places)
