"""The index: what Pagefind makes of the records, one for each language, and the proof that it is whole.

Each language has a folder of its own under search/, for either is asked from the pages of both. The Hindi
index holds each word as it sounds, so that it is found in whichever script it is typed; what a result shows
is put back afterwards as it is written. Besides, Pagefind takes the vowel signs of Devanagari for accents:
it would strip them, and keep all words of the language in a single piece, 1.5 MB at 1,000 profiles.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from showcase.catalogue import Catalogue
from showcase.site.offered import OfferedBook
from showcase.site.search.bookpages import book_pages, is_book_page
from showcase.site.search.lexicon import lexicon
from showcase.model.dates import LANGUAGES
from showcase.site.search.records import Record, records, searched

FOLDER = "search"
MINUTES = 5
"""What 1,000 profiles take two seconds for may take this long before it counts as hung."""
_KEPT = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.??.pagefind")
_SIGN = b"pagefind_dcd"


class NotIndexed(Exception):
    """The site cannot be searched; its text says what is wrong and how to mend it."""


def make(folder: Path, catalogue: Catalogue, book: OfferedBook | None = None) -> None:
    """Index the built site in `folder` and the book that it offers, and hold that all was. Raises NotIndexed."""
    made = [*records(folder, catalogue), *(book_pages(book, catalogue) if book else ())]
    for language in LANGUAGES:
        own = [one for one in made if one.language == language]
        _index(own, language, folder / FOLDER / language)
        words = lexicon(own, catalogue, language)
        (folder / FOLDER / f"{language}.json").write_text(words, encoding="utf-8")
    if wrong := not_indexed(folder):
        raise NotIndexed("\n".join([*wrong, "To mend: look for what Pagefind says above; build again."]))


def not_indexed(folder: Path) -> list[str]:
    """A sentence for each page of the site in `folder` that its index lacks, or has too much."""
    built, held = set(searched(folder)), set[str]()
    wrong = []
    for language in LANGUAGES:
        own = indexed(folder, language)
        held |= {address for address in own if not is_book_page(address)}
        if (count := _counted(folder / FOLDER / language)) != len(own):
            wrong.append(f"search/{language}/ says that it holds {count} pages, but holds {len(own)}.")
    return [
        *wrong,
        *(f"{address or 'index.html'} is not in the search index." for address in sorted(built - held)),
        *(f"{address} is in the search index, but is no page." for address in sorted(held - built)),
    ]


def indexed(folder: Path, language: str) -> set[str]:
    """The addresses of the pages that the index of one language holds, out of its own files."""
    fragments = (folder / FOLDER / language / "fragment").glob("*.pf_fragment")
    return {_fragment(path)["url"].removeprefix("/") for path in fragments}


def _counted(place: Path) -> int:
    """How many pages an index says that it holds."""
    entry = place / "pagefind-entry.json"
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"] if entry.is_file() else {}
    return sum(one["page_count"] for one in languages.values())


def _index(own: list[Record], language: str, place: Path) -> None:
    """Write the records as pages, have Pagefind index them, and keep of what it makes what is asked for."""
    with tempfile.TemporaryDirectory(prefix="shared-horizons-search-") as name:
        pages, made = Path(name) / "pages", Path(name) / "made"
        pages.mkdir()
        for record in own:
            path = pages / record.address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record.html, encoding="utf-8")
        _run("--site", str(pages), "--output-path", str(made), "--force-language", language, "--silent")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for part in ("fragment", "index"):
            shutil.copytree(made / part, place / part)
        if language == "hi":
            _write_back(place / "fragment", {record.address: record for record in own})
        for pattern in _KEPT:
            for path in made.glob(pattern):
                shutil.copy2(path, place)


def _write_back(fragments: Path, own: dict[str, Record]) -> None:
    """Give each page's words back as they are written: they are as many as those that were indexed."""
    for path in fragments.iterdir():
        data = _fragment(path)
        record = own[data["url"].removeprefix("/")]
        heard, written = data["content"].split(), record.words
        if len(heard) != len(written):
            raise NotIndexed(f"{record.address}: Pagefind counts {len(heard)} words, the page has {len(written)}.")
        data["content"] = " ".join(map(_ended, heard, written))
        data["meta"] = record.shown
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        path.write_bytes(gzip.compress(_SIGN + text, mtime=0))


def _ended(heard: str, written: str) -> str:
    """A written word with the full stop that Pagefind set at the end of a passage."""
    ends_bare = unicodedata.category(written[-1])[0] in "LMN"
    return f"{written}." if heard.endswith(".") and ends_bare else written


def _fragment(path: Path) -> dict[str, Any]:
    return json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGN))


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "pagefind_bin", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=MINUTES * 60)
    except subprocess.TimeoutExpired:
        raise NotIndexed(f"Pagefind did not finish within {MINUTES} minutes.") from None
    if done.returncode:
        raise NotIndexed(
            f"Pagefind stopped with code {done.returncode}: {(done.stderr or done.stdout).strip()} "
            "To mend: install what requirements.txt names."
        )
