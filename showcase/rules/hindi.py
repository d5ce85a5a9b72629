"""The Hindi file speaks of entries that the English file has."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.bilingual import FIELDS
from showcase.causes import cause
from showcase.problems import Problem
from showcase.rules.context import Context, HindiDocument


def hindi_entries_exist(context: Context) -> Iterator[Problem]:
    """Each key of the Hindi file is the id of an English entry."""
    if (hindi := context.hindi) is None:
        return
    for name in FIELDS:
        known = [row.id for row in getattr(context.profile, name)]
        for key in getattr(hindi.text, name):
            if key not in known:
                found = cause("P605", "entry", key=key, list=name)
                yield hindi.document.unknown(found, (name, key), known, of_key=True)


def hindi_specifications_exist(context: Context) -> Iterator[Problem]:
    """Each Hindi specification is keyed by the English label."""
    if (hindi := context.hindi) is None:
        return
    innovations = {row.id: row for row in context.profile.innovations}
    for key, innovation in hindi.text.innovations.items():
        labels = [spec.label for spec in innovations[key].specs] if key in innovations else []
        for label in innovation.specs:
            if key in innovations and label not in labels:
                path = ("innovations", key, "specs", label)
                yield hindi.document.unknown(cause("P605", "label", key=label), path, labels, of_key=True)


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
    found = cause("P605", "alone", key=key, field=field, list=name)
    return hindi.document.problem(found, hindi.document.at(path, of_key=True), width=len(field))


RULES = (hindi_entries_exist, hindi_specifications_exist, hindi_tells_nothing_alone)
