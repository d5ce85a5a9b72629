"""The profiles as they were at a tag, read through git; nothing of the working tree is touched."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from showcase import frontmatter
from showcase.frontmatter import Document, Unreadable
from showcase.model.dates import PartialDate
from showcase.placement import is_profile
from showcase.problems import nearest

FOLDER = "startups"


class NoPast(Exception):
    """There is nothing to compare with; its text says why, and what to do."""


@dataclass(frozen=True)
class Past:
    """The profile files at a tag, by their names, and the day of the tag's commit."""

    tag: str
    day: date
    files: dict[str, bytes]

    def published(self) -> Iterator[tuple[str, Document | None, Document | None]]:
        """Slug, file and Hindi file of each profile that was public that day; None for a file that cannot be read."""
        for name in sorted(name for name in self.files if is_profile(Path(name))):
            slug = name.removesuffix(".md")
            english = self._read(name)
            if english is None or _was_public(english.meta, self.day):
                yield slug, english, self._read(f"{slug}.hi.md")

    def _read(self, name: str) -> Document | None:
        try:
            path = f"{FOLDER}/{name}"
            return frontmatter.parse(frontmatter.decode(self.files[name], path), path) if name in self.files else None
        except Unreadable:
            return None


def at(root: Path, tag: str) -> Past:
    """The profiles under `root` as they were at the tag. Raises NoPast."""
    if _git(root, "rev-parse", "--git-dir") is None:
        raise NoPast(
            f"{root.resolve()} is no checkout of git, so it is not known how the profiles were at “{tag}”. "
            "Clone the project with git, or leave --since out."
        )
    reference = f"refs/tags/{tag}"
    if _git(root, "rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}") is None:
        raise NoPast(_unknown(root, tag))
    day = date.fromisoformat((_git(root, "log", "-1", "--format=%cs", reference) or b"").decode().strip())
    held = _git(root, "ls-tree", "--name-only", reference, FOLDER)
    packed = _git(root, "archive", "--format=tar", reference, FOLDER) if held else None
    return Past(tag, day, dict(_unpacked(packed)) if packed else {})


def _unpacked(packed: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            if member.isfile() and path.parent.name == FOLDER and (file := archive.extractfile(member)):
                yield path.name, file.read()


def _was_public(meta: Any, day: date) -> bool:
    try:
        embargo = PartialDate.parse(meta["embargo_until"]) if meta.get("embargo_until") else None
    except ValueError:
        return False
    return meta.get("status") == "published" and (embargo is None or embargo <= PartialDate.parse(day))


def _unknown(root: Path, tag: str) -> str:
    tags = (_git(root, "tag", "--list") or b"").decode().split()
    if not tags:
        return f"There is no tag “{tag}”: this checkout has no tags. `git fetch --tags` brings those of its origin."
    meant = nearest(tag, tags)
    guess = f" Did you mean “{meant}”?" if meant else ""
    return f"There is no tag “{tag}”.{guess} There are: {', '.join(tags[-10:])}."


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git answers; None where it refuses. Raises NoPast where there is no git."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True)
    except FileNotFoundError:
        message = "The program git is not installed, and only it knows the profiles of old. Leave --since out."
        raise NoPast(message) from None
    return done.stdout if done.returncode == 0 else None
