"""Rules on the tree: that it is whole, and that its headings tell the build of the book."""

from __future__ import annotations

from showcase.book.ua.checking import Found, rule
from showcase.book.ua.reading import Element, File

KINDS = frozenset(
    "Document Part Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead "
    "TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form".split()
)
"""The structure types of the standard, without those that say nothing."""

HEADINGS = {f"H{level}": level for level in range(1, 7)}
_WORDS = frozenset({"P", "Lbl", "Span", "Link", *HEADINGS})
_BLOCKS = frozenset({"P", "L", "LI", "Table", "Sect", "Part", "Div", "BlockQuote", *HEADINGS})


@rule("tree", "the file has one tree, whose root is a document", "see tags/structure.py, which writes the Document")
def document(file: File) -> Found:
    """The tree has one element at its top, a Document with something in it."""
    if [top.kind for top in file.tops] != ["Document"] or not file.tops[0].kids:
        yield None, "the file has no tree of tags, or one that is no document"


@rule("parents", "every element knows the one that holds it", "see tags/structure.py, which writes the parents")
def parents(file: File) -> Found:
    """P of each element is its parent."""
    for element in file.elements:
        holder = element.parent.obj if element.parent else file.root.StructTreeRoot
        if element.obj.get("/P") is None or element.obj.P.objgen != holder.objgen:
            yield element, f"a {element.kind} names another parent than the element that holds it"


@rule(
    "kinds", "only structure types of the standard are used",
    "see tags/elements.py, which gives elements their kinds",
)  # fmt: skip
def kinds(file: File) -> Found:
    """Every element is of a type of PDF 1.7."""
    for element in file.elements:
        if element.kind not in KINDS:
            yield element, f"{element.kind or 'an element without a type'} is no structure type of the standard"


@rule("empty", "no element is empty", "leave the element out of the template where it has nothing to say")
def empty(file: File) -> Found:
    """Every element but a cell holds marks, annotations or elements."""
    for element in file.elements:
        if not (element.kids or element.marks or element.links) and element.kind not in {"TD", "TH"}:
            yield element, f"a {element.kind} is empty"


@rule("blocks", "a block does not stand within words", "take the block out of the paragraph, heading or link")
def blocks(file: File) -> Found:
    """Paragraphs, lists and tables do not stand in paragraphs, headings, links or spans."""
    for element in file.elements:
        if element.kind in _BLOCKS and element.parent and element.parent.kind in _WORDS:
            yield element, f"a {element.kind} stands within a {element.parent.kind}"


@rule("heading-levels", "headings begin at the first level and skip none", "take the next level, h2 after h1")
def heading_levels(file: File) -> Found:
    """The first heading is H1; none is more than one level below the one before."""
    before = 0
    for element in file.of_kind(*HEADINGS):
        level = HEADINGS[element.kind]
        if level > before + 1:
            yield element, f"the heading {_said(file, element)} is of level {level} after one of level {before}"
        before = level


@rule("heading-words", "every heading has words", "give the heading words, or leave it out")
def heading_words(file: File) -> Found:
    """No heading is without text."""
    for element in file.of_kind(*HEADINGS):
        if not file.text(element).strip():
            yield element, f"a heading of level {HEADINGS[element.kind]} has no words"


@rule(
    "bookmark-levels", "bookmarks and headings are of the same levels",
    "let the part begin with the heading of its level: h1 for a part or a field, h2 for a startup",
)  # fmt: skip
def bookmark_levels(file: File) -> Found:
    """The first heading of a page to which a bookmark leads is of the bookmark's own level."""
    first: dict[int, Element] = {}
    for element in file.of_kind(*HEADINGS):
        if element.page is not None:
            first.setdefault(element.page, element)
    with file.pdf.open_outline() as marks:
        told = [(item, 1) for item in marks.root] + [(kid, 2) for item in marks.root for kid in item.children]
        for item, level in told:
            heading = first.get(file.numbers.get(item.destination[0].objgen, -1)) if item.destination else None
            if heading and HEADINGS[heading.kind] != level:
                said = _said(file, heading)
                yield heading, f"the bookmark {item.title!r} is of level {level}, the heading {said} is not"


def _said(file: File, element: Element) -> str:
    """A heading in quotation marks, as it is read."""
    return repr(" ".join(file.text(element).split()))
