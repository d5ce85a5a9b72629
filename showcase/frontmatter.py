"""Reading one content file: front matter with places, and the Markdown below it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showcase import yamltree
from showcase.problems import Problem

MAX_BYTES = 128 * 1024
# Characters that change the direction or hide in text: an editor cannot see them, a reader is misled.
HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Document:
    """One content file. `body_line` is the line on which the Markdown begins, from 1.

    `offset` is the number of lines above the YAML: one in a profile, none in a data file.
    """

    path: str
    text: str
    meta: Any
    body: str = ""
    body_line: int = 1
    offset: int = 1

    def problem(self, code: str, message: str, place: tuple[int, int], **more: Any) -> Problem:
        """A problem in this file, with the excerpt of its line."""
        return locate_problem(self.path, self.text, code, message, place, **more)

    def at(self, path: tuple[Any, ...], of_key: bool = False) -> tuple[int, int]:
        """Line and column of the value (or key) at `path`; of the front matter where it is missing."""
        line, column = yamltree.locate(self.meta, path, of_key) or (1 - self.offset, 1)
        return line + self.offset, column

    def in_body(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the Markdown."""
        before = self.body[:offset]
        return self.body_line + before.count("\n"), offset - before.rfind("\n")


class Unreadable(Exception):
    """The file cannot be read as a profile at all; carries its one problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def locate_problem(
    path: str, text: str, code: str, message: str, place: tuple[int, int], **more: Any
) -> Problem:
    """A problem with its excerpt cut from `text`; long lines are shown around the column."""
    line, column = place
    lines = text.split("\n")
    excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    width = min(more.pop("width", 1), max(1, len(excerpt) - column + 1))
    return Problem(code, path, line, column, message, excerpt=excerpt, width=width, **more)


def read(file: Path, path: str) -> Document:
    """The content file `file`, called `path` in messages. Raises Unreadable with its problem."""
    return parse(decode(file.read_bytes(), path), path)


def read_data(file: Path, path: str) -> Document:
    """The data file `file`, all YAML, called `path` in messages. Raises Unreadable."""
    text = decode(file.read_bytes(), path)
    return Document(path, text, _meta(text, text, path, offset=0), offset=0)


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8 with or without BOM, any line ends, no control characters."""
    if len(data) > MAX_BYTES:
        raise _unreadable(
            path,
            "P002",
            f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed.",
            "shorten the text; pictures belong in images/.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(
            path,
            "P001",
            "the file is not text in UTF-8.",
            "save it as UTF-8 in your editor; a profile is a plain text file.",
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _unreadable(
            path,
            "P001",
            f"the file holds the control character U+{ord(found[0]):04X}.",
            "delete the character; a profile is a plain text file.",
            line,
        )
    return text


def parse(text: str, path: str) -> Document:
    """Split and read a content file's text. Raises Unreadable with its problem."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise Unreadable(
            locate_problem(
                path,
                text,
                "P003",
                "the file does not begin with front matter.",
                (1, 1),
                fix="let the first line be three dashes: ---",
            )
        )
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise Unreadable(
            locate_problem(
                path,
                text,
                "P003",
                "the front matter has no end.",
                (1, 1),
                fix="put a line of three dashes --- between the facts and the story.",
            )
        )
    meta = _meta("\n".join(lines[1:end]), text, path)
    return Document(path, text, meta, "\n".join(lines[end + 1 :]), end + 2)


def _meta(yaml_text: str, text: str, path: str, offset: int = 1) -> Any:
    """The mapping that `yaml_text` holds; `offset` lines of the file stand above it."""
    try:
        meta = yamltree.read(yaml_text)
    except yamltree.DuplicateKey as error:
        message = (
            f"the key `{error.key}` stands twice; it is on line {error.first + offset} already."
        )
        where = (error.line + offset, error.column)
        raise Unreadable(
            locate_problem(
                path, text, error.code, message, where, fix=error.fix, width=len(str(error.key))
            )
        ) from None
    except yamltree.YamlError as error:
        where = (error.line + offset, error.column)
        raise Unreadable(
            locate_problem(path, text, error.code, error.message, where, fix=error.fix)
        ) from None
    if not isinstance(meta, yamltree.LocatedDict):
        raise Unreadable(
            locate_problem(
                path,
                text,
                "P003",
                "the file holds no `key: value` lines.",
                (1 + offset, 1),
                fix="write `key: value` lines, one below the other.",
            )
        )
    return meta


def _unreadable(path: str, code: str, message: str, fix: str, line: int = 1) -> Unreadable:
    return Unreadable(Problem(code, path, line, 1, message, fix=fix))


def is_nfc(text: str) -> bool:
    """Whether the text is in Unicode normal form C."""
    return unicodedata.is_normalized("NFC", text)
