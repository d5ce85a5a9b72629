"""Reading one content file: front matter with places, and the Markdown below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from showcase import yamltree
from showcase.problems import Problem, window

MAX_BYTES = 128 * 1024
KEPT_AT_HAND = 2048
"""Files as they were read, for a process that reads them again when one of them is saved."""
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")


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

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    def problem(self, code: str, message: str, place: tuple[int, int], **more: Any) -> Problem:
        """A problem in this file, with the excerpt of its line."""
        return locate_problem(self.path, self.lines, code, message, place, **more)

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
    path: str, lines: list[str], code: str, message: str, place: tuple[int, int], **more: Any
) -> Problem:
    """A problem with the excerpt of its line; of a long line, the part round the column."""
    line, column = place
    text = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    excerpt, caret = window(text, column)
    return Problem(code, path, line, column, message, excerpt=excerpt, caret=caret, **more)


def read(file: Path, path: str) -> Document:
    """The content file `file`, called `path` in messages. Raises Unreadable with its problem."""
    return parse(decode(file.read_bytes(), path), path)


def read_data(file: Path, path: str) -> Document:
    """The data file `file`, all YAML, called `path` in messages. Raises Unreadable."""
    return _data(decode(file.read_bytes(), path), path)


@lru_cache(KEPT_AT_HAND)
def _data(text: str, path: str) -> Document:
    return Document(path, text, _meta(text, text.split("\n"), path, offset=0), offset=0)


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8 with or without BOM, any line ends, no control characters."""
    if len(data) > MAX_BYTES:
        raise _unreadable(path, "P002", f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed.",
                          "shorten the text; pictures belong in images/.")  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text or data.startswith(b"PK"):
        raise _unreadable(path, "P001", "the file is not text in UTF-8.",
                          "save it as UTF-8 in your editor; a profile is a plain text file.")  # fmt: skip
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _unreadable(path, "P001", f"the file holds the control character U+{ord(found[0]):04X}.",
                          "delete the character; a profile is a plain text file.", line)  # fmt: skip
    return text


@lru_cache(KEPT_AT_HAND)
def parse(text: str, path: str) -> Document:
    """Split and read a content file's text. Raises Unreadable with its problem."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message, fix = (
            "the file does not begin with front matter.",
            "let the first line be three dashes: ---",
        )
        raise Unreadable(locate_problem(path, lines, "P003", message, (1, 1), fix=fix))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        message = "the front matter has no end."
        fix = "put a line of three dashes --- between the facts and the story."
        raise Unreadable(locate_problem(path, lines, "P003", message, (1, 1), fix=fix))
    meta = _meta("\n".join(lines[1:end]), lines, path)
    return Document(path, text, meta, "\n".join(lines[end + 1 :]), end + 2)


def _meta(yaml_text: str, lines: list[str], path: str, offset: int = 1) -> Any:
    """The mapping that `yaml_text` holds; `offset` lines of the file stand above it."""
    try:
        meta = yamltree.read(yaml_text)
    except yamltree.DuplicateKey as error:
        message = (
            f"the key `{error.key}` stands twice; it is on line {error.first + offset} already."
        )
        raise _yaml_problem(path, lines, error, message, offset, len(error.key)) from None
    except yamltree.YamlError as error:
        raise _yaml_problem(path, lines, error, error.message, offset) from None
    if not isinstance(meta, yamltree.LocatedDict):
        message, fix = (
            "the file holds no `key: value` lines.",
            "write `key: value` lines, one below the other.",
        )
        raise Unreadable(locate_problem(path, lines, "P003", message, (1 + offset, 1), fix=fix))
    return meta


def _yaml_problem(
    path: str,
    lines: list[str],
    error: yamltree.YamlError,
    message: str,
    offset: int,
    width: int = 1,
) -> Unreadable:
    place = (error.line + offset, error.column)
    return Unreadable(
        locate_problem(path, lines, error.code, message, place, fix=error.fix, width=width)
    )


def _unreadable(path: str, code: str, message: str, fix: str, line: int = 1) -> Unreadable:
    return Unreadable(Problem(code, path, line, 1, message, fix=fix))
