"""From a press profile of the book to what the gate asks of a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from showcase.book.press.loading import Press
from showcase.book.settings import Settings
from showcase.preflight.demands import Demands


def demands_of(press: Press, settings: Settings) -> Demands:
    """What the press asks of the block of the book."""
    profile = press.profile
    return replace(
        _of_any_file(press), trim=(settings.trim.width, settings.trim.height), bleed=profile.bleed,
        safety=profile.safety.trim, gutter=profile.safety.gutter, binder=profile.binder,
    )  # fmt: skip


def cover_demands_of(press: Press) -> Demands:
    """What it asks of a cover: a sheet of a size of its own, without gutter and signatures.

    Words keep from the edges of the sheet as in the block; how far they keep from folds, the cover
    itself is made to know.
    """
    profile = press.profile
    return replace(_of_any_file(press), bleed=profile.cover.bleed, safety=profile.safety.trim, gutter=0)


def _of_any_file(press: Press) -> Demands:
    profile = press.profile
    return Demands(
        press=press.name, standard=profile.standard, condition=profile.condition, registry=profile.registry,
        profile=hashlib.md5(press.icc.read_bytes(), usedforsecurity=False).hexdigest(),
        ink_limit=profile.ink_limit, least_ppi=profile.ppi.least, wanted_ppi=profile.ppi.wanted,
    )  # fmt: skip
