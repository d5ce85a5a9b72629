"""A12: every page is HTML as the standard has it, by html-validate."""

from __future__ import annotations

import json
from pathlib import Path

from node_tools import run_node
from sites import real_project


def faults(folder: Path, report: Path) -> list[str]:
    """Each fault of each page under the folder, with its place."""
    run_node("html-validate", "--config", "html-validate.json", "--formatter", f"json={report}", f"{folder}/**/*.html")
    pages = json.loads(report.read_text())
    return [
        f"{page['filePath']}:{one['line']}: {one['ruleId']}: {one['message']}"
        for page in pages for one in page["messages"]
    ]  # fmt: skip


def test_every_page_is_as_the_standard_has_it(tmp_path: Path) -> None:
    assert faults(real_project() / "site", tmp_path / "report.json") == []


def test_the_faults_of_the_stock_theme_would_be_seen(tmp_path: Path) -> None:
    """Material's own pages have these three (research: two autocomplete on checkboxes, one empty tabindex)."""
    page = '<!doctype html>\n<html lang="en"><head><title>A</title></head><body>\n<p tabindex="">B</p>\n<ul><p>C</p></ul>\n'
    (tmp_path / "page.html").write_text(page + '<input type="checkbox" autocomplete="off" aria-label="D">\n</body></html>')
    told = " ".join(faults(tmp_path, tmp_path / "report.json"))
    for place in ("3: ", "4: ", "5: "):
        assert f"page.html:{place}" in told
