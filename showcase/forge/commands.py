"""The commands of this room; each loads what it needs only when it is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.lazily import run_by

Commands = argparse._SubParsersAction


def add_preview(commands: Commands) -> None:
    """Registers the look at a proposal."""
    command = commands.add_parser(
        "preview",
        help="show what a branch changes, as its pull request will",
        description="Check what a branch changes in the content with the check of its base, and write the comment of "
        "its pull request, the changed pages and their spreads of the book into dist/pr-preview. Only what is "
        "committed counts. Exit status: 0 clean, 1 something stops it, 2 usage.",
        epilog="example: python -m showcase preview --base main",
    )
    command.add_argument("--base", default="main", metavar="COMMIT", help="what it is proposed to (default: main)")
    command.add_argument("--head", default="HEAD", metavar="COMMIT", help="what is proposed (default: HEAD)")
    command.add_argument("--repository", type=Path, metavar="DIR", help="the git repository (default: this one)")
    command.add_argument("--output", type=Path, metavar="DIR", help="where it goes (default: dist/pr-preview)")
    command.add_argument("--format", choices=("text", "github"), default="text", help="github prints annotations too")
    command.set_defaults(run=run_by("showcase.forge.preview"))


def add_weekly(commands: Commands) -> None:
    """Registers the weekly report."""
    command = commands.add_parser(
        "weekly",
        help="ask whether links still lead where they led, and whose review is due",
        description="Ask the servers of all links of profiles, data and docs, and write what is gone, moved or "
        "silent, and which profiles are to be looked at again within a month, into dist/weekly.md. Exit status: 0.",
        epilog="example: python -m showcase weekly",
    )
    command.add_argument("--offline", action="store_true", help="ask no server: reviews alone")
    command.add_argument("--output", type=Path, metavar="FILE.md", help="where it goes (default: dist/weekly.md)")
    command.set_defaults(run=run_by("showcase.forge.weekly"))


def add_intake(commands: Commands) -> None:
    """Registers what makes a draft of an answered form."""
    command = commands.add_parser(
        "intake",
        help="make a draft of an answered issue form",
        description="Read the text of an issue that was filled in by the form, and write startups/<slug>.md and "
        "comment.md, what the check says of it. Exit status: 0 clean, 1 problems, 2 usage.",
        epilog="example: python -m showcase intake body.md --out dist/intake",
    )
    command.add_argument("body", type=Path, metavar="BODY.md", help="the text of the issue")
    command.add_argument("--out", type=Path, default=Path("dist/intake"), help="where to (default: dist/intake)")
    command.set_defaults(run=run_by("showcase.forge.offering"))


COMMANDS = (add_preview, add_weekly, add_intake)
