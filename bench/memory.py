"""Memory: all processes of a cold press build together, with 200 profiles and with 600."""

from __future__ import annotations

from pathlib import Path

import projects
from judging import judge, load, tell

SMALL, LARGE = 200, 600
MEGABYTES = 800
FLAT = 1.25
"""How much more a book three times as long may take and still be called flat."""


def measure(folder: Path) -> None:
    """Measures a book of either size from an empty cache."""
    runs = {count: projects.build(projects.made_up(folder / str(count), count), "press", watched=True)
            for count in (SMALL, LARGE)}  # fmt: skip
    for count, run in runs.items():
        judge(f"press edition of {count}, cold: PSS of all processes, MB", run.peak, MEGABYTES)
        tell("  seconds", run.seconds)
        tell("  work of all cores, s", run.work)
    judge(f"memory at {LARGE} ÷ memory at {SMALL}", runs[LARGE].peak / runs[SMALL].peak, FLAT)
    tell("  load", load())
