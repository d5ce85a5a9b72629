"""Files that are being written: what is saved is built at once, by a process that has all at hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from showcase.saved import Stamps, stamps

WATCHED = ("book", "data", "startups", "images")
"""What the book is told from. A program that runs cannot take up other code: for that it is started anew."""

PAUSE = 0.2
"""Seconds between two looks at the files."""


def watch(saves: Iterator[list[str]], build: Callable[[], bool]) -> None:
    """Builds at each of the `saves`, until it is interrupted; `build` says whether it has."""
    print("Watching; what is saved is built. To end, press Ctrl+C.", flush=True)
    with suppress(KeyboardInterrupt):
        for paths in saves:
            print(f"\nSaved: {', '.join(paths)}", flush=True)
            started = time.monotonic()
            is_built = build()
            print(f"{'Built' if is_built else 'Not built'}, in {time.monotonic() - started:.1f} s", flush=True)


def saved(root: Path, pause: float = PAUSE) -> Iterator[list[str]]:
    """The paths under `root` that are written, made or taken away from now on, without end.

    What changes while nobody asks is told when somebody does.
    """
    return _since(stamps(root, WATCHED), root, pause)


def _since(before: Stamps, root: Path, pause: float) -> Iterator[list[str]]:
    while True:
        time.sleep(pause)
        now = stamps(root, WATCHED)
        if now != before:
            changed = {path for path, _stamp in now.items() ^ before.items()}
            before = now
            yield sorted(path.relative_to(root).as_posix() for path in changed)
