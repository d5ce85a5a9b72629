"""Texts written as YAML, with quotes where they need them and without where they do not."""

from __future__ import annotations

import json

from showcase import yamltree


def plain(value: str) -> str:
    """The value as YAML reads it back as the same text: without quotes where that is so, else in quotes."""
    try:
        if not set(value) & set(",[]{}#") and yamltree.read(f"a: {value}") == {"a": value}:
            return value
    except yamltree.YamlError:
        pass
    return json.dumps(value, ensure_ascii=False)
