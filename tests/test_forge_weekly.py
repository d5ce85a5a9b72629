"""The weekly report: what servers answer, and which reviews are due.

Holds G17 of docs/standards.md.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml
from world import PROFILE, make_world

from showcase import catalogue
from showcase.cli import main
from showcase.forge.linkcheck import Looked, asked, look
from showcase.forge.links import links
from showcase.forge.weekly import QUIET


class Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = {"/here": 200, "/gone": 404, "/closed": 403, "/away": 302}[self.path]
        self.send_response(status)
        if status == 302:
            self.send_header("Location", f"http://localhost:{self.server.server_port}/here")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_each_answer_has_its_name_and_the_order_stays(host: str) -> None:
    urls = [f"{host}/{path}" for path in ("here", "gone", "closed", "away")] + ["http://127.0.0.1:1/none"]
    found = look(urls, asked, pause=0)
    assert [one.url for one in found] == urls
    assert [one.finding for one in found] == ["sound", "gone", "closed", "moved", "silent"]


def test_a_host_that_never_answers_is_soon_asked_no_more() -> None:
    asked_for: list[str] = []
    silent = "https://away.example/"
    urls = [f"{silent}{number}" for number in range(9)] + ["https://here.example/"]
    found = look(urls, lambda url: asked_for.append(url) or Looked(url, "silent" if silent in url else "sound"), pause=0)
    assert [one.finding for one in found] == ["silent"] * 9 + ["sound"]
    assert sorted(asked_for) == sorted([*urls[:3], urls[-1]]) and "not asked" in found[3].detail


def test_links_are_those_of_profiles_data_states_and_pages_each_with_its_first_file(tmp_path: Path) -> None:
    page = "---\ntitle: A\n---\nSee [one](https://example.org/page) and [it](about.md).\n\n```\nhttps://example.org/code\n```\n"
    text = PROFILE.replace("innovations:", 'website: {url: "https://example.org/own", src: [1]}\ninnovations:')
    root = make_world(tmp_path, {"startups/lantern-works.md": text, "docs/policies/a.md": page})
    found = links(root, catalogue.load(root))
    assert found["https://example.org/own"] == found["https://example.org/lamp"] == "startups/lantern-works.md"
    assert found["https://example.org/page"] == "docs/policies/a.md" and "https://example.org/code" not in found
    for name in ("timeline.yml", "programmes.yml", "states/maharashtra.yml"):
        stated = yaml.safe_load((root / "data" / name).read_text(encoding="utf-8"))["sources"]
        assert f"data/{name}" in {found[one["url"]] for one in stated}
    stated = re.findall(r"url: \"?(https?://[^\s\"},]+)", "\n".join(one.read_text(encoding="utf-8") for one in (root / "data").rglob("*.yml")))
    assert len(set(stated)) > 100 and set(stated) <= found.keys()


def test_the_report_names_files_days_and_links_in_both_languages(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PROFILE.replace("https://example.org/lamp", f"{host}/gone").replace("https://example.org/contract", f"{host}/here")
    make_world(tmp_path, {"startups/lantern-works.md": text})
    monkeypatch.setattr("showcase.forge.weekly.look", lambda urls: look([one for one in urls if host in one], pause=0))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1810000000")  # 11 May 2027
    assert main(["--root", str(tmp_path), "weekly"]) == 0
    told = (tmp_path / "dist" / "weekly.md").read_text(encoding="utf-8")
    assert not told.startswith(QUIET)
    assert "### Gone (1)" in told and "startups/lantern-works.md: http:" in told and "/gone (404)" in told
    assert "- startups/lantern-works.md: 22 May 2027" in told and "22 मई 2027" in told
    assert "/here" not in told
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    assert main(["--root", str(tmp_path), "weekly", "--offline"]) == 0
    assert (tmp_path / "dist" / "weekly.md").read_text(encoding="utf-8").startswith(QUIET)
