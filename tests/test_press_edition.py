"""The text block as a press gets it: boxes, inks, type, marks, intent, pictures; the same bytes each time.

Holds F9 of docs/standards.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import full
import pikepdf
import pypdfium2
import pytest
from full import SLUG
from pikepdf import Name, Object
from PIL import ImageChops, ImageStat
from pressed import PLATES, POINTS, PressFile
from world import ROOT

import build_pdf
from showcase import catalogue, planfile
from showcase.book.press.edition import MadeBlock, make_press_edition
from showcase.book.press.loading import load_press
from showcase.colour import TOKENS
from showcase.objectnames import ObjectNames

SLUG_POINTS, BLEED = 12 * POINTS, 3 * POINTS


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeBlock:
    """The real book for the first press, which asks for marks."""
    return make_press_edition(ROOT, catalogue.load(ROOT), tmp_path_factory.mktemp("block"))


@pytest.fixture(scope="session")
def block(made: MadeBlock) -> PressFile:
    return PressFile(made.path)


def small(folder: Path, press: str | None = None) -> MadeBlock:
    """A small book with a photograph."""
    root = full.project()
    return make_press_edition(root, catalogue.load(root), folder, press_name=press)


@pytest.fixture(scope="module")
def photographed(tmp_path_factory: pytest.TempPathFactory) -> PressFile:
    return PressFile(small(tmp_path_factory.mktemp("offset")).path)


@pytest.fixture(scope="module")
def lean(tmp_path_factory: pytest.TempPathFactory) -> PressFile:
    """The small book for a press of 240 % of ink that wants no marks."""
    return PressFile(small(tmp_path_factory.mktemp("digital"), "digital-perfect").path)


# ---- pages and boxes


def test_the_block_is_the_sections_of_the_plan_from_the_half_title_to_the_last_verso(block: PressFile, made: MadeBlock) -> None:
    assert len(block.pdf.pages) == made.pages == made.extent.pages
    sections = load_press(ROOT).profile.binder.sections(made.pages)
    assert sections == made.extent.sections == planfile.in_folder(made.path.parent)[0].sections
    assert sum(sections) == made.pages
    texts = pypdfium2.PdfDocument(made.path)
    assert "Shared Horizons of Innovation" in texts[0].get_textpage().get_text_range()
    assert "Colophon" in texts[made.pages - 1].get_textpage().get_text_range()


def test_a_page_has_the_resources_that_it_uses_and_no_others(block: PressFile) -> None:
    kinds = {"Do": "/XObject", "scn": "/Pattern", "gs": "/ExtGState", "sh": "/Shading", "Tf": "/Font"}
    drawn = set()
    for page in block.pdf.pages:
        steps = pikepdf.parse_content_stream(page, " ".join(kinds))
        used = {(kinds[str(step.operator)], str(step.operands[0])) for step in steps if step.operands}
        has = {(kind, name) for kind, named in page.Resources.items() for name in named.keys()}
        assert has == used
        drawn |= {kind for kind, _name in used}
    assert drawn >= {"/XObject", "/Pattern", "/ExtGState", "/Font"}


def test_what_many_pages_are_drawn_with_is_in_the_file_once(block: PressFile, made: MadeBlock) -> None:
    names = ObjectNames(block.pdf)
    drawn = {one.objgen for page in block.pdf.pages for one in drawn_with(page.Resources) if one.is_indirect}
    assert len({names.of(key) for key in drawn}) == len(drawn) > 50
    assert len(block.pdf.objects) < 8 * made.pages


def drawn_with(resources: Object) -> Iterator[Object]:
    """What is drawn with the resources, and what that is drawn with in its turn."""
    for kind in {"/ExtGState", "/Font", "/Pattern", "/Shading", "/XObject"} & {*resources.keys()}:
        for one in resources[kind].values():
            yield one
            yield from drawn_with(one.get("/Resources", pikepdf.Dictionary()))


def test_boxes_are_nested_about_one_corner_and_alike_on_every_page(block: PressFile) -> None:
    edge = SLUG_POINTS + BLEED
    width, height = 300 * POINTS + 2 * edge, 240 * POINTS + 2 * edge
    expected = {"MediaBox": 0.0, "BleedBox": SLUG_POINTS, "TrimBox": edge}
    boxes = block.boxes()
    for name, inset in expected.items():
        (box,) = boxes[name]
        assert box == pytest.approx((inset, inset, width - inset, height - inset), abs=0.01), name


def test_a_press_that_wants_no_marks_gets_the_bleed_and_nothing_beyond(lean: PressFile) -> None:
    boxes = lean.boxes()
    assert boxes["MediaBox"] == boxes["BleedBox"]
    (trim,) = boxes["TrimBox"]
    assert trim[:2] == pytest.approx((BLEED, BLEED), abs=0.01)
    assert not any("/Marks" in page.Resources.get("/XObject", {}) for page in lean.pdf.pages)


def test_what_touches_the_trim_is_printed_to_the_edge_of_the_bleed(block: PressFile, made: MadeBlock) -> None:
    """On pages full of picture there is ink all round; the line of a white page runs off both its sides."""
    pictured = [made.plan.by_key["title"].folio, made.plan.by_key["opener/sea"].folio, made.plan.by_key["opener/sea"].folio + 1]
    for page in pictured:
        image = rendered(block, page)
        left, top, right, foot = bleed_of(image)
        rim = [(x, y) for x in range(left, right) for y in (top, foot - 1)]
        rim += [(x, y) for y in range(top, foot) for x in (left, right - 1)]
        assert [place for place in rim if min(image.getpixel(place)) > 250] == [], page
    white = rendered(block, made.plan.by_key["imprint"].folio)
    left, _top, right, _foot = bleed_of(white)
    line = {x: min(min(white.getpixel((x, y))) for y in range(*around_the_line(white))) for x in (left, right - 1, left - 3, right + 2)}
    assert line[left] < 240 and line[right - 1] < 240
    assert line[left - 3] == line[right + 2] == 255


def rendered(file: PressFile, page: int, dpi: float = 50):
    document = pypdfium2.PdfDocument(file.path)
    return document[page - 1].render(scale=dpi / 72).to_pil().convert("RGB")


def bleed_of(image) -> tuple[int, int, int, int]:
    """The pixels within the bleed: left, top, right, foot."""
    edge = 12 * image.width / 330  # millimetres of slug on a sheet of 300 + 2 · (3 + 12)
    return (round(edge) + 1, round(edge) + 1, round(image.width - edge) - 1, round(image.height - edge) - 1)


def around_the_line(image) -> tuple[int, int]:
    middle = (15 + 148.3) * image.width / 330
    return round(middle) - 3, round(middle) + 4


@pytest.mark.parametrize("press", ["block", "lean"])  # sewn in a case, and perfect-bound
def test_a_picture_over_both_pages_meets_at_the_fold_and_goes_on_beyond_it(press: str, request: pytest.FixtureRequest) -> None:
    """Each page's bleed at the fold is what the page opposite shows: neither pulled apart nor shown twice."""
    file = request.getfixturevalue(press)
    (plan,) = planfile.in_folder(file.path.parent)
    first = next(page.page for page in plan.pages if page.kind == "opener")
    left, right = (at_the_fold(file, page) for page in (first, first + 1))
    assert difference(left, right) < 2
    moved = left.crop((12, 0, left.width, left.height)), right.crop((0, 0, right.width - 12, right.height))
    assert difference(*moved) > 2 * difference(left, right)  # were they 3 mm apart, it would be seen


def at_the_fold(file: PressFile, page: int):
    """What a page shows from 3 mm on one side of the fold to 3 mm on the other; 4 pixels to the millimetre."""
    trim = [float(one) / POINTS for one in file.pdf.pages[page - 1].TrimBox]
    fold = trim[0] if page % 2 else trim[2]
    image = rendered(file, page, 4 * 25.4)
    return image.crop((round(4 * (fold - 3)) + 1, 0, round(4 * (fold + 3)) - 1, image.height)).crop((0, 80, 22, image.height - 80))


def difference(one, other) -> float:
    """The mean difference of two pictures, of 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


# ---- inks


def test_nothing_in_the_file_is_said_in_the_colours_of_a_screen(block: PressFile, photographed: PressFile) -> None:
    assert block.foreign_colours() == []
    assert photographed.foreign_colours() == []
    assert {row[5] for row in photographed.pictures()} == {"cmyk"}


def test_small_type_is_black_alone_and_overprints_or_is_the_paper(block: PressFile) -> None:
    runs = [run for run in block.runs() if run.size < 23.9]
    assert len(runs) > 3000
    assert [run for run in runs if any(run.inks[:3])] == []
    assert [run for run in runs if run.overprints != (run.inks[3] > 0)] == []
    assert {run.inks[3] for run in runs} >= {0, 0.7, 1}


def test_type_that_is_left_out_of_a_ground_is_large_and_strong_enough(block: PressFile) -> None:
    paper = [run for run in block.runs() if run.size < 23.9 and not any(run.inks)]
    assert len(paper) > 100
    assert [run for run in paper if run.size < 7] == []
    assert {run.face for run in paper} <= {
        "Horizon sans-regular", "Horizon sans-semibold", "Horizon serif-regular",
        "Horizon devanagari-regular", "Horizon devanagari-serif",
    }  # fmt: skip


def test_large_type_has_the_inks_of_its_field(block: PressFile) -> None:
    large = [run for run in block.runs() if run.size >= 24]
    assert any(run.inks[0] > 0.2 for run in large)
    assert all(not run.overprints for run in large if any(run.inks[:3]))


def test_a_gradient_paints_and_is_on_its_plates_as_the_table_says(block: PressFile, made: MadeBlock) -> None:
    """The witness of another program: sky and ground of a field, at their ends, in percent of each ink."""
    page = made.plan.by_key["opener/materials"].folio + 1
    plates = block.plates(page)
    width, height = plates["Black"].size
    for part, down in (("sky_top", 0.5), ("ground_foot", 242.5)):
        place = round(width * (15 + 299) / 330), round(height * (15 + down) / 270)
        seen = [plates[name].getpixel(place) / 2.55 for name in PLATES]
        assert seen == pytest.approx(TOKENS[f"materials.{part}"].cmyk, abs=4), part
    document = pypdfium2.PdfDocument(block.path)
    image = document[page - 1].render(scale=0.5).to_pil().convert("RGB")
    top, foot = (image.getpixel((round(image.width * 0.9), round(image.height * (15 + down) / 270))) for down in (5, 90))
    assert sum(foot) - sum(top) > 60


def test_a_shade_over_a_gradient_paints_too(block: PressFile, made: MadeBlock) -> None:
    """Left of the page, where the shade is full, there is more black than right of it."""
    plates = block.plates(made.plan.by_key["opener/air"].folio)
    width, height = plates["Black"].size
    row = round(height * (15 + 200) / 270)
    left, right = (plates["Black"].getpixel((round(width * (15 + across) / 330), row)) for across in (2, 297))
    assert left > right + 25


def test_no_bright_line_runs_through_the_small_words_at_the_foot_of_a_plate(block: PressFile, made: MadeBlock) -> None:
    """Between caption and folio, at their height, nothing is brighter than paper white bears beside it at 4.5 to 1."""
    pages = [part.folio + 1 for part in made.plan.parts if part.kind in {"opener", "plate"}]
    assert len(pages) > 10
    brightest = {}
    for page in pages:
        image = rendered(block, page, 100).convert("L")
        scale = image.width / 330
        band = image.crop(tuple(round(scale * (15 + place)) for place in (90, 222, 260, 228)))
        brightest[page] = band.getextrema()[1]
    assert {page: seen for page, seen in brightest.items() if seen > 118} == {}


@pytest.mark.parametrize(("press", "limit"), [("photographed", 300), ("lean", 240)])
def test_no_page_takes_more_ink_than_the_press_gives(press: str, limit: int, request: pytest.FixtureRequest) -> None:
    file = request.getfixturevalue(press)
    for page in (2, 12):
        plates = file.plates(page, dpi=36)
        width, height = plates["Black"].size
        slug = round(width * 12.5 / 330) if limit == 300 else 0  # marks are in all inks
        inside = [plates[name].crop((slug, slug, width - slug, height - slug)).tobytes() for name in PLATES]
        ink = sorted(sum(four) / 2.55 for four in zip(*inside, strict=True))
        assert ink[-1] > limit * 0.7
        assert ink[-1] <= limit + 2


# ---- pictures


def test_a_photograph_has_all_the_pixels_that_its_place_can_use(photographed: PressFile) -> None:
    """Of 3,000 by 2,400 pixels all in the height are over its 246 mm; the small one could have more than its 356 to the inch."""
    small, large = sorted(photographed.pictures(), key=lambda row: int(row[3]))
    assert (large[3], large[4], large[12]) == ("2985", "2400", "248")
    assert int(small[12]) == pytest.approx(356, abs=2)


def test_a_photograph_is_on_its_plates_as_it_is_in_the_file(photographed: PressFile) -> None:
    """Made from dark to light: were its figures read upside down, the light end would be black."""
    plates = photographed.plates(12)
    width, height = plates["Black"].size
    x = width // 2
    dark, light = (sum(plates[name].getpixel((x, round(height * (15 + down) / 270))) for name in PLATES) for down in (2, 140))
    assert dark / 2.55 > 250
    assert light / 2.55 < 120


# ---- marks


def test_marks_stand_outside_the_bleed_and_in_every_ink(block: PressFile) -> None:
    drawings = {page.Resources.XObject.Marks.objgen for page in block.pdf.pages}
    assert len(drawings) == 1
    marks = block.pdf.pages[0].Resources.XObject.Marks
    assert marks.Resources.ColorSpace.All[:3] == [Name.Separation, Name.All, Name.DeviceCMYK]
    (left, foot, right, head), drawn = block.pdf.pages[0].BleedBox, 0
    for operands, operator in pikepdf.parse_content_stream(marks, "m l c re"):
        places = list(map(float, operands))
        if str(operator) == "re":
            x, y, across, up = places
            places = [x, y, x + across, y + up]
        drawn += 1
        for x, y in zip(places[::2], places[1::2], strict=True):
            assert not (float(left) < x < float(right) and float(foot) < y < float(head)), (x, y)
    assert drawn > 16 + 4 * 9


def test_crop_marks_lie_on_the_trim(block: PressFile) -> None:
    plates = block.plates(1, dpi=254)  # ten pixels to the millimetre
    black = plates["Black"]
    for x, y in ((15, 5), (315, 5), (15, 265), (5, 15), (5, 255), (325, 255)):
        assert max(black.getpixel((10 * x + dx, 10 * y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)) > 100, (x, y)
    assert plates["Cyan"].getpixel((150, 50)) == black.getpixel((150, 50))


# ---- the file


def test_every_font_is_in_the_file_and_each_face_once(block: PressFile) -> None:
    fonts = block.fonts()
    assert [row for row in fonts if row[-5:-2] != ["yes", "yes", "yes"]] == []
    faces = [row[0].partition("+")[2] for row in fonts]
    assert len(faces) == len(set(faces)) > 5


def test_the_file_is_made_for_one_printing_condition(block: PressFile) -> None:
    press = load_press(ROOT)
    (intent,) = block.pdf.Root.OutputIntents
    assert (intent.S, str(intent.OutputConditionIdentifier)) == (Name.GTS_PDFX, "FOGRA39")
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.read_bytes() == press.icc.read_bytes()
    assert intent.DestOutputProfile.N == 4


def test_the_file_says_that_it_is_pdf_x_4(block: PressFile, monkeypatch: pytest.MonkeyPatch) -> None:
    assert block.pdf.pdf_version == "1.6"
    assert block.path.read_bytes().startswith(b"%PDF-1.6")
    with block.pdf.open_metadata() as meta:
        assert meta["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert meta["pdf:Trapped"] == "False"
        assert meta["xmpMM:DocumentID"] != meta["xmpMM:InstanceID"]
        assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == meta["xmp:MetadataDate"]
    assert block.pdf.docinfo.Trapped == Name("/False")
    assert "/ID" in block.pdf.trailer


def test_the_file_has_nothing_that_a_press_file_may_not_have(block: PressFile) -> None:
    assert not block.pdf.is_encrypted
    assert set(block.pdf.Root.keys()) == {"/Lang", "/Metadata", "/OutputIntents", "/Pages", "/Type"}
    for page in block.pdf.pages:
        assert not {"/Annots", "/AA", "/StructParents", "/CropBox", "/UserUnit"} & set(page.obj.keys())
        assert page.obj.Group.CS == Name.DeviceCMYK
    keys = {key for one in block.pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream) for key in one.keys()}
    assert not {"/JS", "/OPI", "/TR", "/HTP", "/Alternates", "/PS", "/EmbeddedFile", "/StructParent"} & keys


def test_hindi_can_still_be_searched(block: PressFile, made: MadeBlock) -> None:
    startup = next(part for part in made.plan.parts if part.kind == "startup")
    text = pypdfium2.PdfDocument(made.path)[startup.folio - 1].get_textpage().get_text_range()
    assert catalogue.load(ROOT).by_slug[startup.subject].name_hi.split()[0] in text


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    first, second = (hashlib.sha256(small(tmp_path / name).path.read_bytes()).hexdigest() for name in "ab")
    assert first == second


def test_its_plan_lies_beside_it(made: MadeBlock) -> None:
    (plan,) = planfile.in_folder(made.path.parent)
    assert (plan.edition, plan.file.pages) == ("press", made.pages)
    assert [page.label for page in plan.pages] == [str(number) for number in range(1, made.pages + 1)]
    assert plan.pages[0].part == "half-title" and plan.pages[-1].part == "colophon"
    assert [one.slug for one in plan.profiles] == list(made.plan and [p.subject for p in made.plan.parts if p.kind == "startup"])
    assert all(one.blocks for one in plan.profiles)


def test_a_printed_edition_calls_itself_one_and_names_no_paper_that_is_not_settled(made: MadeBlock) -> None:
    document = pypdfium2.PdfDocument(made.path)
    title, colophon = (
        document[made.plan.by_key[key].folio + more - 1].get_textpage().get_text_range()
        for key, more in (("title", 1), ("colophon", 0))
    )
    assert "Printed edition" in title and "Reading edition" not in title
    assert "paper" not in colophon.lower()
    assert f"{made.pages} pages" in " ".join(colophon.split())


# ---- what is made again


def test_a_changed_profile_turns_its_own_module_and_no_other(tmp_path: Path) -> None:
    small(tmp_path)
    file = full.project() / "startups" / f"{SLUG}.md"
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(text.replace("steers it home", "leads it home"), encoding="utf-8")
        again = small(tmp_path)
    finally:
        file.write_text(text, encoding="utf-8")
    assert again.turned == (f"startup/{SLUG}",)
    assert again.why == {f"startup/{SLUG}": "the profile changed"}
    assert again.parts > 15


# ---- the command


def test_the_command_makes_the_spreads_that_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    given = ["--edition", "press", "--press", "digital-perfect", "--only", "qnu-labs", "--explain", "--output", str(tmp_path)]
    assert build_pdf.main(given) == 0
    said = capsys.readouterr().out
    assert "digital-perfect/shared-horizons-press-only.pdf: 2 pages for digital-perfect" in said
    assert "parts turned into inks" in said
    with pikepdf.open(tmp_path / "digital-perfect" / "shared-horizons-press-only.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_a_press_that_is_not_there_is_told_with_the_nearest(capsys: pytest.CaptureFixture) -> None:
    assert build_pdf.main(["--edition", "press", "--press", "offset-cose"]) == 2
    assert "no press profile offset-cose" in capsys.readouterr().err
