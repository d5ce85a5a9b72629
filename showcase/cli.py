"""The commands of `python -m showcase`: parse, call, print."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from showcase import catalogue, checking, handed_over, starting
from showcase.mending import command as mending
from showcase.problems import ContentErrors

OK, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when all is well, 1 on problems; argparse exits with 2 on usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows pipe speaks cp1252 otherwise
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except ContentErrors as error:
        print(error.in_language(getattr(options, "lang", "en")), file=sys.stderr)
        return PROBLEMS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m showcase",
        description="Check and verify the profiles of Shared Horizons.",
        epilog="example: python -m showcase check startups/qnu-labs.md",
    )
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the project's folder (default: this one)"
    )
    kind = partial(argparse.ArgumentParser, allow_abbrev=False)  # --lang is not short for --language
    commands = parser.add_subparsers(required=True, metavar="command", parser_class=kind)
    for part in (checking, starting, mending):
        part.add_to(commands)
    _add_verify(commands)
    _add_hindi(commands)
    for add in handed_over.COMMANDS:
        add(commands)
    return parser


def _add_verify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "verify",
        help="count what was built against the catalogue",
        description="Count the pages of a built site against the catalogue, outside MkDocs.",
        epilog="example: python -m showcase verify site/",
    )
    command.add_argument("site", type=Path, help="the folder that mkdocs build made")
    command.set_defaults(run=lambda options: verify(options.root, options.site))


def _add_hindi(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "hindi",
        help="list what lacks Hindi and is shown in English",
        description="List every text of profiles, data and written pages that lacks Hindi and is shown in English, "
        "marked as English. Exit status: 0.",
        epilog="example: python -m showcase hindi --format json",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=lambda options: hindi(options.root, options.format))


def verify(root: Path, site: Path) -> int:
    """Print what a built site lacks. Returns 0 when it agrees with the catalogue."""
    from showcase import verify as verifier

    if not site.is_dir():
        print(f"{site} is not a folder; build the site first with `mkdocs build`.", file=sys.stderr)
        return USAGE
    wrong = verifier.verify(site, catalogue.load(root))
    for sentence in wrong:
        print(sentence)
    print(
        f"{len(wrong)} problem{'' if len(wrong) == 1 else 's'} in {site}."
        if wrong
        else f"{site} agrees with the catalogue."
    )
    return PROBLEMS if wrong else OK


def hindi(root: Path, style: Literal["text", "json"]) -> int:
    """Print what is shown in English for want of Hindi. Returns 0."""
    from showcase import lacking

    print(lacking.report(root, catalogue.load(root), style))
    return OK
