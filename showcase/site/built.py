"""A built site as a reader's browser meets it: files, pages, links, anchors. Knows no MkDocs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

LOADED = {
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
    "embed": "src",
}
"""What a browser fetches by itself, and the attribute that says from where."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")


@dataclass
class BuiltPage:
    """What one HTML file holds."""

    address: str
    """Where it lies under the root: "startups/pixxel/", or "404.html"."""
    links: list[str] = field(default_factory=list)
    """Where its <a> lead."""
    loads: list[str] = field(default_factory=list)
    """What the browser fetches for it."""
    metas: dict[str, str] = field(default_factory=dict)
    ids: Counter[str] = field(default_factory=Counter)
    headings: list[tuple[str, str]] = field(default_factory=list)
    """("h1", "Pixxel") in the order of the page."""
    cards: int = 0

    @property
    def titles(self) -> list[str]:
        """The texts of its <h1>."""
        return [text for level, text in self.headings if level == "h1"]


class _Reader(HTMLParser):
    """Fills a BuiltPage."""

    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.heading: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
        elif tag == "meta" and "name" in values:
            self.page.metas[values["name"]] = values.get("content", "")
        elif tag == "article" and "card" in values.get("class", "").split():
            self.page.cards += 1
        elif tag in HEADINGS:
            self.heading = []
        if "id" in values:
            self.page.ids[values["id"]] += 1
        self.page.loads += _loads(tag, values)

    def handle_data(self, data: str) -> None:
        if self.heading is not None:
            self.heading.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS and self.heading is not None:
            self.page.headings.append((tag, " ".join("".join(self.heading).split())))
            self.heading = None


def _loads(tag: str, values: dict[str, str]) -> list[str]:
    """What a browser fetches for one element."""
    if tag == "link":
        return [] if values.get("rel") in ("canonical", "alternate") else [values.get("href", "")]
    sizes = [part.split()[0] for part in values.get("srcset", "").split(", ") if part]
    return sizes + [values[name] for name in [LOADED.get(tag)] if name in values]


@dataclass(frozen=True)
class BuiltSite:
    """A folder that `mkdocs build` made."""

    folder: Path

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, as its path under the root."""
        return frozenset(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """Every HTML file by its address."""
        names = sorted(name for name in self.files if name.endswith(".html"))
        return {page.address: page for page in map(self._read, names)}

    @cached_property
    def sheets(self) -> dict[str, list[str]]:
        """What each style sheet loads, by the sheet's path."""
        return {
            name: _URL.findall((self.folder / name).read_text(encoding="utf-8"))
            for name in sorted(self.files)
            if name.endswith(".css")
        }

    def leads_nowhere(self, start: str, link: str) -> bool:
        """Whether a link within the site, seen on the page or sheet `start`, has no end."""
        target, anchor = urldefrag(urljoin(f"/{start}", link))
        address = unquote(urlsplit(target).path).lstrip("/")
        if address in self.pages:
            return bool(anchor) and anchor not in self.pages[address].ids
        return address not in self.files

    def _read(self, name: str) -> BuiltPage:
        page = BuiltPage(name.removesuffix("index.html"))
        _Reader(page).feed((self.folder / name).read_text(encoding="utf-8"))
        return page


def is_foreign(link: str) -> bool:
    """Whether a link leaves the site's own host."""
    parts = urlsplit(link)
    return bool(parts.netloc) or parts.scheme not in ("", "data")
