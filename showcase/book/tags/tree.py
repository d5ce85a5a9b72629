"""The tree of a part as plain data: elements, and the marks on its pages that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """Marked content: a page of the module from 0, and its number there."""

    page: int
    mcid: int


class Link(NamedTuple):
    """An annotation: a page of the module from 0, and its place among those of the page."""

    page: int
    place: int


@dataclass
class Node:
    """An element of the tree. `kind` is a standard structure type: "P", "H2", "Figure"."""

    kind: str
    lang: str = ""
    """Its language, where that is not its parent's."""
    alt: str = ""
    """What a picture shows."""
    attributes: dict[str, Any] = field(default_factory=dict)
    """By their names in the file: BBox (of marks on `Page`), Scope, Summary, ColSpan, RowSpan."""
    joins: str = ""
    """The name of a list that stands in several places: it is one all the same."""
    kids: list[Node | Mark | Link] = field(default_factory=list)

    @property
    def nodes(self) -> list[Node]:
        """The elements among its kids."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def descendants(self) -> Iterator[Node]:
        """The node and all below it, in reading order."""
        yield self
        for kid in self.nodes:
            yield from kid.descendants()


def joined(trees: Iterable[tuple[int, Node]]) -> Node:
    """The trees of pages that were laid out apart as one, each given with the number of its first page.

    A list that goes on from one to the next is one list, as it is where they are laid out together.
    """
    whole, lists = Node("Sect"), dict[str, Node]()
    for first, tree in trees:
        _hang(whole, tree, first, lists)
    return whole


def _hang(holder: Node, branch: Node, first: int, lists: dict[str, Node]) -> None:
    """Hangs what hangs on a branch on another, its pages counted from `first`; lists that are there go on."""
    for kid in branch.kids:
        if not isinstance(kid, Node):
            holder.kids.append(kid._replace(page=first + kid.page))
            continue
        known = lists.get(kid.joins)
        own = known or replace(kid, kids=[])
        if kid.joins:
            lists[kid.joins] = own
        _hang(own, kid, first, lists)
        if own is not known and (own.kids or not kid.kids):  # what held nothing but a list that goes on is no more
            holder.kids.append(own)


def to_json(node: Node) -> dict[str, Any]:
    """A node as JSON can hold it."""
    told = {key: value for key, value in vars(node).items() if value and key != "kids"}
    return {**told, "kids": [_kid_to_json(kid) for kid in node.kids]}


def _kid_to_json(kid: Node | Mark | Link) -> Any:
    if isinstance(kid, Node):
        return to_json(kid)
    return [*kid, "link"] if isinstance(kid, Link) else list(kid)


def from_json(told: dict[str, Any]) -> Node:
    """The node that `to_json` told."""
    kids = [_kid_from_json(kid) for kid in told["kids"]]
    return Node(**{**told, "kids": kids})


def _kid_from_json(told: Any) -> Node | Mark | Link:
    if isinstance(told, dict):
        return from_json(told)
    return Link(*told[:2]) if len(told) > 2 else Mark(*told)
