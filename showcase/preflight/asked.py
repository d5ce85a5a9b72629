"""From a press profile of the book to what the gate asks of a file."""

from __future__ import annotations

import hashlib

from showcase.book.press.loading import Press
from showcase.book.settings import Settings
from showcase.preflight.demands import Demands


def demands_of(press: Press, settings: Settings) -> Demands:
    """What the press asks of the block of the book."""
    profile = press.profile
    return Demands(
        press=press.name, standard=profile.standard, condition=profile.condition, registry=profile.registry,
        profile=hashlib.md5(press.icc.read_bytes(), usedforsecurity=False).hexdigest(),
        trim=(settings.trim.width, settings.trim.height), bleed=profile.bleed,
        safety=profile.safety.trim, gutter=profile.safety.gutter, ink_limit=profile.ink_limit,
        least_ppi=profile.ppi.least, wanted_ppi=profile.ppi.wanted, signature=profile.signature,
    )  # fmt: skip
