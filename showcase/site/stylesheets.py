"""The site's colours as a style sheet: both schemes, and the accent of each family."""

from __future__ import annotations

from showcase.colour import FAMILIES, Value, css_custom_properties, screen

HOUSE = "sea"
"""The family whose colours the pages wear that belong to no family."""
_PARTS = (
    "sky-top", "sky-foot", "ground-top", "ground-foot", "line", "accent", "on-sky",
)  # fmt: skip


def colours(value: Value = screen) -> str:
    """The tokens for the light scheme, the dark one, and each family under short names.

    The reader's choice (`data-scheme` on the root) stands above the system's.
    """
    dark = css_custom_properties("dark", ":root:not([data-scheme='light'])", value)
    chosen = css_custom_properties("dark", ":root[data-scheme='dark']", value)
    return "".join(
        (
            css_custom_properties("light", value=value),
            f"@media (prefers-color-scheme: dark) {{\n{dark}}}\n",
            chosen,
            *(_family(name, name) for name in FAMILIES),
            _family("house", HOUSE),
        )
    )


def _family(name: str, wears: str) -> str:
    properties = "".join(f"--{part}:var(--{wears}-{part});" for part in _PARTS)
    return f'[data-family="{name}"]{{{properties}}}\n'
