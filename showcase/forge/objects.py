"""Files of a commit, read as objects of git: nothing of a proposal is ever checked out.

A checkout would write links and special files to the disk, and obey what the proposal says of its own files.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FILE_MODES = frozenset({"100644", "100755"})
SPECIAL = {"120000": "is a symbolic link", "160000": "is a submodule"}
MAX_FILE, MAX_ALL = 40 * 1024**2, 2 * 1024**3
"""Bytes that one file, and all of them, may have."""
MAX_FILES = 50_000
_UNSAFE = frozenset('\\:*?"<>|')


class GitError(Exception):
    """git could not do what was asked; the message is a sentence."""


class Refused(Exception):
    """A proposal holds what is never laid over; `reasons` are the sentences."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)


@dataclass(frozen=True)
class Blob:
    """One file of a commit: its path, its mode as git writes it, its object and its size in bytes."""

    path: str
    mode: str
    oid: str
    size: int


def git(repository: Path, *arguments: str) -> str:
    """What git says; raises GitError with a sentence where it fails."""
    command = ["git", "-C", str(repository), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    except FileNotFoundError:
        raise GitError("git is not here; install it, then try again.") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["it gives no reason"]
        raise GitError(f"git {arguments[0]} failed in {repository}: {said[-1]}")
    return done.stdout.decode("utf-8", errors="surrogateescape")


def commit(repository: Path, name: str) -> str:
    """The full name of the commit that a branch, tag or commit means. Raises GitError."""
    if name.startswith("-"):
        raise GitError(f"“{name}” is not a branch, tag or commit; name one, such as main.")
    try:
        return git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip()
    except GitError:
        raise GitError(f"There is no commit called “{name}” in {repository}; name a branch such as main.") from None


def blobs(repository: Path, oid: str, folders: Iterable[str] = ()) -> list[Blob]:
    """Every file of a commit, or of some of its folders; links and submodules among them."""
    listed = git(repository, "ls-tree", "-r", "-z", "-l", "--full-tree", oid, "--", *folders)
    found = []
    for row in filter(None, listed.split("\0")):
        facts, path = row.split("\t", 1)
        mode, _kind, name, size = facts.split()
        found.append(Blob(path, mode, name, int(size) if size.isdecimal() else 0))
    return found


def refusals(found: Sequence[Blob]) -> list[str]:
    """A sentence on each file that is never written: special ones, strange names, giants, names in two cases."""
    told = [f"{_shown(one.path)} {why}." for one in found if (why := _why_not(one))]
    seen: dict[str, str] = {}
    for one in found:
        other = seen.setdefault(one.path.casefold(), one.path)
        if other != one.path:
            told.append(f"{_shown(one.path)} and {_shown(other)} differ in capitals alone; name one of them anew.")
    if len(found) > MAX_FILES or sum(one.size for one in found) > MAX_ALL:
        told.append(f"There are {len(found)} files; {MAX_FILES} and {MAX_ALL // 1024**3} GB are the most.")
    return told


def write(repository: Path, found: Sequence[Blob], folder: Path) -> None:
    """Writes the files under `folder`. Raises Refused for what must not be written, and writes nothing then."""
    if reasons := refusals(found):
        raise Refused(reasons)
    for one, data in zip(found, _contents(repository, found), strict=True):
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def read(repository: Path, found: Sequence[Blob]) -> dict[str, bytes]:
    """The files' contents by their paths, without links and other special files. Raises GitError."""
    files = [one for one in found if one.mode in FILE_MODES]
    return {one.path: data for one, data in zip(files, _contents(repository, files), strict=True)}


def _why_not(one: Blob) -> str:
    if one.mode not in FILE_MODES:
        return f"{SPECIAL.get(one.mode, 'is a special file')}; only files are taken"
    path = PurePosixPath(one.path)
    strange = _UNSAFE & set(one.path) or not one.path.isprintable() or one.path != path.as_posix()
    if strange or path.is_absolute() or any(part in (".", "..") or part.lower() == ".git" for part in path.parts):
        return "has a name that is not taken; write small letters, figures and hyphens"
    if one.size > MAX_FILE:
        return f"has {one.size // 1024**2} MB; {MAX_FILE // 1024**2} MB are the most"
    return ""


def _shown(path: str) -> str:
    return ascii(path)[1:-1] if not path.isprintable() else path


def _contents(repository: Path, found: Sequence[Blob]) -> Iterator[bytes]:
    """The contents of the files in their order, one at a time."""
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{one.oid}\n" for one in found).encode())
        asked.seek(0)
        command = ["git", "-C", str(repository), "cat-file", "--batch"]
        with subprocess.Popen(command, stdin=asked, stdout=subprocess.PIPE) as process:
            for one in found:
                head = process.stdout.readline().split()
                if len(head) != 3:
                    raise GitError(f"{repository} lacks the content of {one.path}; fetch the whole history first.")
                yield process.stdout.read(int(head[2]))
                process.stdout.read(1)
