"""The index: what Pagefind makes of the records, one for each language, and the proof that it is whole.

Each language has a folder of its own under search/: Pagefind shares one set of word stems among all that
lie in one, and a Hindi word that is asked for on an English page must meet Hindi stems.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from showcase.catalogue import Catalogue
from showcase.site.search.lexicon import lexicon
from showcase.site.search.records import LANGUAGES, Record, records, searched

FOLDER = "search"
MINUTES = 5
"""What 1,000 profiles take two seconds for may take this long before it counts as hung."""
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.??.pagefind")
_SIGN = b"pagefind_dcd"


class NotIndexed(Exception):
    """The site cannot be searched; its text says what is wrong and how to mend it."""


def make(folder: Path, catalogue: Catalogue) -> None:
    """Index the built site in `folder`, and hold that all of it was indexed. Raises NotIndexed."""
    made = records(folder, catalogue)
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
        held |= own
        if (count := _counted(folder / FOLDER / language)) != len(own):
            wrong.append(f"search/{language}/ says that it holds {count} pages, but holds {len(own)}.")
    return [
        *wrong,
        *(f"{address or 'index.html'} is not in the search index." for address in sorted(built - held)),
        *(f"{address} is in the search index, but is no page." for address in sorted(held - built)),
    ]


def indexed(folder: Path, language: str) -> set[str]:
    """The addresses of the pages that the index of one language holds, out of its own files."""
    return {_address(path) for path in (folder / FOLDER / language / "fragment").glob("*.pf_fragment")}


def _address(fragment: Path) -> str:
    data = gzip.decompress(fragment.read_bytes())
    return json.loads(data.removeprefix(_SIGN))["url"].removeprefix("/")


def _counted(place: Path) -> int:
    """How many pages an index says that it holds."""
    entry = place / "pagefind-entry.json"
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"] if entry.is_file() else {}
    return sum(one["page_count"] for one in languages.values())


def _index(own: Iterable[Record], language: str, place: Path) -> None:
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
        for pattern in _KEPT:
            for path in made.glob(pattern):
                shutil.copy2(path, place)


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
