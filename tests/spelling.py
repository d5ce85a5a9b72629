"""Hindi spelling by hunspell's dictionary, with the project's list of names and loan words."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from world import ROOT

DICTIONARY = Path("/usr/share/hunspell/hi_IN")
ALLOWED = ROOT / "data" / "hindi-words.txt"
ADDRESS = re.compile(r"https?://\S+")
WORD = re.compile("[\u0900-\u0963\u0970-\u097f\u200c\u200d]+")
# The dictionary does not say that vowel signs are letters, so hunspell would cut words at them.
LETTERS = "WORDCHARS " + "".join(map(chr, range(0x0900, 0x0964))) + "\u200c\u200d\n"


def allowed_words() -> set[str]:
    """The words that are right though the dictionary lacks them."""
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def unknown_words(texts: Iterable[str]) -> set[str]:
    """The Hindi words of the texts that neither dictionary nor list knows."""
    words = {word for text in texts for word in WORD.findall(ADDRESS.sub("", text))}
    return _misspelt(frozenset(words)) - allowed_words()


@cache
def _misspelt(words: frozenset[str]) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "hi"
        affixes = DICTIONARY.with_suffix(".aff").read_text(encoding="utf-8")
        copy.with_suffix(".aff").write_text(affixes + "\n" + LETTERS, encoding="utf-8")
        copy.with_suffix(".dic").write_bytes(DICTIONARY.with_suffix(".dic").read_bytes())
        run = subprocess.run(
            ["hunspell", "-i", "UTF-8", "-d", str(copy), "-l"],
            input="\n".join(sorted(words)), capture_output=True, text=True, check=True,
        )  # fmt: skip
    return set(run.stdout.split())
