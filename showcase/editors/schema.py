"""The front matter of a profile, and of its Hindi file, as JSON Schema, for programs of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from showcase.editors.guide import sample, told
from showcase.model.fields import TIDY, WEB
from showcase.model.hindi import HindiText
from showcase.model.profile import Profile
from showcase.vocabulary import Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"
VOCABULARIES = {
    "technologies": "technologies", "home.city": "cities", "home.state": "states", "end_users.id": "end_users",
    "challenges.programme": "programmes", "challenges.edition": "editions", "challenges.end_user": "end_users",
    "stage.step": "stages",
}  # fmt: skip
"""The keys that name an entry of data/, and where the vocabulary has it."""
_KEPT = ("type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems",
         "prefixItems", "format", "additionalProperties", "required")  # fmt: skip
_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
_PARTIAL = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
Schema = dict[str, Any]


def profile(vocabulary: Vocabulary) -> Schema:
    """The schema of startups/<slug>.md."""
    about = {"title": "A profile", "description": "The front matter of startups/<slug>.md."}
    return {"$schema": DRAFT, **about, **_Writer.of(Profile, "example.md", vocabulary)}


def hindi() -> Schema:
    """The schema of startups/<slug>.hi.md."""
    about = {"title": "The Hindi of a profile", "description": "The front matter of startups/<slug>.hi.md."}
    return {"$schema": DRAFT, **about, **_Writer.of(HindiText, "example.hi.md")}


@dataclass(frozen=True)
class _Writer:
    """Writes a model out whole, without references: pydantic's schema with what the guide and data/ say besides."""

    parts: Mapping[str, Schema]
    example: str
    vocabulary: Vocabulary | None

    @classmethod
    def of(cls, model: type[BaseModel], example: str, vocabulary: Vocabulary | None = None) -> Schema:
        whole = model.model_json_schema(by_alias=True)
        return cls(whole.get("$defs", {}), example, vocabulary).value(whole, ())

    def value(self, node: Schema, path: tuple[str, ...]) -> Schema:
        """What may stand at a path; an empty step of it stands for any id."""
        if "$ref" in node:
            node = self.parts[node["$ref"].rpartition("/")[2]]
        if "anyOf" in node:
            (kind,) = (one for one in node["anyOf"] if one.get("type") != "null")
            return _or_nothing(self.value(kind, path))
        written = {key: node[key] for key in _KEPT if key in node}
        if node["type"] == "object":
            return written | self._held(node, path)
        if "items" in node:
            return written | {"items": self.value(node["items"], path)}
        return self._scalar(written, ".".join(filter(None, path)))

    def _held(self, node: Schema, path: tuple[str, ...]) -> Schema:
        properties = node.get("properties", {})
        if properties:  # sources stand last in a row
            keys = sorted(properties, key=lambda key: key == "src")
            return {"properties": {key: self._property(properties[key], (*path, key)) for key in keys}}
        for kind in ("patternProperties", "additionalProperties"):
            if isinstance(node.get(kind), dict):
                rows = node[kind] if kind == "patternProperties" else {"": node[kind]}
                made = {pattern: self.value(row, (*path, "")) for pattern, row in rows.items()}
                return {kind: made, "additionalProperties": False} if "" not in made else {kind: made[""]}
        return {}

    def _property(self, node: Schema, path: tuple[str, ...]) -> Schema:
        entry = told(".".join(filter(None, path)))
        about = {"title": entry.title.en, "description": f"{entry.what.en}\n\n{entry.title.hi}: {entry.what.hi}"}
        return about | self.value(node, path) | {"examples": [sample(path, self.example)]}

    def _scalar(self, written: Schema, path: str) -> Schema:
        if self.vocabulary and path in VOCABULARIES:
            return {"type": "string", "enum": list(getattr(self.vocabulary, VOCABULARIES[path]))}
        if isinstance(written["type"], list):  # a date as precise as it is known; a year may be a number
            return {**written, "pattern": _PARTIAL, "minimum": 1000, "maximum": 9999}
        if written.get("format") == "date":
            return {**written, "pattern": _DAY}
        if written["type"] == "string" and not {"pattern", "enum"} & set(written):
            web = {"format": "uri", "pattern": WEB} if path.endswith(".url") else {"pattern": TIDY}
            return written | web
        return written


def _or_nothing(kind: Schema) -> Schema:
    if "enum" in kind:
        return {**kind, "type": [kind["type"], "null"], "enum": [*kind["enum"], None]}
    types = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    return {**kind, "type": [*types, "null"]}
