"""Mending the order of the keys of a file: that of the model, each with its lines and the comments above it."""

from __future__ import annotations

import re

from pydantic import BaseModel

from showcase import frontmatter
from showcase.model.keys import keys_at

_KEY = re.compile(r"([A-Za-z_][\w-]*):(?=\s|$)")


def ordered(text: str, model: type[BaseModel]) -> str:
    """The text of a content file with its keys in the order of `model`; as it is where that would change a value."""
    try:
        document = frontmatter.parse(text, "")
    except frontmatter.Unreadable:
        return text
    lines = text.split("\n")
    head, rest = lines[1 : document.body_line - 2], lines[document.body_line - 2 :]
    blocks = _blocks(head)
    places = {key: place for place, key in enumerate(keys_at(model, ()))}
    if list(blocks) != list(document.meta) or not set(blocks) <= set(places):
        return text  # a key that is unknown, or written in another way, has a problem of its own
    told = [line for key in sorted(blocks, key=places.__getitem__) for line in blocks[key]]
    other = "\n".join([lines[0], *told, *rest])
    return other if _meta(other) == document.meta else text


def _meta(text: str) -> object:
    try:
        return frontmatter.parse(text, "").meta
    except frontmatter.Unreadable:
        return None


def _blocks(head: list[str]) -> dict[str, list[str]]:
    """The lines of each key; comments and empty lines right above one belong to it."""
    blocks: dict[str, list[str]] = {}
    waiting: list[str] = []
    key = ""
    for line in head:
        if found := _KEY.match(line):
            key = found[1]
            blocks[key] = [*waiting, line]
            waiting = []
        elif line.startswith("#") or not line.strip():
            waiting.append(line)
        else:
            blocks.setdefault(key, []).extend([*waiting, line])
            waiting = []
    if waiting:
        blocks.setdefault(key, []).extend(waiting)
    return blocks
