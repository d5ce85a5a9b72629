"""The first pages and the last: what they promise, how they are read, in what they are set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from baselines import TEXT_BASELINE, baselines
from books import module_of
from markupsafe import Markup
from test_book_limits import book_of, firm
from world import ROOT

from showcase import catalogue
from showcase.book import colophon, front, imprint
from showcase.book.book import Book
from showcase.book.language import Edition
from showcase.book.stationery import Stationery
from showcase.book.wording import filled, paragraph, sentence
from showcase.typography import NBSP

GRID, POINTS = 15.5, 72 / 25.4


@pytest.fixture(scope="module")
def book() -> Book:
    return real("bilingual")


def real(edition: Edition) -> Book:
    return Book(catalogue.load(ROOT), Stationery.of(ROOT, edition))


def html(book: Book, kind: str) -> str:
    maker = {"imprint": imprint.imprint, "colophon": colophon.colophon, "contents": front.contents}[kind]
    return maker(book, book.plan.by_key[kind]).html


def test_how_to_read_a_spread_names_pages_that_are_there(book: Book) -> None:
    page = html(book, "imprint")
    for key in ("sources", "how"):
        assert f'<a href="goto:part/{key}">{book.plan.by_key[key].folio}</a>' in page
    assert f"told in {len(book.catalogue.vocabulary.stages)} steps" in page


def test_the_frontispiece_is_told_in_the_order_of_its_bands(book: Book) -> None:
    fields = [shelf.name for shelf in book.catalogue.families()]
    assert f"from left to right: {', '.join(fields)}. Drawn for this book." in html(book, "imprint")


@pytest.mark.parametrize("key", ["half-title", "title", "imprint", "contents", "pictures", "colophon", "back-cover"])
def test_the_hindi_edition_needs_no_english_there(key: str) -> None:
    hindi = real("hi")
    assert module_of(hindi, hindi.plan.by_key[key]).untold == ()


@pytest.mark.parametrize(("edition", "languages"), [("bilingual", 2), ("en", 1), ("hi", 1)])
def test_the_colophon_stands_in_each_language_of_the_edition(edition: Edition, languages: int) -> None:
    page = html(real(edition), "colophon")
    assert page.count('<div class="told"') == languages
    assert ("One line runs through this book" in page) == (edition != "hi")
    assert ("एक ही रेखा चलती है" in page) == (edition != "en")


HEADED = {
    "imprint": ("imprint", "licences", "verified", "frontispiece", "reading-edition", "how-to-read",
                *(f"read-{key}" for key in imprint.KEYS)),
    "contents": ("innovators", "innovations", "states-and-uts", "sources"),
    "colophon": ("trim", "picture-ledger", "paper", "paper-note"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HEADED)
def test_the_bilingual_edition_has_the_hindi_beside_its_headings_and_notes(book: Book, kind: str) -> None:
    page = html(book, kind)
    assert [key for key in HEADED[kind] if book.words(key, "hi") not in page] == []


def test_the_imprint_says_in_both_languages_whose_work_it_is(book: Book) -> None:
    site, page = book.catalogue.site, html(book, "imprint").replace(NBSP, " ")
    for note in (site.owner.note, site.licence_note, site.contact.note,
                 site.owner.note_hi, site.licence_note_hi, site.contact.note_hi):  # fmt: skip
        assert f">{note}</p>" in page
    assert f"बाएँ से दाएँ: {', '.join(shelf.name_hi for shelf in book.catalogue.families())}।" in page
    assert "<p lang=\"hi\">22 नवंबर 2026</p>" in page


@pytest.mark.parametrize("settled", [True, False])
def test_the_colophon_names_a_paper_that_is_settled_and_no_other(book: Book, settled: bool) -> None:
    press = book.stationery.settings.press["offset-case"]
    press = press.model_copy(update={"paper": press.paper.model_copy(update={"settled": settled})})
    printed = book.printed(press, book.fillers)
    page = html(printed, "colophon")
    assert (press.paper.name in page, press.paper.name_hi in page) == (settled, settled)
    assert book.words("binding-case") in page


def test_the_colophon_shows_each_typeface_in_itself(book: Book) -> None:
    found = re.findall(r"font-family:'(Horizon [a-z-]+)'[^>]*>([^<]+)</span></p><p class=\"label\">([^<]+)<", html(book, "colophon"))
    assert found == [
        ("Horizon serif-extralight", "Aa", "Source Serif"), ("Horizon sans-light", "Aa", "Source Sans"),
        ("Horizon devanagari-regular", "अक", "FiraGO"), ("Horizon devanagari-light", "अक", "Noto Serif Devanagari"),
    ]  # fmt: skip
    assert found == [(one.family, one.letters, one.name) for one in colophon.typefaces(book)]


@pytest.mark.parametrize(("kind", "number"), [("imprint", 1), ("colophon", 0)])
def test_words_that_are_read_stand_on_the_grid(book: Book, kind: str, number: int) -> None:
    page = book.stationery.lay_out(html(book, kind), {}, kind).pages[number]
    settings = book.stationery.settings
    first = settings.top * POINTS + TEXT_BASELINE
    above = [at for _name, at in baselines(page) if at < settings.horizon * POINTS]
    assert len(above) > 15
    # Hindi is a point larger than English, and stands a third of a point lower in its line.
    assert [at for at in above if abs((at - first) / GRID - round((at - first) / GRID)) * GRID > 0.4] == []


def test_days_of_checking_are_one_day_or_the_first_and_the_last(tmp_path: Path) -> None:
    later = (("verified_on: 2026-11-22", "verified_on: 2026-11-20"),)
    one = book_of(tmp_path / "one", dict([firm(0)]))
    two = book_of(tmp_path / "two", dict([firm(0), firm(1, *later)]))
    assert "<p>22 November 2026</p>" in html(one, "imprint")
    assert "<p>20 November 2026 – 22 November 2026</p>" in html(two, "imprint")


def test_a_string_is_filled_with_what_it_asks_for() -> None:
    assert filled("{n} plates & {faces}", n=3, faces=Markup("<b>Serif</b>")) == "3 plates &amp; <b>Serif</b>"
    with pytest.raises(KeyError, match="faces"):
        filled("{n} plates, {faces}", n=3)


def test_a_paragraph_ends_in_no_short_word_alone() -> None:
    assert paragraph("It lists its sources in full.") == f"<p>It lists its sources in{NBSP}full.</p>"


@pytest.mark.parametrize(
    ("text", "set_as"), [("Sold", "Sold."), ("Sold!", "Sold!"), ("बिक गया", "बिक गया।"), ("बिक गया।", "बिक गया।")]
)
def test_a_sentence_ends_as_its_language_does(text: str, set_as: str) -> None:
    assert sentence(text) == set_as
