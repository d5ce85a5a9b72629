"""The press gate: a sound file passes it clean, and each way to spoil one is found, with page and profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pressfiles as made
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String, parse_content_stream
from pressfiles import ASKED, MM, PROFILE_PATH, SHEET, box, line, mm, paint, placed, words

from showcase.book import processes
from showcase.book.cache import Cache
from showcase.catalogue import Catalogue
from showcase.preflight.codes import CHECKS
from showcase.preflight.findings import Finding
from showcase.preflight.gate import opened, preflight
from showcase.preflight.pages import check_pages
from showcase.preflight.reading import LONG, Reading
from showcase.preflight.report import Report

DARK = "0.6 0.5 0.4 0.9 k"


def intent(pdf: Pdf) -> Dictionary:
    return pdf.Root.OutputIntents[0]


def xmp(key: str, value: str | None) -> made.Change:
    def change(pdf: Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
            if value is None:
                del meta[key]
            else:
                meta[key] = value

    return change


def on_page(number: int, act: Callable[[Pdf, Dictionary], object]) -> made.Change:
    return lambda pdf: act(pdf, pdf.pages[number - 1].obj) and None


def setting(key: str, value: object) -> Callable[[Pdf, Dictionary], None]:
    return lambda _pdf, page: page.__setitem__(key, value)


def link(subtype: str, left: float = 60) -> Callable[[Pdf, Dictionary], None]:
    def act(pdf: Pdf, page: Dictionary) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([left, 60, left + 40, 80]))
        page.Annots = Array([pdf.make_indirect(note)])

    return act


def no_font_file(pdf: Pdf) -> None:
    del pdf.pages[1].obj.Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2


def second_intent(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA51")))


def another_profile(kind: bytes, count: int = 4) -> made.Change:
    def change(pdf: Pdf) -> None:
        data = bytes(12) + kind + bytes(90)
        intent(pdf).DestOutputProfile = pdf.make_stream(data, N=count)

    return change


def cut_font(pdf: Pdf) -> None:
    """The font of page 3 loses the outline of one letter, as a bad subset does."""
    resources = pdf.pages[2].obj.Resources = Dictionary(pdf.pages[2].obj.Resources)
    resources.Font = Dictionary(F1=made.font(pdf, "sans-regular", made.font_without("P")))


def cut_fonts(letters: str) -> made.Change:
    """The fonts of all pages are cut to what the book uses, which is not those letters."""

    def change(pdf: Pdf) -> None:
        font = made.font(pdf, "sans-regular", made.font_without(letters))
        for page in pdf.pages:
            page.obj.Resources.Font = Dictionary(F1=font, F2=made.font(pdf, "serif-light"))

    return change


RGB_PICTURE = {"XObject_Boat": lambda pdf: made.picture(pdf, 480, 360, "RGB")}
SMALL_PICTURE = {"XObject_Boat": lambda pdf: made.picture(pdf, 236, 177)}
SPOT = Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK,
              Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 0.2, 0.8, 0.1]), N=1)])  # fmt: skip
ALL = Array([Name.Separation, Name("/All"), *list(SPOT)[2:]])
ICC_SPACE = {"ColorSpace_Own": lambda pdf: Array([Name.ICCBased, pdf.make_stream(made.ICC, N=4)])}
THIN_PICTURE = {"XObject_Boat": lambda pdf: made.picture(pdf, 260, 195)}
FINE_PICTURE = {"XObject_Boat": lambda pdf: made.picture(pdf, 600, 450)}


def javascript(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def embedded(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))


def fields(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))]))


def layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


def postscript(pdf: Pdf) -> Stream:
    stream = pdf.make_stream(b"showpage")
    stream.Type, stream.Subtype = Name.XObject, Name.PS
    return stream


Case = tuple[str, int, str, made.Change]
"""A code, the page, words of the message, and the change that spoils the file."""

SPOILED: dict[str, Case] = {
    "PDF 2.0": ("G101", 0, "PDF 2.0", lambda pdf: None),
    "locked": ("G102", 0, "encrypted", lambda pdf: None),
    "a script": ("G103", 0, "JavaScript", javascript),
    "an action": ("G104", 2, "action", on_page(2, setting("/AA", Dictionary(O=Dictionary(S=Name.URI))))),
    "an embedded file": ("G105", 0, "embedded", embedded),
    "a form to fill in": ("G106", 0, "form", fields),
    "no standard named": ("G107", 0, "no standard", xmp("pdfxid:GTS_PDFXVersion", None)),
    "trapping unknown": ("G108", 0, "trapped", lambda pdf: setattr(pdf.docinfo, "Trapped", Name.Unknown)),
    "no document ID": ("G109", 0, "DocumentID", xmp("xmpMM:DocumentID", None)),
    "another title in Info": ("G109", 0, "Info calls the file “Draft”", lambda pdf: setattr(pdf.docinfo, "Title", String("Draft"))),
    "other dates in Info": ("G109", 0, "CreateDate", lambda pdf: setattr(pdf.docinfo, "CreationDate", String("D:2020"))),
    "layers": ("G110", 0, "layers", layers),
    "PostScript": ("G111", 2, "PostScript", paint(2, "/Ps Do", XObject_Ps=postscript)),
    "an operator that is none": ("G112", 2, "'shine'", paint(2, "1 2 shine")),
    "an operator without its numbers": ("G112", 2, "the operator k", paint(2, "0.5 k")),
    "a gradient that paints nothing": ("G112", 3, "gives 3 values for DeviceCMYK", paint(
        3, "/Void sh", Shading_Void=made.gradient(Name.DeviceCMYK, [1, 0, 0], [0, 0, 1]))),
    "a drawing within itself": ("G112", 3, "without end", lambda pdf: made.within_itself(pdf, pdf.pages[2].obj)),
    "a transfer curve": ("G114", 2, "transfer", paint(2, "/T gs", ExtGState_T=Dictionary(TR=Name.Identity))),
    "two intents": ("G121", 0, "2 output intents", second_intent),
    "no profile embedded": ("G122", 0, "not embedded", lambda pdf: intent(pdf).__delitem__("/DestOutputProfile")),
    "a monitor's profile": ("G122", 0, "mntr for RGB", another_profile(b"mntrRGB XYZ ", 3)),
    "a wrong intent": ("G123", 0, "FOGRA51", lambda pdf: setattr(intent(pdf), "OutputConditionIdentifier", String("FOGRA51"))),
    "another registry": ("G123", 0, "registry", lambda pdf: intent(pdf).__delitem__("/RegistryName")),
    "another press's profile": ("G123", 0, "MD5", another_profile(b"prtrCMYKXYZ ")),
    "no bleed box": ("G201", 2, "no BleedBox", on_page(2, lambda _pdf, page: page.__delitem__("/BleedBox"))),
    "a trim box beyond the bleed": ("G202", 3, "do not nest", on_page(3, setting("/BleedBox", Array([20, 20, 300, 200])))),
    "a crop box that hides bleed": ("G202", 3, "crop box", on_page(3, setting("/CropBox", Array([9, 9, 340, 255])))),
    "an origin elsewhere": ("G203", 3, "not at 0, 0", on_page(3, setting("/MediaBox", Array([-9, -9, *SHEET])))),
    "a page of another size": ("G204", 3, "not 120", on_page(3, setting("/TrimBox", Array([*mm(0, 0), *mm(110, 90)])))),
    "a bleed box of two millimetres": ("G205", 2, "2.0 at the foot", on_page(2, setting(
        "/BleedBox", Array([0, MM, SHEET[0], SHEET[1]])))),
    "a page turned": ("G206", 3, "90 degrees", on_page(3, setting("/Rotate", 90))),
    "a page scaled": ("G206", 3, "UserUnit", on_page(3, setting("/UserUnit", 2.0))),
    "a box without bleed": ("G207", 3, "right", paint(3, box(90, 20, 30, 40, "0.4 0 0 0.1 k"))),
    "a line that ends at the trim": ("G207", 3, "left", paint(3, line(0, 10, 40, 0.5, "0 0 0 1 K"))),
    "a link left": ("G208", 2, "link", on_page(2, link("Link"))),
    "RGB text": ("G301", 3, "“Wrong” is in DeviceRGB 1 0 0", paint(3, words("Wrong", 8, 60, 20, "1 0 0 rg"))),
    "RGB text in a drawing": ("G301", 3, "“Wrong”", paint(3, "/Sign Do", XObject_Sign=lambda pdf: made.form(
        pdf, words("Wrong", 8, 60, 20, "1 0 0 rg"), Resources=made.resources(pdf)))),
    "an RGB area": ("G302", 3, "an area is in DeviceRGB", paint(3, box(60, 20, 9, 9, "0 0 1 rg"))),
    "a Lab area": ("G302", 3, "Lab", paint(3, box(60, 20, 9, 9, "/Own cs 50 20 20 sc"), ColorSpace_Own=Array(
        [Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]), Range=Array([-100, 100, -100, 100]))]))),
    "an RGB colour for nothing": ("G302", 3, "nothing visible", paint(3, "q 1 0 0 rg Q")),
    "a grey that means another": ("G302", 3, "CalGray", paint(3, box(60, 20, 9, 9, "0.5 g"), ColorSpace_DefaultGray=Array(
        [Name.CalGray, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))]))),
    "inks that mean others": ("G306", 3, "ICC CMYK", paint(
        3, box(60, 20, 9, 9, "0 0 0 1 k"), ColorSpace_DefaultCMYK=ICC_SPACE["ColorSpace_Own"])),
    "an RGB pattern": ("G302", 3, "an area is in DeviceRGB", paint(3, box(60, 20, 9, 9, "/Pattern cs /Dots scn"),
        Pattern_Dots=lambda pdf: made.pdf_pattern(pdf, "1 0 0 rg 0 0 2 2 re f"))),
    "an RGB picture": ("G303", 2, "a picture is in DeviceRGB", paint(2, placed("Boat", 60, 20, 40, 30), **RGB_PICTURE)),
    "an RGB picture in the content": ("G303", 3, "a picture", paint(
        3, "q 9 0 0 9 200 50 cm BI /W 4 /H 4 /CS /RGB /BPC 8 ID " + 16 * "abc" + " EI Q")),
    "an RGB gradient": ("G304", 3, "a gradient is in DeviceRGB", paint(
        3, "q 200 20 50 50 re W n /Dawn sh Q", Shading_Dawn=made.gradient(Name.DeviceRGB, [1, 0, 0], [0, 0, 1]))),
    "an RGB soft-mask group": ("G305", 3, "a soft mask's group blends in DeviceRGB", paint(
        3, "/Veil gs", ExtGState_Veil=lambda pdf: made.mask(pdf, Name.DeviceRGB))),
    "an RGB transparency group": ("G305", 3, "a transparency group", on_page(3, setting(
        "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)))),
    "RGB in a soft mask": ("G302", 3, "of a soft mask", paint(
        3, "/Veil gs", ExtGState_Veil=lambda pdf: made.mask(pdf, content="1 1 0 rg 0 0 500 500 re f"))),
    "inks with a profile": ("G306", 3, "ICC CMYK", paint(3, box(60, 20, 9, 9, "/Own cs 0 0 0 1 sc"), **ICC_SPACE)),
    "an ink of its own": ("G307", 3, "Gold", paint(3, box(60, 20, 9, 9, "/Own cs 1 scn"), ColorSpace_Own=SPOT)),
    "registration colour": ("G308", 3, "registration", paint(3, box(60, 20, 9, 9, "/Own cs 1 scn"), ColorSpace_Own=ALL)),
    "small text of four colours": ("G401", 3, "CMYK 60/50/40/90", paint(3, words("Rich", 10, 60, 20, DARK))),
    "white text too small": ("G402", 3, "paper white in 6.0 pt", paint(
        3, box(55, 15, 30, 20, "0 0 0 1 k") + words("Tiny", 6, 60, 20, "0 0 0 0 k"))),
    "white text too thin": ("G402", 3, "Horizon-serif-light", paint(
        3, box(55, 15, 30, 20, "0 0 0 1 k") + words("Thin", 9, 60, 20, "1 g", "F2", "serif-light"))),
    "type of four points": ("G403", 3, "set in 4.0 pt", paint(3, words("Small", 4, 60, 20))),
    "type made small by a matrix": ("G403", 3, "set in 3.0 pt", paint(
        3, "q 0.25 0 0 0.25 150 60 cm BT /F1 12 Tf " + made.codes("Small") + " Tj ET Q")),
    "black text that knocks out": ("G404", 3, "does not overprint", paint(
        3, words("Knock", 9, 60, 20).replace("/Over gs", ""))),
    "black text in a grey that no press overprints": ("G404", 3, "does not overprint", paint(3, words("Grey", 9, 60, 20, "0 g"))),
    "white text that overprints": ("G408", 3, "“Gone” is white and overprints", paint(
        3, box(55, 15, 30, 20, "0 0 0 1 k") + "/Over gs " + words("Gone", 12, 60, 20, "0 0 0 0 k"))),
    "a white area that overprints": ("G408", 3, "an area is white and overprints", paint(
        3, box(55, 15, 30, 20, "0 0 0 1 k") + "/Over gs " + box(60, 20, 9, 9, "0 0 0 0 k"))),
    "text without a colour": ("G409", 3, "drawn in no way", paint(3, "3 Tr " + words("Scan", 9, 60, 20))),
    "a missing glyph": ("G405", 3, "no glyph", paint(3, "BT /F1 9 Tf 1 0 0 1 200 60 Tm <0000> Tj ET")),
    "a letter cut from its font": ("G405", 3, "no glyph for “P” in “", cut_font),
    "a font not embedded": ("G406", 3, "Horizon-sans-regular is not embedded", no_font_file),
    "text at the trim": ("G407", 3, "from the right edge, where 5 mm", paint(3, words("Edge", 9, 110, 20))),
    "text in the gutter": ("G407", 2, "from the gutter, where 12 mm", paint(2, words("Fold", 9, 104, 20))),
    "a line too thin": ("G501", 3, "0.20 pt", paint(3, line(20, 10, 40, 0.2, "0 0 0 1 K"))),
    "a line squeezed thin": ("G501", 3, "0.10 pt", paint(3, "q 10 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 12 600 m 20 600 l S Q")),
    "an area that is a line": ("G501", 3, "0.15 pt", paint(3, "0 g 100 60 80 0.15 re f")),
    "a thin reversed line": ("G502", 3, "lighter than its ground", paint(
        3, box(55, 15, 40, 20, "0.5 0.4 0.2 0.3 k") + line(60, 25, 30, 0.3, "0 0 0 0 K"))),
    "a line without width": ("G503", 3, "no width", paint(3, line(20, 10, 40, 0, "0 0 0 1 K"))),
    "340 % of ink": ("G601", 3, "340 % of ink", paint(3, box(60, 15, 30, 30, "0.9 0.85 0.75 0.9 k"))),
    "340 % of ink by layers": ("G601", 3, "% of ink", paint(
        3, box(60, 15, 30, 30, "0.9 0.85 0.75 0.9 k") + "/Half gs " + box(60, 15, 30, 30, "1 1 1 1 k"))),
    "390 % of ink by overprinting": ("G601", 3, "390 % of ink", paint(
        3, box(60, 15, 30, 30, "1 1 0.9 0 k") + "/Over gs " + box(60, 15, 30, 30, "0 0 0 1 k"))),
    "340 % of ink in a small place": ("G602", 3, "small place", paint(3, box(60, 15, 2, 2, "0.9 0.85 0.75 0.9 k"))),
    "a gradient that is a mesh": ("G603", 3, "mesh", paint(3, "/Mesh sh", Shading_Mesh=lambda pdf: pdf.make_stream(
        b"", ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=8, BitsPerComponent=8, BitsPerFlag=8,
        Decode=Array([0, 1] * 6)))),
    "a picture of 150 ppi": ("G701", 2, "150 ppi", paint(2, placed("Boat", 60, 20, 40, 30), **SMALL_PICTURE)),
    "a picture of 150 ppi through a drawing": ("G701", 2, "150 ppi", paint(
        2, "q 2 0 0 2 0 0 cm /Inner Do Q", XObject_Inner=lambda pdf: made.form(
            pdf, "q 40 0 0 30 60 60 cm /Boat Do Q", Resources=Dictionary(XObject=Dictionary(
                Boat=made.picture(pdf, 167, 125)))))),
    "a picture of 220 ppi": ("G702", 2, "220 ppi", paint(2, placed("Boat", 60, 20, 30, 22.5), **THIN_PICTURE)),
    "a picture of 1,016 ppi": ("G703", 2, "1016 ppi", paint(2, placed("Boat", 60, 20, 15, 11.25), **FINE_PICTURE)),
    "one page too many": ("G801", 0, "9 pages", lambda pdf: pdf.pages.append(pdf.pages[2])),
    "a page that the plan has not": ("G804", 0, "1 too many", lambda pdf: pdf.pages.append(pdf.pages[2])),
    "a page lost": ("G804", 0, ": 1 lost, at the end.", lambda pdf: pdf.pages.__delitem__(7)),
    "a page left blank": ("G802", 3, "“Lantern Works” is blank", on_page(
        3, lambda pdf, page: page.__setitem__("/Contents", pdf.make_stream(b"")))),
}  # fmt: skip

SAVED = {"PDF 2.0": {"force_version": "2.0"}, "locked": {"encryption": Encryption(owner="a", user="", R=4), "deterministic_id": False}}
ELSEWHERE = {"G113", "G803", "G805", "G806"}
"""Codes that have a test of their own below."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return made.world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What was found on pages before: the pages that a case does not touch are checked once for all."""
    return Cache(tmp_path_factory.mktemp("store"))


def found(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


def checked(path: Path, content: Catalogue, store: Cache, *changes: made.Change, **making: object) -> Report:
    plan = made.press_file(path, content, *changes, **making)
    return preflight(path, ASKED, plan, content, store)


def test_a_sound_file_passes_clean(tmp_path: Path, content: Catalogue) -> None:
    path = tmp_path / "book.pdf"
    report = preflight(path, ASKED, made.press_file(path, content), content)
    assert report.findings == ()
    assert report.is_clean
    assert report.unchecked == ""
    assert report.verdict == "book.pdf can go to press."


@pytest.mark.parametrize("trim", [ASKED.trim, None])
def test_a_page_without_a_trim_box_is_told_once(
    trim: tuple[float, float] | None, tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    path = tmp_path / "book.pdf"
    plan = made.press_file(path, content, on_page(2, lambda _pdf, page: page.__delitem__("/TrimBox")))
    report = preflight(path, replace(ASKED, trim=trim), plan, content, store)
    assert [(finding.code, finding.page) for finding in report.findings if finding.page] == [("G201", 2)]


@pytest.mark.parametrize("name", SPOILED)
def test_what_is_spoiled_is_found_on_its_page_with_its_profile(
    name: str, tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    code, page, message, change = SPOILED[name]
    report = checked(tmp_path / "book.pdf", content, store, change, **SAVED.get(name, {}))
    matching = [finding for finding in found(report, code) if finding.page == page and message in finding.message]
    assert matching, report.text()
    assert report.is_clean == (CHECKS[code].severity != "error" and report.count("error") == 0)
    if page in (2, 3):
        assert (matching[0].file, matching[0].part) == (PROFILE_PATH, "Lantern Works")
        assert matching[0].line > 1


def test_transparency_has_no_place_in_x_1a(tmp_path: Path, content: Catalogue, store: Cache) -> None:
    path = tmp_path / "book.pdf"
    plan = made.press_file(path, content, SPOILED["inks with a profile"][3])
    old = type(ASKED)(**{**vars(ASKED), "standard": "x-1a"})
    report = preflight(path, old, plan, content, store)
    assert {finding.page for finding in found(report, "G113")} == {2}
    assert found(report, "G107")[0].message == "Info names no standard, not PDF/X-1a:2001 or PDF/X-1a:2003."
    assert found(report, "G101")
    assert found(report, "G302")  # colours with a profile are not known to it


def test_a_block_dropped_is_named_with_its_line(tmp_path: Path, content: Catalogue, store: Cache) -> None:
    report = checked(tmp_path / "book.pdf", content, store, without="milestones: contract")
    (lost,) = found(report, "G805")
    assert (lost.page, lost.file) == (3, PROFILE_PATH)
    text = (made.PROFILE.splitlines())[lost.line - 1]
    assert "Contract signed for the lamp" in text
    assert "milestones: contract is not whole" in lost.message


def test_a_profile_that_is_not_in_the_file_is_named(tmp_path: Path, content: Catalogue, store: Cache) -> None:
    path = tmp_path / "book.pdf"
    plan = made.press_file(path, content).model_copy(update={"profiles": ()})
    (lost,) = found(preflight(path, ASKED, plan, content, store), "G806")
    assert (lost.file, lost.message) == (PROFILE_PATH, "Lantern Works is published and is not in the file.")


def test_a_blank_page_that_is_planned_is_counted_and_lets_the_file_pass(
    tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    path = tmp_path / "book.pdf"
    plan = made.press_file(path, content, lambda pdf: [made.add_page(pdf, "", made.resources(pdf)) for _ in range(4)] and None)
    more = [replace(plan.pages[0], page=n, label=str(n), kind="blank", title="Blank") for n in range(9, 13)]
    plan = plan.model_copy(update={"pages": (*plan.pages, *more)})
    report = preflight(path, ASKED, plan, content, store)
    assert [finding.page for finding in found(report, "G803")] == [9, 10, 11, 12]
    assert report.is_clean


def test_without_its_plan_a_finding_names_the_page_alone_and_completeness_is_not_claimed(
    tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    path = tmp_path / "book.pdf"
    made.press_file(path, content, SPOILED["RGB text"][3], plan=False)
    report = preflight(path, ASKED, None, content, store)
    (finding,) = found(report, "G301")
    assert (finding.page, finding.file, finding.label) == (3, "", "")
    assert "completeness was not checked" in report.unchecked
    assert report.unchecked in report.text()
    made.press_file(path, content, plan=False)
    bare = preflight(path, ASKED, None, content, store)
    assert bare.verdict == "book.pdf can go to press as far as was checked: completeness and order were not."


def test_a_page_without_type_is_kept_too(tmp_path: Path, content: Catalogue) -> None:
    path, store = tmp_path / "book.pdf", Cache(tmp_path / "kept")
    made.press_file(path, content, lambda pdf: [made.add_page(pdf, "", made.resources(pdf)) for _ in range(4)] and None)
    first, again = (preflight(path, ASKED, None, content, store) for _ in range(2))
    assert [page.is_new for page in first.pages[-4:-2]] == [True] * 2
    assert [page.is_new for page in again.pages[-4:]] == [False] * 4


def test_a_plan_of_another_file_is_found_out(tmp_path: Path, content: Catalogue, store: Cache) -> None:
    path = tmp_path / "book.pdf"
    plan = made.press_file(path, content)
    made.press_file(path, content, SPOILED["a link left"][3])
    assert found(preflight(path, ASKED, plan, content, store), "G804")


def test_completeness_is_not_claimed_of_profiles_that_have_changed_since(
    tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    path = tmp_path / "book.pdf"
    plan = made.press_file(path, content).model_copy(update={"catalogue": "0" * 64})
    report = preflight(path, ASKED, plan, content, store)
    assert "have changed" in report.unchecked


def test_one_changed_page_is_checked_anew_and_no_other(tmp_path: Path, content: Catalogue) -> None:
    store = Cache(tmp_path / "store")
    first = checked(tmp_path / "book.pdf", content, store)
    again = checked(tmp_path / "book.pdf", content, store, SPOILED["RGB text"][3])
    assert [page.is_new for page in first.pages] == [True] * 8
    assert [page.is_new for page in again.pages] == [False, False, True] + [False] * 5
    assert found(again, "G301")


def test_a_font_cut_anew_for_one_more_letter_leaves_the_other_pages_as_they_were(
    tmp_path: Path, content: Catalogue
) -> None:
    store = Cache(tmp_path / "store")
    first = checked(tmp_path / "book.pdf", content, store, cut_fonts("QZ"))
    more = checked(tmp_path / "book.pdf", content, store, cut_fonts("Q"), paint(3, words("Zoo", 9, 60, 20)))
    assert [page.is_new for page in more.pages] == [False, False, True] + [False] * 5
    assert first.is_clean
    assert more.is_clean
    worse = checked(tmp_path / "book.pdf", content, store, cut_fonts("QZ"), paint(3, words("Zoo", 9, 60, 20)))
    assert [page.is_new for page in worse.pages] == [False, False, True] + [False] * 5
    assert found(worse, "G405")


def test_marks_outside_the_bleed_may_be_in_registration_colour_and_annotations_of_a_press_may_stay(
    tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    def marks(pdf: Pdf) -> None:
        page = pdf.pages[2].obj
        page.MediaBox = Array([0, 0, SHEET[0] + 60, SHEET[1]])
        paint(3, f"/Own cs 1 scn {SHEET[0] + 10} 40 20 0.3 re f", ColorSpace_Own=ALL)(pdf)
        link("PrinterMark", SHEET[0] + 5)(pdf, page)

    assert checked(tmp_path / "book.pdf", content, store, marks).findings == ()


@pytest.mark.parametrize(
    ("between", "parts"), [("", 3), ("(Q) pop\n", 1), ("BI /W 1 /H 1 /BPC 8 /CS /G ID Q EI\n", 1)],
    ids=["lines alone", "a string", "a picture in the midst"],
)  # fmt: skip
def test_a_long_drawing_is_taken_apart_a_part_at_a_time(between: str, parts: int) -> None:
    step = "q\n0 0 m\n10.25 10.25 l\nS\nQ\n"
    with Pdf.new() as pdf:
        drawing = pdf.make_stream((between + step * (5 * LONG // (2 * len(step)))).encode())
        whole = [str(one.operator) for one in parse_content_stream(drawing)]
        read = [[str(one.operator) for one in part] for part in Reading().of(drawing)]
    assert [name for part in read for name in part] == whole
    assert len(read) == parts


SLIVER = "q 0 0 0 1 k {:.2f} {:.2f} m {:.2f} {:.2f} l {:.2f} {:.2f} l f Q\n".format(*mm(0.2, 40, 30, 39, 30, 41))
"""A slim shape that ends at the left trim."""


@pytest.mark.parametrize(
    ("ground", "drawn", "is_found"),
    [
        ("", SLIVER, True), (box(-3, -3, 126, 96, "0.4 0 0 0.1 k"), SLIVER, False),
        (box(-3, -3, 126, 96, "0.4 0 0 0.1 k"), line(0, 40, 30, 0.5, "0 0 0 1 K"), True),
    ],
    ids=["a shape on paper", "a shape on ground", "a rule on ground"],
)  # fmt: skip
def test_a_shape_of_a_drawing_may_end_where_ground_goes_on(
    tmp_path: Path, content: Catalogue, store: Cache, ground: str, drawn: str, is_found: bool
) -> None:
    report = checked(tmp_path / "book.pdf", content, store, paint(3, ground + drawn))
    assert bool(found(report, "G207")) == is_found


def test_a_place_that_a_path_leaves_at_once_is_no_part_of_it(tmp_path: Path, content: Catalogue, store: Cache) -> None:
    far, (left, foot) = "q 0 0 0 1 K 0.5 w 0 0 m 0 0 m ", mm(0, 40)
    report = checked(tmp_path / "book.pdf", content, store, paint(3, f"{far}{left:.2f} {foot:.2f} m 90 {foot:.2f} l S Q\n"))
    assert [finding.page for finding in found(report, "G207")] == [3]


def test_text_near_the_outer_edge_of_a_left_page_is_held_to_its_own_measure(
    tmp_path: Path, content: Catalogue, store: Cache
) -> None:
    report = checked(tmp_path / "book.pdf", content, store, paint(2, words("Near", 9, 6, 20)))
    assert found(report, "G407") == []


def test_every_check_has_a_file_that_fails_it() -> None:
    told = {code for code, *_ in SPOILED.values()} | ELSEWHERE
    assert sorted(set(CHECKS) - told) == []


def test_what_is_made_of_a_page_goes_with_it(
    tmp_path: Path, content: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "get_all_start_methods", lambda: [])
    path = tmp_path / "block.pdf"
    made.press_file(path, content)
    with opened(path) as pdf:
        before = len(pdf.objects)
        assert all(page.letters or page.is_blank for page in check_pages(path, pdf, ASKED, None, lambda _number: None))
        assert len(pdf.objects) == before
