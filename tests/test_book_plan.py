"""The book before layout: its measures, its plan, its lists and its lines."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import count, islice
from pathlib import Path

import pytest
from world import PROFILE, ROOT, make_world, profile

import build_pdf
from showcase import catalogue
from showcase.book.book import with_words
from showcase.book.finish import finish
from showcase.book.flow import Box, Entry, Full, deal, levelled, pages_of
from showcase.book.measure import break_lines
from showcase.book.plan import Lengths, Plan, make_plan
from showcase.book.settings import load_settings, load_words
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.book.wording import cites, join_cites, runs
from showcase.problems import ContentErrors

DAY = date(2026, 11, 22)
LAND = profile(
    ("id: lantern-works", "id: torch-works"), ("name: Lantern Works", "name: Torch Works"),
    ("summary: Lantern Works", "summary: Torch Works"),
    ("[unmanned-marine-systems]", "[unmanned-ground-systems]"),
)  # fmt: skip


def plan_of(folder: Path, **profiles: str) -> Plan:
    files = {f"startups/{slug.replace('_', '-')}.md": text for slug, text in profiles.items()}
    loaded = catalogue.load(make_world(folder, files), today=DAY)
    lengths = Lengths(contents=2, states=4, index=2, sources=4, pictures=2)
    return make_plan(with_words(loaded, load_words(ROOT)), lengths)


def test_the_plan_goes_from_cover_to_cover(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, lantern_works=PROFILE, torch_works=LAND)
    assert [(part.key, part.pages) for part in plan.parts] == [
        ("cover", 1),
        ("half-title", 2),
        ("title", 2),
        ("imprint", 2),
        ("contents", 2),
        ("how", 2),
        ("opener/sea", 2),
        ("startup/lantern-works", 2),
        ("opener/land", 2),
        ("startup/torch-works", 2),
        ("numbers", 2),
        ("timeline", 2),
        ("production", 2),
        ("states", 4),
        ("index", 2),
        ("pictures", 2),
        ("sources", 4),
        ("colophon", 2),
        ("back-cover", 1),
    ]
    assert [part.first for part in plan.parts] == [1, *(part.last + 1 for part in plan.parts[:-1])]
    assert plan.pages == sum(part.pages for part in plan.parts)


def test_every_left_page_is_even_by_both_counts(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, lantern_works=PROFILE, torch_works=LAND)
    spreads = [part for part in plan.parts if part.pages == 2]
    assert spreads
    assert all(part.first % 2 == 0 and part.folio % 2 == 0 for part in spreads)
    assert plan.by_key["half-title"].last - 2 == 1  # the half title is folio 1


def test_covers_are_named_and_pages_between_them_counted(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, lantern_works=PROFILE)
    labels = [plan.label(page) for page in range(1, plan.pages + 1)]
    assert labels[:4] == ["Cover", "Inside front cover", "1", "2"]
    assert labels[-3:] == [str(plan.pages - 4), "Inside back cover", "Back cover"]


def boxes(height: float):
    return (Box(number // 2, 0, 0, 60, height) for number in count())


def rows(*names: str) -> list[Entry]:
    return [Entry(name, "", leads=name.isupper()) for name in names]


def test_a_heading_stays_with_its_first_row() -> None:
    filled = deal(rows("A", "a", "b", "C", "c"), [2, 2, 2, 2, 2], boxes(8))
    assert [one.keys for one in filled] == [("A", "a", "b"), ("C", "c")]


def test_a_row_taller_than_its_column_is_told() -> None:
    with pytest.raises(TypesettingError) as caught:
        deal(rows("a", "b"), [2, 9], boxes(8))
    assert str(caught.value) == "“b” takes 9.0 mm, and its place has 8.0 mm: shorten its text"


def test_a_row_that_has_no_room_under_its_heading_is_told_with_it() -> None:
    with pytest.raises(TypesettingError) as caught:
        deal(rows("a", "B", "b"), [2, 4, 6], boxes(8))
    assert str(caught.value) == (
        "“b” takes 10.0 mm with its heading, and its place has 8.0 mm: shorten its text"
    )


def test_places_that_do_not_do_are_told() -> None:
    with pytest.raises(Full):
        deal(rows(*"abc"), [8] * 3, islice(boxes(8), 2))


def test_a_list_takes_whole_pairs_of_pages() -> None:
    assert pages_of(deal(rows(*"abc"), [8, 8, 8], boxes(8))) == 2
    assert pages_of(deal(rows(*"abcde"), [8] * 5, boxes(8))) == 4


def zones(level: float):
    """Pages of two columns of 8 above a line, and below it two of what `level` is more than 8, up to 4."""
    for page in count():
        for top, height in ((0, min(level, 8)), (10, min(level - 8, 4))):
            if height > 0:
                yield from (Box(page, left, top, 60, height) for left in (0, 60))


def held(names: str, pages: int) -> list[tuple[int, int, int]]:
    """How many rows of height 2 each box holds: page, top, count."""
    filled = levelled(rows(*names), [2] * len(names), zones, range(1, 13), pages)
    return [(one.box.page, one.box.top, len(one.keys)) for one in filled]


def test_columns_of_a_short_list_end_alike() -> None:
    assert held("abcd", 2) == [(0, 0, 1), (0, 0, 1), (1, 0, 1), (1, 0, 1)]
    assert held("abcdefgh", 1) == [(0, 0, 4), (0, 0, 4)]


def test_pages_of_a_long_list_end_alike_below_the_line() -> None:
    assert held("abcdefghijklmnopqrst", 2) == [
        (0, 0, 4), (0, 0, 4), (0, 10, 1), (0, 10, 1), (1, 0, 4), (1, 0, 4), (1, 10, 1), (1, 10, 1)
    ]  # fmt: skip


def test_a_list_does_not_end_in_a_row_alone_below_the_line() -> None:
    """At level 10 the nineteenth row would stand alone below the line of the last page."""
    assert held("abcdefghijklmnopqrs", 2) == [
        (0, 0, 4), (0, 0, 4), (0, 10, 2), (0, 10, 2), (1, 0, 4), (1, 0, 3)
    ]  # fmt: skip


def test_a_list_that_cannot_end_well_is_filled_to_the_lowest_level() -> None:
    assert held("abcdefghi", 1) == [(0, 0, 4), (0, 0, 4), (0, 10, 1)]


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Stationery.of(ROOT).font("serif-extralight")


def test_a_long_name_is_broken_evenly_and_not_after_a_small_word(display: Path) -> None:
    name = "NewSpace Research and Technologies"
    assert break_lines(name, display, 62, 252, 2) == ["NewSpace Research", "and Technologies"]


def test_a_name_that_has_no_room_has_no_lines(display: Path) -> None:
    assert break_lines("Sagar Defence Engineering", display, 62, 60, 2) is None


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("<p>the Army&#39;s &#34;first&#34; order</p>", "<p>the Army’s “first” order</p>"),
        ("<p>‘and’ 1,500 km</p>", "<p>‘and’ 1,500\u00a0km</p>"),
        ('<a title="it\'s">a</a>', '<a title="it\'s">a</a>'),
        ('end.<span class="cite">1</span>', 'end.\u2060<span class="cite">1</span>'),
        ("<p>start-ups of 2022-23</p>", "<p>start-\u2060ups of 2022–\u206023</p>"),
        ("<p>पनडुब्बी-रोधी, 2018–19</p>", "<p>पनडुब्बी-\u2060रोधी, 2018–\u206019</p>"),
        ("<p>label <b>value</b></p>", "<p>label<b> value</b></p>"),
        ('<p class="kicker">On <a href="#aB">iDEX</a></p>',
         '<p class="kicker">On<a href="#aB"> <span class="own-case">iDEX</span></a></p>'),
        ('<p class="kicker">Of iDEX, on record</p>',
         '<p class="kicker">Of<span class="own-case"> iDEX,</span> on record</p>'),
        ("<p>On iDEX</p>", "<p>On iDEX</p>"),
    ],
)
def test_the_last_touch(text: str, set_as: str) -> None:
    assert finish(text) == set_as


def test_citations_that_follow_one_another_are_parted_by_commas() -> None:
    one, two = cites("qnu-labs", [1]), cites("qnu-labs", [2])
    assert join_cites(f"word{one}{two}") == (
        'word<span class="cite"><a href="goto:source/qnu-labs/1">1</a>,'
        '<a href="goto:source/qnu-labs/2">2</a></span>'
    )


@pytest.mark.parametrize(
    ("numbers", "told"), [([3, 1, 2], "1–3"), ([1, 2], "1, 2"), ([1, 2, 4, 8, 9, 10], "1, 2, 4, 8–10")]
)
def test_numbers_are_drawn_together(numbers: list[int], told: str) -> None:
    assert runs(numbers) == told


def wrong_measures(folder: Path, *change: str) -> str:
    (folder / "book").mkdir()
    text = (ROOT / "book" / "book.yml").read_text(encoding="utf-8")
    if change:
        assert change[0] in text
        (folder / "book" / "book.yml").write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(ContentErrors) as caught:
        load_settings(folder)
    return headed(caught.value)


def headed(told: ContentErrors) -> str:
    """The first problem's sentence and place, in one line."""
    sentence, place = str(told).split("\n")[:2]
    return f"{sentence} {place.partition('--> ')[2]}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ((), "error[P810]: this file is missing. book/book.yml:1:1"),
        (("grid: 15.5", "grid: wide"),
         "error[P103]: `grid` holds “wide”; it must be a number. book/book.yml:8:7"),
        (("bleed: 3", "blead: 3"),
         "error[P101]: `blead` is not a key that is known here. book/book.yml:3:1"),
        (("horizon: 148.3", "horizon: 248.3"),
         "error[P811]: the horizon lies below the page. book/book.yml:4:10"),
        (("outer: 22", "outer: 290"),
         "error[P811]: the margins leave no room for text. book/book.yml:5:10"),
        (("{62: 2, 48", "{48"),
         "error[P811]: there is no number of lines for names of 62 points. book/book.yml:13:13"),
    ],
)  # fmt: skip
def test_wrong_measures_are_told(tmp_path: Path, change: tuple[str, ...], message: str) -> None:
    assert wrong_measures(tmp_path, *change) == message


def test_the_book_says_no_word_again_that_the_interface_says() -> None:
    own, shared = load_words(ROOT), catalogue.load(ROOT, today=DAY).vocabulary.ui
    assert own
    assert [key for key in own if key in shared] == []


def test_missing_words_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentErrors) as caught:
        load_words(tmp_path)
    assert headed(caught.value) == "error[P810]: this file is missing. book/words.yml:1:1"


def test_an_edition_that_is_not_made_is_no_choice(capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as left:
        build_pdf.main(["--edition", "folio"])
    assert left.value.code == 2
    assert "argument --edition: invalid choice: 'folio' (choose from 'reading', 'press', 'cover', 'all')" in capsys.readouterr().err


def test_an_unknown_startup_is_told_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    root = make_world(tmp_path, {"startups/lantern-works.md": PROFILE})
    assert build_pdf.main(["--only", "lantern-work"], root) == 2
    told = "build_pdf.py: there is no published startup lantern-work. Did you mean lantern-works?\n"
    assert capsys.readouterr().err == told


def test_content_with_an_error_makes_no_book(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    root = make_world(tmp_path, {"startups/lantern-works.md": profile(("name: Lantern Works\n", ""))})
    shutil.copytree(ROOT / "book", root / "book")
    assert build_pdf.main(["--output", str(tmp_path / "dist")], root) == 1
    assert "error[P102]: the key `name` is missing." in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def test_help_shows_an_example(capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as left:
        build_pdf.main(["--help"])
    assert left.value.code == 0
    assert "Example: python build_pdf.py --edition reading --output dist" in capsys.readouterr().out


