"""The tree of a part, noted from its pages as they are written.

Reads WeasyPrint's box tree, which is its private matter: the version is pinned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from showcase.book.tags.elements import BLOCKS, GROUPS, SCOPES, WORDS, Elements
from showcase.book.tags.tree import Link, Mark, Node

POINTS_PER_PIXEL = 0.75

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""


class Unmarked(Exception):
    """Words or a picture that would be lost to the tree; the message says which."""


def record(elements: Elements, pages: Sequence[Any], marks: Sequence[Mapping[Any, int]]) -> Node:
    """The tree of laid-out pages; `marks` has the number of each marked box, page by page.

    An element that runs over columns or pages is one node; nodes stand in the
    order of the HTML. Raises Unmarked for what was drawn without a mark.
    """
    builder = _Builder(elements)
    for number, (page, marked) in enumerate(zip(pages, marks, strict=True)):
        links = {_laid_out(link[3]): (place, link[2]) for place, link in enumerate(page.links)}
        for box in page._page_box.descendants(placeholders=True):
            if box.element is None or elements.decoration(box) is not None:
                continue
            builder.add(number, page, box, marked.get(box))
            if box in links:
                builder.link(number, box.element, *links[box])
    return builder.finished()


class _Builder:
    """Makes nodes of elements as their boxes come by."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.tree = Node("Sect")
        self.later: dict[str, Node] = {}
        """By the values of data-read, what is read after all else."""
        self.joined: dict[str, Node] = {}
        """By the values of data-joins, the one node of several elements."""
        self.nodes: dict[Element, Node] = {elements.root: self.tree}
        self.paragraphs: dict[Element, Node] = {}
        self.areas: dict[tuple[int, int], list[Rectangle]] = {}
        """By page and link, the areas that lead somewhere."""

    def add(self, number: int, page: Any, box: Any, mcid: int | None) -> None:
        """Takes in a box of page `number`, with the number of its mark when it has one."""
        if box.element.tag in ("td", "th"):
            self.node(box.element)  # an empty cell keeps its place in the row
        if mcid is None:
            if _is_seen(box):
                raise Unmarked(f"{_said(box)} would have no tag; text may have no opacity of its own")
            return
        holder = self._holder(box.element)
        holder.kids.append(Mark(number, mcid))
        if box.element.tag == "img":
            holder.alt = box.element.get("alt", "")
            holder.attributes["BBox"] = _corners(box, page)

    def link(self, page: int, element: Element, place: int, area: Rectangle) -> None:
        """Takes in an annotation, unless its area is none or lies in one that leads there already."""
        node = self.node(element)
        while node.kind != "Link":
            element = self.elements.parents[element]
            node = self.node(element)
        areas = self.areas.setdefault((page, id(node)), [])
        left, top, right, foot = area
        if right - left > 1 < foot - top and not any(_within(area, other) for other in areas):
            areas.append(area)
            node.kids.append(Link(page, place))

    def finished(self) -> Node:
        """The tree; what is to be read later stands at its end."""
        for _place, later in sorted(self.later.items()):
            self.tree.kids += later.kids
        return self.tree

    def node(self, element: Element) -> Node:
        """The node of an element; of one that is seen through, that of the element around it."""
        if element not in self.nodes:
            self.nodes[element] = self._made(element)
        return self.nodes[element]

    def _made(self, element: Element) -> Node:
        name = element.get("data-joins")
        if name is None:
            return self._new(element)
        if name not in self.joined:
            self.joined[name] = self._new(element)
            self.joined[name].joins = name
        return self.joined[name]

    def _new(self, element: Element) -> Node:
        parent = self.node(self.elements.parents[element])
        if place := element.get("data-read"):
            parent = self.later.setdefault(place, Node("Sect"))
        kind = self.elements.kind(element)
        if kind in BLOCKS and parent.kind in WORDS:
            kind = "Span" if self.elements.language(element) else None
        if kind is None:
            return parent
        if kind in {"Link", "Span"}:
            parent = self._words_in(element, parent)
        if element.tag == "li":
            parent = _hung(parent, Node("LI"))
        return _hung(parent, self._told(element, kind))

    def _told(self, element: Element, kind: str) -> Node:
        """A node with what its element says of it."""
        node = Node(kind, lang=self.elements.language(element))
        if kind == "TH":
            node.attributes["Scope"] = SCOPES[element.get("scope", "col")]
        if kind == "Table" and (said := element.get("aria-label")):
            node.attributes["Summary"] = said
        for name in ("ColSpan", "RowSpan"):
            if (span := int(element.get(name.lower(), "1"))) > 1:
                node.attributes[name] = span
        return node

    def _holder(self, element: Element) -> Node:
        """The node that holds the words of an element."""
        return self._words_in(element, self.node(element))

    def _words_in(self, element: Element, node: Node) -> Node:
        """The node itself where it may hold words, otherwise a paragraph in it."""
        if node.kind not in GROUPS:
            return node
        block = self.elements.block(element)
        if block not in self.paragraphs:
            self.paragraphs[block] = _hung(node, Node("P"))
        return self.paragraphs[block]


def _hung(parent: Node, node: Node) -> Node:
    parent.kids.append(node)
    return node


def _corners(box: Any, page: Any) -> list[float]:
    """The place of a picture, as far as it is on the page: points from the lower left corner."""
    left, top = box.content_box_x(), box.content_box_y()
    across = [min(max(0.0, edge), page.width) for edge in (left, left + box.width)]
    up = [min(max(0.0, page.height - edge), page.height) for edge in (top + box.height, top)]
    return [round(edge * POINTS_PER_PIXEL, 2) for edge in (across[0], up[0], across[1], up[1])]


def _laid_out(box: Any) -> Any:
    """The box itself, of one that has a place of its own: WeasyPrint keeps the place where it was taken out."""
    return getattr(box, "_box", box)


def _is_seen(box: Any) -> bool:
    """Whether a box shows words or a picture."""
    if getattr(box, "children", None) or box.style["visibility"] != "visible":
        return False
    return bool(getattr(box, "text", "").strip()) or hasattr(box, "replacement")


def _said(box: Any) -> str:
    """What a box shows, for a message."""
    return f"the words {box.text!r}" if hasattr(box, "text") else f"the picture {box.element.get('src')}"


def _within(area: Rectangle, other: Rectangle) -> bool:
    """Whether one area lies in another, or beside it on the same line within its width."""
    left, top, right, foot = area
    return other[0] - 1 < left and right < other[2] + 1 and other[1] <= (top + foot) / 2 <= other[3]
