"""The gate's report, its command, and files that cannot be looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pressfiles as made
import pytest
from pikepdf import Encryption, Pdf
from pressfiles import ASKED, box, paint, words
from world import ROOT

from showcase.cli import main
from showcase.preflight.checks.completeness import COVER
from showcase.preflight.command import LONG
from showcase.preflight.demands import Demands
from showcase.preflight.gate import Unreadable, check_build, preflight
from showcase.preflight.report import Report, listed_pages

SPOILED = paint(3, words("Wrong", 9, 60, 20, "1 0 0 rg") + words("Wrong too", 9, 60, 30, "1 0 0 rg"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("press")


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    content = made.world(folder / "world")
    plan = made.press_file(folder / "book.pdf", content, SPOILED, paint(2, box(-3, 3, 3, 1, "1 0 0 rg")))
    return preflight(folder / "book.pdf", ASKED, plan, content)


def test_the_terminal_says_each_kind_once_the_gravest_first_and_how_to_mend_it(report: Report) -> None:
    lines = report.text().splitlines()
    assert lines[0] == (
        "book.pdf: 8 pages of 120.0 × 90.0 mm, held against PDF/X-4, the press offset-case, 300 % of ink at most"
    )
    assert "error G301: text not in press inks, page 3, 2 places" in lines
    assert any(line.startswith("    page 3 (3, Lantern Works, startups/lantern-works.md:") for line in lines)
    assert sum(line.startswith("error G301") for line in lines) == 1
    assert "    to mend: set it in K alone, or in DeviceCMYK." in lines
    assert lines[-1] == "book.pdf must not go to press: 2 kinds of error."


def test_the_report_for_programs_holds_every_finding_with_its_place(report: Report, tmp_path: Path) -> None:
    data = json.loads(report.write(tmp_path)[0].read_text())
    assert (data["file"], data["pages"], data["clean"], data["errors"]) == ("book.pdf", 8, False, 2)
    (text,) = [one for one in data["findings"] if one["code"] == "G301"]
    assert data["measured"]["ppi"] == {"value": 296, "unit": "ppi", "page": 2}
    assert (text["page"], text["label"], text["part"], text["file"]) == (3, "3", "Lantern Works", made.PROFILE_PATH)
    assert (text["severity"], text["places"], len(text["boxes"])) == ("error", 2, 2)
    left, foot, right, top = text["boxes"][0]
    assert left == pytest.approx(made.mm(60)[0], abs=1)
    assert foot < made.mm(30)[0] < top
    assert right > left


def test_a_clean_file_tells_what_was_measured(folder: Path) -> None:
    content = made.world(folder / "measured")
    area, rule = box(20, 20, 60, 60, "1 1 0.8 0 k"), made.line(30, 30, 20, 0.3, "0 0 0 1 K")
    plan = made.press_file(folder / "clean.pdf", content, paint(4, area), paint(6, words("Small", 5.4, 60, 20) + rule))
    report = preflight(folder / "clean.pdf", ASKED, plan, content)
    assert report.is_clean
    assert [(one.key, one.value, one.page) for one in report.measured] == [
        ("ink", 280, 4), ("type", 5.4, 6), ("line", 0.3, 6), ("ppi", 296, 2),
    ]  # fmt: skip
    assert "most ink: 280 % (page 4); smallest type: 5.4 pt (page 6); thinnest line: 0.3 pt (page 6)" in report.text()
    page = report.write(folder)[1].read_text()
    assert "<dt>Most ink</dt><dd>280 %, page 4</dd>" in page and "<dt>Coarsest picture</dt><dd>296 ppi, page 2</dd>" in page


def test_at_the_end_of_a_build_the_report_lies_beside_the_file_and_the_next_build_checks_what_changed(
    tmp_path: Path,
) -> None:
    content, path = made.world(tmp_path), tmp_path / "dist" / "book.pdf"
    path.parent.mkdir()
    first = check_build(tmp_path, path, ASKED, made.press_file(path, content), content)
    again = check_build(tmp_path, path, ASKED, made.press_file(path, content, SPOILED), content)
    assert (first.is_clean, again.is_clean) == (True, False)
    assert [page.is_new for page in again.pages] == [False, False, True] + [False] * 5
    assert "must not go to press" in (path.parent / "book.preflight.html").read_text()


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_for_print_people_stands_alone_and_marks_the_places(report: Report, tmp_path: Path) -> None:
    html = report.write(tmp_path)[1].read_text()
    page = _Page(html)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "iframe"}
    pictures = [held["src"] or "" for tag, held in page.tags if tag == "img"]
    assert len(pictures) == 2
    assert all(source.startswith("data:image/jpeg;base64,") and len(source) > 500 for source in pictures)
    marks = [held for tag, held in page.tags if tag == "i"]
    assert {mark["class"] for mark in marks} == {"error"}
    assert len(marks) == 3
    assert "startups/lantern-works.md" in html
    assert "must not go to press" in html


def test_what_a_file_says_cannot_write_into_the_report(tmp_path: Path) -> None:
    content = made.world(tmp_path / "world")
    made.press_file(tmp_path / "book.pdf", content, paint(3, words("<b>bold</b>", 9, 60, 20, "1 0 0 rg")))
    html = preflight(tmp_path / "book.pdf", ASKED).write(tmp_path)[1].read_text()
    assert "<b>bold" not in html
    assert "&lt;b&gt;bold" in html


def test_pages_are_listed_in_runs() -> None:
    assert listed_pages([3]) == "page 3"
    assert listed_pages([3, 5, 6, 7, 9]) == "pages 3, 5–7, 9"
    assert listed_pages(range(1, 60, 2)) == "pages 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 18 more"


def test_the_command_writes_both_reports_and_its_exit_tells_what_it_found(
    folder: Path, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(folder), "preflight", str(folder / "book.pdf"), "--output", str(tmp_path)]) == 1
    assert "must not go to press" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.preflight.html", "book.preflight.json"]


def test_the_command_prints_json_for_programs(folder: Path, report: Report, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(folder), "preflight", str(folder / "book.pdf"), "--format", "json", "--output", str(folder)])
    assert json.loads(capsys.readouterr().out)["file"] == "book.pdf"


def test_the_command_holds_a_file_against_a_press_of_the_book(
    folder: Path, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--root", str(ROOT), "preflight", str(folder / "book.pdf"), "--output", str(tmp_path), "--press"]
    assert main([*arguments, "digital-perfect"]) == 1
    out = capsys.readouterr().out
    assert "held against PDF/X-4, the press digital-perfect, 240 % of ink at most" in out
    assert "the page is 120.0 × 90.0 mm, not 300 × 240 mm" in out
    assert "the embedded profile is not the press's own" in out
    assert main([*arguments, "digital-prefect"]) == 2
    assert "Did you mean digital-perfect?" in capsys.readouterr().err


def test_a_cover_is_held_to_no_gutter_and_no_size_of_a_page(
    folder: Path, report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--root", str(ROOT), "preflight", str(folder / "book.pdf"), "--output", str(tmp_path)]
    main([*arguments, "--cover", "--press", "offset-case"])
    out = capsys.readouterr().out
    assert "G204" not in out
    assert "--cover" not in out
    assert "G801" not in out
    assert "the press offset-case" in out
    assert COVER in out
    main([*arguments, "--press", "offset-case"])
    out = capsys.readouterr().out
    assert "G801" in out
    assert "if it is a cover, hold it against what covers need: --cover" in out


def test_away_from_a_terminal_a_long_file_is_told_in_plain_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--root", str(tmp_path), "preflight", str(tmp_path / "blank.pdf")]
    for count in (LONG - 1, LONG + 50):
        with Pdf.new() as pdf:
            for _page in range(count):
                pdf.add_blank_page(page_size=(90, 90))
            pdf.save(tmp_path / "blank.pdf")
        main(arguments)
        tenths = [f"{done} of {count} pages checked" for done in range(15, count + 1, 15)]
        assert capsys.readouterr().err.splitlines() == (tenths if count >= LONG else [])


def test_a_sound_file_leaves_with_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made.press_file(tmp_path / "book.pdf", made.world(tmp_path / "world"))
    assert main(["--root", str(tmp_path), "preflight", str(tmp_path / "book.pdf")]) == 0
    assert "book.pdf can go to press as far as was checked: completeness was not." in capsys.readouterr().out


def _locked(path: Path) -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.save(path, encryption=Encryption(owner="secret", user="secret"))


def _without_pages(path: Path) -> None:
    Pdf.new().save(path)


BROKEN = {
    "empty": (lambda path: path.write_bytes(b""), "is empty."),
    "no PDF": (lambda path: path.write_bytes(b"<!doctype html>" * 200), "is no PDF."),
    "a head alone": (lambda path: path.write_bytes(b"%PDF-1.6\n"), "is broken"),
    "noise after the head": (lambda path: path.write_bytes(b"%PDF-1.6\n" + bytes(range(256)) * 40), "is broken"),
    "locked": (_locked, "is locked with a password"),
    "no pages": (_without_pages, "has no pages."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_looked_at_is_told_in_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, sentence = BROKEN[name]
    make(tmp_path / "book.pdf")
    assert main(["--root", str(tmp_path), "preflight", str(tmp_path / "book.pdf")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert told.err.count("\n") == 1


def test_no_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", str(tmp_path / "book.pdf")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'book.pdf'} is no file; name a PDF.\n"


@pytest.mark.parametrize("share", [0.15, 0.4, 0.6, 0.8, 0.95, 0.999])
def test_a_file_cut_short_is_refused_or_found_damaged(share: float, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    made.press_file(path, made.world(tmp_path / "world"))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    try:
        report = preflight(path, Demands())
    except Unreadable as error:
        assert "is broken" in str(error) or "has no pages" in str(error)
        return
    assert "G112" in {finding.code for finding in report.findings}


def test_broken_xmp_is_a_finding_and_nothing_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "book.pdf"
    for data in (b"<x:xmpmeta", b"<html/>"):
        spoil = partial(lambda data, pdf: pdf.Root.Metadata.write(data), data)
        made.press_file(path, made.world(tmp_path / "world"), spoil, fix_metadata_version=False)
        messages = [one.message for one in preflight(path, Demands()).findings if one.code == "G109"]
        assert "the XMP cannot be read." in messages
    assert caplog.records == []


def test_bytes_gone_wrong_anywhere_raise_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    made.press_file(path, made.world(tmp_path / "world"), compress_streams=False)
    whole = path.read_bytes()
    for number in range(12):
        spoiled = bytearray(whole)
        for place in range(number * 97, len(spoiled), 4001):
            spoiled[place] = (spoiled[place] * 7 + number) % 256
        path.write_bytes(spoiled)
        try:
            preflight(path, Demands())
        except Unreadable:
            continue


def test_the_command_needs_no_typesetting() -> None:
    script = "import sys; import showcase.preflight.command; print('weasyprint' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
                         env=dict(os.environ))  # fmt: skip
    assert run.stdout.strip() == "False"
