"""A finished book is read back before it takes its place: nothing lost, nothing over, no draft in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import full
import pikepdf
import pytest
from full import HINDI, SLUG, TEXT, files, photograph
from sites import CONTENT
from world import make_world

from showcase import catalogue
from showcase.book import completeness, lists
from showcase.book import edition as edition_room
from showcase.book.book import Book
from showcase.book.completeness import Located, prove
from showcase.book.edition import Made, make_reading_edition
from showcase.book.readback import read_back
from showcase.book.stationery import Stationery
from showcase.book.unpublished import leaks
from showcase.catalogue import Catalogue
from showcase.problems import ContentErrors
from showcase.told import TOLD, Telling


@pytest.fixture(scope="module")
def root() -> Path:
    return full.project()


@pytest.fixture(scope="module")
def loaded(root: Path) -> Catalogue:
    return catalogue.load(root)


@pytest.fixture(scope="module")
def made() -> Made:
    return full.made("bilingual")


@pytest.fixture(scope="module")
def book(root: Path, loaded: Catalogue) -> Book:
    return Book(loaded, Stationery.of(root))


@pytest.fixture
def change(root: Path) -> Iterator[Callable[[str, str, str], None]]:
    """Changes a file of book/ for one test."""
    before: dict[Path, str] = {}

    def change(path: str, old: str, new: str) -> None:
        file = root / "book" / path
        before.setdefault(file, file.read_text(encoding="utf-8"))
        assert old in before[file]
        file.write_text(before[file].replace(old, new), encoding="utf-8")

    yield change
    for file, text in before.items():
        file.write_text(text, encoding="utf-8")


def told(caught: pytest.ExceptionInfo[ContentErrors]) -> list[str]:
    return [f"{one.place}: {one.code}: {one.message}" for one in caught.value.problems]


def line_of(text: str, begins: str) -> str:
    """The line and column at which a row begins: "41:5"."""
    lines = text.split("\n")
    number = next(n for n, line in enumerate(lines, 1) if line.strip().startswith(begins))
    row = lines[number - 1].find("{")
    return f"{number}:{row + 1 if row > 0 else 1}"


def test_a_whole_book_is_proven_and_every_block_has_its_page(book: Book, loaded: Catalogue, made: Made) -> None:
    placed = prove(book, loaded, book.plan.parts, made.path.read_bytes(), made.path.name)
    pages = {(slug, block.name): made.plan.part_at(block.page).key for slug, own in placed.items() for block in own}
    assert pages[SLUG, "story paragraph 2"] == f"startup/{SLUG}"
    assert pages[SLUG, "photographs: sea"] == f"startup/{SLUG}"
    assert pages[SLUG, "background: prize"] == pages[SLUG, "sources: 2"] == "sources"
    assert pages[SLUG, "aliases: Moonlight Labs"] == "index"
    page = {block.name: block.page for block in placed[SLUG]}
    assert page["name_hi"] + 1 == page["headline_hi"]
    assert page["name"] + 1 == page["headline"] == page["story paragraph 1"]


LOST = {
    "a paragraph": ("pages/profile-right.html.j2", "{{ story }}", "{{ story.rpartition('<p>')[0] }}",
                    "No one", "story paragraph 2", "No one steers it home."),
    "a milestone": ("pages/facts.html.j2", "{% for one in milestones %}", "{% for one in milestones[1:] %}",
                    "- {id: contract, date", "milestones: contract", "Contract signed for the lamp."),
    "a specification": ("pages/facts.html.j2", "{% for spec in one.specs %}", "{% for spec in one.specs[1:] %}",
                        "- {label: Endurance", "innovations: diya, Endurance", "Endurance"),
    "a founder": ("pages/facts.html.j2", "<dd>{{ row.value }}</dd>", "<dd>{{ row.value.replace('Bela Sen', '') }}</dd>",
                  "- {name: Bela Sen", "founders: Bela Sen", "Bela Sen"),
    "a founder whom the story names": (
        "pages/facts.html.j2", "<dd>{{ row.value }}</dd>", "<dd>{{ row.value.replace('Asha Rao', '') }}</dd>",
        "- {name: Asha Rao", "founders: Asha Rao", "Asha Rao"),
    "a big figure": ("pages/facts.html.j2", "{{ one.value }}</p><p", "</p><p",
                     "- {id: endurance", "figures: endurance", "12 hours"),
    "a caption": ("pages/profile-left.html.j2", "asset, caption)", "asset, '')",
                  "- {id: sea", "photographs: sea", "Diya at sea off Alibag."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "block", "text"), LOST.values(), ids=LOST
)
def test_what_a_template_loses_stops_the_build_and_is_named(
    root: Path, loaded: Catalogue, book: Book, change: Callable, file: str, old: str, new: str,
    line: str, block: str, text: str,
) -> None:  # fmt: skip
    change(file, old, new)
    with pytest.raises(ContentErrors) as caught:
        make_reading_edition(root, loaded, root / "lost", only=[SLUG])
    first = book.plan.by_key[f"startup/{SLUG}"].folio
    assert told(caught) == [
        f"startups/{SLUG}.md:{line_of(TEXT, line)}: P803: Lantern Works: {block} is not whole on pages "
        f"{first}–{first + 1} of the book: “{text}” is missing."
    ]
    assert not (root / "lost").exists()


ELSEWHERE = {
    "a fact without a date": (
        "pages/boxes.html.j2", "{% for row in rows %}", "{% for row in rows if 'prize' not in row.key %}",
        "- {id: prize", "background: prize", "Diya was shown at a fair of lights."),
    "a source": (
        "pages/boxes.html.j2", "{{ row.html }}", "{{ row.html.replace('Naval Notes', '') }}",
        "- {id: 2, publisher", "sources: 2", "Naval Notes"),
    "another name": (
        "pages/boxes.html.j2", "{% for row in rows %}", "{% for row in rows if 'Moonlight' not in row.key %}",
        "aliases: [", "aliases: Moonlight Labs", "Moonlight Labs"),
    "a name in the contents": (
        "pages/contents.html.j2", '<span class="t">{{ cell.subject.name }}</span>', "",
        "name: ", "name", "Lantern Works"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "block", "text"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_told_elsewhere_is_missed_there(
    root: Path, loaded: Catalogue, change: Callable, file: str, old: str, new: str, line: str, block: str, text: str
) -> None:
    change(file, old, new)
    with pytest.raises(ContentErrors) as caught:
        make_reading_edition(root, loaded, root / "lost")
    (mine,) = [one for one in told(caught) if one.startswith(f"startups/{SLUG}.md:")]
    number = line_of(TEXT, line).partition(":")[0]
    assert mine.startswith(f"startups/{SLUG}.md:{number}:")
    assert f" P803: Lantern Works: {block} is not whole on page" in mine
    assert mine.endswith(f"of the book: “{text}” is missing.")


def test_a_row_that_the_list_of_sources_has_lost_is_missed_on_all_its_pages(
    root: Path, loaded: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "_on_record", lambda _catalogue, _startup: iter(()))
    with pytest.raises(ContentErrors) as caught:
        make_reading_edition(root, loaded, root / "lost")
    assert any(
        one.startswith(f"startups/{SLUG}.md") and "background: prize is not whole on pages" in one for one in told(caught)
    )


def test_what_profiles_share_has_one_row_in_an_index(
    book: Book, loaded: Catalogue, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both startups answered DISC 7; if an index told the editions, it would name each once."""
    monkeypatch.setitem(TOLD, "challenges.edition", Telling(frozenset({"site", "book"}), "a row", ("index",)))
    read, index = read_back(made.path.read_bytes()), book.plan.by_key["index"].first - 1

    def proven(row: str) -> list[Located]:
        pages = [text.replace("disc7", "") if n >= index else text for n, text in enumerate(read.pages)]
        pages[index] += row
        monkeypatch.setattr(completeness, "read_back", lambda _file: replace(read, pages=tuple(pages)))
        return prove(book, loaded, book.plan.parts, b"", "book.pdf")

    assert proven("disc7")
    with pytest.raises(ContentErrors, match="“DISC 7” is missing"):
        proven("")


def test_the_edition_in_hindi_is_proven_by_the_texts_of_the_hindi_file(
    root: Path, loaded: Catalogue, change: Callable
) -> None:
    assert full.made("hi").path.is_file()
    change("pages/facts.html.j2", "{% for one in milestones %}", "{% for one in milestones[1:] %}")
    with pytest.raises(ContentErrors) as caught:
        make_reading_edition(root, loaded, root / "lost", language="hi")
    line = line_of(HINDI, "contract: {what")
    assert f"startups/{SLUG}.hi.md:{line}: P803: Lantern Works: milestones: contract is not" in "\n".join(told(caught))


def edited(file: bytes, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        edit(pdf)
        pdf.save(out)
    return out.getvalue()


def add_page(place: int) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.pages.insert(place, pdf.pages[place - 1])


def lose_part(first: int, pages: int) -> Callable[[pikepdf.Pdf], None]:
    def lose(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            for siblings in (outline.root, *(item.children for item in outline.root)):
                for item in list(siblings):
                    if item.destination[0].objgen == pdf.pages[first - 1].obj.objgen:
                        siblings.remove(item)
        del pdf.pages[first - 1 : first - 1 + pages]

    return lose


def test_a_page_too_many_is_told_with_its_part(book: Book, loaded: Catalogue, made: Made) -> None:
    spread = book.plan.by_key[f"startup/{SLUG}"]
    doctored = edited(made.path.read_bytes(), add_page(spread.last))
    with pytest.raises(ContentErrors) as caught:
        prove(book, loaded, book.plan.parts, doctored, "book.pdf")
    assert told(caught) == [
        f"startups/{SLUG}.md:1:1: P804: “Lantern Works” has 3 pages in book.pdf where the plan gives it 2 pages."
    ]


def test_a_page_after_the_last_is_told(book: Book, loaded: Catalogue, made: Made) -> None:
    doctored = edited(made.path.read_bytes(), add_page(made.pages))
    with pytest.raises(ContentErrors) as caught:
        prove(book, loaded, book.plan.parts, doctored, "book.pdf")
    assert told(caught) == [
        f"book.pdf:{made.pages}:1: P804: “Back cover” has 2 pages in book.pdf where the plan gives it 1 page."
    ]


def test_a_part_that_was_lost_is_told(book: Book, loaded: Catalogue, made: Made) -> None:
    part = book.plan.by_key["timeline"]
    doctored = edited(made.path.read_bytes(), lose_part(part.first, part.pages))
    with pytest.raises(ContentErrors) as caught:
        prove(book, loaded, book.plan.parts, doctored, "book.pdf")
    assert [one.split(": P804: ")[1] for one in told(caught)] == [
        "“The challenges over time” is not in book.pdf where the plan gives it 2 pages."
    ]


def test_a_file_that_is_not_proven_leaves_the_old_one_with_its_plan(
    root: Path, loaded: Catalogue, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in (root / "dist").iterdir()}
    assert "shared-horizons-reading.plan.json" in before
    assemble = edition_room.assemble
    monkeypatch.setattr(edition_room, "assemble", lambda *given: edited(assemble(*given), add_page(4)))
    with pytest.raises(ContentErrors) as caught:
        make_reading_edition(root, loaded, root / "dist")
    assert "P804" in str(caught.value)
    assert {path.name: path.read_bytes() for path in (root / "dist").iterdir()} == before


def test_what_is_no_longer_published_is_found_by_place_by_name_and_by_its_words(
    book: Book, loaded: Catalogue, made: Made, tmp_path: Path
) -> None:
    """The book of two startups is held against a catalogue in which one of them is a draft."""
    content = {**CONTENT, **files()}
    draft = content["startups/torch-works.md"].replace("status: published", "status: draft")
    draft_only = {**content, "startups/torch-works.md": draft, f"startups/{SLUG}.md": TEXT.replace("[torch-works]", "[]")}
    after = catalogue.load(make_world(tmp_path, draft_only))
    read = read_back(made.path.read_bytes())
    contents = range(book.plan.by_key["contents"].first - 1, book.plan.by_key["contents"].last)

    def found(**changes: object) -> str:
        (problem,) = leaks(after, contents, replace(read, **changes), lambda page: str(page + 1))
        assert (problem.code, problem.path) == ("P805", "startups/torch-works.md")
        return problem.message

    assert found() == "Torch Works is not published, and yet the place source/torch-works/1 is in the book."
    nowhere = frozenset()
    page = contents[0] + 1
    assert found(places=nowhere) == f"Torch Works is not published, and yet its name is on page {page} in the book."
    unnamed = tuple(text.replace("torchworks", "") for text in read.pages)
    headline = book.plan.by_key["startup/torch-works"].last
    assert found(places=nowhere, pages=unnamed) == (
        "Torch Works is not published, and yet “A torch that never goes out in the rain” "
        f"is on page {headline} in the book."
    )
    with pytest.raises(ContentErrors, match="P805"):
        prove(book, after, book.plan.parts, made.path.read_bytes(), "book.pdf")


def test_a_draft_whose_words_a_published_profile_tells_too_is_no_leak(
    book: Book, loaded: Catalogue, made: Made, tmp_path: Path
) -> None:
    shadow = TEXT.replace(f"id: {SLUG}", "id: shadow-works").replace("name: Lantern Works", "name: Shadow Works", 1)
    shadow = shadow.replace("status: published", "status: draft").replace("summary: Lantern", "summary: Shadow")
    shadow = shadow.replace("www.lantern.example.org", "www.shadow.example.org")  # two profiles share no website
    world = {**CONTENT, **files(), "startups/shadow-works.md": shadow, "images/shadow-works/sea.jpg": photograph(180)}
    after = catalogue.load(make_world(tmp_path, world))
    assert "shadow-works" in [one.slug for one in after.drafts]
    read = read_back(made.path.read_bytes())
    assert list(leaks(after, range(len(read.pages)), read, str)) == []
