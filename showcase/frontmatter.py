"""Reading one content file: front matter with places, and the Markdown below it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from showcase import characters, indentation, yamlslips, yamltree
from showcase.causes import Cause, cause
from showcase.problems import Problem, nearest, replaced, window

MAX_BYTES = 128 * 1024
KEPT_AT_HAND = 2048
"""Files as they were read, for a process that reads them again when one of them is saved."""
_PLAIN = re.compile(r"[^\s,\[\]{}#\"'][^,\[\]{}#\"']*")
"""A value of a few words without quotes; of one with a comma in it, the part before the comma."""
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

    @property
    def lines(self) -> list[str]:
        """The lines of the file, parted anew: they would take as much room as the text."""
        return self.text.split("\n")

    def problem(self, found: Cause, place: tuple[int, int], **more: Any) -> Problem:
        """A problem in this file, with the excerpt of its line; see `locate_problem`."""
        return locate_problem(self.path, self.lines, found, place, **more)

    def unknown(
        self, found: Cause, path: tuple[Any, ...], allowed: Iterable[Any], of_key: bool = False, meant: str = ""
    ) -> Problem:
        """The problem of a `value`, or a `key`, that is not an allowed one.

        `meant` is offered, or the nearest; no key that stands beside it already, for it may stand once.
        """
        fields, names = dict(found.fields), tuple(str(name) for name in allowed)
        value = fields["key" if of_key else "value"]
        beside = yamltree.parent(self.meta, path) if of_key else ()
        suggestion = meant or nearest(value, [name for name in names if name not in beside])
        return self.problem(found, self.at(path, of_key), width=len(value) or 1, allowed=names, suggestion=suggestion)

    def at(self, path: tuple[Any, ...], of_key: bool = False) -> tuple[int, int]:
        """Line and column of the value (or key) at `path`; of the front matter where it is missing."""
        line, column = yamltree.locate(self.meta, path, of_key) or (1 - self.offset, 1)
        return line + self.offset, column

    def written(self, path: tuple[Any, ...]) -> str:
        """The value without quotes at `path` as it is written on its line; empty in a value of several lines."""
        line, column = self.at(path)
        found = _PLAIN.match(self.lines[line - 1], column - 1)
        return found[0].rstrip() if found else ""

    def quoted(self, path: tuple[Any, ...], value: str) -> str:
        """The value at `path` with the quotes in which it is written."""
        line, column = self.at(path)
        quote = self.lines[line - 1][column - 1 : column]
        return f"{quote}{value}{quote}"

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
    path: str,
    lines: list[str],
    found: Cause,
    place: tuple[int, int],
    by: str | None = None,
    wrong: str = "",
    **more: Any,
) -> Problem:
    """A problem with the excerpt of its line; of a long line, the part round the column.

    Where it is known what should stand in place of the words that are `wrong`, `by` or a suggestion,
    the problem holds the whole line as it should be. The words are those of the cause, if not given.
    """
    line, column = place
    text = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    excerpt, caret = window(text, column)
    fields, right = dict(found.fields), by or more.get("suggestion")
    instead = replaced(text, column, wrong or fields.get("value") or fields.get("key", ""), right) if right else ""
    return Problem(found, path, line, column, excerpt, caret, instead=instead, **more)


def read(file: Path, path: str) -> Document:
    """The content file `file`, called `path` in messages. Raises Unreadable with its problem."""
    return parse(decode(file.read_bytes(), path), path)


def read_data(file: Path, path: str) -> Document:
    """The data file `file`, all YAML, called `path` in messages. Raises Unreadable."""
    return parse_data(decode(file.read_bytes(), path), path)


@lru_cache(KEPT_AT_HAND)
def parse_data(text: str, path: str) -> Document:
    """A data file's text, read. Raises Unreadable with its problem."""
    return Document(path, text, _meta(text, text.split("\n"), path, offset=0), offset=0)


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8 with or without BOM, any line ends, no control characters."""
    if len(data) > MAX_BYTES:
        raise _unreadable(path, cause("P002", "size", bytes=f"{len(data):,}", most=f"{MAX_BYTES:,}"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _unreadable(path, cause("P001", "encoding"), line) from None
    if "\0" in text or data.startswith(b"PK"):
        raise _unreadable(path, cause("P001", "encoding"), text.count("\n", 0, max(0, text.find("\0"))) + 1)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _unreadable(path, cause("P001", "control", character=f"U+{ord(found[0]):04X}"), line)
    return text


@lru_cache(KEPT_AT_HAND)
def parse(text: str, path: str) -> Document:
    """Split and read a content file's text. Raises Unreadable with its problem."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise Unreadable(locate_problem(path, lines, cause("P003", "beginning"), (1, 1), add="---"))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise Unreadable(locate_problem(path, lines, cause("P003", "end"), (1, 1), add="---"))
    meta = _meta("\n".join(lines[1:end]), lines, path)
    body = characters.without_emoji("\n".join(lines[end + 1 :]))
    return Document(path, text, meta, body, end + 2)


def fault(text: str) -> float:
    """The line on which a content file's text cannot be read any further; infinite for one that can."""
    try:
        parse(text, "")
    except Unreadable as error:
        return error.problem.line
    return math.inf


def _meta(yaml_text: str, lines: list[str], path: str, offset: int = 1) -> Any:
    """The mapping that `yaml_text` holds; `offset` lines of the file stand above it."""
    try:
        meta = yamltree.read(yaml_text)
    except yamltree.DuplicateKey as error:
        found = cause("P006", "key", key=error.key, first=error.first + offset)
        raise _yaml_problem(path, lines, found, (error.line, error.column), "", offset, len(error.key)) from None
    except yamltree.YamlError as error:
        raise _yaml_problem(path, lines, *_slipped(yaml_text, error), offset) from None
    if not isinstance(meta, yamltree.LocatedDict):
        raise Unreadable(locate_problem(path, lines, cause("P003", "mapping"), (1 + offset, 1)))
    return meta


def _slipped(text: str, error: yamltree.YamlError) -> tuple[Cause, tuple[int, int], str]:
    """The cause for which YAML cannot be read, its place, and the line as it should be, where that is known."""
    lines = text.split("\n")
    if error.cause.kind == "tab":
        return error.cause, (error.line, error.column), indentation.spaced(lines, error.line)
    if error.cause.code == "P004" and (found := yamlslips.found(lines, error.line, yamltree.fault)):
        line, slip = found
        return slip.cause, (line, slip.column), slip.mended
    return error.cause, (error.line, error.column), ""


def _yaml_problem(
    path: str, lines: list[str], found: Cause, place: tuple[int, int], instead: str, offset: int, width: int = 1
) -> Unreadable:
    """A problem at a place of the YAML, `offset` lines below the head of the file."""
    told = locate_problem(path, lines, found, (place[0] + offset, place[1]), width=width)
    return Unreadable(replace(told, instead=instead))


def _unreadable(path: str, found: Cause, line: int = 1) -> Unreadable:
    return Unreadable(Problem(found, path, line))
