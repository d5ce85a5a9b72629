"""What a proposal changes: its files against the base, and the profiles that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from showcase import leniency
from showcase.forge.objects import git
from showcase.placement import FOLDERS

ALLOWANCES = leniency.path_of(Path()).as_posix()
"""What the check is milder on. Of a proposal it counts only once it is merged."""
Kind = Literal["added", "changed", "deleted", "renamed"]
_KINDS: dict[str, Kind] = {"A": "added", "C": "added", "M": "changed", "T": "changed", "D": "deleted", "R": "renamed"}


@dataclass(frozen=True)
class Change:
    """One file that a proposal adds, changes, deletes or renames; `before` is a renamed one's old path."""

    path: str
    kind: Kind
    before: str = ""

    @property
    def is_content(self) -> bool:
        """Whether all of it lies where editors write."""
        return all(_is_content(path) for path in (self.path, self.before) if path)

    @property
    def slug(self) -> str:
        """The profile it belongs to: of startups/x.md, startups/x.hi.md and images/x/… that is x; else nothing."""
        return slug_of(self.path)


def changes(repository: Path, base: str, head: str) -> list[Change]:
    """Every file that differs between where the commits parted and `head`, by path. Raises GitError."""
    listed = git(repository, "diff", "--raw", "-z", "--no-abbrev", "--find-renames=60%", "--no-ext-diff",
                 "--no-textconv", "--ignore-submodules=none", f"{base}...{head}")  # fmt: skip
    fields, found = iter(listed.split("\0")), []
    for facts in fields:
        if facts:
            letter = facts.split()[-1][0]
            first = next(fields)
            path = next(fields) if letter in "RC" else first
            found.append(Change(path, _KINDS.get(letter, "changed"), first if letter == "R" else ""))
    return sorted(found, key=lambda one: one.path)


def slugs(found: Sequence[Change], there: Sequence[str]) -> list[str]:
    """The profiles of `there`, slugs that exist, which the changes touch, in order."""
    return sorted({one.slug for one in found if one.is_content} & set(there))


def slug_of(path: str) -> str:
    """The slug of the profile that a content file belongs to; nothing for another file."""
    folder, _, rest = path.partition("/")
    if folder == "startups" and "/" not in rest and rest.endswith(".md"):
        return rest.removesuffix(".md").removesuffix(".hi")
    return rest.partition("/")[0] if folder == "images" and "/" in rest else ""


def _is_content(path: str) -> bool:
    return path.startswith(tuple(f"{folder}/" for folder in FOLDERS))
