"""Covers solved from the extent: spine, panels, horizon, words and bar code, measured in the finished files."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops
from pressed import PressFile
from test_book_profiles import DAY, book_of
from test_press_profiles import book_yml
from world import PROFILE, ROOT

import build_pdf
from showcase import catalogue
from showcase.book.press.coveredition import MadeCover, MadeCovers, make_cover_edition
from showcase.book.press.ean import FULL_SIZE, MODULE, BarCode, modules
from showcase.book.press.loading import load_press
from showcase.book.press.sheets import Panel, Sheet, cover_sheets
from showcase.book.press.spine import MARGIN, NARROWEST, SMALLEST, spine_texts
from showcase.book.settings import MM_PER_POINT, Settings, load_settings
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError

ISBN = "978-0-306-40615-7"
NO_ISBN = "isbn: null"
TITLES = {"en": "Shared Horizons of Innovation", "hi": "नवाचार के साझा क्षितिज"}
DPI = 100


@dataclass(frozen=True)
class World:
    """A small book and what may be made of it."""

    root: Path

    def covers(self, press: str = "offset-case", language: str = "bilingual") -> MadeCovers:
        content = catalogue.load(self.root, today=DAY)
        return make_cover_edition(self.root, content, self.root / "dist", load_press(self.root, press), language)

    @property
    def settings(self) -> Settings:
        return load_settings(self.root)


def small_book(folder: Path, *changes: tuple[str, str]) -> World:
    """The book of one profile, with changes to book.yml."""
    book_of(folder, PROFILE)
    book_yml(folder, *changes)
    return World(folder)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A small book of a case with an ISBN and foil."""
    changes = (NO_ISBN, f'isbn: {{bilingual: "{ISBN}"}}'), ("foil: false ", "foil: true ")
    return small_book(tmp_path_factory.mktemp("case"), *changes)


@pytest.fixture(scope="module")
def case(world: World) -> dict[str, MadeCover]:
    """The covers of the case by their kind."""
    return {one.kind: one for one in world.covers().covers}


@pytest.fixture(scope="module")
def wrap(tmp_path_factory: pytest.TempPathFactory) -> MadeCover:
    """The one cover of a perfect-bound book."""
    (cover,) = small_book(tmp_path_factory.mktemp("wrap")).covers("digital-perfect").covers
    return cover


def rendered(cover: MadeCover, page: int = 0, dpi: int = DPI) -> Image.Image:
    with pypdfium2.PdfDocument(cover.path) as document:
        return document[page].render(scale=dpi / 72).to_pil().convert("L")


def text_of(cover: MadeCover) -> str:
    with pypdfium2.PdfDocument(cover.path) as document:
        return document[0].get_textpage().get_text_bounded().replace("\r\n", " ")


def boxes(path: Path) -> dict[str, list[float]]:
    """The boxes of the first page in millimetres."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0].obj
        return {name: [float(one) * MM_PER_POINT for one in page[f"/{name}Box"]] for name in ("Media", "Bleed", "Trim")}


# The spine and the panels.


@pytest.mark.parametrize(
    ("pages", "gsm", "bulk", "allowance", "thickness"),
    [(200, 170, 0.85, 0, 14.45), (96, 150, 0.9, 0, 6.48), (96, 170, 0.85, 0.6, 7.536), (480, 90, 1.5, 1, 33.4), (32, 115, 0.8, 0, 1.472)],
)
def test_a_spine_is_leaves_times_paper(pages: int, gsm: float, bulk: float, allowance: float, thickness: float) -> None:
    settings = load_settings(ROOT)
    digital, offset = settings.press["digital-perfect"], settings.press["offset-case"]
    paper = digital.paper.model_copy(update={"gsm": gsm, "bulk": bulk})

    def spines(profile: object) -> list[float]:
        cover = profile.cover.model_copy(update={"allowance": allowance})
        made = cover_sheets(pages // 2, profile.model_copy(update={"paper": paper, "cover": cover}), settings)
        return [sheet.panel("spine").width for sheet in made if sheet.kind != "endpapers"]

    assert spines(digital) == pytest.approx([thickness], abs=0.001)
    # Boards of 2.5 mm on either side; the spine board is half a millimetre narrower.
    assert spines(offset) == pytest.approx([thickness + 4.5, thickness + 5], abs=0.001)


def test_a_soft_cover_is_two_pages_and_a_spine() -> None:
    settings = load_settings(ROOT)
    (sheet,) = cover_sheets(48, settings.press["digital-perfect"], settings)
    assert [(panel.name, panel.width) for panel in sheet.panels] == [("back", 300), ("spine", 7.08), ("front", 300)]
    assert (sheet.width, sheet.height, sheet.horizon) == (607.08, 240, 148.3)
    assert (sheet.art.width, sheet.art.height) == pytest.approx((617.08, 250))


def test_a_case_has_boards_hinges_and_turn_ins() -> None:
    settings = load_settings(ROOT)
    case, jacket, endpapers = cover_sheets(48, settings.press["offset-case"], settings)
    assert case.width == pytest.approx(2 * (296.5 + 9) + 11.436 + 2 * 18)
    assert case.height == 240 + 2 * 3 + 2 * 18
    assert case.horizon == pytest.approx(148.3 + 3 + 18)
    assert jacket.width == pytest.approx(2 * (100 + 308) + 11.936)
    assert (jacket.height, jacket.horizon) == (246, pytest.approx(151.3))
    assert (endpapers.width, endpapers.height, endpapers.folds) == (600, 240, (300,))


@pytest.mark.parametrize("press", ["offset-case", "digital-perfect"])
def test_panels_stand_side_by_side_and_make_the_sheet(press: str) -> None:
    settings = load_settings(ROOT)
    for sheet in cover_sheets(60, settings.press[press], settings):
        rights = [panel.right for panel in sheet.panels[:-1]]
        assert [panel.left for panel in sheet.panels[1:]] == pytest.approx(rights)
        assert sheet.panels[0].left == 0
        assert sum(panel.width for panel in sheet.panels) == pytest.approx(sheet.width)
        mirrored = [panel.width for panel in sheet.panels]
        assert mirrored == mirrored[::-1]


def test_a_safe_zone_is_clear_of_edges_folds_and_turn_ins() -> None:
    settings = load_settings(ROOT)
    case = cover_sheets(48, settings.press["offset-case"], settings)[0]
    safe, front = case.safe("front"), case.panel("front")
    assert (safe.left, safe.width) == pytest.approx((front.left + 8, front.width - 16))
    assert (safe.top, safe.height) == pytest.approx((18 + 8, 246 - 16))


# The files.


def test_the_boxes_of_a_file_are_those_of_its_sheet(case: dict[str, MadeCover], wrap: MadeCover) -> None:
    assert sorted(case) == ["case", "endpapers", "foil", "jacket"]
    for cover in (*case.values(), wrap):
        found, sheet = boxes(cover.path), cover.sheet
        edge = sheet.bleed + 12
        assert found["Media"] == pytest.approx([0, 0, sheet.width + 2 * edge, sheet.height + 2 * edge], abs=0.01)
        assert found["Trim"] == pytest.approx([edge, edge, edge + sheet.width, edge + sheet.height], abs=0.01)
        assert found["Bleed"] == pytest.approx([12, 12, sheet.width + edge + sheet.bleed, sheet.height + edge + sheet.bleed], abs=0.01)


def test_the_file_is_as_wide_as_the_spine_asks(wrap: MadeCover) -> None:
    left, _foot, right, _head = boxes(wrap.path)["Trim"]
    ticket = json.loads((wrap.path.parent / "shared-horizons-cover.json").read_text(encoding="utf-8"))
    spine = ticket["extent"]["pages"] / 2 * 150 * 0.9 / 1000 + 0.6
    assert right - left == pytest.approx(600 + spine, abs=0.2)


def line_at(picture: Image.Image, x: float, near: float) -> float:
    """How far down, in millimetres, the brightest row of a narrow column lies, within 6 mm of a place."""
    scale = DPI / 25.4
    left, top, foot = round(x * scale), round((near - 6) * scale), round((near + 6) * scale)
    column = picture.crop((left, top, left + 3, foot)).resize((1, foot - top), Image.Resampling.BOX)
    rows = [column.getpixel((0, y)) for y in range(column.height)]
    return (top + rows.index(max(rows)) + 0.5) / scale


def test_one_horizon_runs_at_one_height_over_all_panels(case: dict[str, MadeCover], wrap: MadeCover) -> None:
    for cover in (case["case"], case["jacket"], wrap):
        picture, edge = rendered(cover), cover.sheet.bleed + 12
        for panel in cover.sheet.panels:
            for share in (0.06, 0.94):
                x = edge + panel.left + panel.width * share
                assert line_at(picture, x, edge + cover.sheet.horizon) == pytest.approx(edge + cover.sheet.horizon, abs=0.3), panel.name


def test_the_picture_goes_into_the_bleed_on_every_side(case: dict[str, MadeCover], wrap: MadeCover) -> None:
    for cover in (case["case"], case["jacket"], case["endpapers"], wrap):
        picture, scale = rendered(cover), DPI / 25.4
        width, height = (round(one * scale) for one in (cover.sheet.width, cover.sheet.height))
        edge, inside, outside = (round((12 + off) * scale) for off in (cover.sheet.bleed, 0.6, -1))
        for x in (edge + width // 5, edge + width * 4 // 5):
            assert picture.getpixel((x, inside)) < 200
            assert picture.getpixel((x, picture.height - inside - 1)) < 200
        for y in (edge + height // 5, edge + height * 4 // 5):
            assert picture.getpixel((inside, y)) < 200
            assert picture.getpixel((picture.width - inside - 1, y)) < 200
            assert picture.getpixel((outside, y)) == 255


def test_below_the_line_lies_the_water_and_not_the_sky(case: dict[str, MadeCover]) -> None:
    """A gradient that stays where it is while the page is moved would show sky below the line."""
    picture, sheet = rendered(case["case"]), case["case"].sheet
    x, edge, scale = sheet.panel("back").left + 100, sheet.bleed + 12, DPI / 25.4
    middles = [round((edge + sheet.horizon + off) * scale) for off in (-8, 6)]
    above, below = (
        picture.crop((round((edge + x) * scale), y, round((edge + x + 60) * scale), y + 12)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        for y in middles
    )
    assert above > below + 25


def test_every_fold_has_its_mark_outside_the_bleed(case: dict[str, MadeCover], wrap: MadeCover) -> None:
    for cover in (*case.values(), wrap):
        picture, scale, edge = rendered(cover, dpi=400), 400 / 25.4, cover.sheet.bleed + 12
        for fold in cover.sheet.folds:
            x = round((edge + fold) * scale)
            for top in (2, picture.height / scale - 10):
                strip = picture.crop((x - 3, round(top * scale), x + 4, round((top + 8) * scale)))
                assert strip.getextrema()[0] < 128, (cover.kind, fold)


# The words.


def spine_of(width: float) -> Sheet:
    panels = (Panel("back", 0, 300), Panel("spine", 300, width), Panel("front", 300 + width, 300))
    return Sheet("wrap", panels, 240, 148.3, 5, 8)


def texts_on(width: float) -> list[tuple[str, float]]:
    stationery = Stationery.of(ROOT)
    fonts = {"en": stationery.font("serif-regular"), "hi": stationery.font("devanagari-serif")}
    found = spine_texts(spine_of(width), [(text, language, fonts[language]) for language, text in TITLES.items()])
    return [(one.language, one.size) for one in found]


def test_a_spine_of_4_9_mm_bears_no_words_and_one_of_5_1_mm_bears_the_title() -> None:
    assert NARROWEST == 5
    assert texts_on(4.9) == []
    ((language, size),) = texts_on(5.1)
    assert language == "en"
    assert SMALLEST <= size <= 8


def test_a_broader_spine_bears_both_titles_and_neither_is_larger_than_its_place() -> None:
    (_en, english), (_hi, hindi) = texts_on(12)
    assert 15 < english < 25
    assert 10 < hindi <= english
    (_en, widest), _hindi = texts_on(60)
    assert widest * MM_PER_POINT * 10 < 148.3  # the title's length is near 12 ems


def test_the_letters_on_the_spine_keep_to_its_safe_margins(case: dict[str, MadeCover]) -> None:
    cover = case["foil"]  # letters and line alone, so that all ink is theirs
    spine, edge, dpi = cover.sheet.panel("spine"), cover.sheet.bleed + 12, 400
    picture, scale = rendered(cover, dpi=dpi), dpi / 25.4
    for top, foot in ((edge, edge + cover.sheet.horizon - 2), (edge + cover.sheet.horizon + 2, edge + cover.sheet.height)):
        place = tuple(round(one * scale) for one in (edge + spine.left, top, edge + spine.right, foot))
        left, _top, right, _foot = picture.crop(place).point(lambda tone: 255 * (tone < 128)).getbbox()
        assert left / scale >= MARGIN
        assert spine.width - right / scale >= MARGIN
        assert left == pytest.approx(picture.crop(place).width - right, abs=0.4 * scale)


def test_a_thin_book_has_no_words_on_its_spine(wrap: MadeCover) -> None:
    assert wrap.sheet.panel("spine").width < NARROWEST
    assert text_of(wrap).count("Innovation") == 1


def test_a_cover_says_what_the_book_is_and_whose_it_is_not(wrap: MadeCover) -> None:
    words = text_of(wrap)
    for said in ("I NNOVATORS OF I DEX".replace(" ", ""), "ShareD".lower(), "Not an official publication of the Ministry of Defence."):
        assert said.replace(" ", "").lower() in words.replace(" ", "").lower()


def test_each_language_edition_has_covers_of_its_own(tmp_path: Path) -> None:
    world = small_book(tmp_path)
    texts = {}
    for language in ("bilingual", "en", "hi"):
        (cover,) = world.covers("digital-perfect", language).covers
        suffix = "" if language == "bilingual" else f"-{language}"
        assert cover.path.name == f"shared-horizons-cover{suffix}.pdf"
        with pikepdf.open(cover.path) as pdf:
            texts[language] = text_of(cover), str(pdf.Root.Lang)
    assert {language: lang for language, (_text, lang) in texts.items()} == {"bilingual": "en-GB", "en": "en-GB", "hi": "hi"}
    assert "Start-ups that took up" in texts["bilingual"][0]
    assert "Start-ups that took up" in texts["en"][0]
    assert "Start-ups that took up" not in texts["hi"][0]
    devanagari = {language: len(re.findall("[\u0900-\u097f]", text)) for language, (text, _lang) in texts.items()}
    latin = {language: len(re.findall("[A-Za-z]", text)) for language, (text, _lang) in texts.items()}
    assert devanagari["en"] < 30 < 100 < min(devanagari["bilingual"], devanagari["hi"])  # the title is in both
    assert latin["hi"] < 60 < 150 < min(latin["bilingual"], latin["en"])


def test_words_that_have_no_room_on_a_flap_stop_the_build(tmp_path: Path) -> None:
    world = small_book(tmp_path)
    site = world.root / "data" / "site.yml"
    text = site.read_text(encoding="utf-8")
    line = "Every fact names the published source that says it, and every profile lists its sources in full."
    assert line in text
    site.write_text(text.replace(line, " ".join([line] * 12)), encoding="utf-8")
    with pytest.raises(TypesettingError, match=r"^dust jacket: the words overrun their place \(blurb by \d+\.\d mm\)$"):
        world.covers()
    assert not (world.root / "dist").exists()


# The bar code.


def test_the_modules_of_a_code_are_those_of_the_standard() -> None:
    # 5901234123457, worked by hand: first digit 5 draws the left half OEEOOE.
    assert modules("5901234123457") == (
        "101" "0001011" "0100111" "0110011" "0010011" "0111101" "0011101" "01010"
        "1100110" "1101100" "1000010" "1011100" "1001110" "1000100" "101"
    )  # fmt: skip


def test_the_code_on_the_cover_is_read_back(case: dict[str, MadeCover]) -> None:
    picture = rendered(case["jacket"], dpi=200)
    (code,) = zxingcpp.read_barcodes(picture)
    assert (code.text, code.format) == (ISBN.replace("-", ""), zxingcpp.BarcodeFormat.EAN13)
    found, scale, sheet = code.position, 200 / 25.4, case["jacket"].sheet
    x = (found.top_left.x / scale - sheet.bleed - 12, found.top_right.x / scale - sheet.bleed - 12)
    back = sheet.panel("back")
    assert back.left < x[0] < x[1] < back.right - sheet.safety
    assert x[1] - x[0] == pytest.approx(95 * MODULE * FULL_SIZE, abs=0.5)


def test_a_code_is_never_smaller_than_scanners_read() -> None:
    assert (BarCode(ISBN).width, BarCode(ISBN).height) == pytest.approx((37.29, 24.5), abs=0.01)


def test_a_code_stands_on_white_in_black_alone(case: dict[str, MadeCover]) -> None:
    with pikepdf.open(case["jacket"].path) as pdf:
        images = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        drawn = [pdf.pages[0].Contents.read_bytes(), *images]
    bars = next(stream for stream in drawn if stream.count(b" l\n") > 80 and b"0 0 0 1 k" in stream)
    assert b" rg" not in bars


def test_the_bars_are_on_the_black_plate_and_on_no_other(case: dict[str, MadeCover], tmp_path: Path) -> None:
    plates = PressFile(around_the_code(case["jacket"].path, tmp_path / "code.pdf")).plates(1, dpi=300)
    (code,) = zxingcpp.read_barcodes(ImageChops.invert(plates.pop("Black")))
    assert code.text == ISBN.replace("-", "")
    box = code.position.top_left.x, code.position.top_left.y, code.position.bottom_right.x, code.position.bottom_right.y
    assert plates.keys() == {"Cyan", "Magenta", "Yellow"}
    assert {plate.crop(box).getextrema() for plate in plates.values()} == {(0, 0)}


def around_the_code(cover: Path, path: Path) -> Path:
    """A cover cut down to its bar code and a centimetre round it: all of it takes a minute to be separated."""
    with pypdfium2.PdfDocument(cover) as document:
        (code,) = zxingcpp.read_barcodes(document[0].render(scale=200 / 72).to_pil())
        height = document[0].get_height()
    left, top, right, foot = (side * 72 / 200 for side in (
        code.position.top_left.x, code.position.top_left.y, code.position.bottom_right.x, code.position.bottom_right.y))  # fmt: skip
    with pikepdf.open(cover) as pdf:
        page = pdf.pages[0]
        page.MediaBox = page.CropBox = [left - 28, height - foot - 28, right + 28, height - top + 28]
        pdf.save(path)
    return path


def test_digits_stand_below_their_own_bars() -> None:
    code = BarCode(ISBN)
    assert "".join(digit for digit, _left in code.digits) == ISBN.replace("-", "")
    lefts = [left / code.module for _digit, left in code.digits]
    assert lefts[1:] == pytest.approx([14, 21, 28, 35, 42, 49, 61, 68, 75, 82, 89, 96])
    assert lefts[0] + 7 < 11


def test_without_an_isbn_there_is_no_code(wrap: MadeCover, case: dict[str, MadeCover]) -> None:
    assert zxingcpp.read_barcodes(rendered(wrap, dpi=150)) == []
    assert "ISBN" not in text_of(wrap)
    assert zxingcpp.read_barcodes(rendered(case["case"], dpi=150)) == []  # it lies under the jacket


# Foil.


def test_foil_is_a_file_of_black_alone_with_title_and_line(case: dict[str, MadeCover]) -> None:
    foil, jacket = case["foil"], case["jacket"]
    assert foil.sheet == jacket.sheet
    colours = set()
    with pikepdf.open(foil.path) as pdf:
        for stream in (one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/XML"):
            if stream.get("/Subtype") == "/Form" or stream.objgen == pdf.pages[0].obj.Contents.objgen:
                colours |= {(str(op), *map(float, operands)) for operands, op in pikepdf.parse_content_stream(stream)
                            if str(op) in {"k", "K", "rg", "RG", "g", "G", "SCN", "scn"}}  # fmt: skip
    assert colours == {("k", 0, 0, 0, 1), ("K", 0, 0, 0, 1)}
    assert "Horizons" in text_of(foil)
    assert "Start-ups" not in text_of(foil)


def test_what_is_foiled_is_not_printed_too(case: dict[str, MadeCover], wrap: MadeCover) -> None:
    assert "Horizons" not in text_of(case["jacket"])
    assert "Horizons" in text_of(case["case"])
    assert "Horizons" in text_of(wrap)


# The edition.


def test_the_endpapers_are_two_sheets_of_the_lines_height(case: dict[str, MadeCover]) -> None:
    with pikepdf.open(case["endpapers"].path) as pdf:
        assert len(pdf.pages) == 2
        assert pdf.pages[0].obj.TrimBox == pdf.pages[1].obj.TrimBox
    for page in (0, 1):
        picture, scale = rendered(case["endpapers"], page), DPI / 25.4
        column = [picture.getpixel((round(100 * scale), round((15 + 148.3 + off) * scale))) for off in (-2, -0.6)]
        assert column[0] == column[1]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    world = small_book(tmp_path)
    sums = []
    for _time in range(2):
        made = world.covers("digital-perfect")
        sums.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in (made.covers[0].path, *made.beside)])
        shutil.rmtree(world.root / "dist")
    assert sums[0] == sums[1]


def test_covers_of_another_binding_do_not_stay_beside(tmp_path: Path) -> None:
    world = small_book(tmp_path)
    world.covers()
    assert (world.root / "dist" / "shared-horizons-cover-jacket.pdf").is_file()
    world.covers("digital-perfect")
    assert sorted(path.name for path in (world.root / "dist").iterdir()) == [
        "shared-horizons-cover.json", "shared-horizons-cover.pdf", "shared-horizons-cover.png",
        "shared-horizons-cover.preflight.html", "shared-horizons-cover.preflight.json",
    ]  # fmt: skip


def test_the_program_says_extent_and_sizes(world: World, capsys: pytest.CaptureFixture) -> None:
    output = world.root / "told"
    assert build_pdf.main(["--edition", "cover", "--press", "offset-case", "--output", str(output)], world.root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "offset-case: Sheet-fed offset on coated paper (ISO 12647-2), sewn, case-bound with a jacket"
    assert lines[1].startswith("The text block has ")
    jacket = next(line for line in lines if "jacket.pdf" in line)
    assert re.fullmatch(rf"{output}/shared-horizons-cover-jacket\.pdf: dust jacket, 8\d\d\.\d × 246\.0 mm, spine \d\.\d mm", jacket)
    made = [one.name for one in output.iterdir() if ".preflight." not in one.name]
    assert len(made) == 6
    assert all(any(name in line for line in lines) for name in made)


def test_no_press_takes_away_what_was_made_for_another(world: World) -> None:
    output = world.root / "two"
    asked = ["--edition", "cover", "--output", str(output), "--press"]
    assert build_pdf.main([*asked, "offset-case"], world.root) == 0
    first = {path.name: path.read_bytes() for path in output.iterdir()}
    assert build_pdf.main([*asked, "digital-perfect"], world.root) == 0
    assert {path.name: path.read_bytes() for path in output.iterdir() if path.is_file()} == first
    assert (output / "digital-perfect" / "shared-horizons-cover.pdf").is_file()


def test_an_unknown_press_is_wrong_use(world: World, capsys: pytest.CaptureFixture) -> None:
    assert build_pdf.main(["--edition", "cover", "--press", "ofset-case"], world.root) == 2
    assert capsys.readouterr().err == (
        "build_pdf.py: book/book.yml has no press profile ofset-case; it has offset-case, digital-perfect. "
        "Did you mean offset-case?\n"
    )


def test_a_press_without_its_icc_profile_makes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    world = small_book(tmp_path, ("icc: press/fogra39-300.icc", "icc: press/gone.icc"))
    assert build_pdf.main(["--edition", "cover", "--output", str(tmp_path / "dist")], world.root) == 1
    assert "error[P813]: there is no ICC profile press/gone.icc." in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def test_the_picture_of_the_bound_book_shows_the_foil_too(world: World) -> None:
    made = world.covers()
    with Image.open(made.beside[1]) as picture:
        assert picture.mode == "RGB"
        whites = sum(picture.convert("L").histogram()[250:])
    foiled = replace(load_press(world.root), profile=load_press(world.root).profile.model_copy(update={"foil": False}))
    plain = make_cover_edition(world.root, catalogue.load(world.root, today=DAY), world.root / "plain", foiled)
    with Image.open(plain.beside[1]) as picture:
        assert sum(picture.convert("L").histogram()[250:]) == whites


def test_a_cover_is_pdf_x_4_in_the_inks_of_its_press(wrap: MadeCover, case: dict[str, MadeCover]) -> None:
    for cover in (*case.values(), wrap):
        with pikepdf.open(cover.path) as pdf:
            (intent,) = pdf.Root.OutputIntents
            assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
            drawn = [pdf.pages[0].obj.Contents]
            drawn += [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
            operators = {str(op) for stream in drawn for _operands, op in pikepdf.parse_content_stream(stream)}
            assert operators & {"rg", "RG", "g", "G", "BI"} == set()
            assert all("/Annots" not in page.obj for page in pdf.pages)
