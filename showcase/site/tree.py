"""All pages of the site by their addresses: the way to each from the front page, and the map of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.model.dates import Language
from showcase.site import addresses


@dataclass(frozen=True)
class Leaf:
    """One page, as links name it."""

    address: str
    title: str
    told_in: Language
    """The language of its title."""
    description: str
    language: Language
    listed: bool = True
    """Whether the map of the site names it."""


@dataclass(frozen=True)
class Section:
    """A page with the pages that lie under its address."""

    top: Leaf
    pages: tuple[Leaf, ...]


@dataclass(frozen=True)
class Tree:
    """The pages of both languages, in the order in which they are given."""

    leaves: Mapping[str, Leaf]

    @classmethod
    def of(cls, pages: Iterable[Mapping[str, Any]]) -> Tree:
        """The tree of pages, each given by what its template asks for."""
        found = (
            Leaf(one["address"], one["title"], one.get("told_in", one["language"]), one["description"],
                 one["language"], one.get("listed", True))  # fmt: skip
            for one in pages
        )
        return cls({leaf.address: leaf for leaf in found})

    def trail(self, address: str) -> tuple[Leaf, ...]:
        """The pages over a page, the front page of its language first."""
        parts = address.rstrip("/").split("/")
        over = ["/".join(parts[:length]) + "/" if length else "" for length in range(len(parts))]
        found = (self.leaves[one] for one in over if one in self.leaves and one != address)
        return tuple(leaf for leaf in found if leaf.language == self.leaves[address].language)

    def under(self, address: str) -> tuple[Leaf, ...]:
        """The pages whose addresses begin with this one, but for those that are not listed."""
        return tuple(leaf for one, leaf in self.leaves.items() if one.startswith(address) and one != address and leaf.listed)

    def sections(self, language: Language) -> tuple[Section, ...]:
        """Every page of a language once: the front page with those that stand alone, then each with those under it."""
        home = self.leaves[addresses.local("", language)]
        tops = [leaf for leaf in self.leaves.values() if leaf.language == language and self.trail(leaf.address) == (home,)]
        sections = [Section(top, self.under(top.address)) for top in tops]
        alone = tuple(section.top for section in sections if not section.pages)
        return (Section(home, alone), *(section for section in sections if section.pages))
