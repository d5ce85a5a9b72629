"""`python -m showcase.forge`: what workflows write to the forge. Each step runs it with the least right it needs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from showcase.forge import api, offering, posting, weekly


def main() -> int:
    """Does what was asked; returns 0, or 1 with a sentence."""
    options = _parser().parse_args()
    try:
        print(options.run(options))
    except (api.ForgeError, ValueError) as error:
        print(f"showcase.forge: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m showcase.forge", description="Write to the forge, from a workflow.",
        epilog="example: python -m showcase.forge comment report.json",
    )  # fmt: skip
    commands = parser.add_subparsers(required=True, metavar="what")
    command = commands.add_parser("comment", help="comment on the pull request that was checked")
    command.add_argument("report", type=Path)
    command.set_defaults(run=lambda options: posting.comment_on_run(api.Forge.here(), api.event(), options.report))
    command = commands.add_parser("weekly", help="keep the issue of the weekly report")
    command.add_argument("report", type=Path)
    command.set_defaults(run=lambda options: weekly.keep(api.Forge.here(), options.report))
    command = commands.add_parser("intake", help="answer an issue that was filled in by the form")
    command.add_argument("--propose", action="store_true", help="open a pull request too")
    command.set_defaults(
        run=lambda options: offering.answer(api.Forge.here(), api.event(), Path(), options.propose)
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
