"""The gate at the end of a build: what it lets through takes its place, what it refuses is kept aside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from test_book_profiles import DAY
from test_press_covers import small_book

import build_pdf
from showcase import catalogue, planfile
from showcase.book.press import coveredition, edition
from showcase.cli import main
from showcase.planfile import MadeFile, PlanFile, PlannedPage
from showcase.preflight.checks.completeness import PARTIAL
from showcase.preflight.checks.extent import is_planned_blank

GOOD = b"%PDF-1.6 the file of last week"
PRESS = "digital-perfect"
ASKED = ["--edition", "press", "--press", PRESS]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_book(tmp_path_factory.mktemp("gated")).root


def test_a_file_that_the_gate_refuses_is_kept_aside_and_the_good_one_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = root / "refused" / PRESS
    output.mkdir(parents=True)
    (output / "shared-horizons-press.pdf").write_bytes(GOOD)
    asked = edition.demands_of
    monkeypatch.setattr(edition, "demands_of", lambda press, settings: replace(asked(press, settings), ink_limit=90))
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    assert build_pdf.main([*ASKED, "--output", str(output.parent)], root) == 1
    told = capsys.readouterr().err
    assert "must not go to press" in told
    assert "shared-horizons-press-failed.pdf" in told
    stem = "shared-horizons-press"
    assert names(output) == [
        f"{stem}-failed.pdf", f"{stem}-failed.plan.json", f"{stem}-failed.preflight.html",
        f"{stem}-failed.preflight.json", f"{stem}.pdf",
    ]  # fmt: skip
    assert (output / f"{stem}.pdf").read_bytes() == GOOD
    assert "startups/lantern-works.md" in (output / f"{stem}-failed.preflight.json").read_text(encoding="utf-8")
    kept = output / f"{stem}-failed.pdf"
    assert planfile.beside(kept).file == MadeFile.of(kept, planfile.beside(kept).file.pages)


def test_a_file_that_it_lets_through_takes_its_place_with_plan_and_report_and_the_refused_one_goes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output, stem = root / "sound" / PRESS, "shared-horizons-press"
    output.mkdir(parents=True)
    (output / f"{stem}-failed.pdf").write_bytes(b"of a build before")
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    assert build_pdf.main([*ASKED, "--output", str(output.parent)], root) == 0
    assert f"{stem}.pdf can go to press" in capsys.readouterr().out
    assert names(output) == [f"{stem}.pdf", f"{stem}.plan.json", f"{stem}.preflight.html", f"{stem}.preflight.json"]
    plan = planfile.beside(output / f"{stem}.pdf")
    assert (plan.press, plan.whole) == ("digital-perfect", True)
    assert plan.file.lies_in(output)


def test_of_some_spreads_extent_and_completeness_are_not_asked_and_that_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    arguments = [*ASKED, "--only", "lantern-works", "--output", str(root / "some")]
    assert build_pdf.main(arguments, root) == 0
    assert PARTIAL in capsys.readouterr().out
    assert not planfile.beside(root / "some" / PRESS / "shared-horizons-press-only.pdf").whole


def test_where_one_cover_is_refused_none_is_written(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked = coveredition.cover_demands_of
    monkeypatch.setattr(coveredition, "cover_demands_of", lambda press: replace(asked(press), safety=40))
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    assert build_pdf.main(["--edition", "cover", "--output", str(root / "covers")], root) == 1
    assert "shared-horizons-cover-jacket-failed.pdf" in capsys.readouterr().err
    assert [name for name in names(root / "covers") if "-failed" not in name] == []


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book for a press that asks for PDF/X-1a."""
    return small_book(tmp_path_factory.mktemp("flat"), ("standard: x-4", "standard: x-1a")).root


@pytest.mark.parametrize("asked", [["--edition", "press"], ["--edition", "cover"], ["kit"]])
def test_a_press_that_asks_for_x1a_is_answered_with_the_reason_and_what_it_can_have(
    asked: list[str], flat: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_pdf, "load", lambda root: catalogue.load(root, today=DAY))
    is_kit, output = asked == ["kit"], flat / "out"
    made = main(["--root", str(flat), *asked]) if is_kit else build_pdf.main([*asked, "--output", str(output)], flat)
    assert made == 1
    told = "".join(capsys.readouterr())
    assert "error[P816]: no PDF/X-1a is made: it lets nothing be transparent" in told
    assert "offer the press that file" in told
    assert "Traceback" not in told
    assert not output.exists()


def test_a_file_that_a_press_flattened_can_be_held_against_x1a(flat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(flat / "flattened.pdf")
    assert main(["--root", str(flat), "preflight", str(flat / "flattened.pdf"), "--press", "offset-case"]) == 1
    out = capsys.readouterr().out
    assert "held against PDF/X-1a, the press offset-case" in out
    assert "not PDF/X-1a:2001 or PDF/X-1a:2003" in out


def test_the_back_of_the_colophon_may_be_blank() -> None:
    pages = [PlannedPage(page=number, label="", part=kind, kind=kind, title="") for number, kind in
             enumerate(["sources", "sources", "colophon", "colophon", "blank", "blank"], 1)]  # fmt: skip
    plan = PlanFile.model_construct(pages=tuple(pages))
    meant = [is_planned_blank(page.kind, page.page, plan) for page in pages]
    assert meant == [False, False, False, True, True, True]
