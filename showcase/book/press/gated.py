"""Files for a press take their places when the gate lets them through, all of a build or none."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from showcase import planfile
from showcase.catalogue import Catalogue
from showcase.planfile import PlanFile
from showcase.preflight.demands import Demands
from showcase.preflight.gate import check_build
from showcase.preflight.report import Report

REPORTS = (".preflight.json", ".preflight.html")
FAILED = "-failed"


@dataclass(frozen=True)
class Candidate:
    """A file that would lie at `path`, and what the press asks of it; `planned` gives the plan of the file written."""

    path: Path
    demands: Demands
    planned: Callable[[Path], PlanFile] | None = None


class Refused(Exception):
    """The gate let a file not through; the message is what it found, and where the file lies."""


@contextmanager
def set_aside(output: Path) -> Iterator[Path]:
    """A folder within `output` for files that are not let through yet; whatever is left in it goes with it."""
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output, prefix=".gate-") as name:
        yield Path(name)


def let_through(
    root: Path, catalogue: Catalogue, aside: Path, candidates: Sequence[Candidate],
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Report, ...]:  # fmt: skip
    """Moves the files that lie `aside` to their places, with plans and reports, when the gate lets all of them through.

    `progress` is told how many pages of a file are checked, of how many.

    When it does not, those that it refused are kept under names that end in "-failed", and what lies in
    the places of the files is left as it is. Raises Refused.
    """
    reports = tuple(_checked(root, catalogue, aside / one.path.name, one, progress) for one in candidates)
    if all(report.is_clean for report in reports):
        for one in candidates:
            _place(aside, one.path)
        return reports
    output = candidates[0].path.parent
    raise Refused("\n\n".join(_kept(aside, output, report) for report in reports if not report.is_clean))


def _checked(
    root: Path, catalogue: Catalogue, path: Path, one: Candidate, progress: Callable[[int, int], None]
) -> Report:
    plan = one.planned(path) if one.planned else None
    if plan:
        planfile.write(path, plan)
    return check_build(root, path, one.demands, plan, catalogue, progress)


def _place(aside: Path, path: Path) -> None:
    """Moves a file and what lies beside it into its place; what is worth nothing without it goes first, comes last."""
    beside = [path.with_suffix(end) for end in (planfile.SUFFIX, *REPORTS)]
    for old in (*beside, *failed(path)):
        old.unlink(missing_ok=True)
    for new in (path, *beside):
        if (made := aside / new.name).exists():
            made.replace(new)


def failed(path: Path) -> Iterator[Path]:
    """What is kept of a file of that name that was refused: itself, its plan, its reports."""
    kept = path.with_name(f"{path.stem}{FAILED}{path.suffix}")
    yield kept
    yield from (kept.with_suffix(end) for end in (planfile.SUFFIX, *REPORTS))


def _kept(aside: Path, output: Path, report: Report) -> str:
    """Keeps a refused file under a name that says so; returns what was found."""
    made = aside / report.name
    kept = next(failed(output / report.name))
    if plan := planfile.beside(made):
        own = plan.file.model_copy(update={"name": kept.name})
        planfile.write(kept, plan.model_copy(update={"file": own}))
    made.replace(kept)
    _data, page = replace(report, name=kept.name).write(output)
    return f"{report.text()}\nIt is kept as {kept}, its report as {page.name}; what was there before is left."
