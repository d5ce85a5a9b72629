"""Sites for tests of search, and the search itself: the real scripts and the real index in a browser."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

from playwright.sync_api import Page
from world import ROOT

from showcase.blocks import told_by
from showcase.catalogue import Catalogue, load
from showcase.site import addresses
from showcase.site.search import indexing

SQUEEZED = (".js", ".json", ".css", ".html")
ASK = """async ([root, language, queries]) => {
  const { asking } = await import(`${root}assets/js/search/asking.js`);
  const { ask } = asking(root, language);
  const found = [];
  for (const query of queries) {
    const { results } = (await ask(query)) ?? { results: [] };
    const first = await Promise.all(results.slice(0, 3).map((one) => one.data()));
    found.push(first.map((data) => data.raw_url.slice(1)));
  }
  return found;
}"""


@cache
def real_catalogue() -> Catalogue:
    return load(ROOT)


def bare_site(folder: Path, catalogue: Catalogue, more: Callable[[int, str], str]) -> Path:
    """Pages that hold what profiles tell, and `more` for each, indexed; a tenth of the time of a whole site."""
    for number, startup in enumerate(catalogue.published):
        for language in ("en", "hi"):
            name, line = (startup.name, startup.summary) if language == "en" else (startup.name_hi, startup.summary_hi)
            told = "".join(f"<p>{escape(block.text)}</p>" for block in told_by("site", startup, language))
            told += f"<p>{more(number, language)}</p>"
            path = folder / addresses.profile(startup, language) / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(
                f'<html lang="{language}"><meta name="startup" content="{startup.slug}">'
                f'<meta name="description" content="{escape(line)}"><main><h1>{name}</h1>{told}</main></html>'
            )
    indexing.make(folder, catalogue)
    for language in ("en", "hi"):
        path = folder / addresses.search(language) / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<!DOCTYPE html><html lang="{language}"><title>Search</title></html>')
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    return folder


def first_three(page: Page, root: str, language: str, queries: list[str]) -> list[list[str]]:
    """The addresses of the first three results of each query, asked on a page in that language."""
    page.goto(f"{root}{addresses.search(language)}")
    return page.evaluate(ASK, [root, language, queries])


def carried(folder: Path, addresses_asked: list[str]) -> int:
    """Bytes that a host which compresses text sends for these; the index is compressed as it lies."""
    total = 0
    for address in dict.fromkeys(one.partition("?")[0] for one in addresses_asked):
        data = (folder / address).read_bytes()
        total += len(gzip.compress(data, 9) if address.endswith(SQUEEZED) else data)
    return total
