"""The words that a query is held against before it is asked, and what the search says in words of its own.

One small file a language, loaded when search is opened: a word that is in none of the pages is put right
by the nearest that is. Names come first; of the rest, those that stand on more pages come before others,
as far as there is room. Words that only the pages about this site itself have stand apart, as `house`.
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
    "search search-hint search-what close no-results search-corrected search-meant search-some search-in-hindi "
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
    """The file of one language as JSON: `names`, `words` and `house`, each one string, `said`, `ways`, and what
    `sound` knows of letters."""
    names, words, told = Counter[str](), Counter[str](), set[str]()
    for record in own:
        head = (record.title, record.where, *record.also) if record.slug else (record.title,)
        names.update(_words(head, language))
        own_words = _words((one.text for one in record.passages), language)
        words.update(own_words)
        told |= set() if record.is_of_the_house else own_words
    rest = sorted(words.keys() - names.keys(), key=lambda word: (-words[word], word))
    listed = sorted(rest[: max(0, MOST - len(names))])
    said = {key: catalogue.ui(key, language) for key in SAID}
    content = {
        "said": said,
        "ways": [[said[key], addresses.local(address, language)] for key, address in WAYS.items()],
        "folds": [[pattern, into.replace("\\", "$")] for pattern, into in FOLDS],
        "letters": LETTERS | {"atEnd": AT_END, "within": WITHIN},
        "names": " ".join(sorted(names)),
        "words": " ".join(word for word in listed if word in told),
        "house": " ".join(word for word in listed if word not in told),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(texts: Iterable[str], language: str) -> set[str]:
    return {word for text in texts for word in _WORDS[language].findall(text.lower())}
