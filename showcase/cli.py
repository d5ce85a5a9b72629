"""The commands of `python -m showcase`: parse, call, print."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from showcase import catalogue, checker, handed_over, messages
from showcase.clock import EpochError
from showcase.problems import ContentErrors, Format, errors, render

OK, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when all is well, 1 on problems; argparse exits with 2 on usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows pipe speaks cp1252 otherwise
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (ContentErrors, EpochError) as error:
        print(error, file=sys.stderr)
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
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_check(commands)
    _add_verify(commands)
    _add_hindi(commands)
    for add in handed_over.COMMANDS:
        add(commands)
    return parser


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "check",
        help="tell every problem of every profile in one run",
        description="Tell every problem of every profile in one run. Exit status: 0 clean, 1 errors, 2 usage.",
        epilog="example: python -m showcase check --format github startups/qnu-labs.md",
    )
    command.add_argument("--format", choices=("text", "github", "json"), default="text")
    command.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders to report on (default: all)",
    )
    command.set_defaults(run=lambda options: check(options.root, options.paths, options.format))


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


def check(root: Path, paths: Sequence[Path], style: Format) -> int:
    """Print every problem under `root` (or of `paths` alone). Returns 0 when there is no error."""
    if wrong := _misuse(root, paths):
        print(wrong, file=sys.stderr)
        return USAGE
    result = checker.examine(root, paths)
    if result.problems or style == "json":
        print(render(result.problems, style))
    if style == "text":
        print(_verdict(result, paths))
    return OK if result.is_sound else PROBLEMS


def _misuse(root: Path, paths: Sequence[Path]) -> str:
    """A sentence on what cannot be checked, or nothing."""
    if not (root / "data").is_dir():
        return f"{root.resolve()} is not the project's folder: it has no data/. Go there, or name it with --root."
    folders = ("startups", "data", "images", messages.FOLDER)
    content = [(root / name).resolve() for name in (*folders, ".")]
    for path in paths:
        if not path.exists():
            return f"{path} does not exist; name a file or folder of the project."
        whole = path.resolve()
        if whole not in content and not any(whole.is_relative_to(folder) for folder in content[:-1]):
            return f"{path} holds no profiles; they live in startups/, their data in data/."
    return ""


def _verdict(result: checker.Examination, paths: Sequence[Path]) -> str:
    wrong = len(errors(result.problems))
    warned = len(result.problems) - wrong
    warnings = f", {_count(warned, 'warning')}" if warned else ""
    if wrong:
        return (
            f"\n{_count(wrong, 'error')}{warnings}. Nothing is built until the errors are mended."
        )
    profiles = [(result.root / entry.document.path) for entry in result.entries]
    letters = [result.root / messages.FOLDER / f"{one.stem}.md" for one in result.messages]
    counts = [sum(not paths or _is_asked(file, paths) for file in files) for files in (profiles, letters)]
    checked = _count(counts[0], "profile") if counts[0] or not counts[1] else ""
    and_messages = _count(counts[1], "message") if counts[1] else ""
    return f"{' and '.join(filter(None, (checked, and_messages)))} checked: no errors{warnings}."


def _is_asked(file: Path, paths: Sequence[Path]) -> bool:
    """Whether one of the paths asked for holds the file, or the Hindi beside it."""
    files = [file.resolve(), file.with_suffix(".hi.md").resolve()]
    return any(one.is_relative_to(path.resolve()) for one in files for path in paths)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


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
        f"{_count(len(wrong), 'problem')} in {site}."
        if wrong
        else f"{site} agrees with the catalogue."
    )
    return PROBLEMS if wrong else OK


def hindi(root: Path, style: Literal["text", "json"]) -> int:
    """Print what is shown in English for want of Hindi. Returns 0."""
    from showcase import lacking

    print(lacking.report(root, catalogue.load(root), style))
    return OK
