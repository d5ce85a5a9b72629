"""Lists are in order: sources that exist, ids of their own, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
                yield context.unknown(
                    "P202",
                    (*path, "src", index),
                    number,
                    "a source of this profile",
                    sorted(context.source_ids),
                    "add the source to `sources` or correct the number.",
                )


def ids_are_unique(context: Context) -> Iterator[Problem]:
    """No two entries that could be confused share an id."""
    for names in IDENTIFIED:
        seen: set[Any] = set()
        for name, index, row in _rows(context, names):
            if row.id in seen:
                yield context.problem(
                    "P206",
                    f"the id “{row.id}” stands twice in `{'` and `'.join(names)}`.",
                    (name, index, "id"),
                    width=len(str(row.id)),
                    fix="give each entry an id of its own.",
                )
            seen.add(row.id)


def steps_are_told_apart(context: Context) -> Iterator[Problem]:
    """A step that stands twice has an id: the Hindi file speaks of steps by name or by id."""
    seen: set[str] = set()
    for index, step in enumerate(context.profile.stage):
        if step.id in seen:
            key = "id" if step.own_id else "step"
            yield context.problem(
                "P206",
                f"the {key} “{step.id}” stands twice in `stage`.",
                ("stage", index, key),
                width=len(step.id),
                fix="give this one an id of its own, such as id: second-one.",
            )
        seen.add(step.id)


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
                yield context.problem("P208", f"“{value}” stands twice in this list.", (*path, index),
                                      width=len(str(value)), fix="remove one of the two.")  # fmt: skip


def languages_have_names(context: Context) -> Iterator[Problem]:
    """The language of a source is one that pages can name."""
    known = [key.removeprefix("lang-") for key in context.vocabulary.ui if key.startswith("lang-")]
    for index, source in enumerate(context.profile.sources):
        if source.language and source.language not in known:
            yield context.unknown("P201", ("sources", index, "language"), source.language,
                                  "a language that data/ui.yml names", known,
                                  "correct the code, or add lang-xx with its two names to data/ui.yml.")  # fmt: skip


RULES = (
    sources_are_listed,
    ids_are_unique,
    steps_are_told_apart,
    nothing_is_listed_twice,
    languages_have_names,
)
