"""Rules on the content of pages, and on the way between it and the tree."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from pikepdf import Array, Name

from showcase.book.ua.checking import Found, rule
from showcase.book.ua.parts import parent_tree
from showcase.book.ua.reading import NOWHERE, File


@rule("tab-order", "the tabulator follows the tree", "let tags/structure.py set Tabs to S")
def tab_order(file: File) -> Found:
    """Every page has Tabs S."""
    for page in file.pages:
        if page.obj.get("/Tabs") != Name.S:
            yield page, "the tabulator does not follow the tree"


@rule("balanced", "every mark that is opened is closed", "see tags/marks.py, which opens and closes marks")
def balanced(file: File) -> Found:
    """Marked content on each page begins and ends."""
    for page in file.pages:
        if page.content.unbalanced:
            yield page, "marked content is opened and never closed, or closed and never opened"


@rule(
    "painted", "everything that is painted is tagged, or an artefact",
    "give it an element that has a tag, or `aria-hidden` where it is only to be seen",
)  # fmt: skip
def painted(file: File) -> Found:
    """No operator paints outside marked content."""
    for page in file.pages:
        if page.content.unmarked:
            counted = Counter(page.content.unmarked)
            told = ", ".join(f"{name} {count} times" for name, count in sorted(counted.items()))
            yield page, f"something is painted that is neither tagged nor an artefact ({told})"


@rule(
    "nested", "artefacts and tagged content do not stand in each other",
    "take `aria-hidden` or the role from the inner element, or give it to the outer one",
)  # fmt: skip
def nested(file: File) -> Found:
    """Neither an artefact in tagged content nor the reverse."""
    for page in file.pages:
        for said in dict.fromkeys(page.content.nested):
            yield page, said


@rule(
    "marks", "all tagged content is in the tree, once",
    "see tags/marks.py, which numbers marks and notes their elements",
)  # fmt: skip
def marks(file: File) -> Found:
    """The marks of a page are those that elements hold, each held by one."""
    held = Counter(mark for element in file.elements for mark in element.marks)
    for page in file.pages:
        there = set(page.content.marks)
        told = {mcid for number, mcid in held if number == page.number}
        if there != told or len(there) != len(page.content.marks):
            wrong = ", ".join(map(str, sorted(there ^ told))) or "some twice"
            yield page, f"tagged content and tree do not agree on the marks {wrong}"
    for (number, mcid), count in held.items():
        if count > 1 or number == NOWHERE:
            yield None, f"the mark {mcid} is held by {count} elements, or names no page"


@rule(
    "ways-back", "every mark knows the element that holds it",
    "see tags/structure.py, which writes the parents' tree",
)  # fmt: skip
def ways_back(file: File) -> Found:
    """The parents' tree leads from each mark to the element that holds it."""
    ways = parent_tree(file)
    for element in file.elements:
        for number, mcid in element.marks:
            if number == NOWHERE:
                continue
            way = ways.get(int(file.pages[number].obj.get("/StructParents", -1)), Array())
            if not isinstance(way, Array) or mcid >= len(way) or way[mcid].objgen != element.obj.objgen:
                yield element, f"the mark {mcid} does not lead back to the {element.kind} that holds it"


@rule(
    "order", "pages are painted in the order of the tree",
    "move the element in the template, or give what is read later `position: relative`",
)  # fmt: skip
def order(file: File) -> Found:
    """On each page words come in the order of the tree: for readers that ignore tags."""
    read_on = _read(file)
    for page in file.pages:
        places = {mcid: place for place, mcid in enumerate(page.content.marks)}
        read = [mcid for mcid in read_on[page.number] if mcid in places]
        early = next((pair for pair in pairwise(read) if places[pair[1]] < places[pair[0]]), None)
        if early:
            first, then = (page.content.texts[mcid].strip() for mcid in early)
            yield page, f"{then!r} is read after {first!r} and painted before it"


def _read(file: File) -> dict[int, list[int]]:
    """The marks of words on each page as they are read; pictures lie below words and are painted first."""
    read: dict[int, list[int]] = defaultdict(list)
    for element, (number, mcid) in (one for top in file.tops for one in top.read()):
        if element.kind != "Figure":
            read[number].append(mcid)
    return read
