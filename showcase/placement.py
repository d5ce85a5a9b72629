"""Where files belong: profiles in startups/, pictures in images/<slug>/; what editors write, in FOLDERS alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from showcase import messages
from showcase.causes import cause
from showcase.problems import Problem, nearest
from showcase.rules import documents, files

FOLDERS = ("startups", "images", "data", messages.FOLDER)
"""What editors write; all else is code."""


def is_profile(path: Path) -> bool:
    """Whether the file is a profile by its name; the Hindi beside it is not one."""
    return path.suffix == ".md" and not path.name.endswith(".hi.md")


def slugs(root: Path) -> frozenset[str]:
    """The slugs of all profiles under `root`, whatever their files hold; what is no ordinary file is never opened."""
    folder = root / "startups"
    if not folder.is_dir():
        return frozenset()
    with os.scandir(folder) as entries:
        paths = [Path(entry.name) for entry in entries if entry.is_file(follow_symlinks=False)]
    return frozenset(path.stem for path in paths if is_profile(path))


def misplaced(path: Path, slugs: frozenset[str]) -> Problem | None:
    """The problem of a file that is no profile, or of a name that cannot be an address."""
    slug = path.name.removesuffix(".md").removesuffix(".hi")
    if documents.is_litter(path):
        return None
    if path.is_symlink() or not path.is_file():
        found = cause("P606", "link")
    elif path.suffix != ".md":
        found = cause("P606", "other")
    elif not files.SLUG.fullmatch(slug):
        found = cause("P607", "name", file=path.name)
    elif slug not in slugs:
        found = cause("P608", "alone", slug=slug)
    else:
        return None
    return Problem(found, f"startups/{path.name}")


def strangers(folder: Path, slugs: frozenset[str]) -> Iterator[Problem]:
    """What lies in images/ and belongs to no profile."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in slugs and not documents.is_litter(path):
            found = cause("P502", "folder", name=path.name)
            yield Problem(found, f"images/{path.name}", suggestion=nearest(path.name, slugs))
