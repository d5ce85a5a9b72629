"""When the files that editors write were last saved."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from showcase.placement import FOLDERS

Stamps = dict[Path, tuple[int, int]]
"""Of each file: when it was saved, in nanoseconds, and its size."""


def stamps(root: Path, folders: Sequence[str] = FOLDERS) -> Stamps:
    """The stamps of all content in these folders of `root`, links not followed, hidden files left out."""
    return {Path(path): stamp for folder in folders for path, stamp in _within(str(root / folder))}


def _within(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The files of a folder and those below it. Asked several times a second, so by the fastest call there is."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # there is none, or it went just now
        return
    for entry in (entry for entry in entries if not entry.name.startswith(".")):
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path)
            continue
        try:
            told = entry.stat(follow_symlinks=False)
        except OSError:  # an editor moved it away just now
            continue
        yield entry.path, (told.st_mtime_ns, told.st_size)
