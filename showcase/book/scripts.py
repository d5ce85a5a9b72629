"""Two scripts side by side: faces that go together, and Devanagari a little larger than Latin."""

from __future__ import annotations

import re

from showcase.book.language import Edition, main_language

COMPANIONS = {
    "serif-extralight": "Horizon devanagari-extralight",
    "serif-light": "Horizon devanagari-light",
    "serif-light-italic": "Horizon devanagari-light",
    "serif-regular": "Horizon devanagari-serif",
}
COMPANION = "Horizon devanagari-regular"
"""The face that stands in for letters that a Latin face has not: a serif for a serif, as light as it."""

RAISED = {"serif": 1.0, "sans": 0.5}
"""By how many points Devanagari is larger: FiraGO's letters are the larger ones already."""

_ALONE = re.compile(r'"Horizon ((?:serif|sans)-[a-z-]+)"(?!\s*,)')
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_SIZE = re.compile(r"font(?:-size)?:\s*([\d.]+)pt")
_OF_ONE_SCRIPT = re.compile(r"-hi\b|lang[=(]|::")
_COMMENT = re.compile(r"(?s)/\*.*?\*/")


def styles_for(edition: Edition, styles: str) -> str:
    """The style sheet for an edition: Devanagari stands a little larger than Latin in the same place.

    The rules for words of the other script come first, so that a rule of their
    own wins. The Hindi edition raises every size for Hindi text as well.
    """
    paired = _ALONE.sub(_paired, _COMMENT.sub("", styles))
    sized = [rule for rule in _RULE.finditer(paired) if _size(rule)]
    if main_language(edition) == "en":
        return "".join(_other(rule, "hi", _hindi_size(rule)) for rule in sized) + paired
    english = "".join(_other(rule, "en", _size(rule)) for rule in sized)
    return english + _RULE.sub(lambda rule: rule[0] + _raised(rule), paired)


def _paired(face: re.Match[str]) -> str:
    """A Latin face and the one that stands in for it in Hindi."""
    return f'{face[0]}, "{COMPANIONS.get(face[1], COMPANION)}"'


def _size(rule: re.Match[str]) -> float | None:
    """The size in points that a rule gives to text of either script."""
    size = None if _OF_ONE_SCRIPT.search(rule[1]) else _SIZE.search(rule[2])
    return float(size[1]) if size else None


def _hindi_size(rule: re.Match[str]) -> float:
    """The size of Hindi in the same place."""
    return round((_size(rule) or 0) + RAISED["serif" if '"Horizon serif' in rule[2] else "sans"], 2)


def _other(rule: re.Match[str], language: str, size: float | None) -> str:
    """A rule for words in `language` within what the selectors of `rule` name."""
    return f':where({rule[1].strip()}) [lang="{language}"]{{font-size:{size:g}pt}}\n'


def _raised(rule: re.Match[str]) -> str:
    """The rule that sets Hindi in the same places larger, or nothing."""
    if not _size(rule):
        return ""
    hindi = ",".join(f"{one.strip()}:lang(hi)" for one in rule[1].split(","))
    return f"\n{hindi}{{font-size:{_hindi_size(rule):g}pt}}"
