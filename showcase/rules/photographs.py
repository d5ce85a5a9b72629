"""Photographs: each is there, is a picture, and each file in the folder is used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showcase.causes import Term, cause
from showcase.problems import Problem, nearest

if TYPE_CHECKING:
    from showcase.rules.context import Context

NEEDED = {"photograph": 1, "photographs": 2}
"""How many photographs a spread of the book needs."""

SMALLEST = 800  # pixels of the longer side: enough for a card and a phone
MOST_OBLONG = 4


def photographs_are_there(context: Context) -> Iterator[Problem]:
    """Each photograph is a picture file in the profile's own folder, spelt exactly."""
    names = [file.name for file in listed(context)]
    named = {photograph.file for photograph in context.profile.photographs}
    for index, photograph in enumerate(context.profile.photographs):
        path = ("photographs", index, "file")
        if photograph.file not in names:
            yield missing_picture(context, path, photograph.file, spare(named, names), f"images/{context.slug}/")
        else:
            yield from is_a_picture(context, path, photograph.file)


def pictures_are_used(context: Context) -> Iterator[Problem]:
    """No file lies in the folder without an entry, for nobody would know its credit."""
    files = listed(context)
    named = named_or_meant({photograph.file for photograph in context.profile.photographs}, [one.name for one in files])
    for file in files:
        if file.name not in named:
            found = cause("P502", "profile", file=f"images/{context.slug}/{file.name}")
            yield context.problem(found, ("photographs",))


def the_spread_can_be_had(context: Context) -> Iterator[Problem]:
    """The pattern asked for in the book has the photographs it shows."""
    wanted = context.profile.spread
    have, needed = len(context.profile.photographs), NEEDED.get(wanted or "", 0)
    if have < needed:
        lacking = cause("P507", "one" if needed == 1 else "two", spread=wanted, have=have or Term("none"))
        yield context.problem(lacking, ("spread",), width=len(wanted or ""))


def people_have_agreed(context: Context) -> Iterator[Problem]:
    """A photograph for which consent was refused is not shown."""
    for index, photograph in enumerate(context.profile.photographs):
        if photograph.consent is False:
            yield context.problem(cause("P506", "profile"), ("photographs", index, "consent"), width=5)


def is_a_picture(
    context: Any, path: tuple[Any, ...], name: str, smallest: int = SMALLEST, widest: int = MOST_OBLONG
) -> Iterator[Problem]:
    """The file is a picture that can be shown: whole, large enough, not far longer than wide.

    `context` has the folder `pictures` and tells a `problem` at a value of its file.
    """
    from showcase import pictures  # Pillow is slow to load, and most profiles have no photograph

    file = context.pictures / name
    if file.is_symlink() or context.pictures.is_symlink():
        yield context.problem(cause("P504", "link", file=name), path, width=len(name))
        return
    try:
        photo = pictures.verify(file)
        if max(photo.width, photo.height) < smallest:
            small = cause("P505", "small", file=name, width=photo.width, height=photo.height, least=smallest)
            yield context.problem(small, path, width=len(name))
        elif max(photo.width, photo.height) > widest * min(photo.width, photo.height):
            yield context.problem(cause("P505", "oblong", file=name, most=widest), path, width=len(name))
    except pictures.PictureError as error:
        unusable = cause("P504", "unusable", file=name, reason=error.reason, remedy=error.fix)
        yield context.problem(unusable, path, width=len(name))


def missing_picture(
    context: Any, path: tuple[Any, ...], name: str, names: Sequence[str], folder: str, kind: str = "profile"
) -> Problem:
    """The problem of a picture that no file of the folder is called; one that differs in capitals alone is named."""
    meant = picture_meant(name, names)
    if meant and meant.casefold() == name.casefold():
        found = cause("P501", "case", value=name, folder=folder, key=path[-1], right=meant)
        return context.problem(found, path, width=len(name), suggestion=meant)
    found = cause("P501", kind, value=name, folder=folder)
    return context.problem(found, path, width=len(name), allowed=tuple(names), suggestion=meant)


def spare(named: Collection[str], names: Iterable[str]) -> list[str]:
    """The files of a folder that nothing names."""
    return [name for name in names if name not in named]


def named_or_meant(named: Collection[str], names: Sequence[str]) -> set[str]:
    """What is named, and the files that are meant by names that no file has: those are told where they are named."""
    meant = (picture_meant(name, spare(named, names)) for name in named if name not in names)
    return {*named, *(name for name in meant if name)}


def picture_meant(name: str, names: Sequence[str]) -> str | None:
    """The file of a folder that a name means which none is called: but for its capitals, or the nearest."""
    if twin := next((one for one in names if one.casefold() == name.casefold()), None):
        return twin
    stems = {Path(one).stem: one for one in names}  # all photographs end alike
    near = nearest(Path(name).stem, stems)
    return stems[near] if near else None


def listed(context: Context) -> list[Path]:
    """What lies in the profile's own folder of pictures, by name; no other file is ever opened for it."""
    if not context.pictures.is_dir():
        return []
    return sorted(file for file in context.pictures.iterdir() if not file.name.startswith("."))


RULES = (photographs_are_there, pictures_are_used, people_have_agreed, the_spread_can_be_had)
