"""The weekly report: links that lead elsewhere or nowhere, and profiles that are to be looked at again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from showcase import catalogue
from showcase.catalogue import Catalogue
from showcase.files import write_whole
from showcase.forge.api import Forge
from showcase.forge.linkcheck import Finding, Looked, by_finding, look
from showcase.forge.links import links
from showcase.forge.neutral import plain
from showcase.forge.posting import keep_issue
from showcase.forge.words import counted, say
from showcase.model.dates import LANGUAGES, Language, PartialDate
from showcase.startup import Startup

LABEL, TITLE = "weekly-report", "Links and reviews"
QUIET = "<!-- shared-horizons: nothing to do -->"
AHEAD = timedelta(days=30)
"""How long before its day a review is told."""
SHOWN = 100
TOLD: tuple[Finding, ...] = ("gone", "moved", "silent", "closed")


def run(options: argparse.Namespace) -> int:
    """Writes the report; with --offline without asking any server. Returns 0."""
    loaded = catalogue.load(options.root)
    places = links(options.root, loaded)
    print(f"{len(places)} links, {len(loaded.startups)} profiles", file=sys.stderr, flush=True)
    looked = [] if options.offline else look(list(places))
    output = options.output or options.root / "dist" / "weekly.md"
    write_whole(output, body(looked, places, due(loaded)))
    print(output)
    return 0


def due(loaded: Catalogue) -> list[Startup]:
    """The profiles whose review is due within a month, or overdue, the first due first."""
    soon = [one for one in loaded.published if one.profile.review_by <= loaded.today + AHEAD]
    return sorted(soon, key=lambda one: one.profile.review_by)


def body(looked: Sequence[Looked], places: dict[str, str], reviews: Sequence[Startup]) -> str:
    """The report as Markdown, in both languages."""
    groups = by_finding(looked)
    is_quiet = not reviews and not any(groups[kind] for kind in ("gone", "moved", "silent"))
    parts = [QUIET, ""] if is_quiet else []
    for language in LANGUAGES:
        parts += [f"## {say('weekly', language)}", "", counted("looked-at", len(looked), language), ""]
        for kind in TOLD:
            parts += _links(kind, groups[kind], places, language)
        parts += _reviews(reviews, language)
    return "\n".join(parts)


def keep(forge: Forge, report: Path) -> str:
    """Keeps the issue that shows the report; it is closed while there is nothing to do."""
    text = report.read_text(encoding="utf-8")[:60_000]
    return keep_issue(forge, LABEL, TITLE, text, not text.startswith(QUIET))


def _links(kind: Finding, rows: Sequence[Looked], places: dict[str, str], language: Language) -> Iterator[str]:
    if rows:
        yield from (f"### {say(f'links-{kind}', language, n=len(rows))}", "")
        for one in rows[:SHOWN]:
            yield f"- {plain(places[one.url])}: {plain(one.url)} ({plain(one.detail)})"
        yield from ([say("more", language, n=len(rows) - SHOWN)] if len(rows) > SHOWN else [])
        yield ""


def _reviews(rows: Sequence[Startup], language: Language) -> Iterator[str]:
    if rows:
        yield from (f"### {say('reviews', language, n=len(rows))}", "")
        for one in rows[:SHOWN]:
            day = PartialDate.parse(one.profile.review_by).long(language)
            yield f"- {plain(one.document.path)}: {day}"
        yield ""
