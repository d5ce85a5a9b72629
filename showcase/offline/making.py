"""Makes the copy: every page and file of the built site as a disk needs it, in one zip."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from showcase.catalogue import Catalogue
from showcase.kit.packed import files_in, write_zip
from showcase.model.dates import LANGUAGES
from showcase.offline import pages
from showcase.offline.bundle import bundle, has_modules
from showcase.release.version import FOLDER
from showcase.site import addresses
from showcase.site.search.records import records
from showcase.site.stamps import STAMP

NAME = "shared-horizons"
LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|robots\.txt|\..*|search/(en|hi)/.*|assets/social/.*|assets/js/.*|_headers|_redirects|"
    r"(hi/)?embed/.*/oembed\.json"
)
"""What a server, a search engine or a chat asks for; scripts are made anew."""
BROUGHT = re.compile(r"assets/data/.*\.json|search/\w+\.json")
"""What scripts read: it comes as scripts alone."""
GIVEN = f"{FOLDER}innovators.json"
"""What scripts read and readers take away: it comes as both."""
_SCRIPT = re.compile(r"<script[^>]* src=\"(?:\.{1,2}/)*(assets/js/[^\"?]+)")


def make(site: Path, catalogue: Catalogue, target: Path) -> Path:
    """Write the copy of the built site in `site` as the zip `target`."""
    with tempfile.TemporaryDirectory(prefix="shared-horizons-offline-") as name:
        folder = Path(name) / NAME
        _write(site, catalogue, folder)
        return write_zip(folder, target)


def _write(site: Path, catalogue: Catalogue, folder: Path) -> None:
    said = {catalogue.ui("search-what", one): catalogue.ui("search-offline", one) for one in LANGUAGES}
    scripts: set[str] = set()
    for path in files_in(site):
        address = path.relative_to(site).as_posix()
        place = folder / address
        if LEFT_OUT.fullmatch(address):
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8")
            scripts |= set(_SCRIPT.findall(html))
            place.write_text(pages.page(html, said), encoding="utf-8")
        elif BROUGHT.fullmatch(address) or address == GIVEN:
            _bring(place, pages.told(json.loads(path.read_text(encoding="utf-8")), site, said))
        if path.suffix != ".html" and not BROUGHT.fullmatch(address):
            shutil.copyfile(path, place)
    _bring(folder / "search" / "listed.json", pages.told(list(_listed(site, catalogue)), site, said))
    for address in scripts:
        place = folder / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_script(site, address), encoding="utf-8")


def _bring(place: Path, content: Any) -> None:
    """A script that leaves what the file of JSON at `place` would tell."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.with_name(f"{place.name}.js").write_text(f"globalThis.brought = {text};\n", encoding="utf-8")


def _script(site: Path, address: str) -> str:
    def read(name: str) -> str:
        return STAMP.sub("", (site / name).read_text(encoding="utf-8"))

    text = read(address)
    return bundle(address, read) if has_modules(text) else text


def _listed(site: Path, catalogue: Catalogue) -> Iterator[dict[str, dict[str, str]]]:
    """Each page in both languages: what a result shows of it, and what it is found by."""
    both: dict[str, dict[str, dict[str, str]]] = {}
    for one in records(site, catalogue):
        line = _headline(one.slug, one.language, catalogue) or one.line
        told = {"title": one.title, "where": one.where, "line": line, "also": " ".join(one.also)}
        told["to"] = one.address or "index.html"
        both.setdefault(addresses.english(one.address), {})[one.language] = told
    return (page for page in both.values() if len(page) == len(LANGUAGES))


def _headline(slug: str, language: str, catalogue: Catalogue) -> str:
    startup = catalogue.by_slug.get(slug)
    return "" if startup is None else startup.headline_hi if language == "hi" else startup.headline
