"""Files that others made: what the gate says of them is true, and what it measures others measure too."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pressfiles as made
import pytest
import typst
from pikepdf import Pdf
from PIL import Image
from pressfiles import MM, paint, placed
from weasyprint import HTML
from world import ROOT

from showcase import planfile
from showcase.cli import main
from showcase.preflight.checks.completeness import BROKEN_PLAN, OTHER_PLAN
from showcase.preflight.demands import Demands
from showcase.preflight.gate import preflight
from showcase.preflight.report import Report
from showcase.preflight.view import View

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lantern</title><style>
@page { size: 120mm 90mm; margin: 15mm; bleed: 3mm } body { margin: 0; font: 9pt sans-serif; color: #222 }
.band { height: 10mm; margin: 0 -15mm; background: #fa0 } .small { font-size: 4pt; color: rgb(0 0 0) }
.fade { height: 10mm; background: linear-gradient(red, blue) }
</style></head><body><p>A lamp that <a href="https://example.org">floats</a>.</p><div class="band"></div>
<p class="small">Small words</p><div class="fade"></div></body></html>"""
TYPST = """#set page(width: 120mm, height: 90mm, margin: 15mm)
#set text(size: 9pt)
A lamp that #link("https://example.org")[floats].
#place(top + left, dx: -15mm, rect(fill: rgb("#ffaa00"), width: 120mm, height: 10mm))
#v(15mm)
#text(size: 4pt)[Small words]
#line(length: 50%, stroke: 0.1pt)
"""


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.fixture(scope="module")
def weasyprint_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weasyprint") / "lantern.pdf"
    HTML(string=PAGE).write_pdf(path, pdf_variant="pdf/x-4")
    return path


def test_a_file_that_calls_itself_x_4_is_not_believed(weasyprint_file: Path) -> None:
    report = preflight(weasyprint_file, Demands())
    assert "G107" not in codes(report)  # it does call itself so
    assert {"G121", "G203", "G207", "G208", "G301", "G302", "G403"} <= codes(report)
    lost = [finding.message for finding in report.findings if finding.code == "G112"]
    assert len(lost) == 1
    assert "gives 3 values for DeviceCMYK, so it paints nothing" in lost[0]
    assert not report.is_clean
    assert "completeness was not checked" in report.unchecked


def test_a_browser_s_print_is_no_press_file(tmp_path: Path) -> None:
    page, path = tmp_path / "page.html", tmp_path / "lantern.pdf"
    page.write_text(PAGE)
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
               f"--user-data-dir={tmp_path / 'browser'}", f"--print-to-pdf={path}", page.as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    report = preflight(path, Demands())
    assert {"G107", "G108", "G109", "G121", "G201", "G208", "G301", "G302", "G304", "G403"} <= codes(report)
    assert not {"G102", "G112", "G406"} & codes(report)


def test_typst_s_file_is_no_press_file(tmp_path: Path) -> None:
    source, path = tmp_path / "lantern.typ", tmp_path / "lantern.pdf"
    source.write_text(TYPST)
    typst.compile(source, output=path)
    report = preflight(path, Demands())
    assert {"G101", "G107", "G108", "G121", "G201", "G208", "G302", "G403", "G501"} <= codes(report)
    assert "G306" in codes(report)  # its black has a profile of its own
    assert not {"G112", "G405", "G406"} & codes(report)


def of_another_book(path: Path) -> None:
    book = path.with_name("book.pdf")
    made.press_file(book, made.world(path.parent / "world"))
    planfile.path_of(book).rename(planfile.path_of(path))


def broken(path: Path) -> None:
    planfile.path_of(path).write_text('{"format": 1,')


@pytest.mark.parametrize(("lay", "sentence"), [(of_another_book, OTHER_PLAN), (broken, BROKEN_PLAN)])
def test_a_plan_that_is_another_s_or_broken_lends_no_names_and_that_is_said(
    lay: Callable[[Path], None], sentence: str, weasyprint_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lantern.pdf"
    shutil.copy(weasyprint_file, path)
    lay(path)
    assert main(["--root", str(ROOT), "preflight", str(path)]) == 1
    told = capsys.readouterr().out
    assert sentence in told
    assert "Lantern Works" not in told
    assert "plan has" not in told


@pytest.mark.parametrize("share", [0.01, 0.5, 0.95])
def test_a_file_cut_short_is_told_in_a_sentence(
    share: float, weasyprint_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, data = tmp_path / "lantern.pdf", weasyprint_file.read_bytes()
    path.write_bytes(data[: max(20, int(share * len(data)))])
    assert main(["--root", str(ROOT), "preflight", str(path)]) == 1
    said = capsys.readouterr()
    assert "is broken: " in said.err or "the file is damaged" in said.out
    assert "Traceback" not in said.err


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    half_inch = paint(3, placed("Boat", 80, 10, 12.7, 12.7), XObject_Boat=lambda pdf: made.picture(pdf, 100, 100, "CMYK", "raw"))
    made.press_file(folder / "book.pdf", made.world(folder / "world"), half_inch)
    return folder / "book.pdf"


def said(*command: str | Path) -> str:
    return subprocess.run([str(one) for one in command], capture_output=True, text=True, check=True).stdout


def views(path: Path) -> list[View]:
    pdf = Pdf.open(path)
    return [View(pdf, page, made.ASKED, number % 2 == 1) for number, page in enumerate(pdf.pages, 1)]


def test_ghostscript_separates_the_same_inks(sound: Path, tmp_path: Path) -> None:
    said("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-dTextAlphaBits=4",
         "-dGraphicsAlphaBits=4", f"-sOutputFile={tmp_path}/%d.tif", sound)  # fmt: skip
    for number, view in enumerate(views(sound), 1):
        plates = [
            np.asarray(Image.open(tmp_path / f"{number}({ink}).tif").convert("L"), np.float32)
            for ink in ("Cyan", "Magenta", "Yellow", "Black")
        ]
        theirs = 100 - np.stack(plates, axis=2) / 2.55
        ours = view.plates.inks.astype(np.float32) / 2.55
        assert view.plates.unmeasured == ()
        assert np.abs(ours.mean(axis=(0, 1)) - theirs.mean(axis=(0, 1))).max() < 0.6
        if number < 3:  # on the others there is nothing but letters, whose edges each draws its own way
            assert abs(np.percentile(ours.sum(2), 99) - np.percentile(theirs.sum(2), 99)) < 5


def test_poppler_reads_the_same_boxes(sound: Path) -> None:
    told = said("pdfinfo", "-box", "-f", "1", "-l", "8", sound)
    for number, view in enumerate(views(sound), 1):
        for name, box in (("MediaBox", view.media), ("BleedBox", view.bleed), ("TrimBox", view.trim)):
            (line,) = re.findall(rf"Page +{number} {name}:(.*)", told)
            assert [float(one) for one in line.split()] == pytest.approx(list(box), abs=0.01)


def test_poppler_finds_the_same_fonts_and_that_they_are_embedded(sound: Path) -> None:
    rows = [line.split() for line in said("pdffonts", sound).splitlines()[2:]]
    theirs = {row[0].partition("+")[2]: row[4] for row in rows}
    ours = {font.name: "yes" if font.is_embedded else "no" for view in views(sound) for font in view.content.fonts.values()}
    assert ours == {"Horizon-sans-regular": "yes"}
    assert ours.items() <= theirs.items()


def test_poppler_measures_the_same_pictures(sound: Path) -> None:
    rows = [line.split() for line in said("pdfimages", "-list", sound).splitlines()[2:]]
    theirs = {(int(row[0]), int(row[3])): min(int(row[12]), int(row[13])) for row in rows if row[2] == "image"}
    ours = {
        (number, event.picture.width): round(event.picture.ppi)
        for number, view in enumerate(views(sound), 1) for event in view.seen if event.picture
    }  # fmt: skip
    assert ours[3, 100] == 200
    assert ours.keys() == theirs.keys()
    assert all(abs(ours[key] - theirs[key]) <= 1 for key in ours)


def test_the_sheet_is_measured_in_points(sound: Path) -> None:
    assert views(sound)[0].trim.width == pytest.approx(120 * MM)
