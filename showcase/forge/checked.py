"""What the base's own check says of a world, as rows of a report."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from showcase.forge import world
from showcase.forge.changes import Change
from showcase.forge.report import ROWS, ProblemRow
from showcase.forge.rows import row
from showcase.model.dates import LANGUAGES


class CheckFailed(Exception):
    """The base's check gave no report; the message is what it said last."""


def problems(folder: Path, changes: Sequence[Change]) -> list[ProblemRow]:
    """The problems of the changed files, and errors elsewhere: the base has none, so they come of the proposal.

    A change of data/ may bring warnings to any profile: then all of them are told. Raises CheckFailed.
    """
    told = zip(*(_told(folder, language) for language in LANGUAGES), strict=True)
    rows = [row(dict(zip(LANGUAGES, one, strict=True))) for one in told]
    changed = {one.path for one in changes}
    data = any(path.startswith("data/") for path in changed)
    return [one for one in rows if data or one.severity == "error" or one.path in changed][:ROWS]


def annotate(folder: Path, rows: Sequence[ProblemRow]) -> None:
    """Prints the annotations of a forge for the files that have these problems; the summary of the step has all."""
    paths = sorted({one.path for one in rows if (folder / one.path).exists()})
    if paths:
        print(world.run(folder, "-m", "showcase", "check", "--format", "github", *paths).stdout, end="")


def _told(folder: Path, language: str) -> list[dict[str, Any]]:
    done = world.run(folder, "-m", "showcase", "check", "--format", "json", "--lang", language)
    try:
        return json.loads(done.stdout)["problems"]
    except (ValueError, KeyError):
        raise CheckFailed(last_line(done.stderr) or "The check of the base branch gives no report.") from None


def last_line(text: str) -> str:
    """The last line of what a program said."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else ""


def progress(text: str) -> None:
    """One line on how far the work is, on the side of the output that no program reads."""
    print(text, file=sys.stderr, flush=True)
