"""Profiles that leave their address: what a proposal adds to data/archive.yml of those withdrawn and renamed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from showcase import frontmatter
from showcase.forge import objects
from showcase.forge.report import LONGEST, ROWS, LeavingRow
from showcase.frontmatter import Unreadable
from showcase.model.record import Renaming, Withdrawal
from showcase.rules import shape
from showcase.rules.archive import FILE
from showcase.vocabulary import file_model

PATH = f"data/{FILE}"


def rows(repository: Path, base: str, folder: Path) -> list[LeavingRow]:
    """A row for each entry of the content in `folder` that `base` has not; none where the file cannot be read yet.

    Raises GitError.
    """
    held = objects.read(repository, [one for one in objects.blobs(repository, base, ("data",)) if one.path == PATH])
    known = set(_entries(held.get(PATH, b"")))
    file = folder / PATH
    proposed = _entries(file.read_bytes()) if file.is_file() else ()
    return [_row(one) for one in proposed if one not in known][:ROWS]


def _entries(data: bytes) -> Iterator[Withdrawal | Renaming]:
    try:
        document = frontmatter.parse_data(frontmatter.decode(data, PATH), PATH)
    except Unreadable:
        return
    told, _problems = shape.validate(document, file_model(FILE))
    listed: Any = told
    yield from (*listed.withdrawn, *listed.renamed) if listed else ()


def _row(one: Withdrawal | Renaming) -> LeavingRow:
    if isinstance(one, Renaming):
        return LeavingRow(slug=one.id, to=one.to, day=one.renamed_on.isoformat())
    return LeavingRow(slug=one.id, name=one.name, name_hi=one.name_hi, day=one.withdrawn_on.isoformat(),
                      reason=(one.reason or "")[:LONGEST], reason_hi=(one.reason_hi or "")[:LONGEST])  # fmt: skip
