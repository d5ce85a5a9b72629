"""What all charts share: the frame with its accessible names, words, rectangles."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from showcase import colour

# Width of a figure as a share of the size, in a sans serif for text.
FIGURE = 0.51


def custom_property(name: str) -> str:
    """Return a token as the site's custom property, which changes with the scheme."""
    return f"var(--{name.replace('.', '-').replace('_', '-')})"


@dataclass(frozen=True)
class Style:
    """Fonts, type size and colours of a chart.

    `colour` turns the name of a token into a value for SVG: `colour.screen`
    for the book, `custom_property` for a page with two schemes. `letter` is
    the mean width of a letter as a share of the size: what lines are broken by.
    """

    font: str
    size: float
    accent: str = "sea.accent"
    colour: Callable[[str], str] = colour.screen
    letter: float = 0.5


def frame(
    style: Style, size: tuple[float, float], title: str, description: str, parts: Iterable[str]
) -> str:
    """Return the SVG of `size` (width, height), which its title and description name.

    It is an image to those who hear it, or a group where there are links in it.
    """
    mark = hashlib.sha256(f"{title}\0{description}".encode()).hexdigest()[:8]
    inner = "".join(parts)
    role = "group" if "<a " in inner else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(size[0])} {number(size[1])}" '
        f'role="{role}" aria-labelledby="t{mark} d{mark}" font-family="{escape(style.font)}" '
        f'font-size="{number(style.size)}"><title id="t{mark}">{escape(title)}</title>'
        f'<desc id="d{mark}">{escape(description)}</desc>{inner}</svg>'
    )


def words(
    x: float,
    y: float,
    text: str,
    fill: str,
    size: float | None = None,
    anchor: str = "start",
    weight: int | None = None,
) -> str:
    """Return one line of text that stands on y."""
    extra = "" if anchor == "start" else f' text-anchor="{anchor}"'
    extra += "" if size is None else f' font-size="{number(size)}"'
    extra += "" if weight is None else f' font-weight="{weight}"'
    return f'<text x="{number(x)}" y="{number(y)}" fill="{fill}"{extra}>{escape(text)}</text>'


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Return a filled rectangle."""
    place = f'x="{number(x)}" y="{number(y)}"'
    return f'<rect {place} width="{number(width)}" height="{number(height)}" fill="{fill}"/>'


def broken(text: str, width: float, style: Style) -> list[str]:
    """Return a text in lines that fit a width, by the mean width of a letter."""
    letters = max(6, int(width / (style.size * style.letter)))
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)


def number(value: float) -> str:
    """Return a length with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
