"""When each content file was last changed, as git has it: one reading of the log for all pages."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

CONTENT = ("startups", "images", "data", "docs", "showcase/causes", "showcase/editors")
_LOG = ("-c", "core.quotepath=off", "log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "--")


@dataclass(frozen=True)
class History:
    """The day of the last commit of each file, and of each folder, which ends in a stroke: "startups/"."""

    days: Mapping[str, date] = field(default_factory=dict)

    def latest(self, files: Iterable[str]) -> date | None:
        """The day on which the last of these files was changed; None where git knows none of them."""
        return max((self.days[one] for one in files if one in self.days), default=None)


def read(root: Path) -> History:
    """The history of the content under `root`; an empty one without git, and of a clone that was cut short."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    days: dict[str, date] = {}
    for commit in _git(root, *_LOG, *CONTENT).split("\0")[1:]:
        day, *names = commit.split()
        for name in names:
            for place in (name, *_folders(name)):
                days[place] = max(days.get(place, date.min), date.fromisoformat(day))
    return History(days)


def _folders(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:length]) + "/" for length in range(1, len(parts))]


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where there is no git or no repository."""
    try:
        run = subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return run.stdout.decode(errors="replace")
