"""The command `editors`: everything that the tools of editors read, made from the model in one go."""

from __future__ import annotations

import argparse
import sys

OK, PROBLEMS = 0, 1


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to those of the program."""
    command = commands.add_parser(
        "editors",
        help="write what editors' tools read",
        description="Write JSON Schema, settings and snippets of Visual Studio Code, reference profile, blank profile, "
        "issue form and settings of Sveltia CMS anew from the model and data/. Exit status: 0 written or fresh, "
        "1 stale with --check.",
        epilog="example: python -m showcase editors --check",
    )
    command.add_argument("--check", action="store_true", help="write nothing; name the files that are stale")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files, or name the stale ones. Returns 1 where one is stale and nothing was to be written."""
    from showcase import catalogue
    from showcase.editors import writing

    vocabulary = catalogue.load(options.root).vocabulary
    if not options.check:
        for path in writing.write(options.root, vocabulary):
            print(f"wrote {path}")
        return OK
    behind = writing.stale(options.root, vocabulary)
    for path in behind:
        print(f"{path} is stale; write it anew: python -m showcase editors", file=sys.stderr)
    return PROBLEMS if behind else OK
