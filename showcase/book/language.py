"""The language editions of the book, and the words of the interface in each.

Every template and page function writes one text, the bilingual one: English,
and the Hindi beside it (`name` and `name_hi`, `words(key)` and
`words(key, "hi")`). Here and in `telling` that is turned into the language of
the edition: where a language is not wanted beside the other there is no text,
and `finish` takes out what would have held it.
"""

from __future__ import annotations

from typing import Literal

from showcase.catalogue import Catalogue
from showcase.model.dates import Language

Edition = Literal["bilingual", "en", "hi"]
EDITIONS: tuple[Edition, ...] = ("bilingual", "en", "hi")


def main_language(edition: Edition) -> Language:
    """The language in which an edition is told."""
    return "hi" if edition == "hi" else "en"


def suffix(edition: Edition) -> str:
    """What the names of an edition's files end in: nothing for the bilingual one."""
    return "" if edition == "bilingual" else f"-{edition}"


def words(catalogue: Catalogue, edition: Edition, key: str, language: Language = "en") -> str:
    """An interface string: "en" asks for the edition's own language, "hi" for the line beside it.

    The line beside is empty outside the bilingual edition. Raises KeyError for
    a key that data/ui.yml lacks.
    """
    if edition == "bilingual":
        return catalogue.ui(key, language)
    return catalogue.ui(key, main_language(edition)) if language == "en" else ""
