"""Our own pages in a catalogue larger or odder than today's: nothing overruns, nothing is lost."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from books import module_of
from markupsafe import Markup
from PIL import Image
from world import ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book import back, facts
from showcase.book.book import Book
from showcase.book.flow import Entry
from showcase.book.rows import measured
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.book.wording import cites

DAY = date(2026, 11, 22)
NAMES = (
    ("Lantern Works", "लैंटर्न वर्क्स"),
    ("Sagar Lantern Engineering", "सागर लैंटर्न इंजीनियरिंग"),
    ("Lantern Research and Technologies", "लैंटर्न रिसर्च एंड टेक्नोलॉजीज़"),
)
"""A short name, one of middle length and one as long as the longest of today."""


def firm(number: int, *changes: tuple[str, str]) -> tuple[str, str]:
    """The file of a firm with its own name, and its text."""
    name, name_hi = NAMES[number % len(NAMES)]
    letters = "".join(chr(ord("a") + int(figure)) for figure in f"{number:02}")
    slug = f"{name.lower().replace(' ', '-')}-{letters}"
    own = [
        ("id: lantern-works", f"id: {slug}"), ("name: Lantern Works", f"name: {name} {letters.title()}"),
        ("name_hi: लैंटर्न वर्क्स", f"name_hi: {name_hi}"),
        ("summary: Lantern Works", f"summary: {name} {letters.title()}"),
    ]  # fmt: skip
    return f"startups/{slug}.md", profile(*own, *changes)


def book_of(folder: Path, firms: dict[str, str | bytes]) -> Book:
    root = make_world(folder, firms)
    shutil.copytree(ROOT / "book", root / "book", dirs_exist_ok=True)
    share_fonts(root)
    return Book(catalogue.load(root, today=DAY), Stationery.of(root))


@pytest.mark.parametrize("count", [5, 40])
def test_an_opener_holds_every_startup_of_its_field(tmp_path: Path, count: int) -> None:
    book = book_of(tmp_path, dict(firm(number) for number in range(count)))
    module = module_of(book, book.plan.by_key["opener/sea"])
    assert module.problems == ()
    assert len(book.catalogue.families()[0].startups) == count


HEADING = Markup("<h2>Lantern Works</h2>")
LINE = Markup("<p>A lamp at sea. The Harbour Times, May 2022.</p>")


def heights(entries: list[Entry]) -> list[float]:
    return measured(Stationery.of(ROOT), entries, 79.0, "sources")


def test_a_list_of_a_thousand_rows_is_measured_whole() -> None:
    entries = [Entry(f"row/{n}", HEADING if n % 6 == 0 else LINE, leads=n % 6 == 0) for n in range(1100)]
    tall = [round(height, 1) for height in heights(entries)]
    assert tall == [7.1 if entry.leads else 4.1 for entry in entries]


def test_a_row_longer_than_the_sheet_is_told() -> None:
    endless = Entry("row/endless", Markup("<p>and so on</p>") * 1100)
    with pytest.raises(TypesettingError) as caught:
        heights([endless, Entry("row/after", LINE)])
    assert str(caught.value) == (
        "sources: “row/after” did not come back from the measuring; it is too long for one sheet"
    )


def test_two_rows_of_one_name_are_told() -> None:
    with pytest.raises(TypesettingError, match="^sources: two entries are called “row/a”, so one would be lost$"):
        heights([Entry("row/a", LINE), Entry("row/a", LINE)])


def test_two_profiles_of_one_alias_both_stand_in_the_index(tmp_path: Path) -> None:
    known = ("status: published", "aliases: [Floating Lamp]\nstatus: published")
    book = book_of(tmp_path, dict(firm(number, known) for number in range(2)))
    rows = [row for key, row in book.entries("index-en").items() if "Floating Lamp" in row]
    assert len(rows) == 2
    assert [startup.name in row for startup, row in zip(book.catalogue.published, rows, strict=True)] == [True, True]


def test_every_state_has_room_on_the_page_of_numbers(tmp_path: Path) -> None:
    codes = list(catalogue.load(make_world(tmp_path / "bare", {}), today=DAY).vocabulary.states)
    assert len(codes) == 36
    silent = ((" of Pune", ""), (" in Pune", ""), ("पुणे की ", ""))
    home = "home: {city: Pune, state: MH, src: [1]}\n"
    homes = [*(f"home: {{state: {code}, src: [1]}}\n" for code in codes), ""]
    book = book_of(tmp_path, dict(firm(n, (home, own), *silent) for n, own in enumerate(homes)))
    assert len(book.catalogue.states()) == 36
    assert module_of(book, book.plan.by_key["numbers"]).problems == ()


@pytest.mark.parametrize(
    ("photographs", "spread", "told"),
    [
        (0, "", "4 plates drawn for this book</dd>"),
        (1, "", "3 plates drawn for this book, 1 photograph</dd>"),
        (3, "", "3 plates drawn for this book, 3 photographs</dd>"),
        (1, "spread: plate\n", "4 plates drawn for this book</dd>"),
    ],
)
def test_the_colophon_counts_the_pictures_that_are_shown(
    tmp_path: Path, photographs: int, spread: str, told: str
) -> None:
    rows = "".join(
        f"  - {{id: lamp-{n}, file: {n}.jpg, alt: A lamp, credit: Asha Rao, licence: CC BY 4.0, caption: Diya.}}\n"
        for n in range(photographs)
    )
    path, text = firm(0, ("sources:\n", (f"photographs:\n{rows}" if rows else "") + f"{spread}sources:\n"))
    files = {f"images/{Path(path).stem}/{n}.jpg": photograph(n) for n in range(photographs)}
    book = book_of(tmp_path, {path: text} | files)
    pages = back.colophon(book, book.plan.by_key["colophon"])
    assert told in pages.html


def photograph(number: int) -> bytes:
    """Each another: no picture is shown twice."""
    picture = io.BytesIO()
    Image.new("RGB", (2400, 1600), (0, 128, 60 * number)).save(picture, "JPEG")
    return picture.getvalue()


@pytest.mark.parametrize(
    ("drawing", "complaint"),
    [
        ('<rect width="a" height="2"/>', 'the drawing plate-cover.svg has width="a", which is no length'),
        ('<g opacity="a"><path d="M0 0h9"/></g>', "Failed to render SVG image asset:plate-cover.svg"),
    ],
)
def test_a_drawing_that_cannot_be_drawn_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawing: str, complaint: str
) -> None:
    book = book_of(tmp_path, dict([firm(0)]))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{drawing}</svg>'
    monkeypatch.setattr("showcase.book.front.panorama", lambda *_given: svg.encode())
    with pytest.raises(TypesettingError) as caught:
        module_of(book, book.plan.by_key["cover"])
    assert str(caught.value) == f"cover: {complaint}"


def test_what_a_spread_has_no_room_to_cite_stands_under_its_sources(tmp_path: Path) -> None:
    row = ("sources:\n", "background:\n  - {id: lamps, what: It makes lamps for boats., src: [1, 2]}\nsources:\n")
    path, text = firm(0, row)
    book, slug = book_of(tmp_path, {path: text}), Path(path).stem
    keys = [key for one in book.running.filled("sources") for key in one.keys]
    own = [f"on-record/{slug}", f"on-record/{slug}/", f"on-record/{slug}/lamps"]
    at = keys.index(own[0])
    assert keys[at - 1 : at + 3] == [f"source/{slug}/2", *own]
    rows = book.entries("sources")
    assert [rows[key] for key in own] == [
        "<h3>On record</h3>",
        f"<p>Home: Pune, Maharashtra.{cites(slug, [1])}</p>",
        f"<p>It makes lamps for boats.{cites(slug, [1, 2])}</p>",
    ]


def test_the_end_users_are_told_with_their_sources(tmp_path: Path) -> None:
    row = ("challenges:\n", "end_users:\n  - {id: indian-army, src: [1]}\nchallenges:\n")
    path, text = firm(0, row)
    book, slug = book_of(tmp_path, {path: text}), Path(path).stem
    rows = {row.label: row.value for row in facts.rows(book.catalogue.by_slug[slug], book.words, 20)}
    assert rows["For"] == f"Indian Navy{cites(slug, [2])}, Indian Army{cites(slug, [1])}"


def test_lists_are_measured_before_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = book_of(tmp_path, dict(firm(number) for number in range(3)))
    book.running.measure()
    monkeypatch.setattr(Stationery, "lay_out", lambda *_page, **_more: pytest.fail("a list is measured again"))
    assert all(book.running.filled(name) for name in book.running.kinds if name != "pictures")
