"""Which pattern each startup's pages take: by what its profile has, and by what stands before it.

Every pattern but the plate-led one is special, and no special pattern comes
twice running: a reader who turns pages meets another each time. A profile's
own `spread:` is stronger than that rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from showcase.catalogue import Startup

PLATE, PHOTOGRAPH, PHOTOGRAPHS, TEXT = "plate", "photograph", "photographs", "text"


@dataclass(frozen=True)
class Pattern:
    """The layout rules of one pattern. `settings` go from the airiest to the fullest."""

    pages: int
    settings: tuple[str, ...]
    above: frozenset[str] = frozenset({"story", "innovations", "words"})
    """Boxes that a fuller setting gives more room."""
    below: frozenset[str] = frozenset({"facts", "milestones"})
    """Boxes that a fuller zone below the line gives more room."""
    least: dict[str, float] = field(default_factory=dict)
    """How much of its place a box must fill at least, as a share of the height."""


_LEAST = {"story": 0.2}
PATTERNS = {
    PLATE: Pattern(2, ("open", "broad", "tall", "dense"), least=_LEAST),
    PHOTOGRAPH: Pattern(2, ("open", "broad", "tall", "dense"), least=_LEAST),
    PHOTOGRAPHS: Pattern(4, ("open", "broad", "tall", "dense"), least=_LEAST),
    TEXT: Pattern(
        2, ("open", "broad"), frozenset({"story"}),
        frozenset({"facts", "milestones", "innovations", "figures"}), _LEAST,
    ),
}  # fmt: skip

Suits = Callable[[Startup, str], bool]
"""Whether a startup fits a pattern, as measured."""


def cast(startups: Sequence[Startup], suits: Suits) -> dict[str, str]:
    """The pattern of each startup by slug, for startups in the order of their pages."""
    casts: dict[str, str] = {}
    before = PLATE
    for startup, following in zip_longest(startups, startups[1:]):
        taken = {before, following.spread if following else None}
        before = startup.spread or _first(startup, taken, suits)
        casts[startup.slug] = before
    return casts


def _first(startup: Startup, taken: set[str | None], suits: Suits) -> str:
    """The first pattern that is free beside its neighbours and fits; the plate-led one always is."""
    free = (one for one in _candidates(startup) if one not in taken and suits(startup, one))
    return next(free, PLATE)


def _candidates(startup: Startup) -> tuple[str, ...]:
    """The special patterns that a profile can have, the likeliest first."""
    pictures = len(startup.photographs)
    return (PHOTOGRAPHS, PHOTOGRAPH, TEXT) if pictures > 1 else (PHOTOGRAPH, TEXT) if pictures else (TEXT,)


def shown(startup: Startup, pattern: str) -> int:
    """How many of a startup's photographs the pattern shows, counted from the first."""
    return len(startup.photographs) if pattern == PHOTOGRAPHS else min(len(startup.photographs), pattern != PLATE)
