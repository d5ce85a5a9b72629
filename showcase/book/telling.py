"""The catalogue as an edition tells it: the same shape, its texts in the edition's language.

What has a Hindi text (`name_hi` beside `name`, an entry in the profile's Hindi
file, a date) gives it in the Hindi edition; what has none gives its English.
Pages need not know: they ask for `name` and, beside it, for `name_hi`, which
is empty where no second language is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from showcase.bilingual import FIELDS, HindiView
from showcase.book.language import Edition, words
from showcase.catalogue import Catalogue, Startup
from showcase.model.dates import Language, PartialDate
from showcase.model.site import Site

_HINDI = "_hi"
_KINDS = {
    "Innovation": "innovations", "LinkedChallenge": "challenges", "LinkedStep": "stage",
    "Figure": "figures", "Milestone": "milestones", "Background": "background", "Photograph": "photographs",
}  # fmt: skip


class HindiDate(PartialDate):
    """A date that is said in Hindi unless another language is asked for."""

    def long(self, language: Language = "hi") -> str:
        """The date in words: "6 नवंबर 2024"."""
        return super().long(language)


def told(catalogue: Catalogue, edition: Edition) -> Catalogue:
    """The catalogue in the language of the edition; itself in the bilingual one."""
    if edition == "bilingual":
        return catalogue
    return _Teller(edition).tell(catalogue)


class _Teller:
    """Wraps what the catalogue holds; one object is always the same wrapped one."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._known: dict[int, tuple[Any, Any]] = {}

    def tell(self, value: Any, view: HindiView | None = None) -> Any:
        """`value` in the edition's language; `view` is that of the startup it belongs to."""
        if isinstance(value, PartialDate | date):
            return self._date(value)
        if isinstance(value, tuple | list | Mapping) or type(value).__module__.startswith("showcase."):
            if id(value) not in self._known:  # the value is kept, so that its id stays its own
                self._known[id(value)] = value, self._wrapped(value, view)
            return self._known[id(value)][1]
        return self._asked(value) if callable(value) else value

    def _wrapped(self, value: Any, view: HindiView | None) -> Any:
        if isinstance(value, tuple | list):
            return tuple(self.tell(one, view) for one in value)
        if isinstance(value, Mapping):
            return {key: self.tell(one, view) for key, one in value.items()}
        return Told(value, self, view)

    def _date(self, value: PartialDate | date) -> PartialDate | date:
        if self.edition != "hi":
            return value
        known = PartialDate.parse(value)
        return HindiDate(known.year, known.month, known.day)

    def _asked(self, method: Callable[..., Any]) -> Callable[..., Any]:
        """The method, given what is wrapped without its wrapping."""

        def ask(*given: Any, **named: Any) -> Any:
            bare = [one._item if isinstance(one, Told) else one for one in given]
            return self.tell(method(*bare, **named))

        return ask


class Told:
    """One thing of the catalogue in the language of an edition."""

    def __init__(self, item: Any, teller: _Teller, view: HindiView | None) -> None:
        self._item, self._teller = item, teller
        self._view = item.in_hindi if isinstance(item, Startup) else view

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._item, name)
        if name == "ui" and isinstance(self._item, Catalogue):
            return lambda key, language="en": words(self._item, self._teller.edition, key, language)
        if name.endswith(_HINDI) and isinstance(value, str | tuple | None):
            return self._beside(name, value)
        if self._teller.edition == "hi":
            value = self._in_hindi(name, value)
        return self._teller.tell(value, self._view)

    def _beside(self, name: str, value: Any) -> Any:
        """The line beside: only the title of the book has one in an edition of one language."""
        if not (isinstance(self._item, Site) and name == "title_hi"):
            return type(value)() if value is not None else ""
        return value if self._teller.edition == "en" else self._item.title

    def _in_hindi(self, name: str, value: Any) -> Any:
        """The Hindi of a text, and the text itself where there is none."""
        if not value or not isinstance(value, str | tuple):
            return value
        item, view, kind = self._item, self._view, _KINDS.get(type(self._item).__name__)
        if isinstance(item, Startup) and name == "story":
            return item.in_hindi.story.value
        if view and kind and name in FIELDS[kind]:
            return view.text(kind, item.id, name).value
        if view and kind == "innovations" and name == "specs":
            return tuple(_spec(view, item.id, spec) for spec in value)
        return getattr(item, f"{name}{_HINDI}", None) or value

    def __eq__(self, other: object) -> bool:
        return self._item == (other._item if isinstance(other, Told) else other)

    def __hash__(self) -> int:
        return hash(self._item)

    def __str__(self) -> str:
        return str(self._item)


def _spec(view: HindiView, innovation: str, spec: Any) -> Any:
    said = {field: view.spec(innovation, spec.label, field).value for field in ("label", "value")}
    return spec.model_copy(update=said)


def proper_names(catalogue: Catalogue) -> frozenset[str]:
    """What is written in Latin letters in Hindi too: people, firms by their legal names, titles, licences."""
    names = {catalogue.site.title, catalogue.site.edition}
    for startup in catalogue.published:
        names |= {startup.name, *startup.aliases, *(one.name for one in startup.founders)}
        names |= {startup.legal_name.value} if startup.legal_name else set()
        names |= {photograph.credit for photograph in startup.photographs}
        names |= {photograph.licence for photograph in startup.photographs}
        names |= {source.publisher for source in startup.sources}
    for message in catalogue.messages:
        portrait = message.facts.portrait
        names |= {portrait.credit, portrait.licence} if portrait else set()
    return frozenset(names)
