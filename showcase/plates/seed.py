"""Chance that a slug and a family fix for good, on every machine."""

from __future__ import annotations

import hashlib
import random


class Seed:
    """Separate streams of chance for one plate.

    Each part of a drawing takes its own stream, so that a small card with
    fewer lines is still a picture of the same place as the full page.
    """

    def __init__(self, slug: str, family: str) -> None:
        self.slug = slug
        self.family = family

    def stream(self, part: str) -> random.Random:
        """Return the generator of one part ("waves", "stars") of this plate.

        Only `random()` and `uniform()` of it may be used: their values are
        the same in every version of Python, those of `choice` are not.
        """
        name = "\0".join((self.family, self.slug, part))
        digest = hashlib.sha256(name.encode("utf-8")).digest()
        return random.Random(int.from_bytes(digest[:8], "big"))
