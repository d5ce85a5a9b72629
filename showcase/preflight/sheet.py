"""The report as one page to look at: for a person who prints, on a screen or on paper, without a script."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from showcase.preflight.codes import Severity
from showcase.preflight.findings import Box, Finding
from showcase.preflight.report import Report, listed_pages, place

TEMPLATE = "report.html.j2"
MOST_PLACES = 8
LEAST_SHARE = 0.8
"""Percent of the sheet that a marked area takes at least: a dot must be found by eye."""


@dataclass(frozen=True)
class Area:
    """A marked area of a page, in percent of its sheet from the upper left corner."""

    severity: Severity
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Leaf:
    """A page with findings."""

    number: int
    name: str
    source: str
    picture: str
    ratio: float
    areas: tuple[Area, ...]
    findings: tuple[Finding, ...]


def html(report: Report) -> str:
    """The whole page, with pictures and styles in it."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(place=place, pages=listed_pages)
    return environment.get_template(TEMPLATE).render(
        report=report, leaves=list(_leaves(report)), most=MOST_PLACES
    )


def _leaves(report: Report) -> Iterator[Leaf]:
    found: dict[int, list[Finding]] = defaultdict(list)
    for kind in report.kinds:
        for finding in kind.findings:
            if finding.page and finding.severity != "info":
                found[finding.page].append(finding)
    for number, findings in sorted(found.items()):
        page = report.pages[number - 1] if number <= len(report.pages) else None
        if page is None:
            continue
        sheet = Box(*page.sheet)
        first = findings[0]
        name = ", ".join(one for one in (_folio(first.label), first.part) if one)
        source = next((f"{one.file}:{one.line}" for one in findings if one.file), "")
        picture = base64.b64encode(page.thumbnail).decode()
        areas = tuple(_area(one, box, sheet) for one in reversed(findings) for box in one.boxes)
        yield Leaf(number, name, source, picture, sheet.width / max(sheet.height, 1), areas, tuple(findings))


def _folio(label: str) -> str:
    return f"folio {label}" if label.isdigit() else label


def _area(finding: Finding, box: Box, sheet: Box) -> Area:
    seen = box.shared(sheet)
    width = max(100 * seen.width / max(sheet.width, 1), LEAST_SHARE)
    height = max(100 * seen.height / max(sheet.height, 1), LEAST_SHARE)
    left = 100 * (seen.left - sheet.left) / max(sheet.width, 1)
    top = 100 * (sheet.top - seen.top) / max(sheet.height, 1)
    return Area(finding.severity, *(round(one, 2) for one in (left, top, width, height)))


