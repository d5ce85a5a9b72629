"""The content register: every page with text of its own, whose it is, when it was looked at, and how far its Hindi is.

Pages that are lists of others have no text of their own, and no row. What nobody has said yet is empty.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from showcase import catalogue, frontmatter
from showcase.catalogue import Catalogue
from showcase.files import write_whole
from showcase.site import addresses, history
from showcase.site.handwritten import HINDI
from showcase.site.history import History
from showcase.startup import Startup
from showcase.tables import guarded

COLUMNS = ("address", "title", "kind", "state", "owner", "contributor", "approver", "approved_on",
           "last_updated", "last_reviewed", "next_review", "hindi", "hindi_reviewed")  # fmt: skip
OUTPUT = "dist/content-register.csv"
Row = dict[str, Any]


def run(options: argparse.Namespace) -> int:
    """Writes the register and says where. Returns 0."""
    told = list(rows(options.root, catalogue.load(options.root), history.read(options.root)))
    path = write_whole(options.output or options.root / OUTPUT, as_csv(told))
    print(f"{path}: {len(told)} pages")
    return 0


def rows(root: Path, told: Catalogue, changed: History) -> Iterator[Row]:
    """A row for each profile that is public, each that was withdrawn, and each page written by hand."""
    answering = _answering(told)
    for one in told.published:
        yield answering | _profile(one, changed)
    for gone in told.withdrawals:
        yield answering | {
            "address": addresses.profile(gone), "title": gone.name, "kind": "profile", "state": "withdrawn",
            "last_updated": gone.withdrawn_on, "hindi": "whole",
        }  # fmt: skip
    for path in sorted((root / "docs").rglob("*.md")):
        if not path.name.endswith(HINDI) and path.read_text(encoding="utf-8").startswith("---\n"):
            yield answering | _written(path, root, changed)


def as_csv(told: list[Row]) -> bytes:
    """The rows in UTF-8, marked as such for spreadsheets."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: guarded(value) for key, value in row.items()} for row in told)
    return out.getvalue().encode("utf-8-sig")


def _answering(told: Catalogue) -> Row:
    """Who answers for all pages, as far as data/site.yml names them."""
    content = told.site.content
    known = {"owner": told.site.owner.name, "contributor": content.contributor, "approver": content.approver,
             "approved_on": content.approved_on}  # fmt: skip
    return {key: value for key, value in known.items() if value is not None}


def _profile(one: Startup, changed: History) -> Row:
    lacking = len(one.in_hindi.missing)
    files = (f"startups/{one.slug}.md", f"startups/{one.slug}{HINDI}", f"images/{one.slug}/")
    return {
        "address": addresses.profile(one), "title": one.name, "kind": "profile", "state": "public",
        "last_updated": changed.latest(files), "last_reviewed": one.verified_on, "next_review": one.review_by,
        "hindi": f"{lacking} texts in English" if lacking else "whole", "hindi_reviewed": one.hi_reviewed,
    }  # fmt: skip


def _written(path: Path, root: Path, changed: History) -> Row:
    hindi = path.with_suffix(".hi.md")
    name = path.relative_to(root / "docs").with_suffix("").as_posix()
    meta = frontmatter.read(path, f"docs/{name}.md").meta
    updated: date | None = changed.latest(one.relative_to(root).as_posix() for one in (path, hindi))
    return {
        "address": "" if name == "index" else f"{name}/", "title": meta.get("title", ""), "kind": "page",
        "state": "public", "last_updated": updated, "hindi": "whole" if hindi.is_file() else "none",
    }  # fmt: skip
