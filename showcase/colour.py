"""The one table of colours: sRGB for the screen, CMYK for the press.

The CMYK of a token is chosen, not computed from its sRGB: reading text is
black ink alone, large darks are a rich black, and no token asks a sheet to
take more than 300 % of ink. A family's plate keeps its colours in the dark
scheme of the site; what changes there stands in the token's `dark`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Scheme = Literal["light", "dark"]
Cmyk = tuple[int, int, int, int]
Value = Callable[[str, Scheme], str]


class Token(NamedTuple):
    """A colour by name: `screen` and `dark` as "#rrggbb", `cmyk` in percent."""

    name: str
    screen: str
    cmyk: Cmyk
    dark: str | None = None


FAMILIES = tuple("air sea space land spectrum quantum computing soldier materials medical".split())

# For each family: the two colours of its sky and of its ground, top and foot;
# the lines of its plate and the light on them; its accent for words on paper
# and on night; and the colour of words that stand in its sky.
_TABLE = (
    Token("paper", "#fbfaf6", (0, 0, 0, 0), "#0f1417"),
    Token("surface", "#ffffff", (0, 0, 0, 0), "#171e22"),
    Token("ink", "#14191c", (0, 0, 0, 100), "#eef1ef"),
    Token("muted", "#566067", (0, 0, 0, 70), "#a7b1b6"),
    Token("rule", "#d9d8d1", (0, 0, 0, 18), "#323b41"),
    Token("night", "#0e1316", (60, 50, 40, 90)),
    Token("white", "#ffffff", (0, 0, 0, 0)),
    Token("focus", "#b4500f", (10, 75, 100, 15), "#f0b05c"),
    Token("caution", "#8a4b00", (20, 70, 100, 35), "#f0b05c"),
    Token("tile_none", "#e9ebe8", (0, 0, 0, 8), "#20282d"),
    Token("tile_few", "#8fc0c2", (45, 8, 22, 0), "#1d4f57"),
    Token("tile_some", "#1f7480", (80, 30, 38, 22), "#3f98a1"),
    Token("tile_many", "#0b3a45", (90, 45, 40, 60), "#9adada"),
    Token("on_tile_none", "#566067", (0, 0, 0, 70), "#a7b1b6"),
    Token("on_tile_few", "#14191c", (0, 0, 0, 100), "#ffffff"),
    Token("on_tile_some", "#ffffff", (0, 0, 0, 0), "#0f1417"),
    Token("on_tile_many", "#ffffff", (0, 0, 0, 0), "#0f1417"),
    Token("air.sky_top", "#e9a23f", (10, 40, 80, 0)),
    Token("air.sky_foot", "#f9dfa6", (5, 15, 40, 0)),
    Token("air.ground_top", "#b9501c", (5, 75, 95, 25)),
    Token("air.ground_foot", "#4f1e12", (35, 90, 85, 70)),
    Token("air.line", "#7a3a16", (20, 75, 95, 50)),
    Token("air.light", "#fff4dc", (2, 4, 20, 0)),
    Token("air.accent", "#94480f", (15, 70, 95, 40)),
    Token("air.accent_dark", "#f0b05c", (6, 35, 70, 0)),
    Token("air.on_sky", "#2e1408", (0, 0, 0, 100)),
    Token("sea.sky_top", "#062c38", (90, 45, 35, 75)),
    Token("sea.sky_foot", "#14707a", (80, 30, 40, 30)),
    Token("sea.ground_top", "#0b4450", (90, 45, 40, 55)),
    Token("sea.ground_foot", "#03151d", (90, 60, 45, 90)),
    Token("sea.line", "#bfe6e2", (25, 0, 15, 0)),
    Token("sea.light", "#effbf7", (5, 2, 4, 0)),
    Token("sea.accent", "#0b5f6b", (85, 35, 40, 40)),
    Token("sea.accent_dark", "#6cc5c6", (55, 3, 25, 0)),
    Token("sea.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("space.sky_top", "#090a1f", (85, 75, 30, 90)),
    Token("space.sky_foot", "#4a3a8c", (85, 85, 0, 10)),
    Token("space.ground_top", "#221a55", (95, 95, 0, 50)),
    Token("space.ground_foot", "#06061a", (85, 75, 30, 95)),
    Token("space.line", "#b9b2ec", (35, 30, 0, 0)),
    Token("space.light", "#f4f1ff", (7, 6, 2, 0)),
    Token("space.accent", "#493a94", (85, 85, 0, 0)),
    Token("space.accent_dark", "#aea5f2", (40, 35, 0, 0)),
    Token("space.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("land.sky_top", "#3f3b1a", (70, 60, 95, 60)),
    Token("land.sky_foot", "#93701f", (25, 40, 95, 35)),
    Token("land.ground_top", "#4c3a16", (50, 60, 95, 60)),
    Token("land.ground_foot", "#1a1208", (60, 65, 65, 95)),
    Token("land.line", "#ecd9a0", (10, 15, 45, 0)),
    Token("land.light", "#fff6dc", (2, 3, 20, 0)),
    Token("land.accent", "#73560f", (35, 45, 100, 50)),
    Token("land.accent_dark", "#d9b65c", (20, 30, 75, 0)),
    Token("land.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("spectrum.sky_top", "#2a0d2c", (65, 90, 15, 80)),
    Token("spectrum.sky_foot", "#83295c", (30, 90, 10, 40)),
    Token("spectrum.ground_top", "#51174a", (55, 95, 0, 60)),
    Token("spectrum.ground_foot", "#18061a", (70, 85, 30, 95)),
    Token("spectrum.line", "#eab8d6", (10, 35, 5, 0)),
    Token("spectrum.light", "#fff0f8", (4, 7, 3, 0)),
    Token("spectrum.accent", "#852463", (30, 95, 4, 35)),
    Token("spectrum.accent_dark", "#ea9aca", (10, 50, 3, 0)),
    Token("spectrum.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("quantum.sky_top", "#081a3f", (90, 65, 0, 75)),
    Token("quantum.sky_foot", "#2a58b0", (90, 70, 0, 0)),
    Token("quantum.ground_top", "#14326f", (95, 75, 0, 40)),
    Token("quantum.ground_foot", "#040d24", (90, 70, 20, 90)),
    Token("quantum.line", "#b4cdf6", (35, 15, 0, 0)),
    Token("quantum.light", "#f0f6ff", (6, 4, 2, 0)),
    Token("quantum.accent", "#2450a4", (95, 70, 0, 0)),
    Token("quantum.accent_dark", "#92b6f4", (45, 25, 0, 0)),
    Token("quantum.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("computing.sky_top", "#20292f", (80, 60, 50, 75)),
    Token("computing.sky_foot", "#5d7688", (60, 40, 30, 25)),
    Token("computing.ground_top", "#33444f", (80, 55, 45, 50)),
    Token("computing.ground_foot", "#0c1216", (85, 70, 50, 90)),
    Token("computing.line", "#cbdbe5", (25, 10, 10, 0)),
    Token("computing.light", "#f5fafc", (4, 2, 2, 0)),
    Token("computing.accent", "#3f5a6d", (75, 45, 35, 35)),
    Token("computing.accent_dark", "#a3c0d3", (40, 15, 10, 0)),
    Token("computing.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("soldier.sky_top", "#222b1a", (65, 50, 80, 80)),
    Token("soldier.sky_foot", "#677a55", (60, 30, 70, 25)),
    Token("soldier.ground_top", "#38452b", (80, 55, 85, 50)),
    Token("soldier.ground_foot", "#0e130a", (75, 60, 65, 90)),
    Token("soldier.line", "#d5e0bf", (20, 6, 30, 0)),
    Token("soldier.light", "#f9fbee", (3, 2, 10, 0)),
    Token("soldier.accent", "#4b5f33", (65, 35, 85, 40)),
    Token("soldier.accent_dark", "#b0c690", (35, 7, 50, 0)),
    Token("soldier.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("materials.sky_top", "#4e2110", (40, 90, 95, 65)),
    Token("materials.sky_foot", "#b55a2a", (10, 65, 85, 25)),
    Token("materials.ground_top", "#6e2d15", (20, 80, 90, 60)),
    Token("materials.ground_foot", "#1f0b06", (50, 75, 55, 95)),
    Token("materials.line", "#f4c8a4", (5, 25, 40, 0)),
    Token("materials.light", "#fff3e6", (3, 5, 10, 0)),
    Token("materials.accent", "#96421a", (20, 75, 95, 35)),
    Token("materials.accent_dark", "#eda477", (0, 40, 55, 7)),
    Token("materials.on_sky", "#ffffff", (0, 0, 0, 0)),
    Token("medical.sky_top", "#611730", (20, 95, 35, 65)),
    Token("medical.sky_foot", "#c4524e", (0, 75, 55, 20)),
    Token("medical.ground_top", "#8a2a3c", (15, 90, 50, 45)),
    Token("medical.ground_foot", "#2c0714", (40, 95, 30, 90)),
    Token("medical.line", "#fbc9bf", (0, 30, 20, 0)),
    Token("medical.light", "#fff2ee", (3, 5, 7, 0)),
    Token("medical.accent", "#a52a44", (7, 95, 45, 35)),
    Token("medical.accent_dark", "#f5a09c", (0, 50, 30, 0)),
    Token("medical.on_sky", "#ffffff", (0, 0, 0, 0)),
)

TOKENS: dict[str, Token] = {token.name: token for token in _TABLE}


def screen(name: str, scheme: Scheme = "light") -> str:
    """Return the "#rrggbb" of a token on the site; KeyError for an unknown name."""
    token = TOKENS[name]
    return token.dark if scheme == "dark" and token.dark else token.screen


def family_colour(family: str, part: str) -> str:
    """Return the "#rrggbb" of one part ("sky_top", "accent") of a family."""
    return TOKENS[f"{family}.{part}"].screen


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio (1 to 21) of two "#rrggbb", as WCAG 2 defines it."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def css_custom_properties(scheme: Scheme = "light", selector: str = ":root", value: Value = screen) -> str:
    """Return a CSS rule that gives every token as a custom property; `value` gives its "#rrggbb" in a scheme.

    "sea.sky_top" becomes --sea-sky-top. A family's accent is the one that can
    be read in the scheme, under the one name --sea-accent.
    """
    lines = []
    for token in _TABLE:
        if token.name.endswith(".accent_dark"):
            continue
        name = f"{token.name}_dark" if scheme == "dark" and token.name.endswith(".accent") else token.name
        lines.append(f"  --{token.name.replace('.', '-').replace('_', '-')}: {value(name, scheme)};")
    return f"{selector} {{\n" + "\n".join(lines) + "\n}\n"


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of a "#rrggbb"."""
    linear = [
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
