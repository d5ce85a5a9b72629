"""The checksums of the release, as the command sha256sum writes and checks them, and what is put where they lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from showcase.files import write_whole
from showcase.release.version import FOLDER
from showcase.site.built import BuiltSite

SUMS = "SHA256SUMS"
_OF_EVERY_RELEASE = "datapackage.json"


def summed(file: Path) -> tuple[int, str]:
    """The length of a file in bytes and its SHA-256."""
    content = file.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def listed(sums: Mapping[str, tuple[int, str]]) -> bytes:
    """The list of files, by their paths in the release."""
    return "".join(f"{digest}  {path}\n" for path, (_length, digest) in sorted(sums.items())).encode()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files and the list of them into a folder; what an earlier list names and they lack is taken away.

    A list that nobody made anew would go on telling of a profile that was withdrawn. A file that is
    not as that list has it is somebody's own by now, and stays.
    """
    for path, digest in _earlier(folder).items():
        place = folder / path
        is_ours = place.resolve().is_relative_to(folder.resolve()) and place.is_file() and summed(place)[1] == digest
        if path not in files and is_ours:
            place.unlink()
    for path, content in files.items():
        write_whole(folder / path, content)
    sums = {path: (len(content), hashlib.sha256(content).hexdigest()) for path, content in files.items()}
    write_whole(folder / SUMS, listed(sums))


def _earlier(folder: Path) -> dict[str, str]:
    """The digest of each file of the release that lies in the folder, by its path; none of what is no release."""
    told = (folder / SUMS).read_text(encoding="utf-8") if (folder / SUMS).is_file() else ""
    sums = {path: digest for digest, _, path in (line.partition("  ") for line in told.splitlines())}
    return sums if _OF_EVERY_RELEASE in sums else {}


def unlike(site: BuiltSite) -> Iterator[str]:
    """A sentence for each file of the release on a built site that is not what the list says, or not on it."""
    if (own := f"{FOLDER}{SUMS}") not in site.files:
        yield f"{own} is missing: the checksums of the data release."
        return
    lines = (site.folder / own).read_text(encoding="utf-8").splitlines()
    sums = {f"{FOLDER}{path}": digest for digest, path in (line.split("  ", 1) for line in lines)}
    for name in sorted(name for name in site.files if name.startswith(FOLDER) and name != own):
        if sums.pop(name, "") != summed(site.folder / name)[1]:
            yield f"{name} is not what {SUMS} says of it."
    yield from (f"{name} is missing: {SUMS} names it." for name in sorted(sums))
