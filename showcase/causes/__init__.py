"""The catalogue of problems: what each code means, and what is said of it, in English and Hindi.

It stands in the YAML files of this folder, one for each hundred of codes. A rule names a cause, with
the words that it found; every sentence that an editor reads is made here, in the language asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from showcase.model.dates import Language

Severity = Literal["error", "warning"]
Texts = Mapping[Language, str]
FOLDER = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Term(str):
    """A word of the catalogue that stands in another sentence: as a text, its English."""

    key: str
    fields: dict[str, Any]

    def __new__(cls, key: str, /, **fields: Any) -> Term:
        """The term called `key` in terms.yml. A KeyError names one that is not there."""
        term = super().__new__(cls, _filled(_terms()[key]["en"], fields, "en"))
        term.key, term.fields = key, fields
        return term

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.key,), self.fields

    def in_language(self, language: Language) -> str:
        """The term in the language asked for."""
        return _filled(_terms()[self.key][language], self.fields, language)


class Phrase(str):
    """Words from elsewhere that stand in a sentence of the catalogue: as a text English, and their Hindi with them."""

    hindi: str

    def __new__(cls, english: str, hindi: str) -> Phrase:
        """The words in both languages."""
        phrase = super().__new__(cls, english)
        phrase.hindi = hindi
        return phrase

    def __getnewargs__(self) -> tuple[str, str]:
        return str(self), self.hindi

    def in_language(self, language: Language) -> str:
        """The words in the language asked for."""
        return self.hindi if language == "hi" else str(self)


@dataclass(frozen=True)
class Saying:
    """One sentence on a problem, and how it is mended; `severity` where it is not that of its code."""

    sentence: Texts
    remedy: Texts
    severity: Severity | None = None


@dataclass(frozen=True)
class Entry:
    """What is known of a code. An adjustable one may be made milder in data/check.yml."""

    code: str
    title: Texts
    means: Texts
    why: Texts
    wrong: str
    right: str
    says: Mapping[str, Saying]
    severity: Severity = "error"
    adjustable: bool = False


@dataclass(frozen=True)
class Cause:
    """What is wrong: a code, which of its sentences says so, and the words that stand in it."""

    code: str
    kind: str
    fields: tuple[tuple[str, str], ...] = field(default=())

    @property
    def entry(self) -> Entry:
        """What the catalogue knows of the code."""
        return catalogue()[self.code]

    @property
    def severity(self) -> Severity:
        """Whether it stops a build."""
        return self.entry.says[self.kind].severity or self.entry.severity

    def sentence(self, language: Language = "en") -> str:
        """What is wrong, as a sentence that stands alone."""
        return _filled(self.entry.says[self.kind].sentence[language], dict(self.fields), language)

    def remedy(self, language: Language = "en") -> str:
        """How to mend it; empty where the values that are allowed say all."""
        return _filled(self.entry.says[self.kind].remedy.get(language, ""), dict(self.fields), language)


def cause(code: str, kind: str, /, **fields: Any) -> Cause:
    """The cause `kind` of a code, with the words of its sentence."""
    words = {name: value if isinstance(value, str) else str(value) for name, value in fields.items()}
    return Cause(code, kind, tuple(words.items()))


def number_of(noun: str, number: int) -> Term:
    """A number of things as a term, such as "1 line" or "3 lines"."""
    return Term(f"{noun}-one" if number == 1 else noun, n=number)


def counted(noun: str, number: int, language: Language) -> str:
    """A number of things, such as "1 error" or "3 errors"."""
    return number_of(noun, number).in_language(language)


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every code, in order."""
    files = sorted(FOLDER.glob("p[0-9]-*.yml"))
    return {code: _entry(code, told) for path in files for code, told in _read(path).items()}


def _entry(code: str, told: dict[str, Any]) -> Entry:
    says = {kind: _saying(one) for kind, one in told["says"].items()}
    return Entry(code, **{**told, "says": says})


def _saying(told: dict[str, Any]) -> Saying:
    return Saying({"en": told["en"], "hi": told["hi"]}, told.get("mend", {}), told.get("severity"))


@cache
def _terms() -> Mapping[str, Texts]:
    return _read(FOLDER / "terms.yml")


def _read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)


def _filled(template: str, fields: Mapping[str, Any], language: Language) -> str:
    words = {
        name: value.in_language(language) if isinstance(value, Term | Phrase) else value
        for name, value in fields.items()
    }
    return template.format_map(words)
