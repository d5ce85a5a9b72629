"""Rules on lists, tables, pictures and links in the tree."""

from __future__ import annotations

import re

from pikepdf import Array, Dictionary, NameTree, NumberTree, Object

from showcase.book.ua.checking import Found, rule
from showcase.book.ua.reading import Element, File

_HOLDS = {
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "TR": {"TH", "TD"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
}  # fmt: skip
"""What may stand in an element of a list or a table."""

_HELD = {
    "LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
}  # fmt: skip
"""Where an element of a list or a table may stand."""

SCOPES = {"/Row", "/Column", "/Both"}
LONGEST = 600
_FILE_NAME = re.compile(r"[\w./-]+\.(?:svg|png|jpe?g|tiff?|webp)", re.IGNORECASE)


@rule("holds", "lists hold their items, tables their rows, rows their cells", "put it into an item or a cell")
def holds(file: File) -> Found:
    """Nothing else stands in a list or a table."""
    for element in file.of_kind(*_HOLDS):
        wrong = [kid.kind for kid in element.kids if kid.kind not in _HOLDS[element.kind]]
        if wrong or element.marks:
            yield element, f"a {element.kind} holds {', '.join(sorted(set(wrong))) or 'words'}"


@rule("held", "items stand in lists, rows and cells in tables", "put a list or a table around it")
def held(file: File) -> Found:
    """Nothing of a list or a table stands elsewhere."""
    for element in file.of_kind(*_HELD):
        holder = element.parent.kind if element.parent else "nothing"
        if holder not in _HELD[element.kind]:
            yield element, f"a {element.kind} stands in a {holder}"


@rule("rows", "the rows of a table are equally long", "give the short row its cells, or a cell its colspan")
def rows(file: File) -> Found:
    """Every row has as many cells as the first, wide and tall ones counted as they reach."""
    for table in file.of_kind("Table"):
        lengths = _lengths([one for one in table.descendants() if one.kind == "TR"])
        if len(set(lengths)) > 1:
            yield table, f"the rows of a table have {min(lengths)} to {max(lengths)} cells"


def _lengths(lines: list[Element]) -> list[int]:
    """How many columns each row covers."""
    lengths = [0] * len(lines)
    for number, line in enumerate(lines):
        for cell in line.kids:
            for reached in range(int(cell.attribute("/RowSpan") or 1)):
                if number + reached < len(lengths):
                    lengths[number + reached] += int(cell.attribute("/ColSpan") or 1)
    return lengths


@rule("scope", "a heading of a table says what it heads", "give the heading its `scope`: col or row")
def scope(file: File) -> Found:
    """Every TH has a Scope: its column, its row, or both."""
    for element in file.of_kind("TH"):
        if str(element.attribute("/Scope")) not in SCOPES:
            yield element, f"the table heading {file.text(element).strip()!r} does not say what it heads"


@rule("headers", "cells name headings that are there", "let the table begin with `th` cells")
def headers(file: File) -> Found:
    """Every ID in Headers is that of a TH, and every table has a TH."""
    known = {str(one.obj.ID) for one in file.of_kind("TH") if "/ID" in one.obj}
    for element in file.of_kind("TD"):
        for name in element.attribute("/Headers") or Array():
            if str(name) not in known:
                yield element, f"a cell names the heading {str(name)!r}, which is not there"
    for table in file.of_kind("Table"):
        if not any(one.kind == "TH" for one in table.descendants()):
            yield table, "a table has no headings"


@rule("described", "every picture says what it shows", "give the picture an `alt`, empty where it is only to be seen")
def described(file: File) -> Found:
    """Every Figure and Formula has Alt."""
    for element in file.of_kind("Figure", "Formula"):
        if not str(element.obj.get("/Alt", "")).strip():
            yield element, "a picture does not say what it shows"


@rule(
    "hidden-words", "no words stand in a picture, whose description is read in their place",
    "put the caption beside the picture, not within it",
)  # fmt: skip
def hidden_words(file: File) -> Found:
    """No Figure holds elements: captions stand beside it."""
    for element in file.of_kind("Figure"):
        if element.kids:
            yield element, f"the words {file.text(element).strip()!r} stand in a picture and are not read"


@rule("description", "a description is a sentence or two, and no file name", "say in a sentence what the picture shows")
def description(file: File) -> Found:
    """No Alt is the name of a file, or longer than anyone would listen to."""
    for element in file.elements:
        told = str(element.obj.get("/Alt", ""))
        if _FILE_NAME.fullmatch(told.strip()) or len(told) > LONGEST:
            yield element, f"{told[:40]!r} is a file name, or longer than {LONGEST} letters"


@rule("box", "every picture says where it is, on its page", "let the picture stand on its page, at least in part")
def box(file: File) -> Found:
    """Every Figure has a BBox that lies within its page."""
    for element in file.of_kind("Figure"):
        edges = [float(edge) for edge in element.attribute("/BBox") or Array()]
        if element.page is None or len(edges) != 4 or not _lies_in(edges, file, element.page):
            yield element, "a picture does not say where it is, or not on its page"


def _lies_in(edges: list[float], file: File, page: int) -> bool:
    left, foot, right, top = (float(edge) for edge in file.pdf.pages[page].mediabox)
    return left - 1 <= edges[0] < edges[2] <= right + 1 and foot - 1 <= edges[1] < edges[3] <= top + 1


@rule("link", "a link in the tree can be followed", "give the link words and an address")
def link(file: File) -> Found:
    """Every Link has an annotation of a link, and words or a picture."""
    for element in file.of_kind("Link"):
        if not element.links or any(one.get("/Subtype") != "/Link" for one in element.links):
            yield element, f"the link {file.text(element).strip()!r} cannot be followed"
        if not any(one.marks for one in element.descendants()):
            yield element, "a link has no words"


@rule(
    "annotation", "every annotation stands in the tree where it says it does",
    "let the link have a box of its own on the page",
)  # fmt: skip
def annotation(file: File) -> Found:
    """StructParent of each annotation leads to the element that holds it: a link to a Link."""
    holders = {one.objgen: element for element in file.elements for one in element.links}
    ways = parent_tree(file)
    for page in file.pages:
        for one in page.annotations:
            holder, way = holders.get(one.objgen), ways.get(int(one.get("/StructParent", -1)))
            if holder is None or not isinstance(way, Dictionary) or way.objgen != holder.obj.objgen:
                yield page, "an annotation is not in the tree, or not where it says"
            elif one.get("/Subtype") == "/Link" and holder.kind != "Link":
                yield page, f"a link stands in a {holder.kind}"


def parent_tree(file: File) -> dict[int, Object]:
    """The way back from pages and annotations to the elements that hold them."""
    tree = file.root.get("/StructTreeRoot", Dictionary()).get("/ParentTree")
    return dict(NumberTree(tree).items()) if tree is not None else {}


@rule("annotation-words", "every annotation says what it is", "let links.py write its Contents")
def annotation_words(file: File) -> Found:
    """Every annotation has Contents."""
    for page in file.pages:
        for one in page.annotations:
            if not str(one.get("/Contents", "")).strip():
                yield page, "an annotation does not say what it is"


@rule("destination", "every link leads somewhere", "correct the address in the template, or give the place its id")
def destination(file: File) -> Found:
    """Links within the file lead to places that are there."""
    names = _names(file)
    for page in file.pages:
        for one in page.annotations:
            if "/Dest" in one and str(one.Dest) not in names or "/Dest" not in one and "/A" not in one:
                yield page, f"a link leads to {str(one.get('/Dest', ''))!r}, which is not there"


def _names(file: File) -> set[str]:
    """The names of all places in the file."""
    tree = file.root.get("/Names", Dictionary()).get("/Dests")
    return set(NameTree(tree)) if tree is not None else set()
