"""`python -m showcase preflight`: the gate as a command."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from dataclasses import replace
from pathlib import Path

from showcase import catalogue, planfile
from showcase.book.cache import Cache
from showcase.book.press.loading import UnknownPress, known_press
from showcase.book.progress import Progress
from showcase.book.settings import load_settings
from showcase.catalogue import Catalogue
from showcase.planfile import MadeFile, PlanFile
from showcase.preflight.asked import cover_demands_of, demands_of
from showcase.preflight.checks.completeness import BROKEN_PLAN, OTHER_PLAN
from showcase.preflight.demands import MM, Demands
from showcase.preflight.gate import CACHE, Unreadable, preflight
from showcase.preflight.report import Report
from showcase.problems import ContentErrors

OK, PROBLEMS, USAGE = 0, 1, 2
LONG = 100
"""Pages from which on a file takes long to be checked."""


def run(options: argparse.Namespace) -> int:
    """Checks the file that was named and prints what was found. Returns 0, 1 for errors, 2 for wrong use."""
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # a broken font is a finding, not a remark
    path: Path = options.file
    if not path.is_file():
        print(f"{path} is no file; name a PDF.", file=sys.stderr)
        return USAGE
    try:
        report = _checked(options.root, path, options.press, options.cover)
    except (UnknownPress, Unreadable) as error:
        print(error, file=sys.stderr)
        return USAGE if isinstance(error, UnknownPress) else PROBLEMS
    written = report.write(options.output or path.parent)
    if options.format == "json":
        print(json.dumps(report.data(), ensure_ascii=False, indent=2))
    else:
        print(report.text())
        if _may_be_cover(report):
            print("No page has the size of the book's; if it is a cover, hold it against what covers need: --cover")
        print(f"The report, with pictures: {written[1]}")
    return OK if report.is_clean else PROBLEMS


def _checked(root: Path, path: Path, press: str | None, is_cover: bool) -> Report:
    is_project = (root / "data").is_dir() and (root / "book").is_dir()
    plan, doubt = _own_plan(path)
    store = Cache(root / CACHE) if is_project else None
    demands = _demands(root, press, is_project, is_cover)
    report = preflight(path, demands, plan, _catalogue(root) if plan and is_project else None, store, _tell)
    return replace(report, unchecked=doubt) if doubt else report


def _may_be_cover(report: Report) -> bool:
    """Whether no page of a file that was held against a text block has the trim that the press was given."""
    trim = report.demands.trim
    sizes = [tuple(round(length / MM) for length in page.size) for page in report.pages]
    return trim is not None and tuple(map(round, trim)) not in sizes


def _own_plan(path: Path) -> tuple[PlanFile | None, str]:
    """The plan that lies beside a file and is of it or of an earlier state of it; else why none is used."""
    plan = planfile.beside(path)
    if plan is None:
        return None, BROKEN_PLAN if planfile.path_of(path).is_file() else ""
    is_its_own = plan.file.name == path.name or plan.file.sha256 == MadeFile.of(path).sha256
    return (plan, "") if is_its_own else (None, OTHER_PLAN)


def _demands(root: Path, press: str | None, is_project: bool, is_cover: bool) -> Demands:
    """What the press asks that was named; without a name what presses ask as a rule."""
    if press is None:
        return Demands(gutter=0) if is_cover else Demands()
    if not is_project:
        raise UnknownPress(f"{root.resolve()} has no book/book.yml, where press profiles stand; name it with --root.")
    named = known_press(root, press)
    return cover_demands_of(named) if is_cover else demands_of(named, load_settings(root))


def _catalogue(root: Path) -> Catalogue | None:
    """The profiles, where they are sound."""
    try:
        return catalogue.load(root)
    except ContentErrors:
        return None


def _tell(done: int, count: int) -> None:
    """Tells how far it is: on a terminal always, elsewhere of a file that takes long."""
    if sys.stderr.isatty() or count >= LONG:
        Progress(sys.stderr)(done, count, "pages checked")
