"""Modules: each part of the book laid out alone, its folios known from the plan.

A module is one WeasyPrint document of its part's pages and no others. Long
documents have been cut short in silence; a module that comes out with a page
too few or too many stops the build. Modules are written uncompressed: the
streams are compressed once, when the whole file is written. Only long parts,
laid out in sheaves, are compressed at once, for the room that they take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from markupsafe import Markup

from showcase.book.book import Book
from showcase.book.drafts import Draft, drafts
from showcase.book.english import untold
from showcase.book.laid import Anchor, Laid, Module
from showcase.book.limited import TooLong, within
from showcase.book.lines import Flaw
from showcase.book.making import AnyModule, Maker, made
from showcase.book.measure import Overrun, overruns
from showcase.book.photographs import Placed
from showcase.book.plan import Part
from showcase.book.problems import flawed, overset, overset_messages
from showcase.book.sheaves import bound, compressed, sheaves
from showcase.book.stationery import NotKept
from showcase.book.tags.tree import Node
from showcase.book.typesetting import TypesettingError
from showcase.problems import ContentErrors, Problem

POINTS_PER_PIXEL = 0.75
SECONDS = 300.0
"""In which a part is laid out that takes a second or two: what is not by then has no end."""
UNENDING = "its pages are not laid out after minutes. Take out what was added to it last, and build again."


class _Sheaf(NamedTuple):
    """Some pages of a part: how many, their PDF and tree, the places in them, what runs over."""

    pages: int
    pdf: bytes
    tree: Node
    anchors: dict[str, Anchor]
    over: list[Overrun]


def make_modules(
    book: Book, parts: Sequence[Part], make: Maker[AnyModule], done: Callable[[Laid], None] = lambda _module: None,
) -> list[AnyModule]:  # fmt: skip
    """Every part as a module, in order. `done` is called with each as it is finished.

    `make` makes one, and is called in other processes: what it gives back is held until the file is made.

    Raises ContentErrors with the overruns of all spreads at once.
    """
    modules = []
    for module in made(book, parts, make):
        done(module)
        modules.append(module)
    modules.sort(key=lambda module: module.part.first)
    problems = [problem for module in modules for problem in module.problems]
    if problems:
        raise ContentErrors(problems)
    return modules


def make_module(book: Book, part: Part, only_kept: bool = False) -> Module | None:
    """One part laid out, or as it was laid out before of the very same; with `only_kept`, only that or nothing.

    Raises TypesettingError when its pages are not those of the plan, or are not laid out in SECONDS.
    """
    book.stationery.used.clear()
    with book.stationery.keeping_to(only_kept):
        made = (_made(book, draft) for draft in drafts(book, part))
        try:
            with within(SECONDS):
                return next((module for module in made if module is not None), None)
        except NotKept:
            return None
        except TooLong:
            raise TypesettingError(f"{part.key}: {UNENDING}") from None


def _made(book: Book, draft: Draft) -> Module | None:
    """A draft as a module; None where it will not do, or was not laid out before and is not to be now."""
    stationery, (part, pages, spread, found, _is_measured) = book.stationery, draft
    key = stationery.key(pages.html, pages.assets, f"module of {part.pages} pages")
    told = {
        "part": part,
        "key": key,
        "photographs": tuple(one for one in pages.assets.values() if isinstance(one, Placed)),
        "pattern": f"{spread.pattern}/{spread.set_in}" if spread else "",
        "untold": tuple(untold(stationery.document(pages.html))) if book.edition == "hi" else (),
        "templates": tuple(sorted(stationery.used)),
    }
    kept = stationery.cache.get(key)
    if kept is not None and not found:
        return Module(packed=kept, is_new=False, **told)
    if stationery.only_kept or (laid_out := _laid_out(book, draft)) is None:
        return None
    pdf, anchors, tree, further = laid_out
    problems = _problems(book, part, [*found, *further])
    module = Module.of(pdf, anchors, tree, problems=problems, **told)
    if not problems:
        stationery.cache.put(key, module.packed)
    return module


def _laid_out(book: Book, draft: Draft) -> tuple[bytes, dict[str, Anchor], Node, list[Overrun]] | None:
    """The pages as PDF, the places in them that links lead to, their tree, what runs over; None if they won't do."""
    part, spread = draft.part, draft.spread
    tried = spread.rules.above | spread.rules.below if spread else ()  # what runs over there is found already
    written = sheaves(draft.pages.html)
    laid_out = [_sheaf(book, draft, html, is_one_of_many=len(written) > 1) for html in written]
    if None in laid_out:
        return None
    firsts = list(accumulate((one.pages for one in laid_out), initial=0))
    if firsts[-1] != part.pages:
        raise TypesettingError(f"{part.key}: {firsts[-1]} pages came out where the plan has {part.pages}")
    anchors = {
        name: replace(place, page=first + place.page)
        for first, sheaf in zip(firsts, laid_out, strict=False) for name, place in sheaf.anchors.items()
    }  # fmt: skip
    pdf, tree = bound([(one.pages, one.pdf, one.tree) for one in laid_out])
    return pdf, anchors, tree, [one for sheaf in laid_out for one in sheaf.over if one.box not in tried]


def _sheaf(book: Book, draft: Draft, html: Markup, is_one_of_many: bool) -> _Sheaf | None:
    """Some pages of a part laid out and written. What WeasyPrint knows of them is let go: it takes most of the room."""
    written = book.stationery.write(html, draft.pages.assets, draft.part.key, draft.will_do)
    if written is None:
        return None
    document, pdf, tree = written
    anchors = {
        name: Anchor(number, x * POINTS_PER_PIXEL, (page.height - y) * POINTS_PER_PIXEL)
        for number, page in enumerate(document.pages)
        for name, (x, y) in _corners(page.anchors)
    }
    over = [one for page in document.pages for one in overruns(page)]
    return _Sheaf(len(document.pages), compressed(pdf) if is_one_of_many else pdf, tree, anchors, over)


def _problems(book: Book, part: Part, found: Sequence[Overrun | Flaw]) -> tuple[Problem, ...]:
    """What does not fit, as problems of the profile. A page of our own that runs over stops at once."""
    over = [one for one in found if isinstance(one, Overrun)]
    flaws = [one for one in found if isinstance(one, Flaw)]
    if part.kind == "messages":
        names = {one.stem: one.facts.name for one in book.catalogue.messages}
        return tuple(overset_messages(book.stationery.root, names, book.stationery.settings, over))
    if over and part.kind != "startup":
        boxes = ", ".join(one.box for one in over)
        raise TypesettingError(f"{part.key}: the words overrun their place ({boxes})")
    slug, stationery = part.subject, book.stationery
    told = overset(stationery.root, slug, part.title, stationery.settings, over)
    return (*told, *flawed(stationery.root, slug, part.title, flaws))


def _corners(anchors: dict) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each anchor with its upper left corner."""
    for name, place in anchors.items():
        yield name, (place[0], place[1])
