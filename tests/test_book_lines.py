"""Lines as they are set: one grid, whole columns, nothing alone, every face a real one."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from baselines import TEXT_BASELINE, baselines, story_baselines, story_lines
from test_book_profiles import SENTENCE, STORY, book_of, spread_of
from world import PROFILE, ROOT, profile

from showcase import catalogue, fonts
from showcase.book.book import Book
from showcase.book.finish import finish
from showcase.book.fitting import fit
from showcase.book.lines import Flaw, flaws, lines_of
from showcase.book.spread import Spread
from showcase.book.stationery import Stationery
from showcase.book.wording import keep_last_words
from showcase.typography import NBSP

GRID, POINTS = 15.5, 72 / 25.4
PROSE = (
    "The firm began in a shed by the harbour, where young engineers tried lamps in salt water through long monsoons. "
    "What they learnt there went into a keel of cork and a mast that folds, and into electronics that sleep by day. "
)
THINGS = "".join(
    f"  - id: thing-{n}\n    name: Thing {n}\n    what: {'A lamp that floats and finds its way home by itself. ' * 2}\n"
    "    src: [1]\n" for n in range(5)
)  # fmt: skip


@pytest.fixture(scope="module")
def stationery() -> Stationery:
    return Stationery.of(ROOT)


def book_told(folder: Path, sentences: int, *changes: tuple[str, str]) -> Book:
    paragraphs = [f"{PROSE * 2}[^2]"] * (sentences // 2) or [f"{PROSE}[^2]"]
    return book_of(folder, profile(*changes).replace(STORY, "\n\n".join(paragraphs)))


def pages_of(book: Book, pattern: str, setting: str | None = None) -> tuple[list[Any], Spread]:
    (startup,) = book.catalogue.published
    spread, over, _flaws = fit(Spread(startup, book.catalogue, book.stationery, 10, 20, pattern))
    assert over == []
    assert setting in {None, spread.set_in}
    pages = spread.left() + spread.right()
    return book.stationery.lay_out(pages, spread.assets(), "startup/lantern-works").pages, spread


HEADLINES = ["A lamp that finds its own way home", "A lamp that finds its own way home across a dark and windy sea"]
MANY = ("innovations:\n", f"innovations:\n{THINGS}")


@pytest.mark.parametrize("headline", HEADLINES, ids=["one-line", "two-lines"])
@pytest.mark.parametrize(
    ("pattern", "sentences", "changes", "setting"),
    [("plate", 1, (), "open"), ("plate", 6, (), "broad"), ("plate", 6, (MANY,), None),
     ("text", 1, (), "open"), ("text", 6, (), "broad")],
)  # fmt: skip
def test_titles_and_story_stand_on_one_grid(
    tmp_path: Path, headline: str, pattern: str, sentences: int, changes: tuple, setting: str | None
) -> None:
    book = book_told(tmp_path, sentences, (HEADLINES[0], headline), *changes)
    pages, _spread = pages_of(book, pattern, setting)
    page = pages[1]
    first = book.stationery.settings.top * POINTS + TEXT_BASELINE
    found = story_baselines(page)
    found += [at for name, at in baselines(page) if name in {"headline", "headline-hi"}]
    assert len(found) > 3
    assert [at for at in found if abs((at - first) / GRID - round((at - first) / GRID)) * GRID > 0.1] == []


@pytest.mark.parametrize("pattern", ["plate", "text"])
def test_the_zone_below_the_line_has_a_grid_of_its_own(tmp_path: Path, pattern: str) -> None:
    pages, spread = pages_of(book_told(tmp_path, 6), pattern)
    assert spread.fullness == 0
    horizon = spread.stationery.settings.horizon * POINTS
    names = {"dt", "dd", "value", "label", "li"}
    rows = [at - horizon for page in pages for name, at in baselines(page) if name in names and at > horizon]
    assert len(rows) > 8
    steps = {round((row - rows[0]) / 11.5 * 2) for row in rows}
    assert all(abs(row - rows[0] - step * 5.75) < 0.3 for row in rows for step in [round((row - rows[0]) / 5.75)])
    assert len(steps) > 3


def test_columns_hold_55_to_75_characters(stationery: Stationery) -> None:
    loaded = catalogue.load(ROOT)
    for setting in ("open", "broad", "tall", "dense"):
        lines = []
        for startup in loaded.published[:8]:
            lines += full_lines(stationery, startup.story.replace("\n", " "), setting)
        assert 55 <= mean(lines) <= 75, setting


def full_lines(stationery: Stationery, text: str, setting: str) -> list[int]:
    """How many characters each line of a paragraph has in a setting, its last line left out."""
    plain = re.sub(r"\[\^\d+\]", "", text)
    html = (f'<section class="page recto profile {setting}"><div class="above">'
            f'<div class="story" data-box="story" data-limit="3000"><p>{plain}</p></div></div></section>')  # fmt: skip
    (page,) = stationery.lay_out(html, {}, "x", tall=True).pages
    return [len(line) for paragraph in story_lines(page) for line in paragraph[:-1]]


def laid_out(stationery: Stationery, inside: str) -> Any:
    html = f'<section class="page recto"><div class="above">{inside}</div></section>'
    return stationery.lay_out(html, {}, "x").pages[0]


def story(*lengths: int, css: str) -> str:
    paragraphs = "".join(f"<p style='widows:1;orphans:1'>{'<br>'.join(['A line.'] * lines)}</p>" for lines in lengths)
    return f'<div class="story" data-box="story" data-limit="100" style="columns:2;{css}">{paragraphs}</div>'


@pytest.mark.parametrize(
    ("lengths", "kind"), [((3, 6), []), ((4, 2, 3), ["orphan", "widow"]), ((2, 4, 3), ["widow"])]
)
def test_a_line_left_alone_by_a_column_is_found(
    stationery: Stationery, lengths: tuple[int, ...], kind: list[str]
) -> None:
    page = laid_out(stationery, story(*lengths, css="height:77.5pt;column-fill:auto"))
    assert sorted({one.kind for one in flaws(page)}) == kind


def test_a_heading_without_its_text_below_it_is_found(stationery: Stationery) -> None:
    box = '<div data-box="innovations" data-limit="100"><h4>Diya</h4><p style="margin-top:{}mm">It floats.</p></div>'
    assert flaws(laid_out(stationery, box.format(2))) == []
    (found,) = flaws(laid_out(stationery, box.format(40)))
    assert (found.kind, found.box) == ("heading", "innovations")
    assert found.amount == pytest.approx(45.5, abs=2)


SPECS = "".join(
    f"      - {{label: Time on the water {n}, value: up to {n} hours in a swell and {n} more where the sea is calm}}\n"
    for n in range(2, 6)
)
SPECIFIED = ("innovations:\n", f"innovations:\n{THINGS.replace('    src: [1]', f'    src: [1]{chr(10)}    specs:{chr(10)}{SPECS}'.rstrip())}")


def test_a_specification_is_not_parted_by_columns_nor_from_the_next_by_a_sign(tmp_path: Path) -> None:
    pages, _spread = pages_of(book_told(tmp_path, 4, SPECIFIED), "plate", "dense")
    columns: dict[Any, set[float]] = {}
    for box, line in lines_of(pages[1]):
        if box.element_tag == "div" and box.element.find("dt") is not None:
            columns.setdefault(box.element, set()).add(box.position_x)
            assert not {"·", " "} & {text_of(line)[:1], text_of(line)[-1:]}
    assert len(columns) == 21
    assert len(set.union(*columns.values())) > 2
    assert {len(across) for across in columns.values()} == {1}


def text_of(line: Any) -> str:
    return "".join(one.text for one in line.descendants() if type(one).__name__ == "TextBox").strip()


@pytest.mark.parametrize("setting", ["open", "broad", "tall", "dense"])
def test_innovations_in_hindi_have_the_leading_that_hindi_has_elsewhere(setting: str) -> None:
    hindi = Stationery.of(ROOT, "hi")
    inside = '<div class="above"><div class="things"><p>यह तैरता है।</p></div></div>'
    page = hindi.lay_out(f'<section class="page recto profile {setting}">{inside}</section>', {}, "x").pages[0]
    ((box, line),) = lines_of(page)
    assert line.height / box.style["font_size"] >= 1.27


def test_a_place_emptier_than_its_pattern_allows_is_told(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE.replace(STORY, "It floats.[^2]\n"))
    (problem,) = spread_of(book).problems
    assert problem.code == "P802"
    assert problem.place == "startups/lantern-works.md:38:1"
    assert problem.message == "Lantern Works: the story leaves its place in the book too empty, by 6.6 mm."


def test_flaws_of_every_kind_have_their_sentences() -> None:
    from showcase.book.problems import BOXES, FLAWS, flawed

    found = [Flaw("widow", "story", 1), Flaw("orphan", "story", 1), Flaw("heading", "innovations", 30.04),
             Flaw("empty", "story", 6.5), Flaw("subject", "photographs", 3.2)]  # fmt: skip
    assert {one.kind for one in found} == set(FLAWS)
    assert {one.box for one in found} <= set(BOXES)
    assert [one.message for one in flawed(ROOT, "none", "Lantern Works", found)] == [
        "Lantern Works: the last line of a paragraph of the story stands alone at the head of a column.",
        "Lantern Works: the first line of a paragraph of the story stands alone at the foot of a column.",
        "Lantern Works: a heading in the list of innovations stands alone, 30.0 mm from what it heads.",
        "Lantern Works: the story leaves its place in the book too empty, by 6.5 mm.",
        "Lantern Works: the subject of a photograph over two pages comes 3.2 mm too near the gutter or the edge of the page.",
    ]


def test_paragraphs_are_parted_by_two_lines_at_least(tmp_path: Path) -> None:
    for lines in range(2, 9):
        text = "\n\n".join(f"{SENTENCE * 2 * (1 + (lines + n) % 3)}[^2]" for n in range(4))
        folder = tmp_path / str(lines)
        folder.mkdir()
        pages, _spread = pages_of(book_of(folder, PROFILE.replace(STORY, text)), "plate")
        assert flaws(pages[1]) == []


def test_a_short_last_word_is_held_to_the_one_before_it() -> None:
    cited = '<span class="cite"><a href="goto:x">1</a></span>'
    assert keep_last_words(f"<p>lamps were in their making.{cited}</p>") == f"<p>lamps were in their{NBSP}making.{cited}</p>"
    assert keep_last_words("<p>a floating demonstration.</p>") == "<p>a floating demonstration.</p>"


def test_english_and_hindi_words_are_divided_where_they_may_be(stationery: Stationery) -> None:
    html = '<div class="story" data-box="story" data-limit="99" style="width:17mm"{}><p>{}</p></div>'
    for language, word in (("", "responsibilities electromagnetic"), (' lang="hi"', "प्रौद्योगिकियों आत्मनिर्भरताओं")):
        lines = story_lines(laid_out(stationery, html.format(language, word)))
        assert any(line.endswith(("‐", "-")) for paragraph in lines for line in paragraph), word


def test_figures_are_kept_with_their_units_and_grouped_as_in_india(stationery: Stationery) -> None:
    assert finish("<p>1,500 km for Rs 36 crore</p>") == f"<p>1,500{NBSP}km for Rs{NBSP}36{NBSP}crore</p>"
    western = re.compile(r"\d,\d{3},\d{3}|(?<![\d,.])\d{6,}(?![\d,])|(?<![\d,])\d{3},\d{3}(?!,)")
    for startup in catalogue.load(ROOT).published:
        told = [startup.story, startup.summary, *(one.value for one in startup.figures)]
        told += [f"{one.what} {one.amount or ''}" for one in startup.milestones]
        assert [text for text in told if western.search(finish(text))] == [], startup.slug
    assert finish("over 300,000 of 1,234,567, 12,34,567 or 65,000") == "over 3,00,000 of 12,34,567, 12,34,567 or 65,000"


STYLES = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sorted((ROOT / "book" / "styles").glob("*.css")))


def test_every_face_that_the_styles_ask_for_is_a_file_and_none_is_slanted_or_thickened() -> None:
    asked = set(re.findall(r'"(Horizon [^"]+)"', STYLES))
    assert asked
    assert asked <= {face.book_family for face in fonts.faces()}
    assert set(re.findall(r"font-(?:weight|style):\s*([^;}]+)", STYLES)) <= {"normal"}
    assert not re.search(r"font:[^;]*\b(bold|italic|oblique|[1-9]00)\b", STYLES)


def test_no_element_is_bold_or_slanted_by_the_browsers_own_styles(stationery: Stationery) -> None:
    html = "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><p><em>e</em> <strong>f</strong> <b>g</b> <i>h</i> <cite>i</cite></p><dl><dt>g</dt></dl>"
    page = laid_out(stationery, html)
    text = [box for box in page._page_box.descendants(placeholders=True) if type(box).__name__ == "TextBox"]
    assert len(text) >= 7
    assert {(box.style["font_weight"], box.style["font_style"]) for box in text} == {(400, "normal")}


def test_hindi_of_titles_is_set_in_the_light_face(tmp_path: Path) -> None:
    pages, _spread = pages_of(book_told(tmp_path, 6), "plate")
    hindi = [box.style["font_family"] for page in pages
             for box in page._page_box.descendants(placeholders=True)
             if type(box).__name__ == "LineBox" and box.element.get("class") in {"headline-hi", "name-hi"}]  # fmt: skip
    assert hindi == [("Horizon serif-extralight", "Horizon devanagari-extralight")] * 2
