"""Links: where each leads once every page has its place, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from showcase.book.laid import Module
from showcase.book.plan import Plan
from showcase.book.typesetting import TypesettingError
from showcase.book.wording import GOTO, HINDI, SOURCE
from showcase.typography import completed

Words = Callable[[str], str]
"""An interface string by its key, in the book's language."""


class Telling(NamedTuple):
    """What is known to say of links: the plan, the edition's words and the Hindi ones, sources by their addresses."""

    plan: Plan
    words: Words
    hindi: Words
    sources: Mapping[str, str] = {}


class Place(NamedTuple):
    """Where a link leads: a page of the file from 0, the same page in the plan from 1, points from its corner."""

    page: int
    planned: int
    x: float
    y: float


def places(modules: Iterable[Module]) -> dict[str, Place]:
    """Every named place of the modules, which follow one another in the file."""
    found, first = {}, 0
    for module in modules:
        for name, anchor in module.anchors.items():
            planned = module.part.first + anchor.page
            found[name] = Place(first + anchor.page, planned, round(anchor.x, 2), round(anchor.y, 2))
        first += module.part.pages
    return found


def join_links(pdf: Pdf, known: Mapping[str, Place], telling: Telling, must_lead: bool) -> None:
    """Turns the links that pages write as addresses within the book into its destinations, and describes all.

    A link to a place that is not there is left out; where it `must_lead`, TypesettingError is raised.
    """
    for page in pdf.pages:
        links = page.obj.get("/Annots", [])
        kept = [link for link in links if _joined(link, known, telling, must_lead)]
        if links:
            page.obj.Annots = Array(kept)
    _name(pdf, known)


def _joined(link: Object, known: Mapping[str, Place], telling: Telling, must_lead: bool) -> bool:
    """Whether a link leads somewhere, after it has been joined to its place."""
    left, foot, right, top = map(float, link.Rect)
    link.Rect = Array([left, min(foot, top), right, max(foot, top)])
    address = str(link.A.URI)
    if not address.startswith(GOTO):
        link.Contents = String(telling.sources.get(address, address))
        return True
    name = address.removeprefix(GOTO).removesuffix(HINDI)
    if name not in known:
        if must_lead:
            raise TypesettingError(f"a link in the book leads to {name}, which is not in it")
        return False
    del link["/A"]
    link.Dest = String(name)
    link.Contents = String(description(name, known[name].planned, telling, in_hindi=address.endswith(HINDI)))
    return True


def description(name: str, page: int, telling: Telling, in_hindi: bool) -> str:
    """What a reader hears of a link to a place on a page of the plan: "Page 22: QNu Labs", "Source 3, page 85"."""
    words, part = telling.hindi if in_hindi else telling.words, telling.plan.part_at(page)
    told = completed(words("page-n"), n=telling.plan.label(page))
    if name.startswith(SOURCE):
        return f"{words('source')} {name.rpartition('/')[2]}, {told}"
    return f"{told[0].upper()}{told[1:]}: {in_hindi and part.title_hi or part.title}"


def _name(pdf: Pdf, known: Mapping[str, Place]) -> None:
    """Writes the destinations under their names."""
    tree = NameTree.new(pdf)
    for name, place in sorted(known.items()):
        page = pdf.pages[place.page].obj
        tree[name] = pdf.make_indirect(Array([page, Name.XYZ, place.x, place.y, None]))
    pdf.Root.Names = Dictionary(Dests=tree.obj)
