"""The checksums of the release, as the command sha256sum writes and checks them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from showcase.release.version import FOLDER
from showcase.site.built import BuiltSite

SUMS = "SHA256SUMS"


def summed(file: Path) -> tuple[int, str]:
    """The length of a file in bytes and its SHA-256."""
    content = file.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def listed(sums: Mapping[str, tuple[int, str]]) -> bytes:
    """The list of files, by their paths in the release."""
    return "".join(f"{digest}  {path}\n" for path, (_length, digest) in sorted(sums.items())).encode()


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
