"""Values that know their places, and the errors of what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.causes import Cause, cause

Path = tuple[Any, ...]
Place = tuple[int, int]


class YamlError(Exception):
    """The YAML cannot be used; `line` and `column` count from 1 in the text given."""

    def __init__(self, found: Cause, place: Place) -> None:
        super().__init__(found)
        self.cause = found
        self.line, self.column = place


class LocatedDict(dict[Any, Any]):
    """A mapping that knows where each key and each value stands."""

    __slots__ = ("keys_at", "values_at")

    def __init__(self) -> None:
        super().__init__()
        self.keys_at: dict[Any, Place] = {}
        self.values_at: dict[Any, Place] = {}


class LocatedList(list[Any]):
    """A list that knows where each item stands."""

    __slots__ = ("items_at",)

    def __init__(self) -> None:
        super().__init__()
        self.items_at: list[Place] = []


class DuplicateKey(YamlError):
    """The same key twice in one mapping; `first` is the line of the first, in the text given."""

    def __init__(self, key: Any, first: int, place: Place) -> None:
        super().__init__(cause("P006", "key", key=key, first=first), place)
        self.key, self.first = key, first


def locate(tree: Any, path: Path, of_key: bool = False) -> Place | None:
    """The place of the value (or the key) at `path`; of its nearest parent where it is missing."""
    place: Place | None = None
    for index, step in enumerate(path):
        last = index == len(path) - 1
        if isinstance(tree, LocatedDict) and step in tree:
            place = (tree.keys_at if last and of_key else tree.values_at)[step]
        elif isinstance(tree, LocatedList) and isinstance(step, int) and step < len(tree):
            place = tree.items_at[step]
        else:
            return place
        tree = tree[step]
    return place


def parent(tree: Any, path: Path) -> Any:
    """The container of what stands at `path`; nothing where it has none."""
    for step in path[:-1]:
        tree = tree[step] if isinstance(tree, LocatedDict | LocatedList) else {}
    return tree


def values(tree: Any, key: Any = "") -> Iterator[tuple[Any, str, Place]]:
    """Every text that is a value in the tree, with the key that it or its list stands at, and its place."""
    places = tree.values_at if isinstance(tree, LocatedDict) else dict(enumerate(tree.items_at))
    for step, place in places.items():
        name = step if isinstance(tree, LocatedDict) else key
        if isinstance(tree[step], str):
            yield name, tree[step], place
        elif isinstance(tree[step], LocatedDict | LocatedList):
            yield from values(tree[step], name)


def texts(tree: Any) -> Iterator[tuple[str, Place]]:
    """Every text in the tree, keys among them, with its place."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        places: Any = (
            node.values_at.items() if isinstance(node, LocatedDict) else enumerate(node.items_at)
        )
        if isinstance(node, LocatedDict):
            yield from node.keys_at.items()
        for key, place in places:
            if isinstance(node[key], str):
                yield node[key], place
            elif isinstance(node[key], LocatedDict | LocatedList):
                waiting.append(node[key])
