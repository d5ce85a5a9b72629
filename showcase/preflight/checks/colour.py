"""The colours of everything painted: nothing but the press's inks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from showcase.preflight.colours import Space
from showcase.preflight.findings import Finding, Place, gathered
from showcase.preflight.painted import Painted
from showcase.preflight.view import View

FOREIGN = {"text": "G301", "area": "G302", "line": "G302", "picture": "G303", "gradient": "G304"}
AN = {"area": "an area", "line": "a line", "picture": "a picture", "gradient": "a gradient"}
SHOWN = 40


def colours_are_inks(view: View) -> Iterator[Finding]:
    """G301 to G304, G306 to G308: of every text, line, area, picture and gradient, masks too."""
    places: dict[str, list[Place]] = defaultdict(list)
    for event in view.content.painted:
        for space in _spaces(event):
            if code := _wrong(view, event, space):
                places[code].append(Place(_sentence(code, event, space), event.box, _ground(event)))
    for code, found in sorted(places.items()):
        yield from gathered(code, found, "photographs" if code == "G303" else "")
    yield from _set_in_vain(view)


def _spaces(event: Painted) -> tuple[Space, ...]:
    return event.spaces + ((event.colour.space,) if event.colour and not event.colour.pattern else ())


def _wrong(view: View, event: Painted, space: Space) -> str:
    """The code of what is wrong with painting this in that space, or nothing."""
    if space.sort == "foreign" or space.sort == "profiled" and view.demands.standard == "x-1a":
        return FOREIGN[event.what]
    if space.sort == "profiled":
        return "G306"
    if space.sort == "spot" and not set(space.spots) <= set(view.demands.spots):
        return "G307"
    return "G308" if space.sort == "registration" and event.box.meets(view.bleed) else ""


def _sentence(code: str, event: Painted, space: Space) -> str:
    what = f"“{quoted(event)}”" if event.what == "text" else AN[event.what]
    where = " of a soft mask" if event.in_mask else ""
    colour = event.colour.said if event.colour and not event.colour.pattern else space.name
    if code == "G307":
        return f"{what}{where} is in an ink of its own: {', '.join(space.spots)}."
    if code == "G308":
        return f"{what}{where} is in registration colour, on every plate."
    return f"{what}{where} is in {colour}."


def _ground(event: Painted) -> float:
    return event.box.width * event.box.height


def quoted(event: Painted) -> str:
    """The text, cut short."""
    text = event.text.strip() or "text"
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


def _set_in_vain(view: View) -> Iterator[Finding]:
    """Colours that are set and painted nothing with: no plate shows them, and a press's check still stops."""
    painted = {space.name for event in view.content.painted for space in _spaces(event)}
    for name, space in sorted(view.content.set_colours.items()):
        if space.sort == "foreign" and name not in painted:
            yield Finding("G302", f"a colour in {name} is set, though nothing visible is painted in it.")


def groups_blend_in_inks(view: View) -> Iterator[Finding]:
    """G305: transparency is reckoned in the intent's own colours."""
    places = []
    for group in view.content.groups:
        is_gray = group.space.parts == 1
        if group.space.sort == "foreign" or is_gray and not group.is_mask:
            what = "a soft mask's group" if group.is_mask else "a transparency group"
            lost = "; its colours would be lost" if is_gray else ""
            places.append(Place(f"{what} blends in {group.space.name}{lost}.", group.box))
    yield from gathered("G305", places)


def effects_are_allowed(view: View) -> Iterator[Finding]:
    """G111, G113 and G114: what is placed from elsewhere, transparency in X-1a, transfer curves."""
    content = view.content
    if content.elsewhere:
        yield Finding("G111", f"the page holds {content.elsewhere[0]}.", count=len(content.elsewhere))
    if content.see_through and view.demands.standard == "x-1a":
        yield Finding("G113", f"the page uses {content.see_through[0]}.", count=len(content.see_through))
    if content.transfers:
        yield Finding("G114", f"{content.transfers[0]}.", count=len(content.transfers))


def content_is_understood(view: View) -> Iterator[Finding]:
    """G112: every operator is one of PDF's, and could be carried out."""
    faults = view.content.faults
    if faults:
        yield Finding("G112", f"{faults[0]}.", count=len(faults))
