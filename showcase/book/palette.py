"""The colours of a family as custom properties for a page."""

from __future__ import annotations

from showcase.colour import family_colour
from showcase.mixtures import mixed

COVER_FAMILY = "sea"


def colours(family: str = COVER_FAMILY) -> str:
    """The custom properties of a page in the colours of `family`: a `style` attribute's value."""
    values = {
        "sky-top": family_colour(family, "sky_top"),
        "sky-foot": family_colour(family, "sky_foot"),
        "ground-top": family_colour(family, "ground_top"),
        "ground-foot": family_colour(family, "ground_foot"),
        "on-sky": family_colour(family, "on_sky"),
        "accent": family_colour(family, "accent"),
        # Display type is so light that the accent alone would be faint on paper.
        "display": mixed(f"{family}.accent", "ink", 0.45),
    }
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def tint(part: str, share: float, family: str = COVER_FAMILY) -> str:
    """Paper with `share` of a family's colour in it, as "#rrggbb"."""
    return mixed("paper", f"{family}.{part}", share)
