"""Commands that are rooms of their own: each is loaded, with its own libraries, only when it is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.editors import command as editors
from showcase.forge import commands as forge
from showcase.lazily import run_by
from showcase.model.dates import LANGUAGES

Commands = argparse._SubParsersAction  # its type has one parameter, the parser, which needs no name here


def add_preflight(commands: Commands) -> None:
    """Registers the press gate."""
    command = commands.add_parser(
        "preflight",
        help="look at a PDF as a press would",
        description="Tell what a press would find wrong with a PDF, this project's or another's. The report is "
        "written beside it as JSON and as a page with pictures. Exit status: 0 clean, 1 errors, 2 usage.",
        epilog="example: python -m showcase preflight dist/shared-horizons-press.pdf --press offset-case",
    )
    command.add_argument("file", type=Path, metavar="FILE.pdf", help="the file to look at")
    command.add_argument("--press", metavar="NAME", help="a press of book/book.yml (default: what any press asks)")
    command.add_argument("--cover", action="store_true", help="it is a cover: no gutter, no signatures, any size")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument("--output", type=Path, metavar="DIR", help="where the report goes (default: beside it)")
    command.set_defaults(run=run_by("showcase.preflight.command"))


def add_kit(commands: Commands) -> None:
    """Registers what packs all that a press needs."""
    command = commands.add_parser(
        "kit",
        help="pack what a press needs into one folder and one zip",
        description="Pack text block, covers, ICC profile, job ticket, licences, gate's reports, proof and checksums. "
        "Exit status: 0 packed, 1 something is to be built first, 2 usage.",
        epilog="example: python -m showcase kit --press offset-case",
    )
    command.add_argument("--press", metavar="NAME", help="a press of book/book.yml (default: the first)")
    command.add_argument("--language", choices=("bilingual", "en", "hi"), default="bilingual")
    command.add_argument("--dist", type=Path, metavar="DIR", help="where the built files are (default: dist)")
    command.add_argument("--output", type=Path, metavar="DIR", help="where the kit goes (default: kit, in there)")
    command.set_defaults(run=run_by("showcase.kit.command"))


def add_release(commands: Commands) -> None:
    """Registers the release."""
    command = commands.add_parser(
        "release",
        help="write the data release, or say what keeps the site from the public",
        description="Write the published profiles as CSV, JSON and XLSX, with what describes these files. With "
        "--since, say too what is new, changed and withdrawn since a tag of git. With --check, write nothing: name "
        "every value that only the owner can supply and that is missing, with its line and how to fill it, and every "
        "profile whose review is overdue. Exit status: 0 done, or nothing found, 1 problems, 2 usage.",
        epilog="example: python -m showcase release --since data-2026-11",
    )
    asked = command.add_mutually_exclusive_group()
    asked.add_argument("--check", action="store_true", help="look, and change nothing")
    asked.add_argument("--since", metavar="GIT_TAG", help="tell the changes since that tag, in changes.json too")
    command.add_argument("--output", type=Path, metavar="DIR", help="where the release goes (default: dist/data-v1)")
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the problems (default: en)")
    command.set_defaults(run=release)


def add_register(commands: Commands) -> None:
    """Registers what lists all content with who answers for it."""
    command = commands.add_parser(
        "register",
        help="list every page with its owner, its days and its Hindi",
        description="Write the content register: each page with text of its own, who contributes and approves it, when "
        "it was changed and looked at, when that is due again, and how far its Hindi is, as CSV. Exit status: 0.",
        epilog="example: python -m showcase register",
    )
    command.add_argument("--output", type=Path, metavar="FILE.csv", help="(default: dist/content-register.csv)")
    command.set_defaults(run=run_by("showcase.release.register"))


def add_servers(commands: Commands) -> None:
    """Registers what configures servers."""
    command = commands.add_parser(
        "servers",
        help="write the configurations of servers for the built site",
        description="Write the configurations of nginx and Apache, and the files _headers and _redirects, with the "
        "security policy, caching and compression that the built site asks for, and with what became of "
        "profiles that were withdrawn or renamed. Exit status: 0 written, 2 usage.",
        epilog="example: python -m showcase servers site/ --folder /var/www/shared-horizons",
    )
    command.add_argument("site", type=Path, help="the folder that mkdocs build made")
    command.add_argument("--folder", default="/var/www/shared-horizons", help="where the site lies on the server")
    command.add_argument("--output", type=Path, metavar="DIR", help="where they go (default: dist/server)")
    command.set_defaults(run=run_by("showcase.servers.command"))


def add_offline(commands: Commands) -> None:
    """Registers what makes a copy for a disk."""
    command = commands.add_parser(
        "offline",
        help="pack the built site as a copy that works from a stick",
        description="Pack the built site as a zip that works from a disk or a stick, without a server: search looks "
        "through names and headlines there, and says so. Exit status: 0 packed, 2 usage.",
        epilog="example: python -m showcase offline site/",
    )
    command.add_argument("site", type=Path, help="the folder that mkdocs build made")
    command.add_argument("--output", type=Path, metavar="FILE.zip", help="(default: dist/shared-horizons-offline.zip)")
    command.set_defaults(run=run_by("showcase.offline.command"))


def release(options: argparse.Namespace) -> int:
    """Hands over to the gate before a public release, or to the release of the data."""
    from showcase.release import command, gate

    return gate.check(options.root, options.lang) if options.check else command.run(options)


COMMANDS = (
    add_preflight, add_kit, add_release, add_register, add_servers, add_offline, editors.add_to, *forge.COMMANDS,
)  # fmt: skip
