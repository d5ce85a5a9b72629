"""What of a built page is searched: its own passages, without the frame around them.

Pagefind could read the pages themselves, but it joins what stands in neighbouring cells ("CapitalBengaluru")
and counts each list of cards, each citation and each label as text of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

UNREAD = frozenset(
    "cites in-english cards related finder sources sources-note hero-caption ladder-key figure-source "
    "not-yet draft unseen skip chips index areas strides spread take map margin stale imprint".split()
)
"""Classes of what is not the page's own text: citations, lists of other pages and what may be done with
them, captions, marks."""
_HEADINGS = ("h1", "h2", "h3")
_PARTS = frozenset(
    "p li dt dd th td h1 h2 h3 h4 h5 h6 div section article header figcaption summary blockquote time br ul ol dl".split()
)
"""Elements that stand apart: what is in two of them never makes one word."""
_EMPTY = frozenset("img br hr input meta link source area wbr".split())
_SILENT = frozenset(("script", "style", "svg", "button", "form", "nav", "template"))


@dataclass(frozen=True)
class Passage:
    """A run of text that stands together, and its weight: "h1", "h2", "h3" or "p"."""

    tag: str
    text: str


@dataclass
class SearchedPage:
    """A built page as far as search reads it."""

    language: str = ""
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)


def read(html: str) -> SearchedPage:
    """The passages of a page's <main>, its language and what it says of itself."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    headings = [one.text for one in reader.page.passages if one.tag == "h1"]
    reader.page.title = headings[0] if headings else ""
    return reader.page


class _Reader(HTMLParser):
    """Fills a SearchedPage."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = SearchedPage()
        self.open: list[tuple[str, bool]] = []
        """The elements around, and whether each is read."""
        self.text: list[str] = []
        self.tag = "p"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.page.language = values.get("lang", "")
        if tag == "meta" and "name" in values:
            self.page.metas[values["name"]] = values.get("content", "")
        if tag in _PARTS:
            self._end_passage(tag)
        if tag not in _EMPTY:
            self.open.append((tag, self._is_read(tag, values)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _PARTS:
            self._end_passage()
        if any(tag == one for one, _read in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1]:
            self.text.append(data)

    def close(self) -> None:
        super().close()
        self._end_passage()

    def _is_read(self, tag: str, values: dict[str, str]) -> bool:
        """Whether it is part of <main> and nothing around it, nor itself, is left out."""
        if tag == "main":
            return True
        inside = bool(self.open) and self.open[-1][1]
        if self.page.language == "en" and values.get("lang") == "hi":
            return False  # the Hindi page has it, among words of its own language
        return inside and tag not in _SILENT and UNREAD.isdisjoint(values.get("class", "").split())

    def _end_passage(self, following: str = "p") -> None:
        if text := " ".join("".join(self.text).split()):
            self.page.passages.append(Passage(self.tag, text))
        self.text, self.tag = [], following if following in _HEADINGS else "p"
