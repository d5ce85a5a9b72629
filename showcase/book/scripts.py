"""Two scripts side by side: faces that go together, and Devanagari one point larger than Latin."""

from __future__ import annotations

import re

from showcase.book.language import Edition, main_language

COMPANIONS = {"serif-extralight": "Horizon devanagari-light"}
COMPANION = "Horizon devanagari-regular"
"""The face that stands in for letters that a Latin face has not; for display a light one."""

_ALONE = re.compile(r'"Horizon ((?:serif|sans)-[a-z-]+)"(?!\s*,)')
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_SIZE = re.compile(r"font(?:-size)?:\s*([\d.]+)pt")
_OF_ONE_SCRIPT = re.compile(r"-hi\b|lang[=(]|::")
_COMMENT = re.compile(r"(?s)/\*.*?\*/")


def styles_for(edition: Edition, styles: str) -> str:
    """The style sheet for an edition: Devanagari stands one point larger than Latin in the same place.

    The rules for words of the other script come first, so that a rule of their
    own wins. The Hindi edition raises every size for Hindi text as well.
    """
    paired = _ALONE.sub(_paired, _COMMENT.sub("", styles))
    sized = [(rule[1].strip(), float(size[1])) for rule in _RULE.finditer(paired) if (size := _size(rule))]
    if main_language(edition) == "en":
        return "".join(_other(selectors, "hi", size + 1) for selectors, size in sized) + paired
    english = "".join(_other(selectors, "en", size) for selectors, size in sized)
    return english + _RULE.sub(lambda rule: rule[0] + _raised(rule), paired)


def _paired(face: re.Match[str]) -> str:
    """A Latin face and the one that stands in for it in Hindi."""
    return f'{face[0]}, "{COMPANIONS.get(face[1], COMPANION)}"'


def _size(rule: re.Match[str]) -> re.Match[str] | None:
    """The size that a rule gives to text of either script."""
    return None if _OF_ONE_SCRIPT.search(rule[1]) else _SIZE.search(rule[2])


def _other(selectors: str, language: str, size: float) -> str:
    """A rule for words in `language` within what the selectors name."""
    return f':where({selectors}) [lang="{language}"]{{font-size:{size:g}pt}}\n'


def _raised(rule: re.Match[str]) -> str:
    """The rule that sets Hindi in the same places one point larger, or nothing."""
    size = _size(rule)
    if not size:
        return ""
    hindi = ",".join(f"{one.strip()}:lang(hi)" for one in rule[1].split(","))
    return f"\n{hindi}{{font-size:{float(size[1]) + 1:g}pt}}"
