"""A value that is not what its field wants: what to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from showcase.causes import Cause, Term, cause
from showcase.model.dates import PartialDate
from showcase.problems import nearest
from showcase.slugs import slug_of
from showcase.yamlscalars import resolve

_KINDS = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "int_parsing": "whole-number",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "true-or-false",
    "tuple_type": "a-list",
    "list_type": "a-list",
    "dict_type": "lines",
    "model_type": "lines",
    "model_attributes_type": "lines",
}
_FORMS = {"state": "state-form", "language": "language-form"}
_TRAPS = {int: "number", float: "number", date: "a-date"}
_DAYS = ("day", "verified_on", "review_by", "embargo_until", "hi_reviewed")

More = dict[str, Any]


def value_problem(kind: str, key: str, value: Any, context: Mapping[str, Any], example: str = "") -> tuple[Cause, More]:
    """The cause, and what else a problem tells, of a value that is not what the model wants; `example` is a line that
    would do."""
    if kind == "string_type" and (trap := _trap(key, value)):
        return trap, {}
    if kind == "int_type" and isinstance(value, str) and type(resolve(value)) is int:
        return cause("P103", "quoted", key=key, held=value), {}
    if kind in _KINDS:
        line = example or Term("a-passing-profile")
        return cause("P103", "kind", key=key, held=_said(value), wanted=Term(_KINDS[kind]), example=line), {}
    if kind == "literal_error":
        allowed = choices(context)
        found = cause("P107", "choice", key=key, value=value)
        return found, {"allowed": allowed, "suggestion": nearest(str(value), allowed)}
    if kind in ("string_too_long", "too_long"):
        return _too_long(key, value, context["max_length"]), {}
    if kind in ("string_too_short", "too_short"):
        return cause("P102", "empty", key=key), {}
    return _unparsed(kind, key, value, context)


def choices(context: Mapping[str, Any]) -> tuple[str, ...]:
    """The values that an error says are allowed; none where it names none."""
    listed = context.get("expected", "").replace(" or ", ", ").split(",")
    return tuple(one for part in listed if (one := part.strip("' ")))


def _trap(key: str, value: Any) -> Cause | None:
    """YAML's own reading of a value without quotes, where text is wanted."""
    if isinstance(value, bool):
        return cause("P104", "trap", key=key, kind="true" if value else "false")
    if type(value) not in _TRAPS:
        return None
    return cause("P104", "trap", key=key, kind=Term(_TRAPS[type(value)]))


def _too_long(key: str, value: Any, most: int) -> Cause:
    kind = "text" if isinstance(value, str) else "entries"
    return cause("P105", kind, key=key, length=len(value), most=most, over=len(value) - most)


def _unparsed(kind: str, key: str, value: Any, context: Mapping[str, Any]) -> tuple[Cause, More]:
    if kind == "string_pattern_mismatch":
        found = cause("P106", "pattern", key=key, value=value, wanted=Term(_FORMS.get(key, "id-form")))
        return found, {} if key in _FORMS else {"by": slug_of(str(value)) or None}
    if key == "url":
        return cause("P106", "address", value=value), {}
    if kind == "value_error" and str(context["error"]).startswith("has "):
        return cause("P106", "blanks", key=key, value=value), {"by": " ".join(str(value).split())}
    if key in ("date", *_DAYS):
        meant = PartialDate.guess(str(value))
        return cause("P106", "date" if key == "date" else "day", key=key, value=value), {"by": meant and meant.iso}
    if key == "year":
        return cause("P106", "year", key=key, value=value), {}
    return cause("P106", "range", key=key, value=value, wanted=_within(context)), {}


def _within(context: Mapping[str, Any]) -> Term:
    """Which numbers would do, by the bound that was passed."""
    known = [Term(bound, n=f"{context[bound]:g}") for bound in ("ge", "gt", "le", "lt") if bound in context]
    return known[0] if known else Term("in-range")


def _said(value: Any) -> str:
    """What kind of thing a value is, in words."""
    if value is None:
        return Term("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return Term("lines")
    return Term("a-list") if isinstance(value, list) else f"“{value}”"
