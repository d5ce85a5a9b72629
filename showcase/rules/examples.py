"""A line such as an editor should write: that of the made-up profile at the same place, in its own language."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from showcase.editors.guide import sample
from showcase.model.hindi import HindiText
from showcase.model.keys import EXAMPLES
from showcase.model.profile import Profile
from showcase.yamlplain import plain

_FILES: dict[type[BaseModel], str] = {Profile: "example.md", HindiText: "example.hi.md"}


def example(model: type[BaseModel], path: tuple[Any, ...]) -> str:
    """A `key: value` line for the key at a path, or that holds the list at it; empty where none is known."""
    keys = tuple(step for step in path if isinstance(step, str))
    if model in _FILES and len(keys) > 1:
        return f"{keys[-1]}: {_written(sample(_steps(model, keys), _FILES[model]))}"
    return EXAMPLES.get(keys[-1], "") if keys else ""


def _steps(model: type[BaseModel], keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the made-up profile: entries of the Hindi file go by ids, and there the first stands for all."""
    if model is not HindiText:
        return keys
    return tuple("" if number % 2 else key for number, key in enumerate(keys))


def _written(value: Any) -> str:
    return plain(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
