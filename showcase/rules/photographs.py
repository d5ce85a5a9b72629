"""Photographs: each is there, is a picture, and each file in the folder is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from showcase.problems import Problem
from showcase.rules.context import Context

NEEDED = {"photograph": 1, "photographs": 2}
"""How many photographs a spread of the book needs."""

SMALLEST = 800  # pixels of the longer side: enough for a card and a phone
MOST_OBLONG = 4


def photographs_are_there(context: Context) -> Iterator[Problem]:
    """Each photograph is a picture file in the profile's own folder, spelt exactly."""
    names = [file.name for file in _files(context)]
    for index, photograph in enumerate(context.profile.photographs):
        path = ("photographs", index, "file")
        if photograph.file not in names:
            yield context.unknown(
                "P501",
                path,
                photograph.file,
                f"a file in images/{context.slug}/",
                names,
                "put the picture there, or correct its name (capitals count).",
            )
        else:
            yield from is_a_picture(context, path, photograph.file)


def pictures_are_used(context: Context) -> Iterator[Problem]:
    """No file lies in the folder without an entry, for nobody would know its credit."""
    used = {photograph.file for photograph in context.profile.photographs}
    for file in _files(context):
        if file.name not in used:
            yield context.problem(
                "P502",
                f"images/{context.slug}/{file.name} is used by no entry of `photographs`.",
                ("photographs",),
                fix="add an entry with its alt, credit and licence, or delete the file.",
            )


def the_spread_can_be_had(context: Context) -> Iterator[Problem]:
    """The pattern asked for in the book has the photographs it shows."""
    wanted = context.profile.spread
    have, needed = len(context.profile.photographs), NEEDED.get(wanted or "", 0)
    if have < needed:
        photographs = "one photograph" if needed == 1 else "two photographs or more"
        yield context.problem(
            "P507",
            f"the spread “{wanted}” takes {photographs}; this profile has {have or 'none'}.",
            ("spread",),
            width=len(wanted or ""),
            fix="add the photographs, or leave the key out: the book then chooses by what there is.",
        )


def people_have_agreed(context: Context) -> Iterator[Problem]:
    """A photograph for which consent was refused is not shown."""
    for index, photograph in enumerate(context.profile.photographs):
        if photograph.consent is False:
            yield context.problem("P506", "the people shown have not agreed to this photograph.",
                                  ("photographs", index, "consent"), width=5,
                                  fix="remove the entry, or set consent: true once they have agreed.")  # fmt: skip


def is_a_picture(
    context: Any, path: tuple[Any, ...], name: str, smallest: int = SMALLEST, widest: int = MOST_OBLONG
) -> Iterator[Problem]:
    """The file is a picture that can be shown: whole, large enough, not far longer than wide.

    `context` has the folder `pictures` and tells a `problem` at a value of its file.
    """
    from showcase import pictures  # Pillow is slow to load, and most profiles have no photograph

    file = context.pictures / name
    if file.is_symlink() or context.pictures.is_symlink():
        yield context.problem("P504", f"{name} is a link to another file.", path, width=len(name),
                              fix="put the picture itself into the folder.")  # fmt: skip
        return
    try:
        photo = pictures.verify(file)
        if max(photo.width, photo.height) < smallest:
            message = f"{name} has {photo.width} × {photo.height} pixels; its longer side needs {smallest}."
            yield context.problem(
                "P505", message, path, width=len(name), fix="ask for a larger picture."
            )
        elif max(photo.width, photo.height) > widest * min(photo.width, photo.height):
            message = f"{name} is more than {widest} times as long as it is wide."
            yield context.problem("P505", message, path, width=len(name), fix="crop it.")
    except pictures.PictureError as error:
        yield context.problem(
            "P504",
            f"{name} cannot be used: {error}",
            path,
            width=len(name),
            fix=error.fix,
        )


def _files(context: Context) -> list[Path]:
    if not context.pictures.is_dir():
        return []
    return sorted(file for file in context.pictures.iterdir() if not file.name.startswith("."))


RULES = (photographs_are_there, pictures_are_used, people_have_agreed, the_spread_can_be_had)
