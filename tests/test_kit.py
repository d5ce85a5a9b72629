"""The kit: what a press needs in one folder and one zip, and never files that do not belong together."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from test_book_profiles import DAY
from test_press_covers import small_book
from world import ROOT

from showcase import catalogue
from showcase.book.book import with_words
from showcase.book.press.coveredition import make_cover_edition
from showcase.book.press.edition import make_press_edition
from showcase.book.press.loading import load_press
from showcase.book.press.sheets import spine_sum
from showcase.book.settings import load_words
from showcase.cli import main
from showcase.kit.gathered import NotReady
from showcase.kit.making import Kit, make_kit
from showcase.kit.told import Told

PRESS = "digital-perfect"
STEM = "shared-horizons-press"
HOLDS = [
    "SHA256SUMS", "cover/shared-horizons-cover-foil.pdf", "cover/shared-horizons-cover.pdf", "job-ticket.json", "job-ticket.pdf",
    "licences/OFL-1.1-FiraGO.txt", "licences/OFL-1.1-Noto-Serif-Devanagari.txt", "licences/OFL-1.1-Source-Sans.txt",
    "licences/OFL-1.1-Source-Serif.txt", "preflight/shared-horizons-cover-foil.preflight.html",
    "preflight/shared-horizons-cover-foil.preflight.json", "preflight/shared-horizons-cover.preflight.html",
    "preflight/shared-horizons-cover.preflight.json", f"preflight/{STEM}.preflight.html", f"preflight/{STEM}.preflight.json",
    "profile/fogra39-300.icc", "profile/fogra39-300.txt", f"proof/{STEM}-proof.pdf", f"text/{STEM}.pdf",
    f"text/{STEM}.plan.json",
]  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book with its block and its covers for one press, foil among them."""
    root = small_book(tmp_path_factory.mktemp("kit")).root
    settings = root / "book" / "book.yml"
    head, _, tail = settings.read_text(encoding="utf-8").rpartition("foil: false")
    settings.write_text(f"{head}foil: true{tail}", encoding="utf-8")
    content = catalogue.load(root, today=DAY)
    make_press_edition(root, content, root / "dist", press_name=PRESS)
    make_cover_edition(root, content, root / "dist", load_press(root, PRESS))
    return root


def packed(root: Path, output: Path, dist: Path | None = None, press: str = PRESS) -> Kit:
    content = catalogue.load(root, today=DAY)
    return make_kit(root, content, load_press(root, press), "bilingual", dist or root / "dist", output)


@pytest.fixture(scope="module")
def kit(root: Path) -> Kit:
    return packed(root, root / "kit")


def test_a_kit_holds_what_it_must_under_plain_names(kit: Kit) -> None:
    assert list(kit.files) == HOLDS
    assert kit.folder.name == "shared-horizons-digital-perfect"
    with zipfile.ZipFile(kit.zip) as archive:
        assert archive.namelist() == [f"{kit.folder.name}/{name}" for name in HOLDS]
        assert all(archive.read(f"{kit.folder.name}/{name}") == (kit.folder / name).read_bytes() for name in HOLDS)
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert all(name.isascii() and " " not in name for name in kit.files)


def test_its_sums_are_those_of_its_files(kit: Kit) -> None:
    run = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=kit.folder, capture_output=True, text=True)
    assert (run.returncode, run.stdout.count(": OK")) == (0, len(HOLDS) - 1)


def test_the_ticket_says_what_is_printed_on_what_and_how_it_is_bound(kit: Kit, root: Path) -> None:
    ticket = json.loads((kit.folder / "job-ticket.json").read_text(encoding="utf-8"))
    with pypdfium2.PdfDocument(kit.folder / f"text/{STEM}.pdf") as block:
        pages = len(block)
    assert (ticket["extent"]["pages"], ticket["extent"]["sections"]) == (pages, [4] * (pages // 4))
    assert ticket["spine"] == {"wrap": pytest.approx(pages / 2 * 0.135 + 0.6, abs=0.001)}
    assert (ticket["binding"], ticket["standard"], ticket["ink"]["limit"]) == ("perfect", "PDF/X-4", 240)
    assert ticket["intent"] == {"condition": "FOGRA39", "registry": "http://www.color.org", "profile": "fogra39-300.icc"}
    listed = {one["file"]: (one["bytes"], one["sha256"]) for one in ticket["files"]}
    assert sorted(listed) == [name for name in HOLDS if name not in {"SHA256SUMS", "job-ticket.json", "job-ticket.pdf"}]
    for name, (size, digest) in listed.items():
        data = (kit.folder / name).read_bytes()
        assert (size, digest) == (len(data), hashlib.sha256(data).hexdigest())
    assert {one["file"] for one in ticket["fonts"]} == {name for name in HOLDS if name.startswith("licences/")}
    assert ticket["contact"]["note"].startswith("No address")
    assert (ticket["quantity"], ticket["isbn"], ticket["case"]) == (None, None, None)
    assert {"clean": True, "errors": 0}.items() <= ticket["preflight"][0].items()


def test_the_ticket_says_of_each_file_what_it_is_for_and_of_each_pdf_pages_and_boxes(kit: Kit) -> None:
    ticket = json.loads((kit.folder / "job-ticket.json").read_text(encoding="utf-8"))
    files = {one["file"]: one for one in ticket["files"]}
    assert all(one["for"]["en"].isascii() and re.search("[\u0900-\u097f]", one["for"]["hi"]) for one in files.values())
    assert files["cover/shared-horizons-cover-foil.pdf"]["for"]["en"].startswith("what is foiled")
    block = files[f"text/{STEM}.pdf"]
    assert block["boxes"] == {"trim": [300, 240], "bleed": [306, 246], "media": [306, 246]}
    assert block["pages"] == ticket["extent"]["pages"]
    cover = files["cover/shared-horizons-cover.pdf"]
    assert cover["boxes"]["trim"] == [pytest.approx(600 + ticket["spine"]["wrap"], abs=0.01), 240]
    assert "boxes" not in files["profile/fogra39-300.icc"]


def test_the_ticket_adds_up_the_spine_and_says_what_is_still_open(kit: Kit) -> None:
    ticket = json.loads((kit.folder / "job-ticket.json").read_text(encoding="utf-8"))
    leaves = ticket["extent"]["leaves"]
    assert ticket["spine_sum"] == {"wrap": {"leaves": pytest.approx(leaves * 0.135), "allowance": 0.6}}
    assert ticket["open"] == ["owner", "licence", "contact", "isbn", "paper", "materials", "quantity"]
    assert (ticket["bleed"], ticket["cover_bleed"], ticket["marks"], ticket["cover_marks"]) == (3, 5, [], ["fold"])
    assert ticket["ink"]["sides"] == {"text": "4/4", "wrap": "4/0"}
    rows = dict(Told(ticket, with_words(catalogue.load(ROOT), load_words(ROOT)).ui, "en").rows())
    assert rows["spine"] == f"cover {ticket['spine']['wrap']:g} mm = {leaves}\u00a0leaves ×\u00a00.135 +\u00a00.6\u00a0allowance"
    assert rows["paper"].endswith(" mm (to be agreed)")
    assert rows["materials"] == "cover: Cover board, 300 g/m²; lamination: to be agreed"
    assert rows["marks"] == "text: none; covers: folds"
    assert rows["open"] == "owner’s name, licence, contact, ISBN, paper, cover materials, quantity"


def test_the_ticket_of_a_case_tells_ease_and_what_sewing_adds_and_what_its_endpapers_are_separated_for(kit: Kit) -> None:
    ticket = json.loads((kit.folder / "job-ticket.json").read_text(encoding="utf-8"))
    profile = load_press(ROOT, "offset-case").profile
    leaves = ticket["extent"]["leaves"]
    sums = {kind: spine_sum(kind, leaves, profile) for kind in ("case", "jacket")}
    assert sums["case"] == sums["jacket"] | {"ease": -0.5}
    assert sums["jacket"]["boards"] == 5
    endpaper = profile.cover.endpaper.model_dump() | {"caliper": profile.cover.endpaper.caliper}
    case = {"boards": profile.cover.boards.model_dump(), "endpaper": endpaper}
    spines = {kind: sum(added.values()) for kind, added in sums.items()}
    made = ticket | {"binding": "case", "case": case, "spine_sum": sums, "spine": spines}
    rows = dict(Told(made, with_words(catalogue.load(ROOT), load_words(ROOT)).ui, "en").rows())
    assert "−\u00a00.5\u00a0ease of the spine board; " in rows["spine"]
    assert rows["spine"].endswith("endpapers and swelling from sewing are not in it")
    assert rows["endpapers"].endswith("colours are separated for FOGRA39, the condition of the text, not for this paper")


def run(*command: object, cwd: Path | None = None) -> str:
    """What a program prints, without a word of complaint."""
    done = subprocess.run([str(one) for one in command], cwd=cwd, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_press_finds_all_that_it_was_told_of_and_nothing_else(kit: Kit, tmp_path: Path) -> None:
    """Unpacked in an empty folder, and looked at with the tools of others."""
    with zipfile.ZipFile(kit.zip) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    run("sha256sum", "-c", "--strict", "SHA256SUMS", cwd=folder)
    ticket = json.loads((folder / "job-ticket.json").read_text(encoding="utf-8"))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {one["file"] for one in ticket["files"]} | {"job-ticket.json", "job-ticket.pdf", "SHA256SUMS"}
    icc = (folder / "profile" / ticket["intent"]["profile"]).read_bytes()
    for one in ticket["fonts"]:
        assert (folder / one["file"]).read_text(encoding="utf-8").startswith(f"{one['typeface']}\n")
    for one in ticket["files"]:
        if one["file"].endswith(".pdf"):
            assert re.search(rf"(?m)^Pages: +{one['pages']}$", run("pdfinfo", folder / one["file"]))
        if one["file"].startswith(("text/", "cover/")) and one["file"].endswith(".pdf"):
            with pikepdf.open(folder / one["file"]) as pdf:
                assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == icc


def test_who_receives_a_kit_can_hold_the_block_against_its_plan(kit: Kit, root: Path, tmp_path: Path) -> None:
    shutil.copytree(kit.folder / "text", tmp_path / "text")
    assert main(["--root", str(root), "preflight", str(tmp_path / "text" / f"{STEM}.pdf"), "--press", PRESS]) == 0
    told = json.loads((tmp_path / "text" / f"{STEM}.preflight.json").read_text(encoding="utf-8"))
    assert "plan" not in told["unchecked"]
    sheet = run("pdftotext", "-layout", kit.folder / "job-ticket.pdf", "-")
    assert f"text/{STEM}.plan.json" in sheet.partition("Files that go with them")[2]


def test_the_proof_shows_the_covers_before_the_pages(kit: Kit) -> None:
    ticket = json.loads((kit.folder / "job-ticket.json").read_text(encoding="utf-8"))
    pages, spine = ticket["extent"]["pages"], ticket["spine"]["wrap"]
    with pypdfium2.PdfDocument(kit.folder / f"proof/{STEM}-proof.pdf") as proof:
        sizes = [[one * 25.4 / 72 for one in page.get_size()] for page in proof]
        texts = [page.get_textpage().get_text_range() for page in proof]
    assert sizes == [pytest.approx(size, abs=0.2) for size in [(600 + spine, 250)] * 2 + [(300, 250)] * pages]
    for text, told in zip(texts, ["cover page 1 of 1", "foil page 1 of 1", f"page 1 of {pages}"], strict=False):
        assert told in text
    assert all(text.count("Proof") == 2 and "not for print" in text for text in texts)


def test_the_ticket_is_one_page_too(kit: Kit) -> None:
    with pypdfium2.PdfDocument(kit.folder / "job-ticket.pdf") as sheet:
        assert len(sheet) == 1
        assert [round(one * 25.4 / 72) for one in sheet[0].get_size()] == [210, 297]
        text = sheet[0].get_textpage().get_text_range()
    digest = hashlib.sha256((kit.folder / f"text/{STEM}.pdf").read_bytes()).hexdigest()
    extent = json.loads((kit.folder / "job-ticket.json").read_text(encoding="utf-8"))["extent"]
    sections = f"{extent['listed']} pages in the order of binding"
    for words in (
        "300 × 240 mm", "300 × 240 मिमी", "Coated silk paper, 150 g/m²", "लेपित सिल्क पेपर", "3 of 3 files passed", sections,
        "to be agreed", "तय होना है", "संपर्क", "मुद्रण कार्य-पत्र", digest, "File फ़ाइल", "What it is यह क्या है", "Bytes बाइट",
    ):  # fmt: skip
        assert words in text.replace("\xa0", " ").replace("\u2060", "")


def test_nothing_on_the_ticket_is_smaller_than_six_points() -> None:
    styles = (ROOT / "book/styles/ticket.css").read_text(encoding="utf-8")
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ([\d.]+)pt", styles)]
    assert len(sizes) > 5
    assert min(sizes) >= 6


def test_ticket_and_proof_have_titles(kit: Kit) -> None:
    titles = {}
    for name in ("job-ticket.pdf", f"proof/{STEM}-proof.pdf"):
        with pikepdf.open(kit.folder / name) as pdf:
            titles[name] = str(pdf.docinfo.Title)
    assert list(titles.values()) == [
        "Shared Horizons of Innovation: Job ticket, digital-perfect",
        "Shared Horizons of Innovation: Proof, Printed edition, digital-perfect",
    ]


def test_a_licence_stands_below_the_notice_of_its_font(kit: Kit) -> None:
    text = (kit.folder / "licences/OFL-1.1-Source-Serif.txt").read_text(encoding="utf-8")
    assert text.startswith("Source Serif\n\n© 2014 - 2018 Adobe")
    assert "Noto" not in text
    assert "PERMISSION & CONDITIONS" in text


def test_the_same_files_give_the_same_kit(kit: Kit, root: Path) -> None:
    before = kit.zip.read_bytes()
    assert packed(root, root / "kit").zip.read_bytes() == before


def rewritten(path: Path, change: Callable[[dict], None]) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def report(dist: Path, **changes: object) -> None:
    rewritten(dist / f"{STEM}.preflight.json", lambda data: data.update(changes))


def cover(dist: Path, **changes: object) -> None:
    rewritten(dist / "shared-horizons-cover.json", lambda data: data.update(changes))


def cover_extent(dist: Path) -> dict[str, object]:
    """The extent as the ticket of the covers tells it."""
    return json.loads((dist / "shared-horizons-cover.json").read_text(encoding="utf-8"))["extent"]


MIXED: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "nothing built": (lambda dist: (dist / f"{STEM}.pdf").unlink(), "is not there with its plan", "press"),
    "another file": (lambda dist: (dist / f"{STEM}.pdf").write_bytes(b"%PDF-"), "is not the file that was made", "press"),
    "refused": (lambda dist: report(dist, clean=False), "has no report of the gate that lets it through", "press"),
    "report of another": (lambda dist: report(dist, sha256="0"), "has no report of the gate", "press"),
    "other demands": (lambda dist: report(dist, asked={}), "held against other demands", "press"),
    "report gone": (lambda dist: (dist / f"{STEM}.preflight.html").unlink(), f"{STEM}.preflight.html is gone", "press"),
    "no covers": (lambda dist: (dist / "shared-horizons-cover.json").unlink(), "is not there, or is no ticket", "cover"),
    "covers of another day": (lambda dist: cover(dist, catalogue="0"), "from other profiles or data", "cover"),
    "covers for another press": (lambda dist: cover(dist, press="offset-case"), "was made for offset-case", "cover"),
    "another extent": (lambda dist: cover(dist, extent={"pages": 8}), "is of a block of 8 pages", "cover"),
    "other sections": (lambda dist: cover(dist, extent=cover_extent(dist) | {"sections": [2]}), "tells other sections", "cover"),
    "a ticket of before": (lambda dist: cover(dist, extent={"pages": cover_extent(dist)["pages"]}), "is no ticket", "cover"),
    "another binding": (lambda dist: cover(dist, binding="sewn"), "for another paper, binding or foil", "cover"),
    "a cover gone": (lambda dist: (dist / "shared-horizons-cover.pdf").unlink(), "shared-horizons-cover.pdf is gone", "cover"),
}  # fmt: skip


@pytest.mark.parametrize("case", MIXED)
def test_what_does_not_belong_together_is_no_kit(root: Path, tmp_path: Path, case: str) -> None:
    spoil, said, first = MIXED[case]
    dist = tmp_path / "dist"
    shutil.copytree(root / "dist", dist)
    spoil(dist)
    with pytest.raises(NotReady, match=said) as error:
        packed(root, tmp_path / "kit", dist)
    assert str(error.value).endswith(f". First: .venv/bin/python build_pdf.py --edition {first} --press {PRESS}")
    assert not list((tmp_path / "kit").glob("*"))


def test_the_command_tells_what_to_build_first(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(root), "kit", "--press", PRESS, "--dist", str(tmp_path), "--language", "hi"]
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert told.startswith("No kit was made: ")
    assert told.endswith(f"First: .venv/bin/python build_pdf.py --edition press --press {PRESS} --language hi\n")
    assert main(["--root", str(root), "kit", "--press", "nobody"]) == 2
