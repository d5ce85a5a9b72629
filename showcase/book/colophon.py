"""The colophon: how the book is made, in what type, with which pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from showcase.book.book import Book, Pages
from showcase.book.facts import Row, Words
from showcase.book.palette import colours
from showcase.book.plan import Part
from showcase.book.wording import filled, paragraph, part_name
from showcase.model.dates import Language

PARAGRAPHS = ("colophon-line", "colophon-plates", "colophon-type")
LETTERS = {True: "अक", False: "Aa"}
"""The specimen of a typeface, by whether it is there for Devanagari."""


class Typeface(NamedTuple):
    """A typeface of the book: its family in style sheets, and letters to know it by."""

    name: str
    licence: str
    family: str
    letters: str
    devanagari: bool


def colophon(book: Book, part: Part) -> Pages:
    """How the book is made, and the blank inside of the back cover."""
    settings = book.stationery.settings
    html = book.stationery.page(
        "colophon", site=book.catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), faces=typefaces(book),
        rows=list(_rows(book, "en")), rows_hi=list(_rows(book, "hi")) if book.edition == "bilingual" else [],
        told=_told(book, "en"), told_hi=_told(book, "hi"),
        limit=settings.foot_of_facts, story_limit=settings.foot_of_story,
    )  # fmt: skip
    return Pages(html, {})


def typefaces(book: Book) -> list[Typeface]:
    """The typefaces of the book, each once."""
    faces: dict[str, Typeface] = {}
    for file in book.stationery.fonts:
        one = file.face
        hindi = one.is_devanagari
        faces.setdefault(one.typeface, Typeface(one.typeface, one.licence, one.book_family, LETTERS[hindi], hindi))
    return list(faces.values())


def _told(book: Book, language: Language) -> list[Markup]:
    """The paragraphs, in the edition's language or, with "hi", in the Hindi beside it."""
    settings = book.stationery.settings
    serif, sans, *devanagari = (
        Markup('<span translate="no" lang="en">{}</span>').format(one.name) for one in typefaces(book)
    )
    both = Markup(" {} ").format(book.words("and", language)).join(devanagari)
    values = {"horizon": settings.horizon, "grid": settings.grid, "serif": serif, "sans": sans, "devanagari": both}
    texts = (book.words(key, language) for key in PARAGRAPHS)
    return [paragraph(filled(text, **values)) for text in texts if text]


def _rows(book: Book, language: Language) -> Iterator[Row]:
    """What is told in a line each, in the edition's language or, with "hi", in the Hindi beside it."""
    words = partial(book.words, language=language)
    trim, press = book.stationery.settings.trim, book.press
    size = {"width": f"{trim.width:g}", "height": f"{trim.height:g}"}
    pages = {"n": len(book.plan.block) if press else book.plan.pages}
    yield Row(words("trim"), filled(words("trim-note-printed" if press else "trim-note"), **size, **pages))
    yield Row(words("picture-ledger"), _pictures(book, words))
    if press is None:
        yield Row(words("paper"), escape(words("paper-note")))
        return
    if press.paper.settled:
        paper = ("hi" in (book.edition, language) and press.paper.name_hi) or press.paper.name
        yield Row(words("paper"), filled(words("paper-note-printed"), name=paper, weight=f"{press.paper.gsm:g}"))
    yield Row(words("binding"), escape(words(f"binding-{press.binding}")))


def _pictures(book: Book, words: Words) -> Markup:
    """How many plates and photographs the book shows: those of the ledger, and plates that fill up a signature."""
    photographs = book.ledger.photographs
    told = [filled(words("count-plates"), n=book.ledger.plates + len(book.fillers.plates))]
    if photographs:
        told.append(filled(words(f"count-photographs-{'one' if photographs == 1 else 'many'}"), n=photographs))
    return Markup(", ").join(told)
