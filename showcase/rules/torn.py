"""Rows in braces that a comma or a missing colon has torn: YAML reads the rest of a text as a key without a value."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from showcase import yamltree
from showcase.causes import Cause, cause
from showcase.frontmatter import Document
from showcase.model.keys import keys_at
from showcase.problems import Problem

Path = tuple[Any, ...]


@dataclass(frozen=True)
class Tear:
    """One row's tear: its problem, and the paths that are wrong only because of it."""

    problem: Problem
    torn: frozenset[Path]


def tears(
    document: Document, model: type[BaseModel], unknown: Iterable[Path], missing: Collection[Path]
) -> list[Tear]:
    """The tears among keys that are unknown, given by their paths, as are those that are missing."""
    found: list[Tear] = []
    seen: set[Path] = set()
    for path in unknown:
        if path not in seen and _is_bare(document, path):
            tear = _uncoloned(document, model, path) or _keyless(document, path, missing) or _parted(document, path)
            found += [tear] if tear else []
            seen |= tear.torn if tear else set()
    return found


def _is_bare(document: Document, path: Path) -> bool:
    """Whether the key stands between commas or braces, with no colon behind it."""
    if yamltree.parent(document.meta, path)[path[-1]] is not None:
        return False
    before, after = _around(document, path)
    return before.endswith((",", "{")) and after.startswith((",", "}"))


def _around(document: Document, path: Path) -> tuple[str, str]:
    line, column = document.at(path, of_key=True)
    text = document.lines[line - 1]
    return text[: column - 1].rstrip(), text[column - 1 + len(path[-1]) :].lstrip()


def _uncoloned(document: Document, model: type[BaseModel], path: Path) -> Tear | None:
    """`{name Asha Rao, …}`: a known key, and a value without a colon between them."""
    key, _, value = path[-1].partition(" ")
    if not value or key not in keys_at(model, path[:-1]):
        return None
    line, column = document.at(path, of_key=True)
    end, text = column - 1 + len(key), document.lines[line - 1]
    problem = _problem(document, cause("P004", "no-colon", key=key), (line, end + 1), f"{text[:end]}:{text[end:]}")
    return Tear(problem, frozenset({path, (*path[:-1], key)}))


def _keyless(document: Document, path: Path, missing: Collection[Path]) -> Tear | None:
    """`{Asha Rao, src: [1]}`: a value alone at the head of a row that lacks one key."""
    lacking = [one for one in missing if one[:-1] == path[:-1]]
    if len(lacking) != 1 or path[-1] != next(iter(yamltree.parent(document.meta, path))):
        return None
    key, (line, column) = lacking[0][-1], document.at(path, of_key=True)
    text = document.lines[line - 1]
    mended = f"{text[: column - 1]}{key}: {text[column - 1 :]}"
    found = cause("P102", "key", key=key, example=f"{key}: {path[-1]}")
    return Tear(_problem(document, found, (line, column), mended), frozenset({path, lacking[0]}))


def _parted(document: Document, path: Path) -> Tear | None:
    """`{amount: Rs 1,50,000, …}`: the parts of a text behind its first comma, up to the next key."""
    row = list(yamltree.parent(document.meta, path))
    number = row.index(path[-1])
    rest = [path]
    while number + len(rest) < len(row) and _is_bare(document, (*path[:-1], row[number + len(rest)])):
        rest.append((*path[:-1], row[number + len(rest)]))
    first = (*path[:-1], row[number - 1])
    (line, column), last = document.at(first), document.at(rest[-1], of_key=True)
    text = document.lines[line - 1]
    if not number or last[0] != line or text[column - 1] in "\"'[{":
        return None
    end = last[1] - 1 + len(rest[-1][-1])
    comma = text.rindex(",", 0, document.at(path, of_key=True)[1] - 1)
    quoted = json.dumps(text[column - 1 : end], ensure_ascii=False)
    mended = f"{text[: column - 1]}{quoted}{text[end:]}"
    return Tear(_problem(document, cause("P004", "comma"), (line, comma + 1), mended), frozenset({first, *rest}))


def _problem(document: Document, found: Cause, place: tuple[int, int], mended: str) -> Problem:
    return replace(document.problem(found, place), instead=mended)
