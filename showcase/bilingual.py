"""A startup told in Hindi, with English, marked as English, wherever Hindi is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from showcase.model.dates import Language
from showcase.model.hindi import HindiText

if TYPE_CHECKING:
    from showcase.catalogue import Startup


@dataclass(frozen=True)
class Text:
    """A text and the language it is in."""

    value: str
    lang: Language

    def __str__(self) -> str:
        return self.value


def said(item: Any, field: str, language: Language) -> Text:
    """A field of an entry of data/, such as `what`: its `what_hi` on a Hindi page, the English one without that."""
    hindi = getattr(item, f"{field}_hi", None) if language == "hi" else None
    return Text(hindi, "hi") if hindi else Text(str(getattr(item, field)), "en")


def named(item: Any, language: Language, field: str = "name") -> str:
    """What an entry of data/, a startup or the site is called, or another of its texts that never lacks Hindi."""
    return str(said(item, field, language))


@dataclass(frozen=True)
class HindiView:
    """The texts of a startup for a Hindi page; each is a `Text`."""

    startup: Startup
    hindi: HindiText
    own_story: str

    @property
    def name(self) -> Text:
        return Text(self.startup.name_hi, "hi")

    @property
    def headline(self) -> Text:
        return Text(self.startup.headline_hi, "hi")

    @property
    def summary(self) -> Text:
        return Text(self.startup.summary_hi, "hi")

    @property
    def story(self) -> Text:
        """The Hindi story, or the English one."""
        return Text(self.own_story, "hi") if self.own_story else Text(self.startup.story, "en")

    def text(self, kind: str, key: str, field: str) -> Text:
        """A field of the entry `key` of the list `kind`, such as ("milestones", "launch", "what")."""
        translated = getattr(getattr(self.hindi, kind).get(key), field, None)
        if translated:
            return Text(translated, "hi")
        return Text(_english(self.startup, kind, key, field), "en")

    def spec(self, innovation: str, label: str, field: str) -> Text:
        """The `label` or `value` of a specification, named by its English label."""
        entry = self.hindi.innovations.get(innovation)
        if entry and label in entry.specs:
            return Text(getattr(entry.specs[label], field), "hi")
        row = next(row for row in self.startup.innovations if row.id == innovation)
        spec = next(spec for spec in row.specs if spec.label == label)
        return Text(getattr(spec, field), "en")

    @property
    def missing(self) -> list[str]:
        """What lacks Hindi, as `list.id.field` or `story`."""
        return [*([] if self.own_story else ["story"]), *_missing(self.startup, self.hindi)]


FIELDS = {
    "innovations": ("name", "what"),
    "challenges": ("problem",),
    "stage": ("note",),
    "figures": ("value", "label"),
    "milestones": ("what", "amount"),
    "background": ("what",),
    "photographs": ("caption", "alt"),
}


def _english(startup: Startup, kind: str, key: str, field: str) -> str:
    row = next(row for row in getattr(startup.profile, kind) if row.id == key)
    return getattr(row, field) or ""


def _missing(startup: Startup, hindi: HindiText) -> Iterator[str]:
    for kind, fields in FIELDS.items():
        entries: dict[str, Any] = getattr(hindi, kind)
        for row in getattr(startup.profile, kind):
            for field in fields:
                if getattr(row, field) and not getattr(entries.get(row.id), field, None):
                    yield f"{kind}.{row.id}.{field}"
    for innovation in startup.profile.innovations:
        told = hindi.innovations.get(innovation.id)
        for spec in innovation.specs:
            if not told or spec.label not in told.specs:
                yield f"innovations.{innovation.id}.specs.{spec.label}"
