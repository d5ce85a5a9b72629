"""Messages in the book: a spread each, in every language edition, and nothing where there are none."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path
from statistics import mean

import pikepdf
import pytest
from baselines import TEXT_BASELINE, story_baselines, story_lines
from books import module_of
from letters import (
    ADMIRAL,
    HINDI,
    HINDI_PATH,
    HINDI_SENTENCE,
    PATH,
    SENTENCE,
    letter,
    portrait,
    portrayed,
    signature,
)
from PIL import Image
from world import PROFILE, ROOT, make_world, share_fonts

from showcase import catalogue
from showcase.book import front
from showcase.book.book import Book
from showcase.book.edition import make_reading_edition
from showcase.book.laid import Module
from showcase.book.language import Edition
from showcase.book.stationery import Stationery
from showcase.problems import ContentErrors

DAY = date(2026, 11, 22)
GRID, POINTS = 15.5, 72 / 25.4
PARAGRAPHS = f"{SENTENCE * 3}\n\n{SENTENCE * 4}"


def book_of(folder: Path, files: dict[str, str | bytes], edition: Edition = "bilingual") -> Book:
    root = make_world(folder, {"startups/lantern-works.md": PROFILE} | files)
    if not (root / "book" / "book.yml").exists():
        shutil.copytree(ROOT / "book", root / "book", dirs_exist_ok=True)
    share_fonts(root)
    return Book(catalogue.load(root, today=DAY), Stationery.of(root, edition))


def made(book: Book) -> Module:
    return module_of(book, book.plan.by_key["messages"])


def ways(book: Book) -> list[str]:
    return [one.way for one in book.messages.openings]


def page_html(book: Book) -> str:
    return front.messages(book, book.plan.by_key["messages"]).html


def test_without_messages_there_is_no_part_and_no_word_of_them(tmp_path: Path) -> None:
    book = book_of(tmp_path, {})
    assert [part.key for part in book.plan.parts][3:5] == ["imprint", "contents"]
    contents = front.contents(book, book.plan.by_key["contents"]).html
    assert "Contents" in contents
    assert "Messages" not in contents


def test_a_message_without_a_portrait_has_a_quiet_page_and_no_empty_box(tmp_path: Path) -> None:
    book = book_of(tmp_path, {PATH: ADMIRAL})
    part = book.plan.by_key["messages"]
    assert [one.key for one in book.plan.parts][3:6] == ["imprint", "messages", "contents"]
    assert (part.pages, part.first % 2) == (2, 0)
    assert made(book).problems == ()
    html = page_html(book)
    assert "<img" not in html
    assert "portrayed" not in html
    assert "Photograph" not in html
    assert "Admiral of the Lanterns" in html
    assert "Harbour of Lamps, 2 October 2026" in html


def test_two_messages_with_portraits_each_have_their_spread(tmp_path: Path) -> None:
    files = {
        PATH: portrayed(("sent: {by", "signature: sign.png\nsent: {by")),
        "book/messages/20-keeper.md": portrayed(("admiral.jpg", "keeper.jpg"), ("name: Asha Lantern", "name: Meera Tide")),
        "book/messages/admiral.jpg": portrait(), "book/messages/keeper.jpg": portrait(2000, 1600),
        "book/messages/sign.png": signature(),
    }  # fmt: skip
    book = book_of(tmp_path, files)
    module = made(book)
    assert (module.problems, book.plan.by_key["messages"].pages) == ((), 4)
    assert module.anchors.keys() >= {"part/messages", "message/10-admiral", "message/20-keeper"}
    sizes = {name: Image.open(io.BytesIO(one.read_bytes())).size for name, one in book.messages.assets().items()}
    assert sizes == {
        "portrait-10-admiral.jpg": (1184, 1210), "signature-10-admiral.jpg": (480, 120),
        "portrait-20-keeper.jpg": (1184, 1210),
    }  # fmt: skip
    html = page_html(book)
    assert html.count('alt="The Admiral in a white cap"') == 2
    assert "Photograph: Ravi Beacon, CC BY 4.0" in html


def test_pictures_bring_nothing_of_the_file_but_their_pixels(tmp_path: Path) -> None:
    text = portrayed(("sent: {by", "signature: sign.png\nsent: {by"))
    files = {PATH: text, "book/messages/admiral.jpg": portrait(), "book/messages/sign.png": signature()}
    assets = book_of(tmp_path, files).messages.assets()
    found = {name: Image.open(io.BytesIO(one.read_bytes())) for name, one in assets.items()}
    assert {name: image.mode for name, image in found.items()} == {
        "portrait-10-admiral.jpg": "RGB", "signature-10-admiral.jpg": "RGB",
    }  # fmt: skip
    assert all(not image.getexif() for image in found.values())
    assert found["signature-10-admiral.jpg"].getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("text", "hindi", "edition", "expected"),
    [
        (SENTENCE, "", "bilingual", ["one-column"]),
        (PARAGRAPHS * 2, "", "bilingual", ["two-columns"]),
        (PARAGRAPHS, HINDI_SENTENCE * 6, "bilingual", ["two-languages"]),
        (PARAGRAPHS * 2, HINDI_SENTENCE * 20, "bilingual", ["two-columns", "two-columns"]),
        (PARAGRAPHS * 2, HINDI_SENTENCE, "bilingual", ["two-columns", "one-column"]),
        (PARAGRAPHS * 2, HINDI_SENTENCE, "en", ["two-columns"]),
        (PARAGRAPHS * 2, HINDI_SENTENCE, "hi", ["one-column"]),
        (PARAGRAPHS * 2, "", "hi", ["two-columns"]),
    ],
)
def test_a_message_takes_the_airiest_way_in_its_edition(
    tmp_path: Path, text: str, hindi: str, edition: Edition, expected: list[str]
) -> None:
    files = {PATH: letter(("place: Harbour of Lamps\n", ""), (SENTENCE, text))}
    files |= {HINDI_PATH: letter((HINDI_SENTENCE, hindi), base=HINDI)} if hindi else {}
    book = book_of(tmp_path, files, edition)
    assert ways(book) == expected
    module = made(book)
    assert module.problems == ()
    assert bool(module.untold) == (edition == "hi" and not hindi)


def test_a_portrait_is_not_shown_again_beside_the_hindi(tmp_path: Path) -> None:
    files = {
        PATH: portrayed((SENTENCE, PARAGRAPHS * 2)), HINDI_PATH: HINDI, "book/messages/admiral.jpg": portrait(),
    }  # fmt: skip
    book = book_of(tmp_path, files)
    html = page_html(book)
    assert len(book.messages.openings) == 2
    assert html.count("<img") == 1
    assert html.count("portrayed") == 1


def test_the_hindi_edition_tells_who_speaks_in_hindi(tmp_path: Path) -> None:
    alt = ("cap,", "cap, alt_hi: सफ़ेद टोपी में नौसेनापति,")
    files = {PATH: portrayed(alt), HINDI_PATH: HINDI, "book/messages/admiral.jpg": portrait()}
    html = page_html(book_of(tmp_path, files, "hi"))
    assert "आशा लैंटर्न" in html
    assert "दीपों की नौसेनापति" in html
    assert 'alt="सफ़ेद टोपी में नौसेनापति"' in html
    assert "2 अक्टूबर 2026" in html
    assert "Asha Lantern" not in html
    assert "Admiral" not in html


def test_words_too_many_are_told_with_file_and_measure(tmp_path: Path) -> None:
    book = book_of(tmp_path, {PATH: letter((SENTENCE, f"{SENTENCE * 7}\n\n" * 5))})
    (problem,) = made(book).problems
    assert problem.place == "book/messages/10-admiral.md:10:1"
    assert problem.message == "Asha Lantern: the message overruns its place in the book by 6 lines (32.8 mm)."
    assert problem.fix == "shorten it by about 22 %; the book sets no type smaller and drops no line."


def test_hindi_words_too_many_are_told_in_the_hindi_file(tmp_path: Path) -> None:
    book = book_of(tmp_path, {PATH: ADMIRAL, HINDI_PATH: letter((HINDI_SENTENCE, HINDI_SENTENCE * 40), base=HINDI)})
    (problem,) = made(book).problems
    assert problem.place == "book/messages/10-admiral.hi.md:4:1"
    assert problem.message.startswith("Asha Lantern: the Hindi message overruns its place in the book by ")


def test_a_name_without_end_is_told(tmp_path: Path) -> None:
    name = "Keeperofthenorthernlightandofallsmalllampsalongthecoast"
    book = book_of(tmp_path, {PATH: letter(("name: Asha Lantern", f"name: {name}"))})
    (problem,) = made(book).problems
    assert problem.place == "book/messages/10-admiral.md:2:1"
    assert problem.message.startswith(f"{name}: the name overruns its place in the book by ")
    assert problem.message.endswith("mm across.")


@pytest.mark.parametrize(("text", "way"), [(SENTENCE * 2, "one-column"), (PARAGRAPHS * 2, "two-columns")])
def test_words_stand_on_the_line_and_on_the_grid_in_lines_of_good_length(tmp_path: Path, text: str, way: str) -> None:
    book = book_of(tmp_path, {PATH: letter((SENTENCE, text))})
    assert ways(book) == [way]
    pages = front.messages(book, book.plan.by_key["messages"])
    html = str(pages.html).replace('class="story"', 'class="story" data-box="story" data-limit="300"')
    page = book.stationery.lay_out(html, {}, "x").pages[1]
    settings = book.stationery.settings
    first = settings.top * POINTS + TEXT_BASELINE
    found = [(at - first) / GRID for at in story_baselines(page)]
    assert [at for at in found if abs(at - round(at)) * GRID > 0.1] == []
    assert round(max(found)) == 21  # the last line before the free one over the horizon
    lengths = [len(line) for lines in story_lines(page) for line in lines[:-1]]
    assert 55 <= mean(lengths) <= 75


def test_contents_and_bookmarks_name_them_once(tmp_path: Path) -> None:
    files = {PATH: ADMIRAL, "book/messages/20-keeper.md": letter(("name: Asha Lantern", "name: Meera Tide"))}
    book = book_of(tmp_path, files)
    contents = front.contents(book, book.plan.by_key["contents"]).html
    assert contents.count('href="goto:part/messages"') == 1
    root = book.stationery.root
    edition = make_reading_edition(root, catalogue.load(root, today=DAY), root / "dist")
    with pikepdf.open(edition.path) as pdf:
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert len(pdf.pages) == edition.plan.pages
    assert titles[3:7] == ["Imprint", "To the reader", "Messages", "Contents"]


def test_a_message_too_long_writes_no_book(tmp_path: Path) -> None:
    book = book_of(tmp_path, {PATH: letter((SENTENCE, f"{SENTENCE * 7}\n\n" * 5))})
    root = book.stationery.root
    with pytest.raises(ContentErrors, match="the message overruns its place"):
        make_reading_edition(root, catalogue.load(root, today=DAY), root / "dist")
    assert not (root / "dist").exists()
