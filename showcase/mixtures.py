"""Mixtures of two tokens: what they are on the screen, and the CMYK of every colour of a page.

A page says its colours as "#rrggbb" alone. So that the press can tell the CMYK
of each, only tokens and the pairs named here may be mixed, and a mixture has
the inks of both tokens in the same shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from showcase.colour import FAMILIES, TOKENS, Token

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black in percent."""

_OF_A_FAMILY = (
    ("accent", "ink"), ("accent", "paper"), ("light", "line"), ("ground_foot", "ground_top"),
    ("ground_top", "sky_foot"), ("ground_top", "sky_top"), ("sky_foot", "line"), ("sky_foot", "light"),
    ("sky_foot", "ground_foot"),
)  # fmt: skip
_ROUNDING = 1.0


def mixed(first: str, second: str, share: float) -> str:
    """Return the "#rrggbb" at `share` (0 to 1) of the way between two tokens, called by their names.

    ValueError for two that are not to be mixed, KeyError for a name that no token has.
    """
    one, other = TOKENS[first], TOKENS[second]
    if (one, other) not in _pairs() and (other, one) not in _pairs():
        raise ValueError(f"{first} and {second} are not among the pairs that may be mixed")
    pairs = zip(_channels(one.screen), _channels(other.screen), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@cache
def printed(colour: str) -> Inks:
    """Return the inks of a "#rrggbb" that is a token's or a mixture's; KeyError for any other."""
    for token in TOKENS.values():
        if token.screen == colour:
            return token.cmyk
    for one, other in _pairs():
        share = _share(colour, one.screen, other.screen)
        if share is not None:
            return _between(one.cmyk, other.cmyk, share)
    raise KeyError(colour)


@cache
def _pairs() -> tuple[tuple[Token, Token], ...]:
    """The tokens that may be mixed with one another."""
    return tuple(_named())


def _named() -> Iterator[tuple[Token, Token]]:
    for family in FAMILIES:
        for pair in _OF_A_FAMILY:
            one, other = (TOKENS.get(f"{family}.{name}") or TOKENS[name] for name in pair)
            yield one, other


def _share(colour: str, first: str, second: str) -> float | None:
    """At which share between two colours a third lies; None when it is no mixture of them."""
    a, b, c = _channels(first), _channels(second), _channels(colour)
    way = [q - p for p, q in zip(a, b, strict=True)]
    share = sum(w * (r - p) for w, p, r in zip(way, a, c, strict=True)) / sum(w * w for w in way)
    off = max(abs(p + w * share - r) for p, w, r in zip(a, way, c, strict=True))
    return share if off <= _ROUNDING and 0 <= share <= 1 else None


def _between(first: Inks, second: Inks, share: float) -> Inks:
    c, m, y, k = (round(a + (b - a) * share, 2) for a, b in zip(first, second, strict=True))
    return c, m, y, k


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0 to 255) of a "#rrggbb"."""
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
