"""What YAML 1.1 makes of a scalar without quotes."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache
from typing import Any

import yaml

_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_TAG = "tag:yaml.org,2002:"
_TRUE = {"yes", "true", "on"}


@lru_cache(maxsize=4096)
def resolve(text: str) -> Any:
    """What YAML 1.1 makes of a scalar without quotes: null, bool, int, float, date or the text."""
    for tag, pattern in _RESOLVERS.get(text[:1], _RESOLVERS.get("", [])) if text else ():
        if pattern.match(text):
            return _CONSTRUCT.get(tag.removeprefix(_TAG), str)(text)
    return None if text == "" else text


def _number(text: str) -> Any:
    """A whole number of at most 18 digits, a finite float, or the text as it stands."""
    digits = text.lstrip("+-").replace("_", "")
    if digits.isdecimal():
        return int(text.replace("_", "")) if len(digits) <= 18 else text
    try:
        value = float(text.replace("_", ""))
    except ValueError:
        return text
    return value if math.isfinite(value) else text


def _date(text: str) -> Any:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


_CONSTRUCT: dict[str, Any] = {
    "null": lambda text: None,
    "bool": lambda text: text.lower() in _TRUE,
    "int": _number,
    "float": _number,
    "timestamp": _date,
}
