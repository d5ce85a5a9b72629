"""Parts that were laid out: what is told of them, and their pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain
from typing import Any, Self, TypeVar

from showcase.book.cache import fingerprint
from showcase.book.photographs import Placed
from showcase.book.plan import Part
from showcase.book.tags.tree import Node, from_json, joined, to_json
from showcase.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True)
class Anchor:
    """A place that links lead to: page of the module from 0, points from its lower left corner."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Laid:
    """What is told of a part that was laid out. `problems` is not empty when it cannot be printed so."""

    part: Part
    pattern: str = ""
    problems: tuple[Problem, ...] = ()
    untold: tuple[str, ...] = ()
    """What stands in English in the Hindi edition for want of Hindi."""
    templates: tuple[str, ...] = ()
    """The page templates that it is made from."""
    is_new: bool = True
    """Whether it was laid out now, not kept from a build before."""
    key: str = ""
    """The fingerprint of everything that went into it."""
    photographs: tuple[Placed, ...] = ()
    """The photographs that it shows, each in its place."""

    def followed(self, others: Sequence[Self]) -> Self:
        """The part whose first sheaf this is, and whose further ones are the `others`."""
        all_of_it = (self, *others)
        return replace(
            self, problems=_together(one.problems for one in all_of_it),
            untold=_together(one.untold for one in all_of_it),
            templates=tuple(sorted({*_together(one.templates for one in all_of_it)})),
            is_new=any(one.is_new for one in all_of_it), key=fingerprint(*(one.key for one in all_of_it)),
            photographs=_together(one.photographs for one in all_of_it),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Module(Laid):
    """A part as PDF, as it is kept and as processes hand it on; what is in it is read where it is asked for.

    A press asks for nothing of a module that it has turned before, and most of a book is such.
    """

    packed: tuple[bytes, ...]
    """Of each sheaf a line of JSON and a PDF."""

    @classmethod
    def of(cls, pages: int, pdf: bytes, anchors: Mapping[str, Anchor], tree: Node, **told: Any) -> Self:
        """The module of so many pages, counted from 0 in its places and its tree; `told` is what Laid holds."""
        places = {name: (one.page, one.x, one.y) for name, one in anchors.items()}
        head = json.dumps({"pages": pages, "places": places, "tree": to_json(tree)}).encode()
        return cls(packed=(head + b"\n" + pdf,), **told)

    def followed(self, others: Sequence[Self]) -> Self:
        """The part whose first sheaf this is."""
        return replace(super().followed(others), packed=_together(one.packed for one in (self, *others)))

    @property
    def pdfs(self) -> Iterator[bytes]:
        """Its pages, sheaf by sheaf."""
        return (sheaf.partition(b"\n")[2] for sheaf in self.packed)

    @property
    def anchors(self) -> dict[str, Anchor]:
        """The places that links lead to, by their names."""
        return {
            name: Anchor(first + page, x, y)
            for first, head in self._heads for name, (page, x, y) in head["places"].items()
        }  # fmt: skip

    @cached_property
    def tree(self) -> Node:
        """What is on its pages, for their tags."""
        return joined((first, from_json(head["tree"])) for first, head in self._heads)

    @cached_property
    def _heads(self) -> list[tuple[int, dict[str, Any]]]:
        """Of each sheaf the number of its first page, from 0, and what is told of it."""
        heads = [json.loads(sheaf[: sheaf.index(b"\n")]) for sheaf in self.packed]
        return list(zip(accumulate((head["pages"] for head in heads), initial=0), heads, strict=False))


def _together(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(parts))
