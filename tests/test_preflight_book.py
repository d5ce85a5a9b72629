"""The real text block spoiled, a fault at a time: the gate's command names page, profile, line and the way to mend it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from pressed import POINTS
from pressfiles import picture
from world import ROOT

from showcase import catalogue, planfile
from showcase.book.press.edition import make_press_edition
from showcase.cli import main
from showcase.planfile import PlanFile
from showcase.preflight.codes import CHECKS

SLUG = "pixxel"
EDGE = 15 * POINTS
"""What stands round the trim: bleed and the place of the marks."""
SENSIBLE = re.compile(rb"(\d[\d.]*) Tf\n(?:/InkOver gs\n)?0 0 0 [\d.]+ k")
"""Where a page sets its type and gives it black alone."""


class Book(NamedTuple):
    path: Path
    plan: PlanFile
    first: int
    """The left page of the profile; its words stand on the one after it."""


class Case(NamedTuple):
    """The code that is to be found, on which page of the spread from 0 (None: of the file), words of the finding."""

    code: str
    page: int | None
    message: str
    change: Callable[[Pdf, int], None]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    made = make_press_edition(ROOT, catalogue.load(ROOT), tmp_path_factory.mktemp("real"))
    plan = PlanFile.model_validate_json(planfile.path_of(made.path).read_bytes())
    return Book(made.path, plan, next(one.first for one in plan.profiles if one.slug == SLUG))


def content(pdf: Pdf, page: int) -> Stream:
    return pdf.pages[page - 1].obj.Contents


def rewritten(change: Callable[[bytes], bytes], page: int = 1) -> Callable[[Pdf, int], None]:
    """What a page of the spread says is said otherwise."""

    def act(pdf: Pdf, first: int) -> None:
        before = content(pdf, first + page).read_bytes()
        after = change(before)
        assert after != before
        pdf.pages[first + page - 1].obj.Contents = pdf.make_stream(after)

    return act


def small_type_in(colour: bytes) -> Callable[[bytes], bytes]:
    """The first small words of a page get another colour."""

    def change(data: bytes) -> bytes:
        place = next(one for one in SENSIBLE.finditer(data) if float(one[1]) * 0.75 < 20)
        return data[: place.start()] + b"%s Tf\n%s" % (place[1], colour) + data[place.end() :]

    return change


def painted(operators: str, **pictures: Callable[[Pdf], Stream]) -> Callable[[Pdf, int], None]:
    """More is painted on the right page, in points of its sheet."""

    def act(pdf: Pdf, first: int) -> None:
        page = pdf.pages[first]
        objects = page.obj.Resources.XObject = Dictionary(page.obj.Resources.get("/XObject", Dictionary()))
        for name, make in pictures.items():
            objects[f"/{name}"] = make(pdf)
        page.obj.Contents = pdf.make_stream(b"q\n" + content(pdf, first + 1).read_bytes() + b"\nQ\n" + operators.encode())

    return act


def on_page(act: Callable[[Pdf, Dictionary], object]) -> Callable[[Pdf, int], None]:
    return lambda pdf, first: act(pdf, pdf.pages[first].obj) and None


def unknown_glyph(data: bytes) -> bytes:
    """The first words shown begin with a glyph that no font has."""
    return re.sub(rb"\[<", b"[<0000", data, count=1)


def without_words_at_the_foot(data: bytes) -> bytes:
    """The last words above the folio are not set, as when a template loses a block."""
    runs = list(re.finditer(rb"BT\n.*?\nET", data, re.DOTALL))
    return data[: runs[-6].start()] + data[runs[-3].end() :]


def linked(pdf: Pdf, page: Dictionary) -> None:
    page.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([90, 90, 190, 110])))])


def another_intent(pdf: Pdf, _first: int) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = "FOGRA51"


def not_embedded(pdf: Pdf, page: Dictionary) -> None:
    for font in page.Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in descriptor:
                del descriptor[key]


def one_more(pdf: Pdf, first: int) -> None:
    pdf.pages.append(pdf.pages[first])


def placed(width: int, height: int) -> str:
    return f"q {width} 0 0 {height} 300 300 cm /Boat Do Q"


CASES = {
    "an RGB picture": Case("G303", 1, "DeviceRGB", painted(placed(144, 108), Boat=lambda pdf: picture(pdf, 600, 450, "RGB"))),
    "a picture of 150 ppi": Case("G701", 1, "150 ppi", painted(placed(144, 108), Boat=lambda pdf: picture(pdf, 300, 225))),
    "340 % of ink": Case("G601", 1, "340 % of ink", painted("0.9 0.85 0.75 0.9 k 300 300 120 120 re f")),
    "RGB text": Case("G301", 1, "DeviceRGB", rewritten(small_type_in(b"0.1 0.1 0.1 rg"))),
    "small text of four inks": Case("G401", 1, "60/50/40/90", rewritten(small_type_in(b"0.6 0.5 0.4 0.9 k"))),
    "a missing glyph": Case("G405", 1, "no glyph", rewritten(unknown_glyph)),
    "a block dropped": Case("G805", 1, "is not whole", rewritten(without_words_at_the_foot)),
    "one page too many": Case("G804", 1, "says the same as this one", one_more),
    "a link left": Case("G208", 1, "link", on_page(linked)),
    "an area without bleed": Case("G207", 1, "right", painted(
        f"0 0 0 0.4 k {EDGE + 300 * POINTS - 60:.2f} 300 60 120 re f")),
    "a page without a bleed box": Case("G201", 1, "BleedBox", on_page(lambda _pdf, page: page.__delitem__("/BleedBox"))),
    "a wrong intent": Case("G123", None, "FOGRA51", another_intent),
    "a font not embedded": Case("G406", 1, "not embedded", on_page(not_embedded)),
}  # fmt: skip


def spoiled(book: Book, folder: Path, change: Callable[[Pdf, int], None]) -> Path:
    path = folder / book.path.name
    with Pdf.open(book.path) as pdf:
        change(pdf, book.first)
        pdf.save(path, deterministic_id=True)
    shutil.copy(planfile.path_of(book.path), planfile.path_of(path))
    return path


@pytest.mark.parametrize("name", CASES)
def test_a_fault_in_the_real_book_is_named_with_its_page_its_profile_and_how_to_mend_it(
    name: str, book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES[name]
    path = spoiled(book, tmp_path, case.change)
    assert main(["--root", str(ROOT), "preflight", str(path), "--press", "offset-case"]) == 1
    told = capsys.readouterr().out
    data = json.loads(path.with_suffix(".preflight.json").read_text())
    page = None if case.page is None else book.first + case.page
    found = [one for one in data["findings"] if one["code"] == case.code and one["page"] == page and case.message in one["message"]]
    assert found, told
    assert f"to mend: {CHECKS[case.code].fix}" in told
    if page:
        profile = ROOT / "startups" / f"{SLUG}.md"
        assert (found[0]["part"], found[0]["file"]) == ("Pixxel", f"startups/{SLUG}.md")
        assert 1 < found[0]["line"] <= len(profile.read_text().splitlines())
        if name != "a font not embedded":  # which many pages share, and the first few are told
            assert f"page {page} ({page}, Pixxel, startups/{SLUG}.md:" in told


def test_a_page_put_in_before_all_others_is_no_flood(book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spoiled(book, tmp_path, lambda pdf, _first: pdf.pages.insert(0, pdf.pages[0]))
    assert main(["--root", str(ROOT), "preflight", str(path), "--press", "offset-case"]) == 1
    capsys.readouterr()
    data = json.loads(path.with_suffix(".preflight.json").read_text())
    (order,) = [one for one in data["findings"] if one["code"] == "G804" and "folio" in one["message"]]
    assert (order["page"], order["message"][:17]) == (4, "bears no folio 4,")
    assert not [one for one in data["findings"] if one["code"] == "G805"]


def test_pages_taken_out_of_the_middle_are_counted_and_name_no_part_that_is_there(
    book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def taken(pdf: Pdf, first: int) -> None:
        del pdf.pages[first - 1 : first + 3]
        linked(pdf, pdf.pages[first + 1].obj)

    path = spoiled(book, tmp_path, taken)
    assert main(["--root", str(ROOT), "preflight", str(path), "--press", "offset-case"]) == 1
    capsys.readouterr()
    found = json.loads(path.with_suffix(".preflight.json").read_text())["findings"]
    count, bare = sorted((one for one in found if one["code"] == "G804"), key=lambda one: one["page"] or 0)
    assert count["message"].endswith(f": 4 lost, from page {book.first} of the file on.")
    assert bare["message"].startswith(f"bears no folio {book.first}, and ")
    (link,) = [one for one in found if one["code"] == "G208"]
    assert (link["page"], link["label"], link["part"], link["file"]) == (book.first + 2, "", "", "")
    lost = {one["file"] for one in found if one["code"] == "G805"}
    assert f"startups/{SLUG}.md" in lost
    assert len(lost) <= 2


def test_two_pages_that_changed_places_are_named(book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def swapped(pdf: Pdf, first: int) -> None:
        other = first + 20
        one, two = pdf.pages[first - 1], pdf.pages[other - 1]
        pdf.pages[first - 1], pdf.pages[other - 1] = two, one

    path = spoiled(book, tmp_path, swapped)
    assert main(["--root", str(ROOT), "preflight", str(path), "--press", "offset-case"]) == 1
    capsys.readouterr()
    found = json.loads(path.with_suffix(".preflight.json").read_text())["findings"]
    bare = {one["page"]: one["message"] for one in found if "folio" in one["message"]}
    assert sorted(bare) == [book.first, book.first + 20]
    assert bare[book.first] == f"bears no folio {book.first}; pages may be out of order."
