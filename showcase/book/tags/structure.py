"""The tree of the whole file, written once from the trees of all its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from showcase.book.tags.tables import connect
from showcase.book.tags.tree import Link, Mark, Node

Annotations = Sequence[Sequence[Object]]
"""The annotations of every page, in the order in which the page was written."""

_OWNERS = {
    "BBox": "/Layout", "Scope": "/Table", "Summary": "/Table", "ColSpan": "/Table", "RowSpan": "/Table",
    "Headers": "/Table",
}  # fmt: skip
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


class Section(NamedTuple):
    """A part of the file: its title, its first page in the file from 0, what is on its pages."""

    title: str
    first: int
    tree: Node


def write_structure(pdf: Pdf, sections: Sequence[Section], annotations: Annotations) -> None:
    """Writes the tree of the file. Annotations that no part of it holds are left out of their pages."""
    writer = _Writer(pdf, annotations, _shallowest(sections) - 1)
    writer.write(sections)
    for page in pdf.pages:
        page.obj.Tabs = Name.S
        held = [one for one in page.obj.get("/Annots", []) if "/StructParent" in one]
        if held:
            page.obj.Annots = Array(held)
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]


def _shallowest(sections: Sequence[Section]) -> int:
    """The level of the first headings: in a file of spreads alone, where none stands over them, not 1."""
    kinds = {node.kind for section in sections for node in section.tree.descendants()}
    return min((level for kind, level in _HEADINGS.items() if kind in kinds), default=1)


class _Writer:
    """Writes elements, and notes which holds each mark and each annotation."""

    def __init__(self, pdf: Pdf, annotations: Annotations, too_deep: int) -> None:
        self.pdf, self.annotations, self.too_deep = pdf, annotations, too_deep
        self.leading = {one.objgen for page in pdf.pages for one in page.obj.get("/Annots", [])}
        self.holders: list[dict[int, Object]] = [{} for _page in pdf.pages]
        self.holders_of_links: list[Object] = []
        self.named: dict[str, Object] = {}

    def write(self, sections: Sequence[Section]) -> None:
        """Writes the whole tree, and the way back from each page to it."""
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        document.K = Array([self._section(section, number, document) for number, section in enumerate(sections)])
        root.K = Array([document])
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(self._ways_back())))
        root.ParentTreeNextKey = len(self.holders) + len(self.holders_of_links)
        if self.named:
            root.IDTree = NameTree.new(self.pdf).obj
            for name, element in sorted(self.named.items()):
                NameTree(root.IDTree)[name] = element
        self.pdf.Root.StructTreeRoot = root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True, Suspects=False)

    def _ways_back(self) -> list[Any]:
        """Keys and values of the parents' tree: pages by their number, then annotations."""
        numbers: list[Any] = []
        for number, (page, held) in enumerate(zip(self.pdf.pages, self.holders, strict=True)):
            if "/StructParents" in page.obj:
                del page.obj["/StructParents"]
            if held:
                page.obj.StructParents = number
                numbers += [number, Array([held[mcid] for mcid in range(len(held))])]
        for number, element in enumerate(self.holders_of_links, len(self.holders)):
            numbers += [number, element]
        return numbers

    def _section(self, section: Section, number: int, document: Object) -> Object:
        tables = [node for node in section.tree.descendants() if node.kind == "Table"]
        for place, table in enumerate(tables):
            connect(table, f"table-{number}-{place}")
        element = self._element(section.tree, document, section.first)
        element.T = String(section.title)
        return element

    def _element(self, node: Node, parent: Object, first: int) -> Object:
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, P=parent))
        kids = [kid for kid in node.kids if not isinstance(kid, Link) or self._leads(kid, first)]
        element.S = Name("/" + self._kind(node, kids))
        if node.lang:
            element.Lang = String(node.lang)
        if node.alt:
            element.Alt = String(node.alt)
        self._describe(element, node.attributes)
        marks = [kid for kid in kids if isinstance(kid, Mark)]
        if marks:
            element.Pg = self.pdf.pages[first + marks[0].page].obj
        element.K = Array([self._kid(kid, element, first) for kid in kids])
        return element

    def _kind(self, node: Node, kids: Sequence[Node | Mark | Link]) -> str:
        """The kind of a node here: headings begin at the first level, and a link leads somewhere."""
        if node.kind == "Link" and not any(isinstance(kid, Link) for kid in kids):
            return "Span"
        level = _HEADINGS.get(node.kind)
        return f"H{level - self.too_deep}" if level else node.kind

    def _describe(self, element: Object, attributes: dict[str, Any]) -> None:
        told = dict(attributes)
        if name := told.pop("ID", ""):
            element.ID = String(name)
            self.named[name] = element
        owned: dict[str, Dictionary] = {}
        for key, value in told.items():
            owner = owned.setdefault(_OWNERS[key], Dictionary(O=Name(_OWNERS[key])))
            owner[f"/{key}"] = String(value) if key == "Summary" else _value(value)
        if owned:
            element.A = Array(owned.values()) if len(owned) > 1 else next(iter(owned.values()))

    def _kid(self, kid: Node | Mark | Link, element: Object, first: int) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, element, first)
        page = self.pdf.pages[first + kid.page].obj
        if isinstance(kid, Link):
            annotation = self.annotations[first + kid.page][kid.place]
            annotation.StructParent = len(self.holders) + len(self.holders_of_links)
            self.holders_of_links.append(element)
            return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)
        self.holders[first + kid.page][kid.mcid] = element
        if element.Pg.objgen == page.objgen:
            return kid.mcid
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.mcid)

    def _leads(self, link: Link, first: int) -> bool:
        return self.annotations[first + link.page][link.place].objgen in self.leading


def _value(value: Any) -> Any:
    """An attribute as the file holds it: names of the standard are names, IDs are strings."""
    if isinstance(value, str):
        return Name(f"/{value}")
    if isinstance(value, list):
        return Array([String(one) if isinstance(one, str) else one for one in value])
    return value
