"""The indexes: who stands where in which language, on which page, and how they grow."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from baselines import POINTS_PER_PIXEL, baselines
from books import module_of
from markupsafe import Markup
from test_book_limits import firm
from world import PROFILE, ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book import indexes
from showcase.book.book import Book
from showcase.book.drafts import MAKERS
from showcase.book.flow import led
from showcase.book.language import EDITIONS
from showcase.book.measure import marked
from showcase.book.plan import Lengths, make_plan
from showcase.book.running import Running
from showcase.book.settings import load_words
from showcase.book.stationery import Stationery

DAY = date(2026, 11, 22)
TORCH = profile(
    ("id: lantern-works", "id: torch-house"), ("name: Lantern Works", "name: Torch House"),
    ("name_hi: लैंटर्न वर्क्स", "name_hi: टॉर्च हाउस"), ("summary: Lantern Works", "summary: Torch House"),
    ("[unmanned-marine-systems]", "[unmanned-marine-systems, space-systems]"),
    ("status: published", "aliases: [Torch Home, Agni Lamps]\nstatus: published"),
    ("programme: disc, edition: disc-7,", "programme: idex,"),
    ("headline: A lamp", "headline: Among satellites a lamp"),
)  # fmt: skip
GRID = 13.0
"""Points between the lines of the indexes."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two startups of one technology; one of them has a second, other names, and no edition."""
    files = {"startups/lantern-works.md": PROFILE, "startups/torch-house.md": TORCH}
    root = make_world(tmp_path_factory.mktemp("indexed"), files)
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    return root


def book_of(root: Path, edition: str = "bilingual") -> Book:
    return Book(catalogue.load(root, today=DAY), Stationery.of(root, edition))


def rows(book: Book, language: str) -> list[str]:
    """The rows of an index as they are read, headings among them, in their order."""
    return [text(row) for row in book.entries(f"index-{language}").values()]


def text(row: str) -> str:
    return " ".join(Markup(re.sub(r"<p class=\"under\"", " | <p", row)).striptags().split())


def test_the_english_index_has_every_row_in_its_place(world: Path) -> None:
    book = book_of(world, "en")
    lamp, torch, line = map(book.folio, ("startup/lantern-works", "startup/torch-house", "data/states/maharashtra.yml"))
    assert rows(book, "en") == [
        "Index of startups",
        f"Agni Lamps, see Torch House {torch}",
        f"Lantern Works {lamp}",
        f"Torch House {torch}",
        "Index of technologies",
        "Satellites, see Space systems",
        f"Space systems | Torch House {torch}",
        f"Unmanned marine systems | Lantern Works {lamp}, Torch House {torch}",
        "Index of end users",
        f"Indian Navy | Lantern Works {lamp}, Torch House {torch}",
        "Navy, see Indian Navy",
        "Index of States",
        f"Maharashtra {line} | Lantern Works {lamp}, Torch House {torch}",
        "Index of challenges",
        f"DISC 7 | Lantern Works {lamp}",
        f"iDEX, edition not stated | Torch House {torch}",
    ]


def test_the_hindi_index_stands_in_the_order_of_its_letters_with_english_beside(world: Path) -> None:
    book = book_of(world)
    lamp, torch, line = map(book.folio, ("startup/lantern-works", "startup/torch-house", "data/states/maharashtra.yml"))
    both = f"टॉर्च हाउस {torch}, लैंटर्न वर्क्स {lamp}"
    assert rows(book, "hi") == [
        "स्टार्टअप अनुक्रमणिका",
        f"टॉर्च हाउस Torch House {torch}",
        f"लैंटर्न वर्क्स Lantern Works {lamp}",
        "प्रौद्योगिकी अनुक्रमणिका",
        f"अंतरिक्ष प्रणालियाँ Space systems | टॉर्च हाउस {torch}",
        f"मानवरहित समुद्री प्रणालियाँ Unmanned marine systems | {both}",
        "उपयोगकर्ता अनुक्रमणिका",
        "नौसेना, देखें भारतीय नौसेना",
        f"भारतीय नौसेना Indian Navy | {both}",
        "राज्य अनुक्रमणिका",
        f"महाराष्ट्र Maharashtra {line} | {both}",
        "चुनौती अनुक्रमणिका",
        f"आईडेक्स, संस्करण नहीं बताया गया iDEX | टॉर्च हाउस {torch}",
        f"डिस्क 7 DISC 7 | लैंटर्न वर्क्स {lamp}",
    ]


def test_an_edition_of_one_language_has_its_index_alone(world: Path) -> None:
    english, hindi = (book_of(world, edition) for edition in ("en", "hi"))
    assert [name for name in english.running.kinds if name.startswith("index")] == ["index-en"]
    assert [name for name in hindi.running.kinds if name.startswith("index")] == ["index-hi"]
    assert not re.search("[\u0900-\u097f]", " ".join(rows(english, "en")))
    assert rows(hindi, "hi")[:3] == ["स्टार्टअप अनुक्रमणिका", *(
        f"{name} {hindi.folio(f'startup/{slug}')}"
        for slug, name in (("torch-house", "टॉर्च हाउस"), ("lantern-works", "लैंटर्न वर्क्स"))
    )]  # fmt: skip


def test_each_language_keeps_to_its_own_side(world: Path) -> None:
    book = book_of(world)
    assert {one.box.page % 2 for one in book.running.filled("index-en")} == {0}
    assert {one.box.page % 2 for one in book.running.filled("index-hi")} == {1}
    assert {one.box.page for one in book_of(world, "hi").running.filled("index-hi")} == {0, 1}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_row_of_the_real_indexes_leads_to_the_page_it_gives(edition: str) -> None:
    book = book_of(ROOT, edition)
    places = {part.key: part.folio for part in book.plan.parts} | laid_out(book, "states") | laid_out(book, "index")
    lists = [book.entries(name) for name, kind in book.running.kinds.items() if kind.part == "index"]
    asked = {link for rows in lists for row in rows.values() for link in links(row)}
    given = {(place, folio) for place, folio in asked if folio}
    assert len(given) == len(book.catalogue.published) + len(book.catalogue.states())
    assert [(place, folio) for place, folio in given if int(folio) != places[place]] == []
    assert len(asked) > len(given)
    assert {place for place, _folio in asked} <= places.keys()


def laid_out(book: Book, key: str) -> dict[str, int]:
    """The places on the finished pages of a part, and the folio of each."""
    part = book.plan.by_key[key]
    return {name: part.folio + anchor.page for name, anchor in module_of(book, part).anchors.items()}


def links(row: str) -> Iterator[tuple[str, str]]:
    """Where each link of a row leads, and the folio it gives; "" where it gives none."""
    for place, inside in re.findall(r'href="goto:([^"#]+)[^"]*">(.*?)</a>', row):
        given = re.search(r'class="(?:n|at)">(\d+)<', inside) or re.fullmatch(r"(\d+)", inside)
        yield place, given[1] if given else ""


def test_every_startup_stands_under_all_it_belongs_to() -> None:
    book = book_of(ROOT)
    listed = book.entries("index-en")
    shelves = [*book.catalogue.technologies(), *book.catalogue.end_users(), *book.catalogue.editions()]
    assert len(shelves) > 20
    for shelf in shelves:
        kind = "challenge" if shelf.kind == "edition" else shelf.kind
        named = re.findall(r'goto:startup/([^"]+)"', listed[f"index-en/{kind}/{shelf.id}"])
        assert sorted(named) == sorted(one.slug for one in shelf.startups)
    bare = book.catalogue.vocabulary.technologies.keys() - {shelf.id for shelf in book.catalogue.technologies()}
    assert bare
    assert [key for key in listed if key.rpartition("/")[2] in bare] == []


def test_the_lines_of_an_index_stand_on_one_grid() -> None:
    book = book_of(ROOT)
    part = book.plan.by_key["index"]
    document = book.stationery.write(MAKERS["index"](book, part).html, {}, "index").document
    settings = book.stationery.settings
    for page in document.pages:
        for css in ("startup", "term", "see", "under"):
            above = [line for name, line in baselines(page) if name == css and line < settings.horizon * 72 / 25.4]
            steps = {round((line - above[0]) / GRID, 2) for line in above}
            assert all(step == round(step) for step in steps), css


@pytest.mark.parametrize("edition", EDITIONS)
def test_columns_side_by_side_begin_on_one_line(edition: str) -> None:
    book = book_of(ROOT, edition)
    pages = MAKERS["index"](book, book.plan.by_key["index"])
    for page in book.stationery.lay_out(pages.html, pages.assets, "index").pages:
        tops: dict[float, list[float]] = {}
        for _name, box in marked(page, "data-box"):
            tops.setdefault(box.position_y, []).append(first_baseline(box))
        assert tops
        assert [lines for lines in tops.values() if max(lines) - min(lines) > 0.1] == []


def first_baseline(box: Any) -> float:
    """The baseline of the first line within a box, in points from the page's top."""
    line = next(one for one in box.descendants() if type(one).__name__ == "LineBox")
    return (line.position_y + line.baseline) * POINTS_PER_PIXEL


def test_an_index_that_goes_on_in_another_row_of_columns_says_so(crowd: Running) -> None:
    rows = crowd.entries("index-en", lambda _key: 1)
    heads = {row.key: row.head for row in led(rows).values()}
    ones = crowd.filled("index-en")
    assert sum(one.box.first for one in ones) > 4
    for one in ones:
        begins = one.keys[0] in heads.values()
        assert one.goes_on == (heads[one.keys[0]] if one.box.first and not begins else "")


def test_what_an_index_says_when_it_goes_on(world: Path) -> None:
    said = {entry.key: text(entry.again) for entry in indexes.entries(book_of(world).catalogue, lambda _key: 1, "hi")}
    assert said["index-hi/index-of-technologies"] == "प्रौद्योगिकी अनुक्रमणिका, जारी"
    assert {key for key, again in said.items() if again} == {key for key in said if "/index-of-" in key}


def test_the_lists_take_as_many_pages_in_every_edition() -> None:
    pages = [[book_of(ROOT, edition).running.pages(part) for part in ("states", "index", "pictures", "sources")]
             for edition in EDITIONS]  # fmt: skip
    assert min(pages[0]) > 0
    assert pages == [pages[0]] * 3


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Running:
    """Two hundred startups, all of one technology, one State and one challenge."""
    root = make_world(tmp_path_factory.mktemp("crowd"), dict(firm(number) for number in range(200)))
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    return book_of(root).running


def test_indexes_of_two_hundred_startups_lose_none(crowd: Running) -> None:
    for name in ("index-en", "index-hi"):
        keys = [key for one in crowd.filled(name) for key in one.keys]
        assert keys == [entry.key for entry in crowd.entries(name, lambda _key: 1)]
        named = [place for entry in crowd.entries(name, lambda _key: 1) for place, _folio in links(entry.html)]
        for startup in crowd.catalogue.published:  # by name, by technology, by end user, by State, by challenge
            assert named.count(f"startup/{startup.slug}") == 5


def test_a_book_of_two_hundred_startups_keeps_its_sides(crowd: Running) -> None:
    pages = crowd.pages("index")
    assert pages > 8
    assert pages % 2 == 0
    assert {one.box.page for one in crowd.filled("index-en")} == set(range(0, pages, 2))
    lengths = Lengths(18, *map(crowd.pages, ("states", "index", "sources")))
    plan = make_plan(crowd.catalogue, lengths)
    assert all(part.first % 2 == 0 for part in plan.parts[1:-1])
    assert plan.by_key["sources"].first == plan.by_key["index"].first + pages


def test_a_name_with_many_startups_goes_on_in_another_piece(crowd: Running) -> None:
    entries = indexes.entries(crowd.catalogue, lambda _key: 888, "en")
    pieces = [entry for entry in entries if entry.key.startswith("index-en/state/maharashtra")]
    counts = [entry.html.count("goto:startup/") for entry in pieces]
    assert (sum(counts), max(counts), counts[-1]) == (200, indexes.TOGETHER, 200 % indexes.TOGETHER)
    assert all(entry.html.endswith(",</p>") for entry in pieces[:-1])
    assert not pieces[-1].html.endswith(",</p>")


def test_a_startup_stands_once_under_a_programme_whose_edition_no_source_names(tmp_path: Path) -> None:
    two = "".join(
        f"  - {{id: {one}, programme: aditi, problem: A lamp again, end_user: indian-navy, src: [2]}}\n"
        for one in ("buoy", "oar")
    )
    text_of_profile = profile(("innovations:", f"{two}innovations:"))
    loaded = catalogue.load(make_world(tmp_path, {"startups/lantern-works.md": text_of_profile}), today=DAY)
    words = {**loaded.vocabulary.ui, **load_words(ROOT)}
    told = indexes.entries(replace(loaded, vocabulary=replace(loaded.vocabulary, ui=words)), lambda _key: 4, "en")
    row = next(entry.html for entry in told if entry.key == "index-en/programme/aditi")
    assert text(row) == "ADITI, edition not stated अदिति | Lantern Works 4"
