"""YAML read strictly, every value with its place.

Plain data only: no tags, anchors or aliases, no duplicate keys, no deep nesting. The tree is built
from the parser's events, so a hostile file costs no more than its own length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from showcase.yamlscalars import resolve

MAX_DEPTH = 12
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[Any, ...]
Place = tuple[int, int]


class YamlError(Exception):
    """The YAML cannot be used; `line` and `column` count from 1 in the text given."""

    def __init__(self, code: str, message: str, fix: str, place: Place) -> None:
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix
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


def read(text: str) -> Any:
    """The YAML document in `text` as plain data in located containers. Raises YamlError."""
    try:
        return _Builder().build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError(*_explain(text, place, error.problem or ""), place) from None
    except yaml.YAMLError as error:
        raise YamlError("P004", f"the YAML cannot be read ({error}).", "", (1, 1)) from None


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


def _explain(text: str, place: Place, problem: str) -> tuple[str, str, str]:
    """Code, sentence and mending for a parser error, in an editor's words."""
    lines = text.splitlines()
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return (
            "P005",
            "a tab is used as indentation; YAML allows spaces only.",
            ("replace the tab by two spaces."),
        )
    if "mapping values are not allowed" in problem:
        return (
            "P004",
            "a colon followed by a space stands inside a text without quotes.",
            ('put the whole text in double quotes: key: "text: more text".'),
        )
    fix = (
        "look at this line and the one above: indentation, a missing colon, dash or closing quote."
    )
    return "P004", f"the YAML cannot be read here ({problem}).", fix


class _Builder:
    """Builds the tree from parser events, with a stack of open containers."""

    def __init__(self) -> None:
        self.stack: list[Any] = []
        self.keys: list[Any] = []
        self.root: Any = None

    def build(self, events: Iterator[Any]) -> Any:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._open(LocatedDict(), event)
            elif kind is yaml.SequenceStartEvent:
                self._open(LocatedList(), event)
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self.stack.pop()
                self.keys.pop()
            elif kind is yaml.AliasEvent:
                raise YamlError(
                    "P007",
                    f"the alias *{event.anchor} repeats another part of the file.",
                    "write the values out; aliases are not allowed.",
                    _place(event),
                )
        return self.root

    def _open(self, container: Any, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise YamlError(
                "P008",
                f"the values are nested more than {MAX_DEPTH} levels deep.",
                "a profile needs at most five levels; remove the extra brackets or indentation.",
                _place(event),
            )
        _refuse_tag(event)
        self._add(container, _place(event))
        self.stack.append(container)
        self.keys.append(_NO_KEY)

    def _scalar(self, event: Any) -> None:
        _refuse_tag(event)
        value = resolve(event.value) if event.implicit[0] else event.value
        self._add(value, _place(event))

    def _add(self, value: Any, place: Place) -> None:
        if not self.stack:
            self.root = value
        elif isinstance(parent := self.stack[-1], LocatedList):
            parent.append(value)
            parent.items_at.append(place)
        elif self.keys[-1] is _NO_KEY:
            self._key(parent, value, place)
        else:
            key, self.keys[-1] = self.keys[-1], _NO_KEY
            parent[key] = value
            parent.values_at[key] = place

    def _key(self, parent: LocatedDict, key: Any, place: Place) -> None:
        if isinstance(key, dict | list):
            raise YamlError(
                "P004",
                "a list or a mapping stands where a key is expected.",
                "write `key: value`.",
                place,
            )
        if key in parent.keys_at:
            first = parent.keys_at[key][0]
            raise DuplicateKey(key, first, place)
        parent.keys_at[key] = place
        self.keys[-1] = key


class DuplicateKey(YamlError):
    """The same key twice in one mapping; `first` is the line of the first, in the text given."""

    def __init__(self, key: Any, first: int, place: Place) -> None:
        super().__init__("P006", "", "keep one of the two lines.", place)
        self.key, self.first = key, first


_NO_KEY = object()


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _refuse_tag(event: Any) -> None:
    if event.tag not in (None, "!"):
        raise YamlError(
            "P009",
            f"the tag {event.tag} is not allowed.",
            "remove the word that begins with “!”.",
            _place(event),
        )
