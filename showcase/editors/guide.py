"""What is said of each key of a profile, in both languages, and one made-up profile that holds them all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from showcase import frontmatter
from showcase.model.site import Words

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Told:
    """What is said of a key: its title, what belongs there, and the codes of the check that speak of it."""

    title: Words
    what: Words
    codes: tuple[str, ...]


@cache
def guide() -> Mapping[str, Told]:
    """By path, such as "home.city"; `src` once for all rows whose sources are told alike."""
    rows = yaml.safe_load((FOLDER / "guide.yml").read_text(encoding="utf-8"))
    return {path: Told(Words(**row["title"]), Words(**row["what"]), tuple(row["codes"])) for path, row in rows.items()}


def told(path: str) -> Told:
    """What is said of the key at a path. A KeyError names one of which nothing is said."""
    return guide().get(path) or guide()[path.rpartition(".")[2]]


@cache
def example(name: str = "example.md") -> frontmatter.Document:
    """The made-up profile, or its Hindi file."""
    return frontmatter.parse((FOLDER / name).read_text(encoding="utf-8"), name)


def sample(path: Iterable[str], name: str = "example.md") -> Any:
    """The value at a path in the made-up profile, as JSON has it; of a list of rows, or of rows by id, in the first."""
    value: Any = example(name).meta
    for key in path:
        value = value[0] if isinstance(value, list) else value
        value = value[key] if key else next(iter(value.values()))
    return json.loads(json.dumps(value, default=_iso))


def as_json(meta: Any) -> Any:
    """Front matter as JSON has it: a day is its ISO form."""
    return json.loads(json.dumps(meta, default=_iso))


def _iso(value: date) -> str:
    return value.isoformat()
