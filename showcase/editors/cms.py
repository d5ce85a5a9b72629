"""The settings of Sveltia CMS, an editor of profiles in the browser: forms in both languages over the same files.

Hindi files are left alone: their rows go by id, which no form of the CMS can say.
"""

from __future__ import annotations

from typing import Any, get_args
from urllib.parse import urlsplit

import yaml

from showcase.editors.outline import Field, outline
from showcase.editors.schema import VOCABULARIES
from showcase.model.fields import Status
from showcase.vocabulary import Vocabulary

HEAD = "# Made by `python -m showcase editors`; change showcase/editors/ or data/ instead.\n"
UNKNOWN = "OWNER/REPOSITORY"
"""Stands for the repository until data/site.yml names it."""
LONG = 60
"""An example of more characters than this asks for a box of several lines."""
STORY = {
    "name": "body", "label": "Story · कहानी", "widget": "richtext", "modes": ["raw"],
    "hint": "Paragraphs and emphasis only; each sentence ends with its sources, such as [^1]. · "
            "केवल अनुच्छेद और बल; हर वाक्य के अंत में उसके स्रोत, जैसे [^1]।",
}  # fmt: skip
Settings = dict[str, Any]


def text(vocabulary: Vocabulary) -> str:
    """The whole config.yml."""
    return HEAD + yaml.safe_dump(config(vocabulary), allow_unicode=True, sort_keys=False, width=110)


def config(vocabulary: Vocabulary) -> Settings:
    """The settings: proposals go through pull requests, from a copy of their own where someone may not write."""
    repository = urlsplit(vocabulary.site.repository_url).path.strip("/").removesuffix(".git")
    return {
        "backend": {"name": "github", "repo": repository or UNKNOWN, "branch": "main", "open_authoring": True,
                    "auth_scope": "public_repo"},
        "publish_mode": "editorial_workflow",
        "app_title": f"{vocabulary.site.title} · {vocabulary.site.title_hi}",
        "media_folder": "images",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [_profiles(vocabulary)],
    }  # fmt: skip


def _profiles(vocabulary: Vocabulary) -> Settings:
    return {
        "name": "startups", "label": "Profiles · प्रोफ़ाइल", "label_singular": "Profile · प्रोफ़ाइल",
        "folder": "startups", "extension": "md", "format": "yaml-frontmatter",
        "identifier_field": "name", "slug": "{{fields.id}}", "summary": "{{name}} · {{name_hi}}",
        "filter": {"field": "status", "value": list(get_args(Status))},  # Hindi files have none
        "fields": [*(_field(one, vocabulary) for one in outline(vocabulary)), STORY],
    }  # fmt: skip


def _field(field: Field, vocabulary: Vocabulary) -> Settings:
    about = {
        "name": field.key, "label": f"{field.told.title.en} · {field.told.title.hi}",
        "hint": f"{field.told.what.en} · {field.told.what.hi}", "required": field.required,
    }  # fmt: skip
    return about | (_list(field, vocabulary) if field.many else _one(field, vocabulary))


def _list(field: Field, vocabulary: Vocabulary) -> Settings:
    bounds = {name: field.whole[key] for name, key in (("min", "minItems"), ("max", "maxItems")) if key in field.whole}
    if field.choices:
        return {**_one(field, vocabulary), "multiple": True, **bounds}
    if field.path == "related":
        return {"widget": "relation", "collection": "startups", "value_field": "id", "display_fields": ["name"],
                "search_fields": ["name", "id"], "multiple": True, **bounds}  # fmt: skip
    listed: Settings = {"widget": "list", "collapsed": "auto", **bounds}
    if field.fields:
        return listed | {"fields": [_field(one, vocabulary) for one in field.fields]}
    return listed | {"field": {"name": "one", "label": field.told.title.en, **_one(field, vocabulary)}}


def _one(field: Field, vocabulary: Vocabulary) -> Settings:
    schema = field.schema
    match field.kind:
        case "group":
            rows = [_field(one, vocabulary) for one in field.fields]
            return {"widget": "object", "collapsed": "auto", "fields": rows}
        case "choice":
            return {"widget": "select", "options": _options(field, vocabulary)}
        case "number":
            bounds = {name: schema[key] for name, key in (("min", "minimum"), ("max", "maximum")) if key in schema}
            return {"widget": "number", "value_type": "int", **bounds}
        case "fraction":
            part = {"name": "part", "widget": "number", "value_type": "float", "min": 0, "max": 1, "step": 0.01}
            return {"widget": "list", "min": schema["minItems"], "max": schema["maxItems"], "field": part}
        case "truth":
            return {"widget": "boolean"}
        case "day":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case _:
            return _text(field)


def _text(field: Field) -> Settings:
    """A line or a box; what the check asks of the letters, the form asks too."""
    example, schema = field.example[0] if field.many else field.example, field.schema
    told: Settings = {"widget": "text" if len(str(example)) > LONG else "string"}
    told |= {"maxlength": schema["maxLength"]} if "maxLength" in schema else {}
    return told | {"pattern": [schema["pattern"], f"{field.told.what.en} · {field.told.what.hi}"]}


def _options(field: Field, vocabulary: Vocabulary) -> list[Settings] | list[str]:
    if (listed := VOCABULARIES.get(field.path)) is None:
        return list(field.choices)
    rows = getattr(vocabulary, listed)
    return [{"label": f"{rows[one].name} · {rows[one].name_hi}", "value": one} for one in field.choices]
