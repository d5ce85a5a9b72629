"""Lists are in order: sources that exist, ids of their own, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.causes import Term, cause
from showcase.problems import Problem
from showcase.rules.context import Context

# Lists whose entries are told apart by id; a step may be tied to a challenge or to an innovation.
IDENTIFIED = (
    ("challenges", "innovations"),
    ("figures",),
    ("milestones",),
    ("background",),
    ("photographs",),
    ("sources",),
)


def sources_are_listed(context: Context) -> Iterator[Problem]:
    """Each `src` names a source of this profile."""
    for path, row in context.rows():
        for index, number in enumerate(row.src or ()):
            if number not in context.source_ids:
                found = cause("P202", "source", value=number)
                yield context.unknown(found, (*path, "src", index), sorted(context.source_ids))


def ids_are_unique(context: Context) -> Iterator[Problem]:
    """No two entries that could be confused share an id."""
    for names in IDENTIFIED:
        seen: set[Any] = set()
        for name, index, row in _rows(context, names):
            if row.id in seen:
                found = cause("P206", "id", id=row.id, lists=_named(names))
                yield context.problem(found, (name, index, "id"), width=len(str(row.id)))
            seen.add(row.id)


def steps_are_told_apart(context: Context) -> Iterator[Problem]:
    """A step that stands twice has an id: the Hindi file speaks of steps by name or by id."""
    seen: set[str] = set()
    for index, step in enumerate(context.profile.stage):
        if step.id in seen:
            key = "id" if step.own_id else "step"
            found = cause("P206", "step", key=key, id=step.id)
            yield context.problem(found, ("stage", index, key), width=len(step.id))
        seen.add(step.id)


def _named(lists: tuple[str, ...]) -> str:
    """One list by its key, or two of them."""
    return f"`{lists[0]}`" if len(lists) == 1 else Term("and", one=f"`{lists[0]}`", other=f"`{lists[1]}`")


def _rows(context: Context, names: tuple[str, ...]) -> Iterator[tuple[str, int, Any]]:
    for name in names:
        yield from ((name, index, row) for index, row in enumerate(getattr(context.profile, name)))


def nothing_is_listed_twice(context: Context) -> Iterator[Problem]:
    """No technology, related profile or source number stands twice in one list."""
    profile = context.profile
    lists: list[tuple[tuple[Any, ...], tuple[Any, ...]]] = [
        (("technologies",), profile.technologies),
        (("related",), profile.related),
    ]
    lists += [((*path, "src"), row.src or ()) for path, row in context.rows()]
    for path, values in lists:
        for index, value in enumerate(values):
            if value in values[:index]:
                yield context.problem(cause("P208", "twice", value=value), (*path, index), width=len(str(value)))


def languages_have_names(context: Context) -> Iterator[Problem]:
    """The language of a source is one that pages can name."""
    known = [key.removeprefix("lang-") for key in context.vocabulary.ui if key.startswith("lang-")]
    for index, source in enumerate(context.profile.sources):
        if source.language and source.language not in known:
            found = cause("P201", "language", value=source.language)
            yield context.unknown(found, ("sources", index, "language"), known)


RULES = (
    sources_are_listed,
    ids_are_unique,
    steps_are_told_apart,
    nothing_is_listed_twice,
    languages_have_names,
)
