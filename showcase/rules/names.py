"""Which entry of a vocabulary a name means that is no id of one: by its names, and by how they are spelt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from showcase.causes import cause
from showcase.frontmatter import Document
from showcase.problems import Problem, nearest
from showcase.vocabulary import Vocabulary

_KINDS = {
    "state": ("state", "states"),
    "end_user": ("end-user", "end_users"),
    "technologies": ("technology", "technologies"),
}
"""By the key of a profile: what P201 says of it, and the vocabulary that it names."""
_BETWEEN = re.compile(r"[\W_]+")
_NAMES = ("name", "name_hi", "short", "short_hi")


def meant(value: str, known: Mapping[str, Any]) -> str:
    """The id that a value is most like, be it as an id or as one of the names that an entry has; empty if like none."""
    spelt = {_letters(word): key for key, one in reversed(known.items()) for word in _words(key, one)}
    near = nearest(_letters(value), spelt)
    return spelt[near] if near else ""


def state_meant(value: str, city: Any, vocabulary: Vocabulary) -> str:
    """The code of the State that a value means; where it is like none, that of the State of the city."""
    home = vocabulary.cities.get(city) if isinstance(city, str) else None
    return meant(value, vocabulary.states) or (home.state if home else "")


def looked_up(problem: Problem, document: Document, vocabulary: Vocabulary) -> Problem:
    """The problem of a value that is no id, as one of the vocabulary that it should name an entry of."""
    fields = dict(problem.cause.fields)
    key = "end_user" if _is_end_user(problem, document) else fields.get("key", "")
    if problem.cause.kind != "pattern" or key not in _KINDS:
        return problem
    kind, name = _KINDS[key]
    known, value = getattr(vocabulary, name), fields["value"]
    home = document.meta.get("home")
    city = home.get("city") if isinstance(home, dict) else None
    right = state_meant(value, city, vocabulary) if kind == "state" else meant(value, known)
    told = document.problem(cause("P201", kind, value=value), (problem.line, problem.column), suggestion=right or None)
    return replace(told, allowed=tuple(known), width=problem.width)


def _is_end_user(problem: Problem, document: Document) -> bool:
    """Whether it is the `id` of a row of `end_users`: there it names an entry, and elsewhere the row itself."""
    rows = document.meta.get("end_users")
    places = (document.at(("end_users", number, "id")) for number in range(len(rows) if isinstance(rows, list) else 0))
    return (problem.line, problem.column) in places


def _words(key: str, entry: Any) -> list[str]:
    return [key, *filter(None, (getattr(entry, name, None) for name in _NAMES))]


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text.casefold())
