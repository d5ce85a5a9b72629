"""YAML read strictly, every value with its place.

Plain data only: no tags, anchors or aliases, no duplicate keys, no deep nesting. The tree is built
from the parser's events, so a hostile file costs no more than its own length.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from showcase.causes import cause
from showcase.yamladvice import explain
from showcase.yamlplaces import (
    DuplicateKey,
    LocatedDict,
    LocatedList,
    Place,
    YamlError,
    locate,
    parent,
    texts,
    values,
)
from showcase.yamlscalars import resolve

MAX_DEPTH = 12
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

__all__ = [
    "DuplicateKey", "LocatedDict", "LocatedList", "YamlError", "fault", "locate", "parent", "read", "texts", "values",
]  # fmt: skip


_NO_BLANK = re.compile(r"[A-Za-z_][\w-]*:(?=[^\s/])")
"""A key of one word into which a colon without a blank has drawn its value."""


def read(text: str) -> Any:
    """The YAML document in `text` as plain data in located containers. Raises YamlError."""
    try:
        return _Builder(text).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        raise YamlError(*explain(text, error)) from None
    except yaml.YAMLError as error:
        raise YamlError(cause("P004", "parser", problem=error), (1, 1)) from None


def fault(text: str) -> float:
    """The line, from 1, on which YAML cannot be read any further; infinite for what can be read."""
    try:
        read(text)
    except YamlError as error:
        return error.line
    return math.inf


class _Builder:
    """Builds the tree from parser events, with a stack of open containers."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.stack: list[Any] = []
        self.keys: list[Any] = []
        self.documents = 0
        self.may_lose_text = " #" in text
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
                raise YamlError(cause("P007", "alias", anchor=event.anchor), _place(event))
            elif kind is yaml.DocumentStartEvent:
                self._document(event)
        return self.root

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise YamlError(cause("P004", "second"), _place(event))

    def _open(self, container: Any, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise YamlError(cause("P008", "depth", most=MAX_DEPTH), _place(event))
        _refuse_tag(event)
        self._add(container, _place(event))
        self.stack.append(container)
        self.keys.append(_NO_KEY if isinstance(container, LocatedDict) else _IN_LIST)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_tag(event)
        if self.keys and self.keys[-1] is _NO_KEY:
            self._key(self.stack[-1], event)
            return
        value = event.value.removesuffix("\n") if event.style in _BLOCKS else event.value
        if event.implicit[0]:
            if self.may_lose_text:
                self._refuse_lost_comment(event)
            value = resolve(value)
        self._add(value, _place(event))

    def _refuse_lost_comment(self, event: Any) -> None:
        """In "A kite #1" YAML takes the number for a comment and drops it without a word."""
        at = event.end_mark
        rest = self.lines[at.line][at.column :] if at.line < len(self.lines) else ""
        if "#" in rest and re.match(r"\s*#[^\s#]", rest):
            raise YamlError(cause("P004", "comment", lost=rest.strip()), _place(event))

    def _add(self, value: Any, place: Place) -> None:
        if not self.stack:
            self.root = value
        elif isinstance(parent := self.stack[-1], LocatedList):
            parent.append(value)
            parent.items_at.append(place)
        elif self.keys[-1] is _NO_KEY:
            raise YamlError(cause("P004", "key"), place)
        else:
            key, self.keys[-1] = self.keys[-1], _NO_KEY
            parent[key] = value
            parent.values_at[key] = place

    def _key(self, parent: LocatedDict, event: Any) -> None:
        """Keys are text, whatever YAML would make of them: `NO:` is the key “NO”."""
        key, place = sys.intern(event.value), _place(event)
        if ":" in key and event.implicit[0] and (drawn := _NO_BLANK.match(key)):
            raise YamlError(cause("P004", "blank"), (place[0], place[1] + drawn.end() - 1))
        if key in parent.keys_at:
            raise DuplicateKey(key, parent.keys_at[key][0], place)
        parent.keys_at[key] = place
        self.keys[-1] = key


_NO_KEY, _IN_LIST = object(), object()
_BLOCKS = ("|", ">")


def _place(event: Any) -> Place:
    return _at(event.start_mark.line + 1, event.start_mark.column + 1)


@lru_cache(1 << 14)
def _at(line: int, column: int) -> Place:
    """A place, once for all files: those of a kind are written alike."""
    return line, column


def _refuse_tag(event: Any) -> None:
    if event.anchor is not None:
        raise YamlError(cause("P007", "anchor", anchor=event.anchor), _place(event))
    if event.tag not in (None, "!"):
        raise YamlError(cause("P009", "tag", tag=event.tag), _place(event))
