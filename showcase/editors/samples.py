"""Profiles to look at and to begin with: one with every key and what is said of it, and one with nothing but marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from showcase import scaffold
from showcase.causes import Term
from showcase.editors.guide import example
from showcase.editors.outline import Field, outline
from showcase.model.dates import LANGUAGES, Language
from showcase.vocabulary import Vocabulary

SLUG = "name-of-the-firm"
MARK = "  # TODO: the name of this file, without .md"
LISTED = 12
"""As many allowed values as a comment names."""
_KEY = re.compile(r"^([a-z_]+):")


def reference(vocabulary: Vocabulary) -> str:
    """The made-up profile with what is said of each key above it."""
    fields = {field.key: field for field in outline(vocabulary)}
    document = example()
    lines: list[str] = []
    for line in document.lines[: document.body_line - 1]:
        if found := _KEY.match(line):
            lines += _comments(fields[found[1]])
        lines.append(line)
    return "\n".join([*lines, document.body.strip("\n"), ""])


def reference_in_hindi() -> str:
    """Its Hindi file, whose entries go by the ids of the English ones."""
    return example("example.hi.md").text


def written(key: str) -> str:
    """The lines of the made-up profile that hold a key at its top."""
    lines = iter(example().lines)
    found = [next(line for line in lines if line.startswith(f"{key}:"))]
    return "\n".join([*found, *takewhile(lambda line: line.startswith(" "), lines)])


def blank(vocabulary: Vocabulary) -> str:
    """What `new` writes of a firm of which nothing was said."""
    day = example().meta["verified_on"]
    text = scaffold.text(SLUG, scaffold.Wanted("TODO: Name of the Firm"), vocabulary, day)
    return text.replace(f"id: {SLUG}\n", f"id: {SLUG}{MARK}\n", 1)


def _comments(field: Field) -> Iterator[str]:
    for language in LANGUAGES:
        needed = Term("every-profile").in_language(language) if field.required else ""
        said = f"# {field.told.title[language]}: {field.told.what[language]}"
        yield " ".join(filter(None, (said, needed, limits(field, language))))
    yield from _rows(field, "#   ")


def _rows(field: Field, indent: str) -> Iterator[str]:
    for row in field.fields:
        english = f"{indent}{row.key}: {row.told.what.en}"
        yield " ".join(filter(None, (english, limits(row, "en"), "·", row.told.what.hi)))
        yield from _rows(row, f"{indent}  ")


def limits(field: Field, language: Language) -> str:
    """A sentence on how long a value may be, or on the few that are allowed; nothing where neither says anything."""
    if "maxLength" in field.schema and field.kind == "text":
        return Term("at-most", n=field.schema["maxLength"]).in_language(language)
    few = 0 < len(field.choices) <= LISTED
    return f"{Term('allowed', values=', '.join(field.choices)).in_language(language)}." if few else ""
