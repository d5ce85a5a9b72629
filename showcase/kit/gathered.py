"""The files of a kit: those that lie in a folder, went through the gate, and belong together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from showcase import planfile
from showcase.book.language import Edition, suffix
from showcase.book.press.coveredition import STEM
from showcase.book.press.gated import REPORTS, failed
from showcase.book.press.loading import Press
from showcase.book.proofs.proof import Cover
from showcase.book.settings import Settings
from showcase.catalogue import Catalogue
from showcase.digest import content_digest
from showcase.planfile import MadeFile, PlanFile
from showcase.preflight.asked import cover_demands_of, demands_of
from showcase.preflight.demands import Demands

BLOCK = "shared-horizons-press"


class NotReady(Exception):
    """A kit cannot be made of what there is; the message says why, and what to build first."""


@dataclass(frozen=True)
class Gathered:
    """What a kit is made of. `ticket` is that of the covers: sizes, extent, paper."""

    press: Press
    language: Edition
    block: Path
    plan: PlanFile
    covers: tuple[Path, ...]
    ticket: dict[str, Any]

    @property
    def printed(self) -> tuple[Path, ...]:
        """Everything that is printed."""
        return self.block, *self.covers

    @property
    def sheets(self) -> tuple[Cover, ...]:
        """Every cover with the kind of its sheet and its folds."""
        sheets = zip(self.ticket["covers"], self.covers, strict=True)
        return tuple(Cover(one["kind"], path, tuple(one["folds"]), one["turned_in"]) for one, path in sheets)

    @property
    def reports(self) -> tuple[Path, ...]:
        """What the gate found, of each."""
        return tuple(path.with_suffix(end) for path in self.printed for end in REPORTS)


@dataclass(frozen=True)
class _Gathering:
    """One search through `folder` for the files of a press in one language."""

    catalogue: Catalogue
    press: Press
    language: Edition
    folder: Path

    def block(self, demands: Demands) -> tuple[Path, PlanFile]:
        path = self.folder / f"{BLOCK}{suffix(self.language)}.pdf"
        plan = planfile.beside(path) if path.is_file() else None
        if plan is None:
            refused = next(failed(path))
            why = f"; the gate refused it: {refused.name} and its report say why" if refused.is_file() else ""
            raise self.not_ready("press", f"{path} is not there with its plan{why}")
        self._belongs("press", path.name, plan.press, plan.catalogue)
        self._passed("press", path, plan.file, demands)
        return path, plan

    def covers(self, demands: Demands, plan: PlanFile) -> tuple[tuple[Path, ...], dict[str, Any]]:
        path = self.folder / f"{STEM}{suffix(self.language)}.json"
        ticket = _json(path)
        try:
            made = [MadeFile(name=one["file"], bytes=one["bytes"], sha256=one["sha256"]) for one in ticket["covers"]]
            self._belongs("cover", path.name, ticket["press"], ticket["catalogue"])
            self._fits(path.name, ticket, plan)
        except (KeyError, TypeError, ValidationError):
            raise self.not_ready("cover", f"{path} is not there, or is no ticket of covers") from None
        for one in made:
            self._passed("cover", self.folder / one.name, one, demands)
        return tuple(self.folder / one.name for one in made), ticket

    def _fits(self, name: str, ticket: dict[str, Any], plan: PlanFile) -> None:
        """Whether the covers were solved for this block, this paper and this binding."""
        profile, pages = self.press.profile, len(plan.pages)
        if ticket["extent"]["pages"] != pages:
            said = f"{name} is of a block of {ticket['extent']['pages']} pages, and the block has {pages}"
            raise self.not_ready("cover", said)
        if ticket["extent"]["sections"] != list(plan.sections):
            raise self.not_ready("cover", f"{name} tells other sections than the plan of the block")
        has_foil = any(one["kind"] == "foil" for one in ticket["covers"])
        asked = profile.paper.model_dump(), profile.binding, profile.foil
        if (ticket["paper"], ticket["binding"], has_foil) != asked:
            raise self.not_ready("cover", f"{name} is for another paper, binding or foil than book/book.yml has now")

    def _belongs(self, edition: str, name: str, press: str, catalogue: str) -> None:
        if press != self.press.name:
            raise self.not_ready(edition, f"{name} was made for {press or 'no press'}, not for {self.press.name}")
        if catalogue != content_digest(self.catalogue):
            raise self.not_ready(edition, f"{name} was made from other profiles or data than are here now")

    def _passed(self, edition: str, path: Path, made: MadeFile, demands: Demands) -> None:
        """Whether the gate let this very file through, asking what the press asks now."""
        if not made.lies_in(self.folder):
            raise self.not_ready(edition, f"{path.name} is gone, or is not the file that was made")
        report = _json(path.with_suffix(REPORTS[0]))
        if report.get("sha256") != made.sha256 or not report.get("clean"):
            raise self.not_ready(edition, f"{path.name} has no report of the gate that lets it through")
        if report.get("asked") != json.loads(json.dumps(asdict(demands))):
            raise self.not_ready(edition, f"{path.name} was held against other demands than book/book.yml has now")

    def not_ready(self, edition: str, why: str) -> NotReady:
        """What is wrong, and the line to type."""
        language = "" if self.language == "bilingual" else f" --language {self.language}"
        asked = f"--edition {edition} --press {self.press.name}{language}"
        return NotReady(f"{why}. First: .venv/bin/python build_pdf.py {asked}")


def gather(catalogue: Catalogue, settings: Settings, press: Press, language: Edition, folder: Path) -> Gathered:
    """The files for the press that lie in `folder`. Raises NotReady."""
    gathering = _Gathering(catalogue, press, language, folder)
    block, plan = gathering.block(demands_of(press, settings))
    covers, ticket = gathering.covers(cover_demands_of(press), plan)
    gathered = Gathered(press, language, block, plan, covers, ticket)
    if lost := next(_lost(gathered), None):
        raise gathering.not_ready("press", f"{lost.name} is gone")
    return gathered


def _lost(gathered: Gathered) -> Iterator[Path]:
    return (path for path in gathered.reports if not path.is_file())


def _json(path: Path) -> dict[str, Any]:
    """What a file holds; nothing where it is not there or is no such file."""
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}
