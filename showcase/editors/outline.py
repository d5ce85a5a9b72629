"""The keys of a profile as a tree, in the order of the file: the schema with what is said of each in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from showcase.editors import schema
from showcase.editors.guide import Told, told
from showcase.vocabulary import Vocabulary

Kind = Literal["text", "date", "day", "number", "fraction", "truth", "choice", "group"]


@dataclass(frozen=True)
class Field:
    """One key. `many` says that it holds a list; `schema` is that of its value, or of one of its list."""

    path: str
    required: bool
    many: bool
    whole: dict[str, Any]
    """The schema of all that stands at the key."""

    @property
    def key(self) -> str:
        """Its name in the file."""
        return self.path.rpartition(".")[2]

    @property
    def told(self) -> Told:
        """What is said of it."""
        return told(self.path)

    @property
    def schema(self) -> dict[str, Any]:
        """The schema of its value, or of one entry of its list."""
        return self.whole["items"] if self.many else self.whole

    @property
    def example(self) -> Any:
        """What the made-up profile holds there."""
        return self.whole["examples"][0]

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that are allowed, where they are few enough to be listed."""
        return tuple(one for one in self.schema.get("enum", ()) if one is not None)

    @property
    def kind(self) -> Kind:
        """What sort of value it is."""
        types = self.schema["type"] if isinstance(self.schema["type"], list) else [self.schema["type"]]
        if "object" in types:
            return "group"
        if "enum" in self.schema:
            return "choice"
        if "format" in self.schema and self.schema["format"] == "date":
            return "day"
        plain: dict[str, Kind] = {"boolean": "truth", "array": "fraction", "number": "fraction"}
        found = next((plain[one] for one in types if one in plain), None)
        return found or ("date" if {"string", "integer"} <= set(types) else "number" if "integer" in types else "text")

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The keys of its rows."""
        return tuple(_fields(self.schema, f"{self.path}."))

    @property
    def rows(self) -> Iterator[Field]:
        """The keys of its rows with those of their own rows after them."""
        for one in self.fields:
            yield one
            yield from one.rows


def outline(vocabulary: Vocabulary) -> tuple[Field, ...]:
    """Every key at the top of a profile."""
    return tuple(_fields(schema.profile(vocabulary), ""))


def _fields(held: dict[str, Any], prefix: str) -> Iterator[Field]:
    for key, whole in held.get("properties", {}).items():
        yield Field(f"{prefix}{key}", key in held.get("required", ()), "items" in whole, whole)
