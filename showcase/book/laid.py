"""Parts that were laid out: what is told of them, and their pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from showcase.book.photographs import Placed
from showcase.book.plan import Part
from showcase.book.tags.tree import Node, from_json, to_json
from showcase.problems import Problem


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


@dataclass(frozen=True, kw_only=True)
class Module(Laid):
    """A part as PDF, as it is kept and as processes hand it on; what is in it is read where it is asked for.

    A press asks for nothing of a module that it has turned before, and most of a book is such.
    """

    packed: bytes

    @classmethod
    def of(cls, pdf: bytes, anchors: Mapping[str, Anchor], tree: Node, **told: Any) -> Module:
        """The module of these pages; `told` is what Laid holds."""
        places = {name: (one.page, one.x, one.y) for name, one in anchors.items()}
        head = json.dumps({"places": places, "tree": to_json(tree)}).encode()
        return cls(packed=head + b"\n" + pdf, **told)

    @property
    def pdf(self) -> bytes:
        return self.packed.partition(b"\n")[2]

    @property
    def anchors(self) -> dict[str, Anchor]:
        return {name: Anchor(*place) for name, place in self._head["places"].items()}

    @cached_property
    def tree(self) -> Node:
        """What is on its pages, for their tags."""
        return from_json(self._head["tree"])

    @cached_property
    def _head(self) -> dict[str, Any]:
        return json.loads(self.packed.partition(b"\n")[0])
