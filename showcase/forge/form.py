"""The form by which a profile comes without git: made from form.yml and the vocabularies, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from showcase.model.fields import HEADLINE_LENGTH, SUMMARY_LENGTH
from showcase.vocabulary import Vocabulary

PATH = ".github/ISSUE_TEMPLATE/new-profile.yml"
LABEL = "new-profile"
MOST = {"headline": HEADLINE_LENGTH, "summary": SUMMARY_LENGTH}
HEAD = "# Made by `python -m showcase editors`; change showcase/forge/form.yml or data/ instead.\n"
ABOUT = (
    "Only what published sources say. A draft and what the check says of it follow as a comment.",
    "केवल वही, जो प्रकाशित स्रोत कहते हैं। मसौदा और उस पर जाँच का उत्तर टिप्पणी में आएगा।",
)
CITED = ("End each line with the numbers of its sources, such as [1].", "हर पंक्ति के अंत में स्रोतों की संख्याएँ, जैसे [1]।")
LIMIT = ("At most {most} letters.", "अधिकतम {most} अक्षर।")


@dataclass(frozen=True)
class Field:
    """One question of the form; `cited` answers end with the numbers of their sources."""

    id: str
    kind: str
    en: str
    hi: str
    required: bool = False
    multiple: bool = False
    cited: bool = False
    options: str = ""
    most: str = ""
    what: str = ""
    what_hi: str = ""

    @property
    def label(self) -> str:
        """The question in both languages: the heading of its answer."""
        return f"{self.en} · {self.hi}"

    @property
    def hint(self) -> str:
        """What is said under the question."""
        texts = [(self.what, self.what_hi)] if self.what else []
        texts += [CITED] if self.cited else []
        texts += [tuple(text.format(most=MOST[self.most]) for text in LIMIT)] if self.most else []
        return " ".join(" · ".join(pair) for pair in texts)


@cache
def fields() -> tuple[Field, ...]:
    """Every question, in order."""
    rows = yaml.safe_load(Path(__file__).with_name("form.yml").read_text(encoding="utf-8"))
    return tuple(Field(**row) for row in rows)


def text(vocabulary: Vocabulary) -> str:
    """The whole form as GitHub reads it."""
    about = {"type": "markdown", "attributes": {"value": "\n\n".join(ABOUT)}}
    form = {
        "name": "A new profile · नई प्रोफ़ाइल",
        "description": "Propose a startup without git · बिना git के स्टार्टअप प्रस्तावित करें",
        "title": "New profile: ", "labels": [LABEL], "body": [about, *(_question(one, vocabulary) for one in fields())],
    }  # fmt: skip
    return HEAD + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=110)


def chosen(answer: str) -> list[str]:
    """The ids in the answer of a list: each option ends with its own, in brackets."""
    return re.findall(r"\(([A-Za-z0-9-]+)\)(?=,|\s*$)", answer)


def _question(field: Field, vocabulary: Vocabulary) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label}
    attributes |= {"description": field.hint} if field.hint else {}
    attributes |= {"options": _options(field, vocabulary)} if field.options else {}
    attributes |= {"multiple": True} if field.multiple else {}
    return {"type": field.kind, "id": field.id, "attributes": attributes, "validations": {"required": field.required}}


def _options(field: Field, vocabulary: Vocabulary) -> list[str]:
    listed = getattr(vocabulary, field.options)
    return [f"{one.name} · {one.name_hi} ({key})".replace(",", "") for key, one in listed.items()]
