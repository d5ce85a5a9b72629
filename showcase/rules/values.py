"""A value that is not what its field wants: what to say of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from showcase.model.keys import EXAMPLES
from showcase.problems import nearest

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` lines",
    "model_attributes_type": "`key: value` lines",
}
PATTERNS = {
    "id": "small letters a–z, digits and single hyphens, 60 characters at most",
    "state": "the State's code of two capital letters, such as KA",
    "language": "a language code such as hi, mr or ml",
}


def value_problem(
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
    return _unparsed(kind, key, value, context)


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


def _unparsed(
    kind: str, key: str, value: Any, context: dict[str, Any]
) -> tuple[str, str, dict[str, Any]]:
    if kind == "string_pattern_mismatch":
        wanted = PATTERNS.get(key, PATTERNS["id"])
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
    if kind == "value_error" and (sentence := str(context["error"])).startswith("has "):
        return (
            "P106",
            f"`{key}` {sentence}.",
            {"fix": "leave single blanks between words, and none outside."},
        )
    if key in ("date", "day", "verified_on", "review_by", "embargo_until", "hi_reviewed"):
        day = "a day such as 2024-11-06" if key != "date" else "2024, 2024-11 or 2024-11-06"
        return "P106", f"`{key}` is “{value}”, which is not a date.", {"fix": f"write {day}."}
    return (
        "P106",
        f"`{key}` is “{value}”, which is out of range.",
        {"fix": "give a four-digit year." if key == "year" else _within(context)},
    )


def _within(context: dict[str, Any]) -> str:
    """Which numbers would do, by the bound that was passed."""
    said = {"ge": "{} or more", "gt": "more than {}", "le": "{} at most", "lt": "less than {}"}
    known = [words.format(f"{context[bound]:g}") for bound, words in said.items() if bound in context]
    return f"give {known[0]}." if known else "give a number within the range."


def _said(value: Any) -> str:
    """What kind of thing a value is, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "`key: value` lines"
    return "a list" if isinstance(value, list) else f"“{value}”"
