"""How a problem is mended, in the one line that a comment has for it."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.causes import Term
from showcase.model.dates import Language
from showcase.problems import listed

MOST = 8
"""As many allowed values as a comment names."""


def advice(remedy: str, suggestion: str | None, allowed: Sequence[str], language: Language) -> str:
    """What is meant, what is allowed, and the remedy; each where there is one."""
    terms = [Term("did-you-mean", value=suggestion)] if suggestion else []
    terms += [Term("allowed", values=listed(allowed, MOST, language))] if allowed else []
    told = [term.in_language(language).rstrip(".") for term in terms]
    return " ".join([*(one if one.endswith("?") else f"{one}." for one in told), *filter(None, [remedy])])
