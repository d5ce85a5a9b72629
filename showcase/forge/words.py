"""What is said to those who propose something: words.yml, in English and Hindi."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from showcase.model.dates import Language


def say(key: str, language: Language, **filled: Any) -> str:
    """The words called `key`, with their places filled. A KeyError names words that are not there."""
    return _words()[key][language].format(**filled)


def counted(noun: str, number: int, language: Language) -> str:
    """A number of things, such as "1 error" or "3 errors"."""
    return say(f"{noun}-one" if number == 1 else noun, language, n=number)


def found(errors: int, warnings: int, language: Language) -> str:
    """How many errors and warnings there are, as a sentence."""
    told = {"errors": counted("errors", errors, language), "warnings": counted("warnings", warnings, language)}
    return say("found", language, **told)


@cache
def _words() -> dict[str, dict[Language, str]]:
    return yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
