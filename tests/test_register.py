"""The content register: the evidence of who answers for what, and when it was looked at (G53)."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from sites import CONTENT, DRAFT
from test_release_changes import ARCHIVE
from world import ROOT, make_world

from showcase import catalogue, cli
from showcase.release import register
from showcase.site.history import History


def test_the_register_tells_each_page_its_days_and_its_hindi(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = (ROOT / "data" / "site.yml").read_text(encoding="utf-8").replace("contributor: null", "contributor: Ms B. Iyer")
    head = "---\ntitle: {}\n---\nA text.\n"
    files = {**CONTENT, "startups/hidden-forge.md": DRAFT, "data/site.yml": site, "docs/index.md": head.format("Home"),
             "docs/policies/terms.md": head.format("=Terms"), "docs/policies/terms.hi.md": head.format("शर्तें"),
             "docs/standards.md": "# For readers of the code\n",
             "data/archive.yml": ARCHIVE.split("renamed")[0] + "renamed: []\n"}  # fmt: skip
    root = make_world(tmp_path, files)
    changed = History({"startups/lantern-works.hi.md": date(2026, 11, 24), "docs/policies/terms.md": date(2026, 11, 20)})
    told = {row["address"]: row for row in register.rows(root, catalogue.load(root), changed)}
    assert told.keys() == {"startups/lantern-works/", "startups/quiet-box/", "startups/gone-home/", "", "policies/terms/"}
    lantern = told["startups/lantern-works/"]
    days = [lantern[key] for key in ("last_updated", "last_reviewed", "next_review")]
    assert days == [date(2026, 11, 24), date(2026, 11, 22), date(2027, 5, 22)]
    assert "texts in English" in lantern["hindi"] and lantern["contributor"] == "Ms B. Iyer"
    assert (told["startups/gone-home/"]["state"], told["startups/gone-home/"]["last_updated"]) == ("withdrawn", date(2026, 11, 26))
    assert (told[""]["hindi"], told["policies/terms/"]["hindi"]) == ("none", "whole")
    assert cli.main(["--root", str(root), "register"]) == 0
    assert capsys.readouterr().out.endswith("content-register.csv: 5 pages\n")
    text = (root / register.OUTPUT).read_bytes().decode("utf-8-sig")
    (terms,) = [row for row in csv.DictReader(io.StringIO(text)) if row["address"] == "policies/terms/"]
    assert terms["title"] == "'=Terms", "a spreadsheet would run it"
