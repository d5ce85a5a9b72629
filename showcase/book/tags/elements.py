"""What the elements of a page mean: their kinds, their languages, and which are there only to be seen."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

KINDS = {
    "p": "P", "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
    "ul": "L", "ol": "L", "dl": "L", "li": "LBody", "dt": "Lbl", "dd": "LBody",
    "table": "Table", "caption": "Caption", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot",
    "tr": "TR", "th": "TH", "td": "TD",
    "a": "Link", "img": "Figure", "figure": "Div", "figcaption": "Caption", "blockquote": "BlockQuote",
}  # fmt: skip
"""The structure type of each element that has one. All others are seen through."""

INLINE = frozenset("a abbr b br cite em i img small span strong sub sup time".split())

WORDS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6", "Link", "Span", "Lbl"})
"""Kinds that hold words: what would be a block elsewhere is none in them."""

BLOCKS = (WORDS | {"Div"}) - {"Link", "Span"}

GROUPS = frozenset({"Sect", "Div", "BlockQuote"})
"""Kinds that hold blocks: words in them are a paragraph."""

SCOPES = {"col": "Column", "row": "Row"}
_FURNITURE = {"doc-pageheader": "Header", "doc-pagefooter": "Footer"}
_UNSEEN = {"presentation", "none", *_FURNITURE}


class Elements:
    """The elements of one document, with their parents, which ElementTree does not know."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self._decoration: dict[Element, str | None] = {root: None}

    def language(self, element: Element) -> str:
        """The language that an element itself gives, where it is not that around it; otherwise nothing."""
        own, around = element.get("lang"), self._around(element)
        return own if own and own.split("-")[0] != around.split("-")[0] else ""

    def _around(self, element: Element) -> str:
        while (element := self.parents.get(element)) is not None:
            if lang := element.get("lang"):
                return lang
        return ""

    def decoration(self, box: Any) -> str | None:
        """None for a box of content; for decoration what kind of page furniture it is, mostly none ("")."""
        if "::" in box.element_tag:
            return ""
        return self._of_element(box.element)

    def _of_element(self, element: Element) -> str | None:
        if element not in self._decoration:
            own = _own_decoration(element)
            around = self._of_element(self.parents[element])
            self._decoration[element] = around if own is None else own
        return self._decoration[element]

    def kind(self, element: Element) -> str | None:
        """The structure type of an element; None when it is seen through."""
        parent = self.parents[element]
        if element.tag == "div" and parent.tag == "dl":
            return "LI"
        if known := KINDS.get(element.tag):
            return known
        if self.language(element):
            return "Span" if element.tag in INLINE else "Div"
        return None

    def block(self, element: Element) -> Element:
        """The element itself, or the nearest around it that is no part of a line."""
        while element.tag in INLINE:
            element = self.parents[element]
        return element


def _own_decoration(element: Element) -> str | None:
    role = element.get("role", "")
    if role in _UNSEEN:
        return _FURNITURE.get(role, "")
    if element.get("aria-hidden") == "true" or element.tag == "img" and element.get("alt") == "":
        return ""
    return None
