"""The Hindi file speaks of entries that the English file has."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.bilingual import FIELDS
from showcase.problems import Problem, nearest
from showcase.rules.context import Context, HindiDocument


def hindi_entries_exist(context: Context) -> Iterator[Problem]:
    """Each key of the Hindi file is the id of an English entry."""
    if (hindi := context.hindi) is None:
        return
    for name in FIELDS:
        known = [row.id for row in getattr(context.profile, name)]
        for key in getattr(hindi.text, name):
            if key not in known:
                yield _unknown(hindi, (name, key), f"the id of an entry of `{name}`", known)


def hindi_specifications_exist(context: Context) -> Iterator[Problem]:
    """Each Hindi specification is keyed by the English label."""
    if (hindi := context.hindi) is None:
        return
    innovations = {row.id: row for row in context.profile.innovations}
    for key, innovation in hindi.text.innovations.items():
        labels = [spec.label for spec in innovations[key].specs] if key in innovations else []
        for label in innovation.specs:
            if key in innovations and label not in labels:
                yield _unknown(
                    hindi,
                    ("innovations", key, "specs", label),
                    "a label of this innovation",
                    labels,
                )


def hindi_tells_nothing_alone(context: Context) -> Iterator[Problem]:
    """What an English entry leaves out, such as the note of a step, its Hindi leaves out too."""
    if (hindi := context.hindi) is None:
        return
    for name, fields in FIELDS.items():
        told = getattr(hindi.text, name)
        for row in getattr(context.profile, name):
            for field in fields:
                if getattr(told.get(row.id), field, None) and not getattr(row, field):
                    yield _alone(hindi, (name, row.id, field))


def _alone(hindi: HindiDocument, path: tuple[str, str, str]) -> Problem:
    name, key, field = path
    return hindi.document.problem(
        "P605",
        f"“{key}” has no `{field}` in the English file.",
        hindi.document.at(path, of_key=True),
        width=len(field),
        fix=f"add it to `{name}` there, with its source, or remove it here.",
    )


def _unknown(hindi: HindiDocument, path: tuple[str, ...], what: str, known: list[str]) -> Problem:
    key = path[-1]
    return hindi.document.problem(
        "P605",
        f"“{key}” is not {what} in the English file.",
        hindi.document.at(path, of_key=True),
        width=len(key),
        allowed=tuple(known),
        suggestion=nearest(key, known),
        fix="use the English entry's own key.",
    )


RULES = (hindi_entries_exist, hindi_specifications_exist, hindi_tells_nothing_alone)
