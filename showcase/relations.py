"""Why two startups are told to be related: what they share, in words, the weightiest first."""

from __future__ import annotations

from typing import Any

from showcase.bilingual import named
from showcase.catalogue import shared
from showcase.model.dates import Language
from showcase.startup import Startup
from showcase.typography import completed

REASONS = 3
"""As many as a card has room for."""
_IMPLIED = {"family": "technology"}
"""A kind that says nothing new where the other is shared as well."""


def reasons(one: Startup, other: Startup, language: Language) -> tuple[str, ...]:
    """What `other` shares with `one`: "also from DISC 7", "also for the Indian Navy".

    By the weights with which the catalogue chose it. Where they share nothing, the editors chose it.
    """
    ui = one.catalogue.ui
    said = [
        completed(ui(f"also-{kind}", language), name=_joined(names, ui("and", language)))
        for kind, names in _names(one, other, language).items()
    ]
    return tuple(said[:REASONS]) or (ui("chosen-by-editors", language),)


def _names(one: Startup, other: Startup, language: Language) -> dict[str, list[str]]:
    """By kind, in the order of the weights: the names of what both have."""
    words = one.vocabulary
    entries: dict[str, dict[str, Any]] = {
        "edition": words.editions, "technology": words.technologies, "family": words.families,
        "end-user": words.end_users, "state": words.states,
    }  # fmt: skip
    names: dict[str, list[str]] = {}
    for kind, key in shared(one, other):
        item = entries[kind][key]
        names.setdefault(kind, []).append(named(item, language))
    return {kind: told for kind, told in names.items() if _IMPLIED.get(kind) not in names}


def _joined(names: list[str], conjunction: str) -> str:
    """ "A", "A and B", "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} {conjunction} {last}" if first else last
