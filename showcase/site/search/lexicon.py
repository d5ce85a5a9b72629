"""The words that a query is held against before it is asked, and what the search says in words of its own.

One small file a language, loaded when search is opened: a word that is in none of the pages is put right
by the nearest that is. Names come first; of the rest, those that stand on more pages come before others,
as far as there is room.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from showcase.catalogue import Catalogue
from showcase.site import addresses
from showcase.site.search.records import Record
from showcase.transliteration import AT_END, FOLDS, LETTERS, WITHIN

MOST = 8000
"""Words of one language: about 30 KB when compressed."""
SAID = (
    "search search-hint search-what close no-results search-corrected search-some search-in-hindi "
    "search-in-english other-ways searching search-failed more-results count-results-one count-results-many "
    "all-innovators technologies challenges end-users states"
).split()
WAYS = {
    "all-innovators": "startups/",
    "technologies": "technologies/",
    "challenges": "challenges/",
    "end-users": "end-users/",
    "states": "states/",
}
_WORDS = {"en": re.compile(r"[a-zà-ɏ]{3,}"), "hi": re.compile(r"[\u0900-\u0963\u0966-\u097f]{2,}")}


def lexicon(own: Iterable[Record], catalogue: Catalogue, language: str) -> str:
    """The file of one language as JSON: `names` and `words`, each one string, `said`, `ways`, and what
    `sound` knows of letters."""
    names, words = Counter[str](), Counter[str]()
    for record in own:
        head = (record.title, record.where, *record.also) if record.slug else (record.title,)
        names.update(_words(head, language))
        words.update(_words((one.text for one in record.passages), language))
    rest = sorted(words.keys() - names.keys(), key=lambda word: (-words[word], word))
    said = {key: catalogue.ui(key, language) for key in SAID}
    content = {
        "said": said,
        "ways": [[said[key], addresses.local(address, language)] for key, address in WAYS.items()],
        "folds": [[pattern, into.replace("\\", "$")] for pattern, into in FOLDS],
        "letters": LETTERS | {"atEnd": AT_END, "within": WITHIN},
        "names": " ".join(sorted(names)),
        "words": " ".join(sorted(rest[: max(0, MOST - len(names))])),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(texts: Iterable[str], language: str) -> set[str]:
    return {word for text in texts for word in _WORDS[language].findall(text.lower())}
