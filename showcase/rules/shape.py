"""The shape of a file: every pydantic error said as a sentence an editor can act on."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from showcase.causes import Term, cause
from showcase.frontmatter import Document
from showcase.model.hindi import HindiText
from showcase.model.keys import keys_at
from showcase.model.profile import Profile
from showcase.problems import Problem, at_most, nearest
from showcase.rules import documents, markup, never
from showcase.rules.examples import example
from showcase.rules.torn import tears
from showcase.rules.values import choices, value_problem

T = TypeVar("T", bound=BaseModel)
MOST_TORN = 50
"""Keys of which it is asked whether they are parts of a torn text; no more problems than that are told."""
_PHOTO_KEYS = {"credit", "licence", "alt"}


def validate(document: Document, model: type[T]) -> tuple[T | None, list[Problem]]:
    """The front matter as `model`, or None and the problems of its shape."""
    try:
        return model.model_validate(document.meta), []
    except ValidationError as error:
        causes = _causes(error.errors(include_url=False))
        unknown = [one["loc"] for one in causes if one["type"] == "extra_forbidden"][:MOST_TORN]
        found = tears(document, model, unknown, [one["loc"] for one in causes if one["type"] == "missing"])
        torn = {path for tear in found for path in tear.torn}
        others = (_problem(document, model, detail) for detail in causes if detail["loc"] not in torn)
        return None, at_most([*(tear.problem for tear in found), *others])


def read_as(document: Document, model: type[T]) -> tuple[T | None, list[Problem]]:
    """The document as `model`, with the problems of its shape and of its characters."""
    value, problems = validate(document, model)
    rules = (*documents.RULES, *markup.RULES, never.nothing_is_told_that_must_not_be)
    found = [problem for rule in rules for problem in at_most(rule(document))]
    return value, [*problems, *found]


def _causes(details: list[Any]) -> list[Any]:
    """The errors that are not consequences of others in the same place."""
    places = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    unknown: dict[tuple[Any, ...], list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            unknown.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    return [
        detail
        for detail in details
        if not _follows(detail, places) and not _is_misspelt(detail, unknown)
    ]


def _is_misspelt(detail: Any, unknown: dict[tuple[Any, ...], list[str]]) -> bool:
    """Whether a missing key is there under a wrong spelling, which has a problem of its own."""
    spellings = unknown.get(detail["loc"][:-1], [])
    return detail["type"] == "missing" and any(
        nearest(spelling, [str(detail["loc"][-1])]) for spelling in spellings[:20]
    )


def _follows(detail: Any, places: set[tuple[Any, ...]]) -> bool:
    """Whether a list counts as too short only because its entries are wrong themselves."""
    return detail["type"] == "too_short" and detail["loc"] in places


def _problem(document: Document, model: type[BaseModel], error: Any) -> Problem:
    path, kind, value = tuple(error["loc"]), error["type"], error["input"]
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        return _unknown_key(document, model, path, key)
    if kind == "missing" or (kind == "too_short" and key == "src"):
        return _missing(document, model, path, key)
    if path and path[-1] == "[key]":
        return _bad_key(document, path, choices(error.get("ctx", {})))
    found, more = value_problem(kind, key, value, error.get("ctx", {}), example(model, path))
    width = len(str(value)) if isinstance(value, str | int | float) else 1
    if found.code == "P104" and (raw := document.written(path)):
        width, more = len(raw), {"wrong": raw, "by": f'"{raw}"'}
    if found.kind == "quoted":
        more = {"wrong": document.quoted(path, str(value)), "by": str(value)}
    return document.problem(found, document.at(path), width=width or 1, **more)


def _unknown_key(
    document: Document, model: type[BaseModel], path: tuple[Any, ...], key: str
) -> Problem:
    if model is Profile and (list_key := _told_in_hindi(path, key)):
        found = cause("P101", "hindi", key=key, meant=key.removesuffix("_hi"), list=list_key,
                      file=document.path.replace(".md", ".hi.md"))  # fmt: skip
        return document.problem(found, document.at(path, of_key=True), width=len(key))
    known = keys_at(model, path[:-1])
    return document.unknown(cause("P101", "key", key=key), path, known, of_key=True)


def _told_in_hindi(path: tuple[Any, ...], key: str) -> str:
    """The list of the Hindi file that holds what a key such as `alt_hi` in a row means; empty where none does."""
    keys = [step for step in path if isinstance(step, str)]
    rows = [step for one in keys[:-1] for step in (one, "")]
    if len(keys) < 2 or keys[0] not in HindiText.model_fields or not key.endswith("_hi"):
        return ""
    return keys[0] if key.removesuffix("_hi") in keys_at(HindiText, tuple(rows)) else ""


def _missing(document: Document, model: type[BaseModel], path: tuple[Any, ...], key: str) -> Problem:
    place = document.at(path[:-1])
    line = example(model, path) or f"{key}: …"
    if key == "src":
        return document.problem(cause("P301", "src"), place)
    if key in _PHOTO_KEYS and path[0] in ("photographs", "portrait"):
        return document.problem(cause("P503", "lacks", key=key, example=line), place)
    add = line if len(path) == 1 else ""
    return document.problem(cause("P102", "key", key=key, example=line), place, add=add)


def _bad_key(document: Document, path: tuple[Any, ...], allowed: tuple[str, ...]) -> Problem:
    key = path[-2]
    if allowed:
        return document.unknown(cause("P101", "key", key=key), path[:-1], list(allowed), of_key=True)
    found = cause("P106", "id", value=key, wanted=Term("id-form"))
    return document.problem(found, document.at(path[:-1], of_key=True), width=len(str(key)) or 1)
