"""The command `fix`: mends what is mechanical in profiles and their photographs, and tells what is left."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from showcase import checker, checking, frontmatter
from showcase.causes import Term
from showcase.files import write_whole
from showcase.mending import letters, order, photographs, told
from showcase.model.dates import LANGUAGES
from showcase.model.hindi import HindiText
from showcase.model.profile import Profile
from showcase.placement import is_profile
from showcase.problems import ContentErrors
from showcase.reports import text as as_text


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to those of the program."""
    command = commands.add_parser(
        "fix",
        help="mend what is mechanical, and tell what is left",
        description="Mend the order of keys, dates that mean one day only, quotes, blanks, letters not in Unicode "
        "form C, and photographs that lie on their side, are too large or tell of their owner. Comments and line "
        "ends stay. Exit status: 0 nothing is left, 1 errors are left, 2 usage.",
        epilog="example: python -m showcase fix --diff startups/qnu-labs.md",
    )
    command.add_argument("--diff", action="store_true", help="show what would change, and change nothing")
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the messages (default: en)")
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: all)")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace) -> int:
    """Mend, then check. Returns 1 where errors are left, or where --diff shows anything."""
    if wrong := checking.misuse(options.root, options.paths):
        return checking.refuse(wrong)
    reader = checker.Reader.of(options.root)
    if reader is None:
        raise ContentErrors(checker.examine(options.root).problems)
    changed = [path for path in _files(options.root, options.paths) if _mend(path, reader, options)]
    if options.diff:
        return checking.PROBLEMS if changed else checking.OK
    return checking.check(options)


def _files(root: Path, paths: Sequence[Path]) -> Iterator[Path]:
    """The profiles, their Hindi files and their pictures that are asked for."""
    for path in sorted([*(root / "startups").glob("*.md"), *(root / "images").glob("*/*")]):
        whole = path.resolve()
        wanted = not paths or any(whole.is_relative_to(one.resolve()) for one in paths)
        if wanted and path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


def _mend(path: Path, reader: checker.Reader, options: argparse.Namespace) -> bool:
    """Mends one file, or shows what would change in it. Whether anything did."""
    name = path.relative_to(options.root).as_posix()
    if path.suffix != ".md":
        what = photographs.look(path) if options.diff else photographs.mend(path)
        if what:
            print(as_text.visible(Term("mended-picture", file=name, what=what).in_language(options.lang)))
        return bool(what)
    try:
        before = frontmatter.decode(path.read_bytes(), name)
    except frontmatter.Unreadable:
        return False  # the check tells it
    after = mended(before, path, reader)
    if after == before:
        return False
    if options.diff:
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
        print("\n".join(as_text.visible(line) for line in lines))
    else:
        write_whole(path, _encoded(after, path.read_bytes()))
        print(Term("mended", file=name).in_language(options.lang))
    return True


def mended(text: str, path: Path, reader: checker.Reader) -> str:
    """The text of a profile, or of its Hindi file, with all that is mechanical mended."""
    if frontmatter.fault(lettered := letters.mended(text)) >= frontmatter.fault(text):
        text = lettered
    text = told.mended(text, lambda one: reader.problems(path, one.encode()))
    return order.ordered(text, Profile if is_profile(path) else HindiText)


def _encoded(text: str, before: bytes) -> bytes:
    """The text with the line ends that the file had; a byte order mark goes."""
    return text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()
