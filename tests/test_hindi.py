"""The Hindi of profiles and vocabularies is spelt as hunspell's dictionary has it.

Holds G35 of docs/standards.md.
"""

from __future__ import annotations

import unicodedata

import pytest
from spelling import allowed_words, unknown_words
from world import ROOT

from showcase import checker, prose

HINDI = sorted([*ROOT.glob("startups/*.md"), *ROOT.glob("data/**/*.yml"), *ROOT.glob("book/*.yml"),
                *ROOT.glob("book/messages/*.md"), *ROOT.glob("docs/**/*.hi.md"),
                *ROOT.glob("showcase/causes/*.yml"), *ROOT.glob("showcase/forge/*.yml"),
                *ROOT.glob("showcase/editors/*.yml"), *ROOT.glob("showcase/editors/*.hi.md")])


def test_every_hindi_word_is_known() -> None:
    unknown = {path.name: unknown_words([path.read_text(encoding="utf-8")]) for path in HINDI}
    assert {name: sorted(words) for name, words in unknown.items() if words} == {}


def test_a_misspelt_word_is_found() -> None:
    assert unknown_words(["भारतीय नौसेनाा के लिए"]) == {"नौसेनाा"}


def test_the_allow_list_is_sorted_composed_and_without_repeats() -> None:
    lines = [line for line in (ROOT / "data/hindi-words.txt").read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]  # fmt: skip
    assert lines == sorted(set(lines))
    assert all(unicodedata.is_normalized("NFC", line) for line in lines)


def test_the_allow_list_holds_only_words_that_are_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in HINDI)
    assert sorted(word for word in allowed_words() if word not in text) == []


STORIES = {entry.slug: (entry.document.body, entry.hindi.document.body)
           for entry in checker.examine(ROOT).entries if entry.hindi and entry.hindi.document.body.strip()}  # fmt: skip


@pytest.mark.parametrize("slug", STORIES)
def test_the_hindi_story_cites_what_the_english_cites(slug: str) -> None:
    english, hindi = (story.strip().split("\n\n") for story in STORIES[slug])
    assert [cited(part) for part in hindi] == [cited(part) for part in english]


def cited(paragraph: str) -> list[str]:
    """The sources of a paragraph, each once, in order."""
    return sorted({number for number, _offset in prose.citations(paragraph)}, key=int)
