"""Proofs: what every page of them bears, and what changed since a file was approved."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, ImageChops
from test_book_profiles import DAY, book_of
from test_press_covers import small_book
from world import PROFILE

import build_pdf
from showcase import catalogue, planfile
from showcase.book.proofs.compare import Read, changes
from showcase.book.proofs.difference import mask_of
from showcase.book.proofs.proof import Cover, make_proof
from showcase.planfile import MadeFile, PlanFile, PlannedPage
from showcase.preflight.gate import Unreadable

WORDS = ["A lamp", "The sea", "The harbour", "The navy", "The end"]


def file_of(path: Path, words: Sequence[str], planned: bool = False, first: int = 1, spot: int | None = None) -> Path:
    """A PDF with a page for each of the words, its folio at the foot; on page `spot` stands a square besides."""
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number, text in enumerate(words):
        page = pdf.add_blank_page(page_size=(320, 220))
        page.TrimBox = page.BleedBox = pikepdf.Array([10, 10, 310, 210])
        page.Resources = Dictionary(Font=Dictionary(F=font))
        drawn = f"BT /F 24 Tf 60 120 Td ({text}) Tj ET BT /F 9 Tf 30 25 Td ({number + first}) Tj ET "
        if number == spot:
            drawn += "1 0 0 rg 200 60 20 20 re f"
        page.Contents = pdf.make_stream(drawn.encode())
    pdf.save(path)
    if planned:
        plan = plan_for(path, words, first)
        planfile.write(path, plan)
    return path


def plan_for(path: Path, words: Sequence[str], first: int = 1) -> PlanFile:
    pages = [PlannedPage(page=n, label=str(n + first - 1), part=text.lower(), kind="matter", title=text)
             for n, text in enumerate(words, 1)]  # fmt: skip
    return PlanFile(title="Lamps", edition="press", language="bilingual", press="offset-case",
                    file=MadeFile.of(path, len(words)), catalogue="", pages=tuple(pages), profiles=())  # fmt: skip


def text_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


def said(old: Path, new: Path) -> list[str]:
    return [one.said for one in changes(Read.of(old), Read.of(new))]


# The proof.


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proof")
    book = book_of(folder, PROFILE)
    path = file_of(folder / "lamps.pdf", WORDS[:3], first=7)
    plan = plan_for(path, WORDS[:3], first=7)
    content = catalogue.load(folder, today=DAY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        make_proof(book.stationery, content, path, plan, folder / "again.pdf")
        return make_proof(book.stationery, content, path, plan, folder / "lamps-proof.pdf")


def test_each_page_of_a_proof_is_marked_in_both_languages_and_stamped(proof: Path) -> None:
    pages = text_of(proof)
    assert len(pages) == 3
    for number, text in enumerate(pages, 1):
        assert text.count("Proof") == 2  # across the page, and in the stamp
        assert "For review, not for print." in text
        assert "Printed edition, offset-case, 23 November 2026." in text
        assert f"{WORDS[number - 1]} ({number + 6}) page {number} of 3" in text
    with pikepdf.open(proof) as pdf:
        fonts = [str(font.BaseFont) for font in pdf.pages[0].Resources.XObject[next(
            key for key, one in pdf.pages[0].Resources.XObject.items() if one.Subtype == "/Form"
        )].Resources.Font.values()]  # fmt: skip
    assert any("devanagari" in font.lower() for font in fonts)


def test_its_pages_are_the_trimmed_pages_as_small_pictures(proof: Path) -> None:
    with pikepdf.open(proof) as pdf:
        assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(300, abs=0.5)
        pictures = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, Stream) and one.get("/Subtype") == "/Image"]
    images = [Image.open(io.BytesIO(data)) for data in pictures]
    assert [image.format for image in images] == ["JPEG"] * 3
    assert images[0].width == pytest.approx(300 / 72 * 110, abs=1)


def test_picture_and_watermark_lie_on_the_page_and_the_stamp_below(proof: Path) -> None:
    with pypdfium2.PdfDocument(proof) as document:
        page = document[1]
        width, height = page.get_size()
        (picture,) = page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
        assert picture.get_bounds() == pytest.approx((0, height - 200, width, height), abs=0.2)
        text = page.get_textpage()
        boxes = {}
        for words in ("Proof", "For review", "page 2 of 3"):
            searcher = text.search(words)
            boxes[words] = [text.get_charbox(found[0] + n) for found in iter(searcher.get_next, None) for n in range(found[1])]
    across = [box for box in boxes["Proof"] if box[1] > height - 200]
    assert len(across) >= 3  # of a page this small the word stands out to the sides
    assert min(box[0] for box in across) < width / 2
    stamp = [*boxes["For review"], *boxes["page 2 of 3"]]
    assert all(0 < box[0] < width and 0 < box[1] < height - 200 for box in stamp)


def test_a_proof_has_a_title(proof: Path) -> None:
    with pikepdf.open(proof) as pdf:
        assert str(pdf.docinfo.Title) == "Lamps: Proof, Printed edition, offset-case"


def test_covers_are_proofed_with_the_lines_along_which_they_are_folded(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    path, case = file_of(tmp_path / "lamps.pdf", WORDS[:1]), file_of(tmp_path / "case.pdf", WORDS[:1])
    content, plan = catalogue.load(tmp_path, today=DAY), plan_for(path, WORDS[:1])

    def proofed(*folded: object) -> Image.Image:
        covers = [Cover("case", case, *folded)]
        with pypdfium2.PdfDocument(make_proof(book.stationery, content, path, plan, tmp_path / "p.pdf", covers)) as made:
            return made[0].render(scale=72 / 25.4).to_pil().convert("L")  # 8 pixels to the millimetre

    dots = 72 / 25.4 * 72 / 25.4
    changed = ImageChops.difference(proofed(), proofed((20.0, 70.0), 12.0)).point(lambda value: 255 * (value > 40))
    width, height = (round(one * dots) for one in (300 * 25.4 / 72, 200 * 25.4 / 72))
    assert changed.getbbox()[:2] == (0, 0)
    assert dashed(changed, range(height), (20, 70), dots, across=True)
    assert dashed(changed, range(width), (12, 200 * 25.4 / 72 - 12), dots, across=False)


def dashed(picture: Image.Image, along: range, places: Sequence[float], dots: float, across: bool) -> bool:
    """Whether lines at these places, in millimetres, and no others go through the picture."""
    size = picture.width if across else picture.height
    counts = [sum(bool(picture.getpixel((at, one) if across else (one, at))) for one in along[::3]) for at in range(size)]
    lines = [at for at, count in enumerate(counts) if count > len(along) / 3 * 0.3]
    nearest = {min(places, key=lambda place: abs(place * dots - at)) for at in lines}
    return nearest == set(places) and all(min(abs(place * dots - at) for place in places) < 4 for at in lines)


def test_the_same_file_on_the_same_day_gives_the_same_proof(proof: Path) -> None:
    assert proof.read_bytes() == (proof.parent / "again.pdf").read_bytes()


# What changed.


@pytest.mark.parametrize("planned", [True, False])
def test_exactly_the_changed_page_is_found(tmp_path: Path, planned: bool) -> None:
    old = file_of(tmp_path / "old.pdf", WORDS, planned)
    new = file_of(tmp_path / "new.pdf", WORDS, planned, spot=2)
    (change,) = changes(Read.of(old), Read.of(new))
    assert change.said == f"page 3{' (The harbour)' if planned else ''}: changed"
    pictures = dict(change.pictures)
    assert list(pictures) == ["before", "now", "changes"]
    shown = Image.open(io.BytesIO(pictures["changes"]))
    red, green, _blue = shown.getpixel((200, 140))
    assert red > 180 > 80 > green
    assert min(shown.getpixel((100, 30))) > 240
    assert said(old, old) == []


@pytest.mark.parametrize("planned", [True, False])
def test_a_spread_put_in_makes_no_later_page_a_changed_one(tmp_path: Path, planned: bool) -> None:
    more = [*WORDS[:2], "A new lamp", "A new sea", *WORDS[2:]]
    old = file_of(tmp_path / "old.pdf", WORDS, planned)
    new = file_of(tmp_path / "new.pdf", more, planned)
    assert [one.partition(":")[2] for one in said(old, new)] == [" new", " new"]
    spotted = file_of(tmp_path / "spotted.pdf", more, planned, spot=5)
    assert [one.split()[1].strip(":") for one in said(old, spotted)] == ["3", "4", "6"]
    assert [one.partition(":")[2] for one in said(new, old)] == [" gone", " gone"]


def test_a_hair_is_no_change_and_another_size_is_one() -> None:
    white = Image.new("RGB", (60, 40), "white")
    hair = white.copy()
    hair.putpixel((5, 5), (0, 0, 0))
    grey = Image.new("RGB", (60, 40), (240, 240, 240))
    assert (mask_of(white, hair), mask_of(white, grey)) == (None, None)
    assert mask_of(white, Image.new("RGB", (61, 40), "white")) is not None
    assert mask_of(white, Image.new("RGB", (60, 40), "black"), [(0, 0, 60, 40)]) is None


def test_what_is_no_pdf_is_told_in_a_sentence_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.pdf").write_bytes(b"not a PDF")
    root = book_of(tmp_path, PROFILE).stationery.root
    assert build_pdf.main(["--compare", str(tmp_path / "old.pdf"), "--output", str(tmp_path / "dist")], root) == 2
    assert capsys.readouterr().err == f"build_pdf.py: {tmp_path / 'old.pdf'} is no PDF.\n"
    assert not (tmp_path / "dist").exists()
    with pytest.raises(Unreadable, match=r"gone\.pdf cannot be read"):
        Read.of(tmp_path / "gone.pdf")


@pytest.mark.parametrize(
    ("edition", "option", "told"),
    [
        ("cover", ["--proof"], "--proof and --flatplan go with --edition reading, press and all"),
        ("cover", ["--flatplan"], "--proof and --flatplan go with --edition reading, press and all"),
        ("cover", ["--compare", "old.pdf"], "--compare goes with --edition reading or press"),
        ("all", ["--compare", "old.pdf"], "--compare goes with --edition reading or press"),
        ("cover", ["--only", "qnu-labs"], "--only goes with --edition reading or press"),
        ("all", ["--only", "qnu-labs"], "--only goes with --edition reading or press"),
        ("reading", ["--only", "qnu-labs", "--flatplan"], "--flatplan goes without --only: it shows the whole book"),
    ],
)
def test_what_does_not_go_together_is_said(
    edition: str, option: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build_pdf.main(["--edition", edition, *option])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_all_editions_are_made_in_one_go_and_what_stands_stays_where_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, output = small_book(tmp_path).root, tmp_path / "dist"
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    asked = ["--edition", "all", "--press", "digital-perfect", "--proof", "--output", str(output)]
    assert build_pdf.main(asked, root) == 0
    made = {path.relative_to(output).as_posix() for path in output.rglob("*.pdf")}
    ours = ("reading", "reading-proof")
    theirs = ("press", "press-proof", "cover")
    assert made >= {f"shared-horizons-{name}.pdf" for name in ours}
    assert made >= {f"digital-perfect/shared-horizons-{name}.pdf" for name in theirs}
    assert build_pdf.main([*asked, "--press", "digital-prefect"], root) == 2
    assert "no press profile digital-prefect" in capsys.readouterr().err
    assert made == {path.relative_to(output).as_posix() for path in output.rglob("*.pdf")}


def test_a_build_makes_proof_flatplan_and_comparison_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The approved file is the one that the new one takes the place of."""
    root, output = small_book(tmp_path).root, tmp_path / "dist"
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    asked = ["--edition", "press", "--press", "digital-perfect", "--output", str(output)]
    assert build_pdf.main(asked, root) == 0
    output = output / "digital-perfect"
    made = output / "shared-horizons-press.pdf"
    assert build_pdf.main([*asked, "--proof", "--flatplan", "--compare", str(made)], root) == 0
    told = capsys.readouterr().out
    count = len(text_of(made))
    assert f"shared-horizons-press.pdf shows on all its {count} pages what the approved" in told
    assert len(text_of(output / "shared-horizons-press-proof.pdf")) == count
    assert "shows on all its" in (output / "shared-horizons-press.changes.html").read_text()
    with pikepdf.open(output / "shared-horizons-press-flatplan.pdf") as sheet:
        assert len([key for key in sheet.pages[0].Resources.XObject if key.startswith("/Page")]) == count
    assert build_pdf.main(asked, root) == 0
    left = [path.name for path in output.iterdir() if "proof" in path.name or "changes" in path.name]
    assert left == []  # they were of the file before
