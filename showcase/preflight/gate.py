"""The gate: a file goes in, a report comes out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
from pikepdf import AccessMode, Pdf

from showcase.book.cache import Cache
from showcase.catalogue import Catalogue
from showcase.planfile import MadeFile, PlanFile
from showcase.preflight.checks import completeness, extent
from showcase.preflight.checks.document import FILE_CHECKS
from showcase.preflight.checks.intent import INTENT_CHECKS, said
from showcase.preflight.checks.order import Order
from showcase.preflight.demands import Demands
from showcase.preflight.findings import Finding
from showcase.preflight.kept import Checked
from showcase.preflight.naming import named
from showcase.preflight.pages import check_pages
from showcase.preflight.reading import MALFORMED, reason
from showcase.preflight.report import Report

CACHE = ".cache/preflight"


class Unreadable(Exception):
    """The file cannot be looked at; the message is one sentence that says why."""


def preflight(
    path: Path,
    demands: Demands,
    plan: PlanFile | None = None,
    catalogue: Catalogue | None = None,
    store: Cache | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Everything that is wrong with the file at `path` for the press that has these `demands`.

    With its `plan` findings name profile and line; with the `catalogue` too, completeness is
    checked. What was found on a page is kept in `store`. `progress` is told how many pages are
    done, of how many. Raises Unreadable.
    """
    started = time.monotonic()
    with opened(path) as pdf:
        count, found = len(pdf.pages), list(_of_file(pdf, demands))
        pages = check_pages(path, pdf, demands, store, lambda number: progress(number, count))
        order = Order([page.folios for page in pages], plan) if plan else None
        known = order.known if order else 0
        found += [*_of_pages(pages), *_of_all(path, pages, demands, order)]
        reason = completeness.unchecked(plan, catalogue, demands.is_cover)
        if plan and catalogue and not reason:
            found += completeness.profiles_are_whole(plan, catalogue, [page.letters for page in pages])
        return Report(
            path.name, demands, said(pdf), tuple(named(finding, plan, known) for finding in found), tuple(pages),
            reason, time.monotonic() - started, MadeFile.of(path).sha256,
        )  # fmt: skip


def check_build(
    root: Path, path: Path, demands: Demands, plan: PlanFile | None, catalogue: Catalogue,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:  # fmt: skip
    """The gate at the end of a build: the report lies beside the file, and pages are kept for the next build.

    A build whose report is not clean has failed. Raises Unreadable.
    """
    store = Cache(root / CACHE)
    report = preflight(path, demands, plan, catalogue, store, progress)
    report.write(path.parent)
    store.sweep()
    return report


def opened(path: Path) -> Pdf:
    """The file, opened in memory, so that processes forked from here can read it at once.

    Raises Unreadable where it is none, is locked, or has no pages.
    """
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        raise Unreadable(f"{path} is empty.")
    if b"%PDF-" not in head:
        raise Unreadable(f"{path} is no PDF.")
    try:
        pdf = Pdf.open(path, access_mode=AccessMode.mmap_only)
        count = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise Unreadable(f"{path} is locked with a password; save it without one.") from error
    except MALFORMED as error:
        raise Unreadable(f"{path} is broken: {reason(error)}.") from error
    if not count:
        raise Unreadable(f"{path} has no pages.")
    return pdf


def _last_clause(warning: str) -> str:
    """What a library warns of, without the file and the place that it names first."""
    return warning.splitlines()[0].rpartition(": ")[2].rstrip(".")


def _of_file(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    for warning in pdf.get_warnings()[:1]:
        yield Finding("G112", f"the file is damaged and was read as well as could be: {_last_clause(warning)}.")
    for check in (*FILE_CHECKS, *INTENT_CHECKS):
        try:
            yield from check(pdf, demands)
        except MALFORMED as error:
            yield Finding("G112", f"{check.__name__.replace('_', ' ')} cannot be told: {reason(error)}.")


def _of_pages(pages: Sequence[Checked]) -> Iterator[Finding]:
    for number, page in enumerate(pages, 1):
        yield from (replace(finding, page=number) for finding in page.findings)


def _of_all(
    path: Path, pages: Sequence[Checked], demands: Demands, order: Order | None
) -> Iterator[Finding]:
    plan = order.plan if order else None
    if demands.trim is None:
        yield from extent.pages_are_alike(pages)
    if plan is None or plan.whole:
        yield from extent.sheets_are_full(pages, demands, plan)
    yield from extent.blanks_are_meant(pages, plan, order.known if order else 0)
    if order and plan:
        is_its_own = MadeFile.of(path, plan.file.pages).sha256 == plan.file.sha256
        yield from completeness.pages_are_planned([page.letters for page in pages], order, is_its_own)
