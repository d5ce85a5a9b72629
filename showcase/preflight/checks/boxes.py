"""The boxes of a page: where it is cut, how far it bleeds, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Name

from showcase.preflight.demands import MM
from showcase.preflight.findings import Box, Finding, Place, gathered
from showcase.preflight.view import View

HAIR = 0.1
"""Points by which boxes may miss: some programs round to whole hundredths of an inch."""
TRIM = "TrimBox"
SIDES = ("left", "foot", "right", "head")
MARKS = {"/PrinterMark", "/TrapNet"}
"""Annotations that are a press's own."""


def boxes_are_there(view: View) -> Iterator[Finding]:
    """G201: trim and bleed are stated."""
    missing = [
        says for says, is_there in (
            (TRIM, view.states_trim), ("BleedBox", view.box("/BleedBox")),
            ("MediaBox", view.box("/MediaBox")),
        ) if not is_there
    ]  # fmt: skip
    if missing:
        yield Finding("G201", f"the page has no {' and no '.join(missing)}.")
    if view.box("/TrimBox") and view.box("/ArtBox"):
        yield Finding("G201", "the page has a TrimBox and an ArtBox, where only one may be.")


def boxes_nest(view: View) -> Iterator[Finding]:
    """G202: media ⊇ bleed ⊇ trim, and nothing is cropped."""
    trim = view.trim if view.states_trim else view.bleed
    if not view.media.holds(view.bleed, HAIR) or not view.bleed.holds(trim, HAIR):
        yield Finding("G202", f"the boxes do not nest: media {_said(view.media)}, bleed {_said(view.bleed)}, "
                              f"trim {_said(trim)} mm.")  # fmt: skip
    crop = view.box("/CropBox")
    if crop and not crop.holds(view.bleed, HAIR):
        yield Finding("G202", f"the crop box {_said(crop)} mm hides part of the bleed box {_said(view.bleed)} mm.")


def origin_is_zero(view: View) -> Iterator[Finding]:
    """G203: the sheet begins at 0, 0."""
    if abs(view.media.left) > 0.01 or abs(view.media.foot) > 0.01:
        place = f"{view.media.left / MM:.2f}, {view.media.foot / MM:.2f} mm"
        yield Finding("G203", f"the media box begins at {place}, not at 0, 0: some programs shift such a page.")


def size_is_right(view: View) -> Iterator[Finding]:
    """G204: the trim is the one that the press was given."""
    if view.demands.trim is None or not view.states_trim:
        return
    width, height = view.demands.trim
    if max(abs(view.trim.width - width * MM), abs(view.trim.height - height * MM)) > HAIR:
        yield Finding("G204", f"the page is {size(view.trim)} mm, not {width:g} × {height:g} mm.")


def bleed_is_wide(view: View) -> Iterator[Finding]:
    """G205: the bleed box stands out far enough; at the gutter a page may have no bleed at all."""
    if not view.box("/BleedBox") or not view.states_trim:
        return
    out = (view.trim.left - view.bleed.left, view.trim.foot - view.bleed.foot,
           view.bleed.right - view.trim.right, view.bleed.top - view.trim.top)  # fmt: skip
    gutter = ("left" if view.is_recto else "right") if view.demands.gutter else ""
    short = [
        (side, by / MM) for side, by in zip(SIDES, out, strict=True)
        if by < view.demands.bleed * MM - HAIR and not (side == gutter and abs(by) < HAIR)
    ]  # fmt: skip
    if short:
        told = ", ".join(f"{by:.1f} at the {side}" for side, by in short)
        yield Finding("G205", f"the bleed box stands out less than {view.demands.bleed:g} mm: {told}.")


def page_is_upright(view: View) -> Iterator[Finding]:
    """G206: neither turned nor scaled."""
    turned, unit = _inherited(view.page.obj, "/Rotate", 0), float(view.page.obj.get("/UserUnit", 1))
    if int(turned) % 360:
        yield Finding("G206", f"the page is turned by {int(turned) % 360} degrees.")
    if unit != 1:
        yield Finding("G206", f"the page has a UserUnit of {unit:g}: all its measures are scaled.")


def no_annotations(view: View) -> Iterator[Finding]:
    """G208: no link, note or field within the bleed."""
    places = []
    for note in view.page.obj.get("/Annots", []):
        kind = str(note.get("/Subtype", Name.Unknown))
        x, y, right, top = (float(one) for one in note.get("/Rect", [0, 0, 0, 0]))
        box = Box(min(x, right), min(y, top), max(x, right), max(y, top))
        if kind not in MARKS and box.grown(HAIR).meets(view.bleed):
            says = "a link was left in" if kind == "/Link" else f"an annotation {kind[1:]} was left in"
            places.append(Place(f"{says} the press file.", box.grown(HAIR)))
    yield from gathered("G208", places)


def size(box: Box) -> str:
    """Width and height in millimetres."""
    return f"{box.width / MM:.1f} × {box.height / MM:.1f}"


def _said(box: Box) -> str:
    return f"{box.left / MM:.1f}, {box.foot / MM:.1f} to {box.right / MM:.1f}, {box.top / MM:.1f}"


def _inherited(page: Any, name: str, otherwise: int) -> Any:
    holder, depth = page, 0
    while holder is not None and depth < 32:
        if name in holder:
            return holder[name]
        holder, depth = holder.get("/Parent"), depth + 1
    return otherwise
