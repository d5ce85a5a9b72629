"""English in Hindi: found on the page, given its language, and in the Hindi edition marked and told.

What is English there shows only on the finished page, whoever wrote it: a
text of a profile without Hindi, a sentence of a page, a name. So the page is
read once more: text in Latin letters is given its language, and what ought to
have been Hindi a small mark. Where Hindi stands beside English, only the
language is given: nothing is missing there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

UNTOLD = "untold"
"""The class of English that stands for Hindi there is not."""

OWN = "translate"
"""An element with `translate="no"` stands in its own language: a name, the title of a source."""

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2}")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_ADDRESS = re.compile(r"(?:https?://)?[\w.-]+\.[a-z]{2,}(?:/\S*)?|\S+@\S+")
_RUN = re.compile(r"[A-Za-zÀ-ÿ][^\u0900-\u097f]*[A-Za-zÀ-ÿ]\.?(?:\s\d+(?=[^\w\u0900-\u097f]*$))?")
"""English within Hindi; a year that ends the text belongs to it, any other figure to the Hindi."""
_PARTS = re.compile(r"[,;·()&+\d\s\u2060]+")
_BESIDE = re.compile(r"""lang=["']?hi\b""")
_INLINE = frozenset("a b br em i span strong sup".split())


def mark_english(html: str, names: frozenset[str] = frozenset()) -> str:
    """The document with its English marked as such.

    `html` is a whole document in Hindi; `names` are texts that have no Hindi and need none.
    """
    return _marked(html, _Marker(names), "hi", own=False)


def name_english(html: str) -> str:
    """The document, in English with Hindi beside it, with the English within its Hindi named as such."""
    return _marked(html, _Marker(frozenset()), "en", own=True) if _BESIDE.search(html) else html


def _marked(html: str, marker: _Marker, language: str, own: bool) -> str:
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    body = root.find("body")
    if body is not None:
        marker.mark(body, language, own)
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html")


def untold(html: str) -> list[str]:
    """The texts that `mark_english` found to lack Hindi, in the order of the page."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    return [_without_cites(one) for one in root.iter() if UNTOLD in one.get("class", "").split()]


def _without_cites(element: Element) -> str:
    """The text of an element as it was written: no numbers of sources, no hidden joiners."""
    for parent in list(element.iter()):
        for child in list(parent):
            if _is_cite(child):
                child[:], child.text = [], None
    return _text(element).replace("\u2060", "").replace("\u00a0", " ")


@dataclass(frozen=True)
class _Marker:
    names: frozenset[str]

    def mark(self, element: Element, language: str, own: bool) -> None:
        """Marks the element where all its text is English, otherwise what is in it."""
        language = element.get("lang", language)
        own = own or element.get(OWN) == "no"
        text = _text(element)
        if not _LATIN.search(text):
            return
        is_hindi = language.startswith("hi")
        if is_hindi and not _DEVANAGARI.search(text) and _is_run(element):
            self._set_english(element, text, own)
            return
        for child in list(element):
            self.mark(child, language, own)
        if is_hindi:
            self._part(element, own)

    def _part(self, element: Element, own: bool) -> None:
        """Puts the English in an element's own text into elements of their own."""
        for child in reversed(list(element)):
            child.tail, spans = self._parted(child.tail or "", own)
            place = list(element).index(child) + 1
            element[place:place] = spans
        element.text, spans = self._parted(element.text or "", own)
        element[0:0] = spans

    def _parted(self, text: str, own: bool) -> tuple[str, list[Element]]:
        """A text as what stands before its first run of English, and the runs with what follows each."""
        runs = list(_RUN.finditer(text))
        if not runs:
            return text, []
        spans = [self._span(run[0], own) for run in runs]
        ends = [run.start() for run in runs[1:]] + [len(text)]
        for span, run, end in zip(spans, runs, ends, strict=True):
            span.tail = text[run.end() : end]
        return text[: runs[0].start()], spans

    def _span(self, text: str, own: bool) -> Element:
        span = Element("span")
        span.text = text
        self._set_english(span, text, own)
        return span

    def _set_english(self, element: Element, text: str, own: bool) -> None:
        element.set("lang", "en")
        if not own and self.is_untold(text):
            words = _before_cite(element)
            words.set("class", f"{words.get('class', '')} {UNTOLD}".strip())

    def is_untold(self, text: str) -> bool:
        """Whether an English text is more than names, addresses and abbreviations."""
        rest = _ADDRESS.sub(" ", text.replace("\u2060", "").replace("\u00a0", " "))
        for name in sorted(self.names, key=len, reverse=True):  # a legal name holds the name
            rest = rest.replace(name, " ")
        return any(not part.isupper() for part in _PARTS.split(rest) if _LATIN.search(part))


def _before_cite(element: Element) -> Element:
    """What the mark follows: the words of the element, in a span of their own where it ends in numbers of sources."""
    if not len(element) or not _is_cite(element[-1]) or element[-1].tail:
        return element
    words, cite = Element("span"), element[-1]
    words.text, words[:] = element.text, element[:-1]
    element.text, element[:] = None, [words, cite]
    return words


def _is_cite(element: Element) -> bool:
    return element.get("class") == "cite"


def _is_run(element: Element) -> bool:
    """Whether the element holds a run of text and no blocks."""
    return all(child.tag in _INLINE for child in element.iter() if child is not element)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
