"""What is new, changed and withdrawn among the published profiles since a tag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from showcase.catalogue import Catalogue
from showcase.frontmatter import Document
from showcase.release.past import Past
from showcase.release.version import VERSION
from showcase.told import TOLD

_PUBLIC = {path.partition(".")[0] for path, telling in TOLD.items() if telling.by}
"""The fields of a profile that are told anywhere."""
KINDS = ("new", "changed", "withdrawn", "renamed")
ALL = "all"
"""In place of the fields, where the file could not be read at the tag."""


@dataclass(frozen=True)
class Change:
    """One profile, and which of its fields changed; none of a new or a withdrawn one, of which data/archive.yml may
    say `more`: when and why it was withdrawn, or which slug it has now."""

    slug: str
    name: str
    fields: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, Any]:
        """It as an object of a JSON file."""
        own = {"slug": self.slug, "name": self.name, **self.more}
        return own | ({"fields": list(self.fields)} if self.fields else {})


@dataclass(frozen=True)
class Changes:
    """The changes since a tag, each list in the order of slugs."""

    past: Past
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    renamed: tuple[Change, ...]

    @property
    def told(self) -> dict[str, Any]:
        """The changes as a JSON file holds them."""
        lists = {name: [one.told for one in getattr(self, name)] for name in KINDS}
        return {"schema_version": VERSION, "since": self.past.tag, "since_day": self.past.day.isoformat(), **lists}


def since(past: Past, catalogue: Catalogue) -> Changes:
    """What differs between the profiles public at the tag and those published now."""
    then = {slug: (english, hindi) for slug, english, hindi in past.published()}
    now = {one.slug: one for one in sorted(catalogue.published, key=lambda one: one.slug)}
    new = (Change(slug, one.name) for slug, one in now.items() if slug not in then)
    kept = (
        Change(slug, one.name, tuple(_fields(*then[slug], one.document, one.document_hi)))
        for slug, one in now.items()
        if slug in then
    )
    renamed = {one.slug: one for one in catalogue.renamings}
    lost = {slug: _name(slug, then[slug][0]) for slug in then if slug not in now}
    moved = (Change(slug, name, more={"to": renamed[slug].to}) for slug, name in lost.items() if slug in renamed)
    gone = (Change(slug, name, more=_why(slug, catalogue)) for slug, name in lost.items() if slug not in renamed)
    return Changes(past, tuple(new), tuple(one for one in kept if one.fields), tuple(gone), tuple(moved))


def _why(slug: str, catalogue: Catalogue) -> dict[str, str]:
    """When a profile was withdrawn, and why where that is told."""
    told = next((one for one in catalogue.withdrawals if one.slug == slug), None)
    return told.model_dump(mode="json", exclude={"id", "name", "name_hi"}, exclude_none=True) if told else {}


def _fields(
    english: Document | None, hindi: Document | None, english_now: Document, hindi_now: Document | None
) -> Iterator[str]:
    if english is None:
        yield ALL
        return
    keys = dict.fromkeys((*english.meta, *english_now.meta))
    yield from (key for key in keys if key in _PUBLIC and _differs(key, english.meta, english_now.meta))
    if english.body.strip() != english_now.body.strip():
        yield "story"
    before, after = _hindi(hindi), _hindi(hindi_now)
    yield from (f"hindi.{key}" for key in dict.fromkeys((*before, *after)) if _differs(key, before, after))


def _differs(key: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether two files say something else under a key; one that lies empty says as little as one that is not there."""
    return (before.get(key) or None) != (after.get(key) or None)


def _hindi(document: Document | None) -> dict[str, Any]:
    return {**document.meta, "story": document.body.strip()} if document else {}


def _name(slug: str, document: Document | None) -> str:
    return str(document.meta.get("name", slug)) if document else slug
