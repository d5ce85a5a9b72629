"""The command `preview`: what a proposal changes, what the check says of it, how it will look.

The same program runs where the proposal was made and on the forge. Code is that of the base branch;
of the proposal only what editors write is taken, and only as data.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from showcase.files import write_whole
from showcase.forge import built, checked, comment, leaving, lost, profiles, world
from showcase.forge.changes import Change, changes
from showcase.forge.objects import GitError, Refused, commit
from showcase.forge.report import LONGEST, ROWS, ChangedFile, ProblemRow, ProfileRow, Report
from showcase.forge.sheet import sheet
from showcase.forge.words import counted

OK, PROBLEMS, USAGE = 0, 1, 2
OUTPUT = "dist/pr-preview"
PLACE = ".cache/pr-preview"
MOST_SHOWN = 12
"""As many profiles as are built: more are listed, and seen where the site is built."""


def run(options: argparse.Namespace) -> int:
    """Looks at a proposal and writes its preview. Returns 0 clean, 1 where something stops it, 2 for wrong use."""
    repository = options.repository or options.root
    try:
        base, head = commit(repository, options.base), commit(repository, options.head)
        found = changes(repository, base, head)
    except GitError as error:
        print(f"preview: {error}", file=sys.stderr)
        return USAGE
    place, output = options.root / PLACE, options.output or options.root / OUTPUT
    report = make(repository, (base, head), found, place, options.format == "github")
    _put(place / "made", output, report)
    for sentence in (*report.refused, *filter(None, [report.failed, report.unset])):
        print(sentence, file=sys.stderr)
    numbers = {"profile-count": len(report.profiles), "errors": report.errors,
               "page-count": len(report.pages), "spread-count": len(report.spreads)}  # fmt: skip
    print(f"{output / 'comment.md'}: {', '.join(counted(noun, number, 'en') for noun, number in numbers.items())}")
    return OK if report.is_clean else PROBLEMS


def make(repository: Path, commits: tuple[str, str], found: Sequence[Change], place: Path, annotate: bool) -> Report:
    """Looks at what a proposal changes from one commit to another; pages and spreads go into `place`/made."""
    content = [one for one in found if one.is_content]
    report = Report(files=[_file(one) for one in content][:ROWS], code=len(found) - len(content))
    shutil.rmtree(place / "made", ignore_errors=True)
    (place / "made").mkdir(parents=True)
    if not content:
        return report
    folder = _emptied(place / "world")
    checked.progress("laying the content over the base")
    try:
        world.lay_over(repository, *commits, folder)
        lost_here = lost.problems(repository, commits[0], folder)
        report = report.model_copy(update={
            "profiles": profiles.rows(repository, commits[0], folder, content),
            "leaving": leaving.rows(repository, commits[0], folder),
        })  # fmt: skip
        return _looked_at(report, folder, content, place / "made", annotate, lost_here)
    except Refused as error:
        return report.model_copy(update={"refused": [reason[:LONGEST] for reason in error.reasons][:ROWS]})
    except (GitError, checked.CheckFailed, subprocess.TimeoutExpired) as error:
        return report.model_copy(update={"failed": str(error)[:LONGEST]})


def _looked_at(
    report: Report, folder: Path, content: Sequence[Change], made: Path, annotate: bool, known: list[ProblemRow]
) -> Report:
    """The report with what the check says beside the problems that are `known`, and what can be shown."""
    checked.progress("checking")
    rows = [*known, *checked.problems(folder, content)][:ROWS]
    if annotate:
        checked.annotate(folder, rows)
    report = report.model_copy(update={"problems": rows})
    shown = [row for row in report.profiles if row.status in ("draft", "published")][:MOST_SHOWN]
    return report if report.errors or not shown else _shown(report, folder, shown, made)


def _shown(report: Report, folder: Path, rows: Sequence[ProfileRow], made: Path) -> Report:
    """The report with the pages and spreads that were built, or why one could not be."""
    told: dict[str, object] = {}
    try:
        checked.progress("building the pages")
        told["pages"] = built.pages(folder, [row.slug for row in rows], made / "site")
        checked.progress("setting the spreads")
        told |= _spreads(folder, rows, made / "spreads")
    except built.BuildFailed as error:
        told["failed"] = str(error)[:LONGEST]
    except subprocess.TimeoutExpired as error:
        told["failed"] = f"{error.cmd[1]} took longer than {error.timeout:.0f} s."
    return report.model_copy(update=told)


def _spreads(folder: Path, rows: Sequence[ProfileRow], output: Path) -> dict[str, object]:
    """The spreads, as a part of the report. A draft that cannot be printed yet stops nothing."""
    published, drafts = ([row.slug for row in rows if row.status == status] for status in ("published", "draft"))
    pictures = built.spreads(folder, published, output) if published else []
    try:
        return {"spreads": [*pictures, *(built.spreads(folder, drafts, output) if drafts else [])]}
    except built.BuildFailed as error:
        return {"spreads": pictures, "unset": str(error)[:LONGEST]}


def _put(made: Path, output: Path, report: Report) -> None:
    """Completes what was made, and moves it into place."""
    write_whole(made / "comment.md", comment.body(report))
    write_whole(made / "report.json", report.model_dump_json(indent=2) + "\n")
    write_whole(made / "index.html", sheet(report))
    output.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(output, ignore_errors=True)
    shutil.move(made, output)


def _emptied(folder: Path) -> Path:
    """The folder with nothing in it but what was kept of earlier builds."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in folder.iterdir():
        if one.name != ".cache":
            shutil.rmtree(one) if one.is_dir() and not one.is_symlink() else one.unlink()
    return folder


def _file(change: Change) -> ChangedFile:
    return ChangedFile(path=change.path[:LONGEST], kind=change.kind, before=change.before[:LONGEST])
