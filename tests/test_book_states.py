"""What the States do: every State on one line of a table, as data/ has it, and linked to its innovators."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import tinyhtml5
from books import module_of
from test_book_limits import firm
from world import ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book import states
from showcase.book.book import Book
from showcase.book.programme import MAKERS
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.catalogue import Catalogue

DAY = date(2026, 11, 22)
GOA = "data/states/goa.yml"
POLICY = 'short: "Investment Policy 2014"'


@pytest.fixture(scope="module", params=["bilingual", "en", "hi"])
def book(request: pytest.FixtureRequest) -> Book:
    return Book(catalogue.load(ROOT), Stationery.of(ROOT, request.param))


def tables(book: Book) -> list:
    """The tables of the section, as they stand on its pages."""
    part = book.plan.by_key["states"]
    root = tinyhtml5.parse(MAKERS["states"](book, part).html, namespace_html_elements=False)
    return list(root.iter("table"))


def text(element: object) -> str:
    return " ".join("".join(element.itertext()).split())


def lines(book: Book) -> dict[str, list]:
    """The cells of each line by the file of its State; no State has two."""
    rows = [list(row) for table in tables(book) for row in table.find("tbody")]
    named = {row[0].get("id"): row for row in rows}
    assert len(named) == len(rows)
    return named


def test_every_state_and_territory_has_one_line(book: Book) -> None:
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/states/*.yml")}
    assert len(files) == 36
    assert lines(book).keys() == files


def test_each_line_tells_policy_and_year_as_in_the_data(book: Book) -> None:
    shown = lines(book)
    for state in book.whole.vocabulary.states.values():
        name, policy, year, hubs, _at_home = shown[states.line_name(state)]
        hindi = book.edition == "hi"
        assert (state.name_hi if hindi else state.name) in text(name)
        if state.current_policy:
            assert text(policy.find("span")) == state.current_policy.short
            assert text(year) == str(state.current_policy.year)
        else:
            assert text(policy).startswith("कोई नीति नहीं मिली" if hindi else "No policy found")
            assert text(year) == "–"
        assert (text(hubs) == "–") == (not state.hubs)
        assert set(states.places(state)) <= set(text(hubs.find("span")).split(", ") if state.hubs else ())


def test_what_kind_of_policy_it_is_is_said() -> None:
    shown = lines(Book(catalogue.load(ROOT), Stationery.of(ROOT, "en")))
    assert "A policy of its own" in text(shown["data/states/karnataka.yml"][1])
    assert "Part of a wider policy" in text(shown["data/states/kerala.yml"][1])


def test_the_lines_are_those_of_a_table(book: Book) -> None:
    for table in tables(book):
        (head,) = table.find("thead")
        assert [(cell.tag, cell.get("scope")) for cell in head] == [("th", "col")] * 5
        for row in table.find("tbody"):
            assert [(cell.tag, cell.get("scope")) for cell in row] == [("th", "row"), *[("td", None)] * 4]


def test_states_stand_on_the_line_and_territories_hang_from_it(book: Book) -> None:
    horizon, kinds = book.stationery.settings.horizon, {}
    for kind in ("state", "union-territory"):
        filled = book.running.filled(kind)
        kinds[kind] = [key for one in filled for key in one.keys]
        assert all((one.box.top < horizon) == (kind == "state") for one in filled)
        assert [one.box.page for one in filled] == [0, 1, 2, 3]
    assert {kind: len(keys) for kind, keys in kinds.items()} == {"state": 28, "union-territory": 8}


def test_the_lines_are_in_the_order_of_their_names() -> None:
    hindi = Book(catalogue.load(ROOT), Stationery.of(ROOT, "hi"))
    shown = [state.name for state in states.in_order(hindi.catalogue, "state")]
    assert shown[:5] == ["अरुणाचल प्रदेश", "असम", "आंध्र प्रदेश", "उत्तर प्रदेश", "उत्तराखंड"]
    assert shown[-2:] == ["हरियाणा", "हिमाचल प्रदेश"]


def test_innovators_are_counted_and_their_pages_linked(book: Book) -> None:
    at_home = {shelf.id: shelf.startups for shelf in book.whole.states()}
    shown = lines(book)
    for state in book.whole.vocabulary.states.values():
        cell = shown[states.line_name(state)][4]
        links = {link.get("href"): text(link) for link in cell.iter("a")}
        startups = at_home.get(state.code, ())
        assert links == {f"goto:startup/{one.slug}": str(book.folio(f"startup/{one.slug}")) for one in startups}
        assert text(cell).startswith(str(len(startups)) if startups else "–")


def test_of_many_innovators_the_page_of_the_index_is_given(tmp_path: Path) -> None:
    loaded = catalogue.load(make_world(tmp_path, dict(firm(n) for n in range(states.MOST + 1))), today=DAY)
    told = {row.key: row.html for row in states.lines(loaded, lambda key: len(key), "state", "hi")}
    index = "index-hi/state/maharashtra"
    assert told["data/states/maharashtra.yml"].endswith(
        f'<span class="value">{states.MOST + 1}</span>Index <a href="goto:{index}">'
        f'<span class="at">{len(index)}</span></a></td>'
    )


def test_policies_and_hubs_are_cited(book: Book) -> None:
    told = states.sources(book.catalogue)
    row = lines(book)["data/states/goa.yml"]
    cited = {link.get("href") for cell in row[1:4] for link in cell.iter("a")}
    first = {min(told.of("states/goa", ids)) for ids in ([1, 2], [4, 5, 6, 7])}
    assert {f"goto:source/{states.SLUG}/{number}" for number in first} <= cited


def test_the_newest_source_is_named_with_its_day() -> None:
    told = states.newest(catalogue.load(ROOT))
    assert told == max(row.date for row in states.sources(catalogue.load(ROOT)).rows if row.date)
    english = Book(catalogue.load(ROOT), Stationery.of(ROOT, "en"))
    html = MAKERS["states"](english, english.plan.by_key["states"]).html
    assert f"The newest source is of {told.long()}." in html


def state_with(slug: str, *wheres: str) -> SimpleNamespace:
    return SimpleNamespace(slug=slug, hubs=[SimpleNamespace(place=where) for where in wheres])


@pytest.mark.parametrize(
    ("wheres", "told"),
    [
        (("Koraput / Sunabeda", "Chandipur, Balasore"), ["Koraput", "Sunabeda", "Chandipur", "Balasore"]),
        (("Pune, Nagpur", "MIHAN, Nagpur", "Pune and Taloja"), ["Pune", "Nagpur", "MIHAN", "Taloja"]),
        (("Hazira, near Surat", "near Amravati"), ["Hazira", "near Amravati"]),
        (("Kurnool", "Kurnool district", "Nalanda, Krishna district"), ["Kurnool", "Nalanda"]),
        (("Nalanda", "five districts"), ["Nalanda", "five districts"]),
        (("Andhra Pradesh", "Tirupati"), ["Tirupati"]),
        (("Andhra Pradesh",), ["Andhra Pradesh"]),
        ((), []),
    ],
)
def test_hubs_are_told_by_their_places_each_once(wheres: tuple[str, ...], told: list[str]) -> None:
    assert states.places(state_with("andhra-pradesh", *wheres)) == told


def goa(folder: Path, hubs: int, short: str) -> Book:
    """A book in a world where Goa has so many hubs more, and a policy called `short`."""
    root = make_world(folder, {"startups/lantern-works.md": profile()})
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    file = root / GOA
    written = file.read_text(encoding="utf-8")
    assert POLICY in written and "\nhubs:\n" in written
    rows = "".join(f'  - {{name: "Yard", kind: "yard", place: "Lantern Quay {n}", src: [1]}}\n' for n in range(hubs))
    written = written.replace(POLICY, f'short: "{short}"').replace("\nhubs:\n", f"\nhubs:\n{rows}")
    file.write_text(written, encoding="utf-8")
    return Book(catalogue.load(root, today=DAY), Stationery.of(root))


def test_twelve_hubs_and_a_long_policy_have_room(tmp_path: Path) -> None:
    short = "Policy for the Promotion of Aerospace and Defence Manufacturing, Maintenance and Innovation 2026-36"
    book = goa(tmp_path, 12, short)
    assert module_of(book, book.plan.by_key["states"]).problems == ()
    row = lines(book)[GOA]
    assert short in text(row[1])
    assert all(f"Lantern Quay {n}" in text(row[3]) for n in range(12))


def test_a_state_that_has_no_room_stops_the_build_and_its_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TypesettingError) as caught:
        _ = goa(tmp_path, 150, "Investment Policy").plan
    assert re.fullmatch(
        rf"“{re.escape(GOA)}” takes [\d.]+ mm, and its place has [\d.]+ mm: shorten its text", str(caught.value)
    )


def test_a_state_may_leave_its_policy_undated(tmp_path: Path) -> None:
    loaded = with_no_year(tmp_path)
    told = states.lines(loaded, lambda _key: 1, "state", "en")
    row = next(one.html for one in told if one.key == GOA)
    assert '<td class="of-year"><span class="none">–</span></td>' in row


def with_no_year(folder: Path) -> Catalogue:
    root = make_world(folder, {})
    written = (root / GOA).read_text(encoding="utf-8")
    assert f"{POLICY}\n    year: 2014\n" in written
    (root / GOA).write_text(written.replace("    year: 2014\n", "", 1), encoding="utf-8")
    return catalogue.load(root, today=DAY)
