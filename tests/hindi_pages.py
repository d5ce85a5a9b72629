"""What stands on a page as Hindi and is in Latin letters, or as English and is in Devanagari; addresses are in no language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}(?:['’.-]?[A-Za-z]+)*")
DEVANAGARI = re.compile("[\u0900-\u097f]+")
_ADDRESS = re.compile(r"(?:https?:/)?/\S+")
_SILENT = {"script", "style", "template", "noscript"}
_EMPTY = set("area base br col embed hr img input link meta source track wbr".split())
_SPOKEN = ("alt", "aria-label", "title", "placeholder")


class _Reader(HTMLParser):
    def __init__(self, letters: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.letters, self.language = letters, {LATIN: "hi", DEVANAGARI: "en"}[letters]
        self.around: list[tuple[str, str]] = [("", "")]
        """The elements around with their language."""
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        language = values.get("lang", self.around[-1][1])
        for name in _SPOKEN:
            self._look(values.get(name, ""), language)
        if tag == "meta" and values.get("name") == "description":
            self._look(values["content"], language)
        if tag not in _EMPTY:
            self.around.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while len(self.around) > 1 and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(tag in _SILENT for tag, _language in self.around):
            self._look(data, self.around[-1][1])

    def _look(self, text: str, language: str) -> None:
        if language == self.language:
            self.found += self.letters.findall(_ADDRESS.sub("", text))


def unmarked(html: str, letters: re.Pattern[str] = LATIN) -> list[str]:
    """Each run of such letters that is said to be in the other language, in the order of the page."""
    reader = _Reader(letters)
    reader.feed(html)
    return reader.found
