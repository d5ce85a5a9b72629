"""What a rule may look at: one file, what it states, and the world it must agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from showcase.causes import Cause
from showcase.frontmatter import Document
from showcase.model.hindi import HindiText
from showcase.model.profile import Cited, Innovation, Profile
from showcase.problems import Problem
from showcase.vocabulary import Vocabulary


@dataclass(frozen=True)
class Context:
    """One profile with its document, the vocabularies, its picture folder and every slug known."""

    slug: str
    document: Document
    profile: Profile
    vocabulary: Vocabulary
    pictures: Path
    slugs: frozenset[str] = frozenset()
    hindi: HindiDocument | None = field(default=None)

    @cached_property
    def source_ids(self) -> frozenset[int]:
        """The ids that a citation may name."""
        return frozenset(source.id for source in self.profile.sources)

    def problem(self, found: Cause, path: tuple[Any, ...], **more: Any) -> Problem:
        """A problem at a value of the front matter."""
        return self.document.problem(found, self.document.at(path), **more)

    def unknown(self, found: Cause, path: tuple[Any, ...], allowed: Any, meant: str = "") -> Problem:
        """The problem of a `value` that is not one of the allowed ones."""
        return self.document.unknown(found, path, allowed, meant=meant)

    def rows(self) -> Iterator[tuple[tuple[Any, ...], Cited]]:
        """Every row of fact with its path; rows nested in others follow them."""
        for name, value in self.profile:
            if isinstance(value, Cited):
                yield (name,), value
            elif isinstance(value, tuple):
                for index, row in enumerate(value):
                    if hasattr(row, "src"):
                        yield (name, index), row
                    if isinstance(row, Innovation):
                        yield from (
                            ((name, index, "specs", n), spec) for n, spec in enumerate(row.specs)
                        )  # type: ignore[misc]


@dataclass(frozen=True)
class HindiDocument:
    """The Hindi file of a profile: its document and what it states."""

    document: Document
    text: HindiText


Rule = Callable[[Context], Iterator[Problem]]
