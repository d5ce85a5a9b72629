"""The English of profiles, pages and vocabularies is spelt as hunspell's British dictionary has it.

Holds G35 of docs/standards.md. Words with a capital letter are names as often as not, and are passed over.
"""

from __future__ import annotations

import re
import subprocess
from functools import cache

from spelling import ADDRESS
from world import ROOT

from showcase import catalogue
from showcase.blocks import told_by

ALLOWED = ROOT / "data" / "english-words.txt"
WORD = re.compile(r"(?<![\w.@/’'-])[a-z]{3,}(?:-[a-z]{3,})*(?![\w@/-]|\.\w)")
NO_PROSE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>|^---\n.*?\n---\n|\{[^}]*\}", re.DOTALL)


def english() -> dict[str, str]:
    """What is told in English, by the place in which it stands."""
    loaded = catalogue.load(ROOT)
    pages = [path for path in ROOT.glob("docs/**/*.md") if not path.name.endswith(".hi.md")]
    told = {path.name: NO_PROSE.sub(" ", path.read_text(encoding="utf-8")) for path in pages}
    for one in loaded.published:  # titles of sources are spelt as their publishers spell them
        own = [block for block in told_by("site", one, "en") if not block.name.startswith("sources")]
        told[one.slug] = " ".join(piece.text for block in own for piece in block.pieces)
    return told | {"ui.yml": " ".join(NO_PROSE.sub(" ", words["en"]) for words in loaded.vocabulary.ui.values())}


@cache
def unknown(text: str) -> frozenset[str]:
    """The words of the text that neither the dictionary nor the list knows."""
    words = sorted(set(WORD.findall(ADDRESS.sub(" ", text))))
    run = subprocess.run(["hunspell", "-i", "UTF-8", "-d", "en_GB", "-l"], input="\n".join(words),
                         capture_output=True, text=True, check=True)  # fmt: skip
    return frozenset(run.stdout.split()) - allowed()


@cache
def allowed() -> frozenset[str]:
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def test_every_english_word_is_known() -> None:
    assert {place: sorted(words) for place, text in english().items() if (words := unknown(text))} == {}


def test_a_misspelt_word_and_an_american_one_are_found() -> None:
    assert unknown("The colour of the armor was recieved well.") == {"armor", "recieved"}


def test_the_list_is_sorted_and_holds_only_words_that_are_used() -> None:
    lines = [line for line in ALLOWED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines))
    text = " ".join(english().values())
    assert [word for word in lines if not re.search(rf"\b{word}\b", text)] == []
