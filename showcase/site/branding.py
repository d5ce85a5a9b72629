"""The look of the Digital Brand Identity Manual 3.0: Noto Sans, one colour group, its grey and status colours, its type scale.

`brand: dbim` in data/site.yml asks for it; the horizon look goes without. The style sheets stay as they are written:
built ones are dressed. Where the manual and accessibility differ, docs/standards.md says which was followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from showcase.colour import Scheme, contrast, luminance

GROUPS = {
    "blue": ("#162f6a", "#214aab", "#5279d7", "#a3bbf3", "#d2dfff"),
    "purple": ("#29136c", "#4729a3", "#8b70db", "#bdadeb", "#eeebfa"),
    "green": ("#0f5757", "#2d8686", "#75bdbd", "#a6d9d9", "#d9f2f2"),
    "burgundy": ("#6c1340", "#a32966", "#db70a6", "#ebadcc", "#faebf2"),
    "chrome-yellow": ("#5d3e00", "#916100", "#dda73a", "#f4d390", "#ffeecc"),
    "cinnamon-red": ("#771d1d", "#a72626", "#d75151", "#faaaaa", "#fcdada"),
}
"""Each colour group from its key, the darkest, to its lightest variant."""
LINEN, WHITE, BROWN, BLACK = "#ebeaea", "#ffffff", "#150202", "#000000"
YELLOW = "#ffc107"
GREYS = ("#c6c6c6", "#8e8e8e", "#606060")
FUNCTIONAL = (LINEN, WHITE, BROWN, BLACK, *GREYS, YELLOW)
"""Of the functional palette, what is used here. The status colours are no colours for text: see docs/standards.md."""
READABLE = 4.5
SCALE = (36, 24, 20, 16, 14, 12)
PHONE = (24, 20, 16, 16, 14, 12)
"""Sizes of type in pixels: body text is 16 on a phone, too, and nothing is smaller than 12."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
_SIZE = re.compile(r"(font-size:\s*|font:\s*(?:italic\s+)?\d00\s+)(clamp\([^()]*\)|[\d.]+(?:rem|em))(?=[;/}\s])")
_LARGEST = re.compile(r"([\d.]+)(rem|em)\)?$")
_FAMILIES = re.compile(r"(--(?:serif|sans|devanagari|script)):[^;]*;")
_NOTO = '"Noto Sans", "Noto Sans Devanagari", sans-serif'
_STEPS = "".join(f"--t{place}:calc({{{place}}}rem / 16);" for place in range(len(SCALE)))


def dressed(css: str, colour: str) -> str:
    """A style sheet in Noto Sans, in the sizes of the scale, with no colour but those of the group and the palette."""
    css = _FAMILIES.sub(rf"\1: {_NOTO};", css)
    css = _SIZE.sub(lambda size: f"{size[1]}var(--t{_step(size[2])})", css)
    css = css.replace("text-transform: uppercase;", "").replace("letter-spacing: .14em;", "")
    return _HEX.sub(lambda found: _nearest(found[0], colour), css)


def recoloured(svg: str, colour: str) -> str:
    """A drawing in the colours of one group: each becomes the variant that is as light."""
    return _HEX.sub(lambda found: _closest(found[0], GROUPS[colour]), svg)


def values(colour: str) -> Callable[[str, Scheme], str]:
    """What each token of the one table of colours becomes in a scheme."""
    return lambda token, scheme: _value(token, scheme, GROUPS[colour])


def rules() -> str:
    """The scale, and what the manual asks of tables, icons, bold words and drawings."""
    return (
        f":root{{{_STEPS.format(*SCALE)}}}\n@media (max-width:48rem){{:root{{{_STEPS.format(*PHONE)}}}}}\n"
        "body{font-size:var(--t3)}h1{font-size:var(--t0)!important}\n"
        "h1,h2,h3,.foot-name,.masthead-name{font-weight:600!important;letter-spacing:0!important}\n"
        "thead th{text-align:center!important}.behind td{text-align:right!important}\n"
        ".foot::before{display:none}\n"
    )


def _value(token: str, scheme: Scheme, group: tuple[str, ...]) -> str:
    key, second, third, fourth, fifth = group
    dark = scheme == "dark"
    sky = second if contrast(WHITE, second) >= READABLE else key
    plain = {
        "paper": BROWN if dark else WHITE, "surface": BLACK if dark else WHITE, "ink": WHITE if dark else BROWN,
        "muted": GREYS[0] if dark else GREYS[2], "rule": GREYS[2] if dark else GREYS[0], "night": key, "white": WHITE,
        "focus": fourth if dark else sky, "caution": YELLOW if dark else key,
        "tile_none": GREYS[2] if dark else LINEN, "tile_few": third if dark else fifth,
        "tile_some": fourth, "tile_many": fifth if dark else key,
    }  # fmt: skip
    if token in plain:
        return plain[token]
    if token.startswith("on_tile"):
        return max((WHITE, BROWN), key=lambda one: contrast(one, plain[token.removeprefix("on_")]))
    part = token.partition(".")[2]
    return {
        "sky_top": key, "sky_foot": sky, "ground_top": sky, "ground_foot": key, "line": fourth, "light": WHITE,
        "accent": key, "accent_dark": fourth, "on_sky": WHITE,
    }[part]  # fmt: skip


def _step(size: str) -> int:
    """The place in the scale that is nearest to a size as style sheets have it; of a span, to its upper end."""
    number, unit = _LARGEST.search(size).groups()  # type: ignore[union-attr]
    pixels = float(number) * 16
    if unit == "em":
        pixels = min(pixels, 14)
    return min(range(len(SCALE)), key=lambda place: abs(SCALE[place] - pixels))


def _nearest(colour: str, name: str) -> str:
    """The colour itself where it is allowed, else the grey or the variant of the group that is as light."""
    whole = _whole(colour)
    if whole in (*GROUPS[name], *FUNCTIONAL):
        return whole
    is_grey = len({whole[at : at + 2] for at in (1, 3, 5)}) == 1
    return _closest(whole, (LINEN, WHITE, BLACK, *GREYS) if is_grey else GROUPS[name])


def _closest(colour: str, allowed: tuple[str, ...]) -> str:
    light = luminance(_whole(colour))
    return min(allowed, key=lambda one: abs(luminance(one) - light))


def _whole(colour: str) -> str:
    """The "#rrggbb" of a colour that may be written short."""
    short = colour.lower()
    return short if len(short) == 7 else "#" + "".join(sign * 2 for sign in short[1:])
