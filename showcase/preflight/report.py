"""The report: for people on a terminal, for programs as JSON; the page for print people is made beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from showcase.files import write_whole
from showcase.preflight.checks.completeness import left_open
from showcase.preflight.codes import CHECKS, SEVERITIES, Check, Severity
from showcase.preflight.demands import MM, Demands
from showcase.preflight.findings import Finding
from showcase.preflight.kept import Checked
from showcase.preflight.measured import Extreme, extremes

SHOWN = 4
"""Places of one code that the terminal names."""
MOST_PAGES = 12
FORMAT = 1


@dataclass(frozen=True)
class Kind:
    """All findings of one code, the worst first."""

    code: str
    findings: tuple[Finding, ...]

    @property
    def check(self) -> Check:
        return CHECKS[self.code]

    @property
    def count(self) -> int:
        """At how many places."""
        return sum(finding.count for finding in self.findings)

    @property
    def pages(self) -> list[int]:
        """The pages that have it, in order."""
        return sorted({finding.page for finding in self.findings if finding.page})


@dataclass(frozen=True)
class Report:
    """What the gate found in one file."""

    name: str
    demands: Demands
    condition: str
    """The printing condition that the file names."""
    findings: tuple[Finding, ...]
    pages: tuple[Checked, ...]
    unchecked: str
    """Why completeness was not checked; nothing where it was."""
    seconds: float
    sha256: str = ""
    """The digest of the file that was looked at."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing keeps the file from the press; warnings may stand."""
        return not self.count("error")

    def count(self, severity: Severity) -> int:
        """How many kinds of one severity were found."""
        return sum(kind.check.severity == severity for kind in self.kinds)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The findings by code, the gravest first; among equals those of the file, then of most pages."""
        kinds: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            kinds[finding.code].append(finding)
        made = (
            Kind(code, tuple(sorted(found, key=lambda one: (-one.weight, one.page))))
            for code, found in kinds.items()
        )
        return tuple(sorted(made, key=_rank))

    @cached_property
    def measured(self) -> tuple[Extreme, ...]:
        """The figures of the whole file."""
        return tuple(extremes([page.measured for page in self.pages]))

    @property
    def size(self) -> str:
        """The first page's trim, in millimetres."""
        width, height = self.pages[0].size
        return f"{width / MM:.1f} × {height / MM:.1f} mm"

    @property
    def asked(self) -> str:
        """What the file was held against."""
        standard = {"x-4": "PDF/X-4", "x-1a": "PDF/X-1a"}[self.demands.standard]
        press = f"the press {self.demands.press}" if self.demands.press else "what presses ask for as a rule"
        return f"{standard}, {press}, {self.demands.ink_limit:g} % of ink at most"

    @property
    def verdict(self) -> str:
        """The last word, in one sentence."""
        told = ", ".join(
            f"{number} kind{'' if number == 1 else 's'} of {severity}"
            for severity in SEVERITIES[:2] if (number := self.count(severity))
        )  # fmt: skip
        if self.is_clean:
            bounds = f" as far as was checked: {left}" if (left := left_open(self.unchecked)) else ""
            return f"{self.name} can go to press{bounds}{f' ({told})' if told else ''}."
        return f"{self.name} must not go to press: {told}."

    def text(self) -> str:
        """The report for a terminal: one line for each kind, places below it, the verdict last."""
        pages = f"{len(self.pages)} page{'' if len(self.pages) == 1 else 's'} of {self.size}"
        lines = [f"{self.name}: {pages}, held against {self.asked}"]
        for kind in self.kinds:
            lines += ["", *_lines(kind)]
        if self.unchecked:
            lines += ["", self.unchecked]
        lines += ["", "; ".join(map(str, self.measured))]
        return "\n".join([*lines, "", self.verdict])

    def data(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "format": FORMAT, "file": self.name, "sha256": self.sha256, "pages": len(self.pages),
            "press": self.demands.press, "asked": asdict(self.demands), "standard": self.demands.standard,
            "condition": self.condition, "clean": self.is_clean, "errors": self.count("error"),
            "warnings": self.count("warning"), "unchecked": self.unchecked,
            "measured": {one.key: one.data() for one in self.measured},
            "findings": [_plain(finding) for kind in self.kinds for finding in kind.findings],
        }  # fmt: skip

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Writes the report as JSON and as a page to look at into a folder; returns both files."""
        from showcase.preflight.sheet import html

        stem = folder / Path(self.name).stem
        data = json.dumps(self.data(), ensure_ascii=False, indent=1) + "\n"
        return (
            write_whole(stem.with_name(f"{stem.name}.preflight.json"), data),
            write_whole(stem.with_name(f"{stem.name}.preflight.html"), html(self)),
        )


def _rank(kind: Kind) -> tuple[int, bool, int, str]:
    return SEVERITIES.index(kind.check.severity), bool(kind.pages), -len(kind.pages), kind.code


def _lines(kind: Kind) -> Iterator[str]:
    where = f", {listed_pages(kind.pages)}" if kind.pages else ""
    places = f", {kind.count} places" if kind.count > len(kind.findings) else ""
    yield f"{kind.check.severity} {kind.code}: {kind.check.title}{where}{places}"
    for finding in kind.findings[:SHOWN]:
        yield f"    {place(finding)}{finding.message}"
    if len(kind.findings) > SHOWN:
        yield f"    and {len(kind.findings) - SHOWN} more in the report"
    yield f"    to mend: {kind.check.fix}"


def place(finding: Finding) -> str:
    """Where a finding is, as the head of its sentence: "page 24 (22, Pixxel, startups/pixxel.md:41): "."""
    told = [part for part in (finding.label, finding.part) if part]
    if finding.file:
        told.append(f"{finding.file}:{finding.line}")
    if not finding.page:
        return f"{', '.join(told)}: " if told else ""
    about = f" ({', '.join(told)})" if told else ""
    return f"page {finding.page}{about}: "


def listed_pages(pages: Sequence[int]) -> str:
    """The pages in runs: "pages 3, 5–9 and 12"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:MOST_PAGES]]
    more = sum(last - first + 1 for first, last in runs[MOST_PAGES:])
    listed = ", ".join(shown) + (f" and {more} more" if more else "")
    return f"page{'' if len(pages) == 1 else 's'} {listed}"


def _plain(finding: Finding) -> dict[str, Any]:
    """A finding with everything that it says by itself."""
    check = finding.check
    return {
        "code": finding.code, "severity": check.severity, "title": check.title, "message": finding.message,
        "fix": check.fix, "page": finding.page or None, "label": finding.label, "part": finding.part,
        "file": finding.file, "line": finding.line or None, "places": finding.count,
        "boxes": [list(box) for box in finding.boxes],
    }  # fmt: skip
