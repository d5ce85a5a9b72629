"""A file opened for the rules: its pages, its tree, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pikepdf import Array, Dictionary, Object, Pdf

from showcase.book.ua.content import Content, read

_BLOCKS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_ROWS = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")

Mark = tuple[int, int]
"""A page from 0, and the number of marked content on it."""

NOWHERE = -1
"""The page of a mark that names none of the file."""


@dataclass
class Element:
    """An element of the tree."""

    obj: Object
    kind: str
    language: str
    """The language that holds in it."""
    parent: Element | None = None
    content: list[Element | Mark] = field(default_factory=list)
    """Elements and marks, as they are read."""
    links: list[Object] = field(default_factory=list)
    """Annotations."""

    def descendants(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.descendants()

    @property
    def kids(self) -> list[Element]:
        return [one for one in self.content if isinstance(one, Element)]

    @property
    def marks(self) -> list[Mark]:
        return [one for one in self.content if not isinstance(one, Element)]

    def read(self) -> Iterator[tuple[Element, Mark]]:
        """Every mark in it as it is read, with the element that holds it."""
        for one in self.content:
            if isinstance(one, Element):
                yield from one.read()
            else:
                yield self, one

    @property
    def page(self) -> int | None:
        """The first page on which it has anything."""
        pages = (page for _element, (page, _mcid) in self.read())
        return next((page for page in pages if page != NOWHERE), None)

    def attribute(self, name: str) -> Object | None:
        """One of its attributes, such as "/Scope"."""
        held = self.obj.get("/A", Array())
        owners = held if isinstance(held, Array) else [held]
        return next((owner[name] for owner in owners if name in owner), None)


@dataclass(frozen=True)
class Page:
    """A page of the file: its number from 0, and its content."""

    number: int
    obj: Object
    content: Content

    @property
    def annotations(self) -> list[Object]:
        return list(self.obj.get("/Annots", []))


class File:
    """A file as the rules see it."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf, self.root = pdf, pdf.Root
        self._unicode: dict[tuple[int, int], dict[int, str]] = {}

    @cached_property
    def pages(self) -> list[Page]:
        pages = enumerate(self.pdf.pages)
        return [Page(number, page.obj, read(page.obj, self.decode)) for number, page in pages]

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        """Pages by their objects."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def labels(self) -> list[str]:
        """What readers call each page."""
        return [page.label for page in self.pdf.pages]

    @cached_property
    def fonts(self) -> dict[tuple[int, int], Object]:
        """Every font in which anything is shown."""
        return {shown.font.objgen: shown.font for page in self.pages for shown in page.content.shown}

    def unicode(self, font: Object) -> dict[int, str]:
        """What the codes of a font say."""
        if font.objgen not in self._unicode:
            table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
            self._unicode[font.objgen] = {
                int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
                for block in _BLOCKS.findall(table)
                for code, text in _ROWS.findall(block)
            }
        return self._unicode[font.objgen]

    def decode(self, font: Object, codes: Iterable[int]) -> str:
        """The text of codes in a font."""
        known = self.unicode(font)
        return "".join(known.get(code, "") for code in codes)

    @cached_property
    def tops(self) -> list[Element]:
        """The elements at the top of the tree."""
        tree = self.root.get("/StructTreeRoot", Dictionary())
        around = str(self.root.get("/Lang", ""))
        return [self._element(kid, around, None) for kid in _listed(tree.get("/K", Array()))]

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in reading order."""
        return [one for top in self.tops for one in top.descendants()]

    def of_kind(self, *kinds: str) -> list[Element]:
        """Every element of these kinds."""
        return [element for element in self.elements if element.kind in kinds]

    def own_text(self, element: Element) -> str:
        """The words that an element itself holds."""
        return "".join(map(self._said, element.marks))

    def text(self, element: Element) -> str:
        """All words in an element."""
        return "".join(self._said(mark) for _element, mark in element.read())

    def _said(self, mark: Mark) -> str:
        page, mcid = mark
        return "" if page == NOWHERE else self.pages[page].content.texts.get(mcid, "")

    def _element(self, obj: Object, around: str, parent: Element | None) -> Element:
        language = str(obj.get("/Lang", around))
        element = Element(obj, str(obj.get("/S", "/"))[1:], language, parent)
        for kid in _listed(obj.get("/K", Array())):
            self._add(element, kid)
        return element

    def _add(self, element: Element, kid: Object | int) -> None:
        """Adds a kid: a number on the element's page, marked content, an annotation, or an element."""
        if isinstance(kid, int) or "/MCID" in kid:
            holder, mcid = (element.obj, kid) if isinstance(kid, int) else (kid, int(kid.MCID))
            page = holder.get("/Pg", element.obj.get("/Pg", Dictionary()))
            element.content.append((self.numbers.get(page.objgen, NOWHERE), mcid))
        elif kid.get("/Type") == "/OBJR":
            element.links.append(kid.Obj)
        else:
            element.content.append(self._element(kid, element.language, element))


def _listed(kids: Object | int) -> list[Object | int]:
    return list(kids) if isinstance(kids, Array) else [kids]
