"""When the files that editors write were last saved."""

from __future__ import annotations

from pathlib import Path

from showcase import messages

FOLDERS = ("startups", "data", "images", messages.FOLDER)

Stamps = dict[Path, tuple[int, int]]
"""Of each file: when it was saved, in nanoseconds, and its size."""


def stamps(root: Path) -> Stamps:
    """The stamps of all content under `root`."""
    found: Stamps = {}
    for path in (path for folder in FOLDERS for path in (root / folder).rglob("*")):
        try:
            told = path.stat()
        except OSError:  # an editor moved it away just now
            continue
        found[path] = told.st_mtime_ns, told.st_size
    return found
