"""What data/archive.yml says of profiles agrees with their files: no address is lost, and none is given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showcase import frontmatter
from showcase.causes import cause
from showcase.clock import today
from showcase.frontmatter import Document
from showcase.model.record import Renaming, Withdrawal
from showcase.problems import Problem

if TYPE_CHECKING:
    from showcase.checker import Entry
    from showcase.vocabulary import Vocabulary

FILE = "archive.yml"


def problems(
    root: Path, vocabulary: Vocabulary, entries: Iterable[Entry], slugs: frozenset[str]
) -> Iterator[Problem]:
    """Every disagreement; `slugs` are those of all profile files, of which some may have no entry for their errors."""
    told = vocabulary.files[FILE]
    if told.withdrawn or told.renamed:
        document = frontmatter.read_data(root / "data" / FILE, f"data/{FILE}")
        read = {entry.slug: entry.profile for entry in entries}
        public = {slug for slug, profile in read.items() if profile.is_public_on(today())}
        yield from _withdrawn(document, told.withdrawn, public)
        yield from _renamed(document, told, slugs, public | (slugs - read.keys()))


def _withdrawn(document: Document, rows: tuple[Withdrawal, ...], public: set[str]) -> Iterator[Problem]:
    for index, one in enumerate(rows):
        if one.id in public:
            yield _at(document, "withdrawn", index, one.id)
        if (one.reason is None) != (one.reason_hi is None):
            lacking = "reason_hi" if one.reason else "reason"
            found = cause("P704", "reason", key=lacking)
            yield document.problem(found, document.at(("withdrawn", index)))


def _renamed(document: Document, told: Any, slugs: frozenset[str], public: set[str]) -> Iterator[Problem]:
    gone = {one.id for one in told.withdrawn}
    rows: tuple[Renaming, ...] = told.renamed
    for index, one in enumerate(rows):
        if one.id in slugs | gone:
            yield _at(document, "renamed", index, one.id)
        if one.to not in public | gone:
            found = cause("P704", "nowhere", value=one.to)
            yield document.unknown(found, ("renamed", index, "to"), sorted(public | gone))


def _at(document: Document, kind: str, index: int, slug: str) -> Problem:
    return document.problem(cause("P704", kind, slug=slug), document.at((kind, index, "id")), width=len(slug))
