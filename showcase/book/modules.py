"""Modules: each part of the book laid out alone, its folios known from the plan.

A module is a WeasyPrint document of its part's pages and no others, or one for
each sheaf of a long part. Long documents have been cut short in silence; one
that comes out with a page too few or too many stops the build. Modules are
written uncompressed: the streams are compressed once, when the whole file is
written. Only sheaves of long parts are compressed at once, for the room that
they take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup
from weasyprint.document import Document

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
from showcase.book.sheaves import Sheaf, compressed, miscounted
from showcase.book.stationery import NotKept, Stationery
from showcase.book.typesetting import SCHEME, Asset, TypesettingError, Written
from showcase.problems import ContentErrors, Problem

POINTS_PER_PIXEL = 0.75
SECONDS = 300.0
"""In which a part is laid out that takes a second or two: what is not by then has no end."""
UNENDING = "its pages are not laid out after minutes. Take out what was added to it last, and build again."


def make_modules(
    book: Book, parts: Sequence[Part], make: Maker[AnyModule], done: Callable[[Laid], None] = lambda _module: None,
) -> list[AnyModule]:  # fmt: skip
    """Every part as a module, in order. `done` is called with each as it is finished.

    `make` makes a sheaf, and is called in other processes: what it gives back is held until the file is made.

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


def make_sheaf(book: Book, sheaf: Sheaf, only_kept: bool = False) -> Module | None:
    """Pages laid out, or as they were laid out before of the very same; with `only_kept`, only that or nothing.

    Raises TypesettingError when they are not those of the plan, or are not laid out in SECONDS.
    """
    book.stationery.used.clear()
    with book.stationery.keeping_to(only_kept):
        made = (_made(book, sheaf, draft) for draft in drafts(book, sheaf.part))
        try:
            with within(SECONDS):
                return next((module for module in made if module is not None), None)
        except NotKept:
            return None
        except TooLong:
            raise TypesettingError(f"{sheaf.part.key}: {UNENDING}") from None


def _made(book: Book, sheaf: Sheaf, draft: Draft) -> Module | None:
    """Pages of a draft as a module; None where they will not do, or were not laid out before and are not to be now."""
    stationery, pages = book.stationery, draft.pages
    html = sheaf.of(pages.html)
    shown = {name: one for name, one in pages.assets.items() if f"{SCHEME}{name}" in html}
    key = stationery.key(html, shown, f"module of {sheaf.pages} pages")
    told = {**_told(book, draft, html, shown), "key": key}
    kept = stationery.cache.get(key)
    if kept is not None and not draft.found:
        return Module(packed=(kept,), is_new=False, **told)
    if stationery.only_kept or (written := _written(stationery, sheaf, draft, html, shown)) is None:
        return None
    problems = _problems(book, draft.part, [*draft.found, *_over(written.document, draft)])
    pdf = written.pdf if sheaf.is_whole else compressed(written.pdf)
    module = Module.of(sheaf.pages, pdf, _anchors(written.document), written.tree, problems=problems, **told)
    if not problems:
        stationery.cache.put(key, *module.packed)
    return module


def _told(book: Book, draft: Draft, html: Markup, shown: Mapping[str, Asset]) -> dict[str, Any]:
    """What is told of pages beside themselves, as Laid holds it."""
    spread, stationery = draft.spread, book.stationery
    return {
        "part": draft.part,
        "photographs": tuple(one for one in shown.values() if isinstance(one, Placed)),
        "pattern": f"{spread.pattern}/{spread.set_in}" if spread else "",
        "untold": tuple(untold(stationery.document(html))) if book.edition == "hi" else (),
        "templates": tuple(sorted(stationery.used)),
    }


def _written(
    stationery: Stationery, sheaf: Sheaf, draft: Draft, html: Markup, shown: Mapping[str, Asset]
) -> Written | None:
    """Pages laid out and written; None where they will not do as they are."""
    written = stationery.write(html, shown, draft.part.key, draft.will_do)
    if written and (pages := len(written.document.pages)) != sheaf.pages:
        raise TypesettingError(miscounted(draft.part.key, pages, sheaf.pages))
    return written


def _over(document: Document, draft: Draft) -> list[Overrun]:
    """What runs over on laid-out pages and was not found before."""
    tried = draft.spread.rules.above | draft.spread.rules.below if draft.spread else ()
    return [one for page in document.pages for one in overruns(page) if one.box not in tried]


def _anchors(document: Document) -> dict[str, Anchor]:
    """The places on laid-out pages that links lead to."""
    return {
        name: Anchor(number, x * POINTS_PER_PIXEL, (page.height - y) * POINTS_PER_PIXEL)
        for number, page in enumerate(document.pages)
        for name, (x, y) in _corners(page.anchors)
    }


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
