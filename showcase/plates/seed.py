"""Chance that a slug and a family fix for good, on every machine."""

from __future__ import annotations

import hashlib
import random
from math import pi


class Chance(random.Random):
    """A stream of chance.

    Only `random` and `uniform` of the standard generator are used: their
    values are the same in every version of Python, those of `choice` are not.
    """

    def side(self) -> int:
        """Return 1 or -1."""
        return 1 if self.random() < 0.5 else -1

    def phase(self) -> float:
        """Return an angle of a whole turn, in radians."""
        return self.uniform(0, 2 * pi)


class Seed:
    """Separate streams of chance for one plate.

    Each part of a drawing takes its own stream, so that a small card with
    fewer lines is still a picture of the same place as the full page.
    """

    def __init__(self, slug: str, family: str) -> None:
        self.slug = slug
        self.family = family

    def stream(self, part: str) -> Chance:
        """Return the chance of one part ("waves", "stars") of this plate."""
        name = "\0".join((self.family, self.slug, part))
        digest = hashlib.sha256(name.encode("utf-8")).digest()
        return Chance(int.from_bytes(digest[:8], "big"))
