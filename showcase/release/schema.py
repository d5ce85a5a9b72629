"""What the columns are: a Table Schema for programs, and the dictionary for people, both from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.model.dates import LANGUAGES, Language
from showcase.model.site import Words
from showcase.records import COLUMNS, Row
from showcase.release.version import VERSION, VERSIONS
from showcase.tables import APART

_LIMITS = ("minimum", "maximum")


@dataclass(frozen=True)
class Column:
    """One column of the tables: its type by the names of Table Schema, and whether each row has a value."""

    name: str
    kind: str
    required: bool
    constraints: Mapping[str, Any]
    what: Words

    def told(self, language: Language) -> str:
        """What it holds."""
        return self.what[language]


def columns(ui: Mapping[str, Words]) -> tuple[Column, ...]:
    """The columns in their order."""
    told = Row.model_json_schema()["properties"]
    return tuple(_column(name, told[name], ui[f"column-{name.replace('_', '-')}"]) for name in COLUMNS)


def table_schema(ui: Mapping[str, Words]) -> dict[str, Any]:
    """The columns as a Table Schema of the Data Package standard; the texts of a list stand apart in one cell."""
    return {
        "fields": [_field(one) for one in columns(ui)],
        "primaryKey": ["slug"],
        "missingValues": [""],
    }


def dictionary(ui: Mapping[str, Words]) -> dict[str, Any]:
    """The columns with what they hold in both languages, and every version there has been."""
    return {
        "schema_version": VERSION,
        "columns": [
            {"name": one.name, "type": one.kind, "required": one.required, **one.constraints, "what": _both(one.what)}
            for one in columns(ui)
        ],
        "versions": list(versions(ui)),
    }


def versions(ui: Mapping[str, Words]) -> Iterator[dict[str, Any]]:
    """Every version of the columns with what it brought, the newest first."""
    for version in reversed(VERSIONS):
        yield {"version": version, "what": _both(ui[f"columns-{version.replace('.', '-')}"])}


def _column(name: str, told: Mapping[str, Any], what: Words) -> Column:
    choices = told.get("anyOf", [told])
    (value,) = (one for one in choices if one.get("type") != "null")
    kind = {"array": "list"}.get(value["type"] if isinstance(value["type"], str) else "string", value["type"])
    kind = value.get("format", kind) if isinstance(kind, str) else "string"
    constraints = {key: value[key] for key in _LIMITS if key in value}
    if "pattern" in value:
        constraints["pattern"] = value["pattern"].removeprefix("^").removesuffix("$")
    return Column(name, kind, len(choices) == 1 and kind != "list", constraints, what)


def _field(one: Column) -> dict[str, Any]:
    lists = {"delimiter": APART, "itemType": "string"} if one.kind == "list" else {}
    constraints = {"required": True, **one.constraints} if one.required else dict(one.constraints)
    what = {"description": one.what["en"], "description_hi": one.what["hi"]}
    told = {"name": one.name, "type": one.kind, **lists, **what}
    return told | ({"constraints": constraints} if constraints else {})


def _both(words: Words) -> dict[str, str]:
    return {language: words[language] for language in LANGUAGES}
