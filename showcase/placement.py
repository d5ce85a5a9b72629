"""Where files belong: profiles in startups/, pictures in images/<slug>/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from showcase.problems import Problem, nearest
from showcase.rules import documents, files


def is_profile(path: Path) -> bool:
    """Whether the file is a profile by its name; the Hindi beside it is not one."""
    return path.suffix == ".md" and not path.name.endswith(".hi.md")


def misplaced(path: Path, slugs: frozenset[str]) -> Problem | None:
    """The problem of a file that is no profile, or of a name that cannot be an address."""
    slug = path.name.removesuffix(".md").removesuffix(".hi")
    if documents.is_litter(path):
        return None
    if path.is_symlink() or not path.is_file():
        found = ("P606", "this is not an ordinary file.", "startups/ holds one .md file a profile.")
    elif path.suffix != ".md":
        found = ("P606", "this file is not a profile.", "startups/ holds .md files only; move it.")
    elif not files.SLUG.fullmatch(slug):
        message = f"the file name {path.name} cannot be a web address."
        fix = "use small letters a–z, digits and single hyphens, such as qnu-labs.md"
        found = ("P607", message, fix)
    elif slug not in slugs:
        message = f"this Hindi file has no English profile {slug}.md."
        found = ("P608", message, "correct the file name, or add the profile.")
    else:
        return None
    code, message, fix = found
    return Problem(code, f"startups/{path.name}", 1, 1, message, fix=fix)


def strangers(folder: Path, slugs: frozenset[str]) -> Iterator[Problem]:
    """What lies in images/ and belongs to no profile."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in slugs and not documents.is_litter(path):
            yield Problem(
                "P502",
                f"images/{path.name}",
                1,
                1,
                f"no profile is called {path.name}.",
                suggestion=nearest(path.name, slugs),
                fix="pictures lie in images/<slug>/, the slug of their profile.",
            )
