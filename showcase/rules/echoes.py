"""One cause, one message: what another problem brings about is not told beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from showcase.causes import cause
from showcase.problems import Problem, listed

_IN_NO_ROW = ("P401", "P402", "P403")
_UNLISTED = {"P202": ("source-often", "value"), "P302": ("citation-often", "number")}
"""What is said of a source that is named often and is not there, and the field that holds its number."""
_LISTED_IN = {"tie": ("challenges", "innovations"), "step": ("stage",)}
"""The lists of which a problem of this kind says that an id in them, or of them, is wrong."""


def without(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of one profile and its Hindi file, each cause told once."""
    told = _outside_others(problems)
    told = _misspelt_once(told)
    told = _ids_before_their_hindi(told)
    return list(_sources_once(told))


def _outside_others(problems: Iterable[Problem]) -> list[Problem]:
    """A number, date or name that is part of what is told already, such as a link, is not looked for in the rows."""
    found = list(problems)
    stretches: defaultdict[tuple[str, int], list[range]] = defaultdict(list)
    for one in found:
        if one.code not in _IN_NO_ROW:
            stretches[one.path, one.line].append(range(one.column, one.column + one.width))
    return [one for one in found if one.code not in _IN_NO_ROW
            or not any(one.column in stretch for stretch in stretches[one.path, one.line])]  # fmt: skip


def _misspelt_once(problems: list[Problem]) -> list[Problem]:
    """Prose names what a row has misspelt."""
    meant = {word for one in problems for word in (one.suggestion or "").split()}
    return [one for one in problems if one.code != "P403" or _field(one, "found") not in meant]


def _ids_before_their_hindi(problems: list[Problem]) -> list[Problem]:
    """The Hindi file speaks of entries by ids: of a list whose ids are wrong it is looked at once they are right."""
    wrong = {name for one in problems for name in _lists(one)}
    return [one for one in problems
            if (one.code, one.cause.kind) != ("P605", "entry") or _field(one, "list") not in wrong]  # fmt: skip


def _lists(problem: Problem) -> Iterable[str]:
    if problem.code == "P206" and problem.cause.kind == "id":
        return re.findall(r"`(\w+)`", _field(problem, "lists"))
    return _LISTED_IN.get(problem.cause.kind, ()) if problem.code in ("P201", "P203", "P206") else ()


def _sources_once(problems: list[Problem]) -> Iterator[Problem]:
    """A source that is not listed is told where it is first named, with the other places; not if two share an id."""
    places: defaultdict[str, list[Problem]] = defaultdict(list)
    for one in problems:
        if one.code in _UNLISTED:
            places[_number(one)].append(one)
    doubled = any("sources" in _lists(one) for one in problems)
    for one in problems:
        if one.code not in _UNLISTED:
            yield one
        elif not doubled and places[_number(one)][0] is one:
            yield _told_with(one, places[_number(one)][1:])


def _told_with(first: Problem, others: list[Problem]) -> Problem:
    if not others:
        return first
    kind, name = _UNLISTED[first.code]
    at = listed([f"{one.path}:{one.line}" for one in others], most=6)
    return replace(first, cause=cause(first.code, kind, **{name: _number(first)}, places=at))


def _number(problem: Problem) -> str:
    return _field(problem, _UNLISTED[problem.code][1])


def _field(problem: Problem, name: str) -> str:
    return dict(problem.cause.fields)[name]
