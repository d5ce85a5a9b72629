"""A built site as a reader's browser meets it: files, pages, links, anchors. Knows no MkDocs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from showcase.site import fetched

_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass
class BuiltPage:
    """What one HTML file holds."""

    address: str
    """Where it lies under the root: "startups/pixxel/", or "404.html"."""
    links: list[str] = field(default_factory=list)
    """Where its <a> lead."""
    told: list[str] = field(default_factory=list)
    """Where those of them lead that are there for everyone, seen or heard."""
    loads: list[str] = field(default_factory=list)
    """What the browser fetches for it."""
    sends: list[str] = field(default_factory=list)
    """Where its forms and links send what the reader does."""
    code: list[str] = field(default_factory=list)
    """Excerpts of the code that stands in the page itself."""
    policy: str = ""
    """Its Content Security Policy."""
    inline: list[tuple[str, str]] = field(default_factory=list)
    """What stands between the tags of its scripts that run and its styles: ("script", the text)."""
    metas: dict[str, str] = field(default_factory=dict)
    ids: Counter[str] = field(default_factory=Counter)
    headings: list[tuple[str, str]] = field(default_factory=list)
    """("h1", "Pixxel") in the order of the page."""
    cards: int = 0
    text: str = ""
    """What is read in its <main>, with what stands for pictures; not what is for the eye alone."""

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
        self.within = ""
        self.held: list[str] = []
        self.main: list[str] | None = None
        self.silent: list[str] = []
        """The elements around that are for the eye alone."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}  # the first of a name counts
        if (self.silent or values.get("aria-hidden") == "true") and tag not in _EMPTY:
            self.silent.append(tag)
        if tag == "meta" and (name := values.get("name", values.get("property"))):
            self.page.metas[name] = values.get("content", "")
        elif tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.page.policy = values.get("content", "")
        elif tag == "article" and "card" in values.get("class", "").split():
            self.page.cards += 1
        elif tag in HEADINGS:
            self.heading = []
        elif tag == "style" or (tag == "script" and fetched.is_inline(values)):
            self.within = tag
        elif tag == "main":
            self.main = []
        elif tag == "img":
            self.handle_data(values.get("alt", ""))
        if "id" in values:
            self.page.ids[values["id"]] += 1
        self._note(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ("script", "style"):  # those a browser leaves open, whatever their slash says
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self.heading is not None:
            self.heading.append(data)
        if self.within:
            self.held.append(data)
        elif self.main is not None and not self.silent:
            self.main.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS and self.heading is not None:
            self.page.headings.append((tag, " ".join("".join(self.heading).split())))
            self.heading = None
        if tag == self.within:
            self._release()
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass
        if tag == "main" and self.main is not None:
            self.page.text = "".join(self.main)
            self.main = None

    def close(self) -> None:
        super().close()
        self._release()

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """What the element fetches, sends and runs; so does a page that it holds in `srcdoc`."""
        links = fetched.links(tag, values)
        self.page.links += links
        self.page.told += [] if self.silent else links
        self.page.loads += fetched.fetched(tag, values)
        self.page.sends += fetched.sent(values)
        self.page.code += fetched.code(tag, values)
        if "srcdoc" in values:
            inner = read_page(self.page.address, values["srcdoc"])
            for name in ("links", "loads", "sends", "code"):
                getattr(self.page, name).extend(getattr(inner, name))

    def _release(self) -> None:
        """What stood between the tags of a style or script."""
        text, within = "".join(self.held), self.within
        self.held, self.within = [], ""
        if within:
            self.page.inline.append((within, text))
        if within == "style":
            self.page.loads += fetched.from_style(text)
        elif text.strip():
            self.page.code.append(f"<script>{fetched.excerpt(text)}")


def read_page(address: str, html: str) -> BuiltPage:
    """The page that `html` is, at its address."""
    page = BuiltPage(address)
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    return page


@dataclass(frozen=True)
class BuiltSite:
    """A folder that `mkdocs build` made."""

    folder: Path
    home: str = ""
    """The web address that it is made for, such as "https://example.org/book/", where that is known."""

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
            name: fetched.from_style((self.folder / name).read_text(encoding="utf-8"))
            for name in sorted(self.files)
            if name.endswith(".css")
        }

    def leads_nowhere(self, start: str, link: str) -> bool:
        """Whether a link within the site, seen on the page or sheet `start`, has no end."""
        address, anchor = self.resolved(start, link)
        if address in self.pages:
            return bool(anchor) and anchor not in self.pages[address].ids
        return address not in self.files

    def resolved(self, start: str, link: str) -> tuple[str, str]:
        """Where a link within the site leads from the page or sheet `start`: an address, an anchor.

        The page for what is lost counts from the root of the host, so its links name the folder in which
        the host has the site; one that leads out of that folder comes back with its stroke, and is nowhere.
        """
        base = urlsplit(self.home).path or "/"
        target, anchor = urldefrag(urljoin(f"{base}{start}", link.strip()))
        return unquote(urlsplit(target).path).removeprefix(base), anchor

    def _read(self, name: str) -> BuiltPage:
        html = (self.folder / name).read_text(encoding="utf-8")
        return read_page(name.removesuffix("index.html"), html)
