"""The shape of a file: every pydantic error said as a sentence an editor can act on."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from showcase.frontmatter import Document
from showcase.model.keys import EXAMPLES, keys_at
from showcase.problems import Problem, nearest

T = TypeVar("T", bound=BaseModel)

_PHOTO_KEYS = {"credit", "licence", "alt"}
_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` lines",
    "model_attributes_type": "`key: value` lines",
}
_PATTERNS = {
    "id": "small letters a–z, digits and single hyphens, 60 characters at most",
    "state": "the State's code of two capital letters, such as KA",
    "language": "a language code such as hi, mr or ml",
}


def validate(document: Document, model: type[T]) -> tuple[T | None, list[Problem]]:
    """The front matter as `model`, or None and every problem of its shape."""
    try:
        return model.model_validate(document.meta), []
    except ValidationError as error:
        details = error.errors()
        causes = [detail for detail in details if not _follows(detail, details)]
        return None, [
            _problem(document, model, detail)
            for detail in causes
            if not _is_misspelt(detail, causes)
        ]


def _is_misspelt(detail: Any, details: list[Any]) -> bool:
    """Whether a missing key is there under a wrong spelling, which has a problem of its own."""
    *parent, key = detail["loc"] or ("",)
    return detail["type"] == "missing" and any(
        other["type"] == "extra_forbidden"
        and [*other["loc"][:-1]] == parent
        and nearest(str(other["loc"][-1]), [str(key)])
        for other in details
    )


def _follows(detail: Any, details: list[Any]) -> bool:
    """Whether a list counts as too short only because its entries are wrong themselves."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in details
    )


def _problem(document: Document, model: type[BaseModel], error: Any) -> Problem:
    path, kind, value = tuple(error["loc"]), error["type"], error["input"]
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        return _unknown_key(document, model, path, key)
    if kind == "missing" or (kind == "too_short" and key == "src"):
        return _missing(document, path, key)
    if path and path[-1] == "[key]":
        return _bad_key(document, path)
    code, message, more = _value_problem(kind, key, value, error.get("ctx", {}))
    width = len(str(value)) if isinstance(value, str | int | float) else 1
    return document.problem(code, message, document.at(path), width=width, **more)


def _unknown_key(
    document: Document, model: type[BaseModel], path: tuple[Any, ...], key: str
) -> Problem:
    known = keys_at(model, path[:-1])
    return document.problem(
        "P101",
        f"`{key}` is not a key that is known here.",
        document.at(path, of_key=True),
        width=len(key),
        allowed=tuple(known),
        suggestion=nearest(key, known),
        fix="correct the key or remove the line.",
    )


def _missing(document: Document, path: tuple[Any, ...], key: str) -> Problem:
    place = document.at(path[:-1])
    example = EXAMPLES.get(key, f"{key}: …")
    if key == "src":
        return document.problem(
            "P301",
            "this fact names no source.",
            place,
            fix="add the ids of the sources that say it, such as src: [1]",
        )
    if key in _PHOTO_KEYS and path[0] == "photographs":
        return document.problem(
            "P503",
            f"this photograph has no {key}; it may not be shown.",
            place,
            fix=f"add a line such as {example}",
        )
    return document.problem(
        "P102", f"the key `{key}` is missing.", place, fix=f"add a line such as {example}"
    )


def _bad_key(document: Document, path: tuple[Any, ...]) -> Problem:
    key = path[-2]
    return document.problem(
        "P106",
        f"“{key}” is not an id.",
        document.at(path[:-1], of_key=True),
        width=len(str(key)),
        fix=f"use {_PATTERNS['id']}.",
    )


def _value_problem(
    kind: str, key: str, value: Any, context: dict[str, Any]
) -> tuple[str, str, dict[str, Any]]:
    """Code, sentence and advice for a value that is not what the model wants."""
    if kind == "string_type" and (trap := _trap(key, value)):
        return trap
    if kind in _KINDS:
        return (
            "P103",
            f"`{key}` holds {_said(value)}; it must be {_KINDS[kind]}.",
            {"fix": f"write it as in {EXAMPLES.get(key, 'a profile that passes')}"},
        )
    if kind == "literal_error":
        allowed = tuple(
            part.strip("' ") for part in context["expected"].replace(" or ", ", ").split(",")
        )
        return (
            "P107",
            f"`{key}` is “{value}”, which is not allowed.",
            {"allowed": allowed, "suggestion": nearest(str(value), allowed)},
        )
    if kind in ("string_too_long", "too_long"):
        return _too_long(key, value, context["max_length"])
    if kind in ("string_too_short", "too_short"):
        return "P102", f"`{key}` is empty.", {"fix": "fill it in or remove the line."}
    return _unparsed(kind, key, value)


def _trap(key: str, value: Any) -> tuple[str, str, dict[str, Any]] | None:
    """YAML's own reading of a value without quotes, where text is wanted."""
    kinds = {
        bool: "true" if value is True else "false",
        int: "a number",
        float: "a number",
        date: "a date",
    }
    if type(value) not in kinds:
        return None
    message = f"YAML reads the value of `{key}` as {kinds[type(value)]}, not as text."
    return "P104", message, {"fix": f'put it in quotes, such as {key}: "…"'}


def _too_long(key: str, value: Any, most: int) -> tuple[str, str, dict[str, Any]]:
    if isinstance(value, str):
        message = f"`{key}` has {len(value)} characters; {most} are allowed."
        return "P105", message, {"fix": f"take out {len(value) - most} characters."}
    message = f"`{key}` has {len(value)} entries; {most} are allowed."
    return "P105", message, {"fix": "keep the most telling ones."}


def _unparsed(kind: str, key: str, value: Any) -> tuple[str, str, dict[str, Any]]:
    if kind == "string_pattern_mismatch":
        wanted = _PATTERNS.get(key, _PATTERNS["id"])
        return (
            "P106",
            f"`{key}` is “{value}”, which is not a valid {key}.",
            {"fix": f"use {wanted}."},
        )
    if key == "url":
        return (
            "P106",
            f"“{value}” is not a web address.",
            {"fix": "begin with https:// and leave no spaces."},
        )
    if key in ("date", "verified_on", "review_by", "embargo_until", "hi_reviewed"):
        day = "a day such as 2024-11-06" if key != "date" else "2024, 2024-11 or 2024-11-06"
        return "P106", f"`{key}` is “{value}”, which is not a date.", {"fix": f"write {day}."}
    return (
        "P106",
        f"`{key}` is “{value}”, which is out of range.",
        {"fix": "give a four-digit year." if key == "year" else "give a number within the range."},
    )


def _said(value: Any) -> str:
    """What kind of thing a value is, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "`key: value` lines"
    return "a list" if isinstance(value, list) else f"“{value}”"
