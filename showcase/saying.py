"""A startup in one language: its texts, English where Hindi is missing, and where they are stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from showcase.frontmatter import Document
from showcase.model.dates import Language, PartialDate
from showcase.startup import Startup


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stands together, the field that it tells, and where it links to."""

    field: str
    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader takes as one thing. `at` is its path in the front matter, or an offset in the story."""

    slug: str
    name: str
    pieces: tuple[Piece, ...]
    document: Document = field(repr=False)
    at: tuple[Any, ...] | int

    @property
    def text(self) -> str:
        """Its words, as one line."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def path(self) -> str:
        """The file that states it: "startups/pixxel.md"."""
        return self.document.path

    @property
    def place(self) -> tuple[int, int]:
        """Its line and column in that file."""
        if isinstance(self.at, int):
            return self.document.in_body(self.at)
        return self.document.at(self.at)


@dataclass(frozen=True)
class Said:
    """What the blocks of a startup say in one language."""

    startup: Startup
    language: Language

    @cached_property
    def is_hindi(self) -> bool:
        return self.language == "hi"

    def ui(self, key: str) -> str:
        """A string of the interface."""
        return self.startup.catalogue.ui(key, self.language)

    def day(self, date: PartialDate | None) -> str:
        """A date in words; nothing where there is none."""
        return date.long(self.language) if date else ""

    def named(self, item: Any, attribute: str = "name") -> str:
        """What a thing of a vocabulary is called."""
        return getattr(item, f"{attribute}_hi" if self.is_hindi else attribute) or ""

    def text(self, kind: str, row: Any, attribute: str) -> str:
        """A field of a row that has an id; nothing where the row lacks it."""
        if self.is_hindi:
            return self.startup.in_hindi.text(kind, row.id, attribute).value
        return getattr(row, attribute) or ""

    def block(self, name: str, at: tuple[Any, ...], *told: tuple[str, str] | Piece) -> Block:
        """A block stated in the English file; fields without a text are left out."""
        pieces = (one if isinstance(one, Piece) else Piece(*one) for one in told)
        kept = tuple(one for one in pieces if one.text)
        return Block(self.startup.slug, name, kept, self.startup.document, at)

    def row(self, kind: str, row: Any, *told: str | Piece) -> Block:
        """A row of a list by its id: the fields named, and pieces that are made already."""
        number = getattr(self.startup.profile, kind).index(row)
        pieces = (
            Piece(f"{kind}.{one}", self.text(kind, row, one)) if isinstance(one, str) else one for one in told
        )
        block = self.block(f"{kind}: {row.id}", (kind, number), *pieces)
        return self.in_hindi(block, (kind, row.id))

    def in_hindi(self, block: Block, at: tuple[Any, ...]) -> Block:
        """The block as stated at `at` in the Hindi file, where that states it."""
        document = self.startup.document_hi
        if not self.is_hindi or document is None or not _is_there(document.meta, at):
            return block
        return replace(block, document=document, at=at)


def _is_there(tree: Any, path: Sequence[Any]) -> bool:
    for step in path:
        if not isinstance(tree, dict) or step not in tree:
            return False
        tree = tree[step]
    return True
