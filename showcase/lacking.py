"""What lacks Hindi and is shown in English, marked as English: where each text stands, and what it says.

A field of data/ is held to lack Hindi where its model has a twin for it, `what_hi` beside `what`, that is empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from showcase import frontmatter
from showcase.catalogue import Catalogue
from showcase.model import vocabulary_files as files
from showcase.startup import Startup

_WORDS = re.compile(r"[A-Za-z]{2}")
_SHOWN = 100
"""As many letters of a text as a line of the report has room for."""


@dataclass(frozen=True)
class Lacking:
    """A text without Hindi: its file and line, the field that it stands in, and the text itself."""

    path: str
    line: int
    field: str
    text: str

    def __str__(self) -> str:
        text = " ".join(self.text.split())
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
        return f"{self.path}:{self.line}: {self.field}: {shown}"


def lacking(root: Path, catalogue: Catalogue) -> Iterator[Lacking]:
    """Every text under `root` that the site shows in English on a page in Hindi."""
    yield from _written(root / "docs")
    for startup in catalogue.published:
        yield from _profile(startup)
    words = catalogue.vocabulary
    for name in (*sorted(words.files), files.SITE_FILE):
        yield from _data(root, name, words.files.get(name, words.site))
    for state in words.states.values():
        yield from _data(root, f"{files.STATES_FOLDER}/{state.slug}.yml", state)


def report(root: Path, catalogue: Catalogue, style: Literal["text", "json"]) -> str:
    """What lacks Hindi as lines, with the counts below, or as a JSON list of all of it."""
    found = list(lacking(root, catalogue))
    if style == "json":
        return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2)
    published = catalogue.published
    whole = sum(not one.in_hindi.missing for one in published)
    unread = sum(one.hi_reviewed is None for one in published)
    return "\n".join([
        *map(str, found),
        f"{len(found)} texts lack Hindi; {whole} of {len(published)} profiles are told wholly in it, "
        f"{unread} await a native reader.",
    ])  # fmt: skip


def _written(docs: Path) -> Iterator[Lacking]:
    """Pages without Hindi; a file without a head is none, but a text for readers of the code."""
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        has_head = text.startswith("---\n")
        if has_head and not page.name.endswith(".hi.md") and not page.with_suffix(".hi.md").exists():
            body = text.split("---", 2)[-1]
            yield Lacking(f"docs/{page.relative_to(docs).as_posix()}", 1, "the page", body.strip())


def _profile(startup: Startup) -> Iterator[Lacking]:
    document = startup.document
    for name in startup.in_hindi.missing:
        if name == "story":
            yield Lacking(document.path, document.body_line, name, startup.story)
        else:
            at, text = _placed(startup, name)
            yield Lacking(document.path, document.at(at)[0], name, text)


def _placed(startup: Startup, name: str) -> tuple[tuple[Any, ...], str]:
    """The place of `milestones.launch.what`, or `innovations.diya.specs.Range`, in the front matter, and its text."""
    kind, key, field = name.split(".", 2)
    rows = getattr(startup.profile, kind)
    number = next(place for place, row in enumerate(rows) if row.id == key)
    if not field.startswith("specs."):
        return (kind, number, field), getattr(rows[number], field)
    label = field.removeprefix("specs.")
    place, spec = next((place, one) for place, one in enumerate(rows[number].specs) if one.label == label)
    return (kind, number, "specs", place), f"{spec.label}: {spec.value}"


def _data(root: Path, name: str, content: BaseModel) -> Iterator[Lacking]:
    document = frontmatter.read_data(root / "data" / name, f"data/{name}")
    for at, text in _untwinned(content):
        field = ".".join(map(str, (part for part in at if isinstance(part, str))))
        yield Lacking(document.path, document.at(at)[0], field, text)


def _untwinned(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Texts whose twin in Hindi is empty, each with its path."""
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _untwinned(one, (*at, number))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            text = getattr(value, name)
            if isinstance(text, str) and getattr(value, f"{name}_hi", "no twin") is None and _WORDS.search(text):
                yield (*at, name), text
            else:
                yield from _untwinned(text, (*at, name))
