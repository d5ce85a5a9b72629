"""The command `check`: every problem of every profile in one run, in English or Hindi."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from showcase import checker, messages, saved
from showcase.causes import Term, catalogue, counted
from showcase.model.dates import LANGUAGES, Language
from showcase.placement import FOLDERS
from showcase.problems import errors, nearest
from showcase.reports import github, machine, page, text

OK, PROBLEMS, USAGE = 0, 1, 2
PAUSE = 0.4
"""Seconds between two looks at the files with --watch."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to those of the program."""
    command = commands.add_parser(
        "check",
        help="tell every problem of every profile in one run",
        description="Tell every problem of every profile in one run. Exit status: 0 clean, 1 errors, 2 usage.",
        epilog="example: python -m showcase check --format github startups/qnu-labs.md",
    )
    command.add_argument("--format", choices=("text", "github", "json"), default="text")
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the messages (default: en)")
    command.add_argument("--watch", action="store_true", help="check again whenever a file is saved, until Ctrl-C")
    command.add_argument("--explain", metavar="CODE", help="tell what a code such as P201 means, and check nothing")
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders to report on (default: all)"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every problem, or what a code means. Returns 0 when there is no error."""
    if options.explain:
        return explain(options.explain, options.lang)
    if wrong := misuse(options.root, options.paths):
        return refuse(wrong)
    return watch(options) if options.watch else check(options)


def check(options: argparse.Namespace) -> int:
    """Print every problem under the root, or of some paths alone. Returns 0 when there is no error."""
    result = checker.examine(options.root, options.paths)
    language: Language = options.lang
    if options.format == "json":
        print(machine.report(result.problems, language, result.suppressed, result.home))
    elif options.format == "github":
        github.summarise(result.problems, language)
        if result.problems:
            print(github.report(result.problems, language, result.home))
    else:
        if result.problems:
            print(text.report(result.problems, language, text.wants_colour(sys.stdout), result.home) + "\n")
        if result.suppressed:
            print(text.suppressed(result.suppressed, language) + "\n")
        print(_verdict(result, options.paths, language))
    return OK if result.is_sound else PROBLEMS


def watch(options: argparse.Namespace) -> int:
    """Check, and again whenever a file was saved, until it is interrupted. Returns what the last check did."""
    status, seen = OK, None
    try:
        while True:
            if (now := saved.stamps(options.root)) != seen:
                seen = now
                print(f"\n— {time.strftime('%H:%M:%S')} —", flush=True)
                status = check(options)
                sys.stdout.flush()
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        return status


def explain(code: str, language: Language) -> int:
    """Print what a code means, why it matters, and an example of wrong and right."""
    known = catalogue()
    if (entry := known.get(code.upper())) is None:
        meant = nearest(code.upper(), known)
        guess = f" Did you mean {meant}?" if meant else ""
        print(f"{code} is not a code.{guess} They are: {', '.join(known)}.", file=sys.stderr)
        return USAGE
    print(page.explained(entry, language))
    return OK


def refuse(wrong: str) -> int:
    """Say what cannot be done."""
    print(wrong, file=sys.stderr)
    return USAGE


def misuse(root: Path, paths: Sequence[Path]) -> str:
    """A sentence on what cannot be checked, or nothing."""
    if not (root / "data").is_dir():
        return f"{root.resolve()} is not the project's folder: it has no data/. Go there, or name it with --root."
    content = [(root / name).resolve() for name in (*FOLDERS, ".")]
    for path in paths:
        if not path.exists():
            return f"{path} does not exist; name a file or folder of the project."
        whole = path.resolve()
        if whole not in content and not any(whole.is_relative_to(folder) for folder in content[:-1]):
            return f"{path} holds no profiles; they live in startups/, their data in data/."
    return ""


def _verdict(result: checker.Examination, paths: Sequence[Path], language: Language) -> str:
    wrong = len(errors(result.problems))
    warned = len(result.problems) - wrong
    warnings = counted("warnings", warned, language)
    if wrong:
        both = counted("errors", wrong, language) + (f", {warnings}" if warned else "")
        return Term("nothing-built", errors=both).in_language(language)
    what = _checked(result, paths, language)
    return Term("clean-warned" if warned else "clean", what=what, warnings=warnings).in_language(language)


def _checked(result: checker.Examination, paths: Sequence[Path], language: Language) -> str:
    """How many profiles and messages were looked at, in words."""
    profiles = [(result.root / entry.document.path) for entry in result.entries]
    letters = [result.root / messages.FOLDER / f"{one.stem}.md" for one in result.messages]
    counts = [sum(not paths or _is_asked(file, paths) for file in files) for files in (profiles, letters)]
    told = [counted("profiles", counts[0], language)] if counts[0] or not counts[1] else []
    told += [counted("messages", counts[1], language)] if counts[1] else []
    return told[0] if len(told) == 1 else Term("and", one=told[0], other=told[1]).in_language(language)


def _is_asked(file: Path, paths: Sequence[Path]) -> bool:
    """Whether one of the paths asked for holds the file, or the Hindi beside it."""
    files = [file.resolve(), file.with_suffix(".hi.md").resolve()]
    return any(one.is_relative_to(path.resolve()) for one in files for path in paths)
