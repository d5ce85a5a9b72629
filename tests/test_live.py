"""The live preview: a page is made when it is asked for, a save is seen at once, an error is told on the page."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, expect
from sites import make_project
from world import PROFILE, ROOT, make_world

from showcase.checker import Reader
from showcase.files import write_whole
from showcase.live import overlay
from showcase.live.desk import Desk, Look
from showcase.live.server import Preview, Shown, server
from showcase.live.spreads import Spreads
from showcase.site.plan import Plan

DAY = date(2026, 11, 26)
HEADLINE = "A lamp that finds its own way home"
PATH = "startups/lantern-works.md"


def named(slug: str, name: str) -> str:
    return PROFILE.replace("lantern-works", slug).replace("Lantern Works", name)


def save(root: Path, text: str, path: str = PATH) -> None:
    """Saves a file in one stroke, so that the preview sees one change and not an empty file before it."""
    write_whole(root / path, text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {f"startups/{slug}.md": named(slug, name) for slug, name in (("lantern-works", "Lantern Works"), ("mast", "Mast"))}
    return make_world(tmp_path, files)


# The desk.


def test_only_what_was_saved_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, read, reading = Desk(root, DAY), [], Reader.read
    monkeypatch.setattr(Reader, "read", lambda self, path, data: read.append(path.stem) or reading(self, path, data))
    first = desk.look()
    assert sorted(read) == ["lantern-works", "mast"]
    assert desk.look() is first
    save(root, PROFILE.replace(HEADLINE, "A lamp that stays"))
    second = desk.look()
    assert read[2:] == ["lantern-works"]
    assert (second.number, second.catalogue.by_slug["lantern-works"].headline) == (2, "A lamp that stays")
    assert first.catalogue.by_slug["lantern-works"].headline == HEADLINE


def test_a_profile_with_an_error_is_shown_as_it_was_before_it(root: Path) -> None:
    desk = Desk(root, DAY)
    desk.look()
    save(root, PROFILE.replace("status: published", "status: publishd"))
    look = desk.look()
    assert look.catalogue.by_slug["lantern-works"].headline == HEADLINE
    assert [problem.path for problem in look.of("lantern-works")] == [PATH]
    assert look.of("mast") == []
    save(root, PROFILE)
    assert desk.look().problems == ()


def test_one_that_was_never_sound_is_left_out(root: Path) -> None:
    save(root, "---\nid: [\n")
    look = Desk(root, DAY).look()
    assert [one.slug for one in look.catalogue.startups] == ["mast"]
    assert look.of("lantern-works")


def test_a_profile_that_comes_or_goes_is_seen(root: Path) -> None:
    desk = Desk(root, DAY)
    desk.look()
    save(root, named("keel", "Keel"), "startups/keel.md")
    assert [one.slug for one in desk.look().catalogue.startups] == ["keel", "lantern-works", "mast"]
    (root / PATH).unlink()
    assert [one.slug for one in desk.look().catalogue.startups] == ["keel", "mast"]


def test_broken_data_is_told_and_what_was_shown_stays(root: Path) -> None:
    desk, path = Desk(root, DAY), "data/stages.yml"
    sound = (root / path).read_text(encoding="utf-8")
    before = desk.look()
    save(root, "stages: [", path)
    broken = desk.look()
    assert {problem.path for problem in broken.problems} == {path}
    assert broken.of("mast")  # every page is made from it
    assert broken.catalogue is before.catalogue
    save(root, sound, path)
    assert desk.look().problems == ()
    save(root, "stages: [", path)
    assert Desk(root, DAY).look().catalogue is None


# The server.


class Plain:
    """Pages without templates: the headline of each profile."""

    def take(self, look: Look) -> None:
        self.look = look

    def page(self, address: str) -> Shown | None:
        slug = address.removeprefix("startups/").strip("/")
        known = self.look.catalogue.by_slug
        return Shown(f"<body><h1>{known[slug].headline}</h1></body>", slug, "en") if slug in known else None

    def file(self, address: str) -> bytes | None:
        return b"body{}" if address == "a.css" else None


@pytest.fixture
def served(root: Path) -> Iterator[tuple[Preview, str]]:
    preview = Preview(Desk(root, DAY), Plain(), Spreads(root))
    with server(preview, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield preview, f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def got(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def test_who_waits_for_a_save_is_told_of_it(served: tuple[Preview, str], root: Path) -> None:
    preview, host = served
    assert HEADLINE in got(f"{host}/startups/lantern-works/")
    told: list[str] = []
    waits = threading.Thread(target=lambda: told.append(got(f"{host}{overlay.CHANGES}1")))
    waits.start()
    save(root, PROFILE.replace(HEADLINE, "A lamp that stays"))
    preview.renew()
    waits.join(timeout=10)
    assert told == ['{"number": 2}']
    assert "A lamp that stays" in got(f"{host}/startups/lantern-works/")


def test_an_error_is_told_on_its_page_and_stops_no_other(served: tuple[Preview, str], root: Path) -> None:
    preview, host = served
    save(root, PROFILE.replace("status: published", "status: <b>publishd</b>"))
    preview.renew()
    wrong, other = (got(f"{host}/startups/{slug}/") for slug in ("lantern-works", "mast"))
    assert "startups/lantern-works.md:5" in wrong
    assert "&lt;b&gt;publishd" in wrong
    assert "<b>publishd" not in wrong
    assert "publishd" not in other
    assert f'href="{overlay.SPREADS}mast/"' in other


def test_files_redirects_and_what_is_not_there(served: tuple[Preview, str]) -> None:
    host = served[1]
    assert got(f"{host}/a.css") == "body{}"
    assert HEADLINE in got(f"{host}/startups/lantern-works")
    for nowhere in ("/startups/nobody/", "/startups/nobody", "/%00", "/%E0%A4%85", "/x%0d%0aSet-Cookie:%20a=b", "/%2f/evil.example"):
        with pytest.raises(HTTPError, match="404"):
            got(f"{host}{nowhere}")
    assert got(f"{host}{overlay.CHANGES}{'9' * 5000}") == '{"number": 1}'


def test_a_save_that_cannot_be_shown_does_not_end_the_watch(
    served: tuple[Preview, str], root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    preview, host = served
    stopped, failed = threading.Event(), threading.Event()

    def fail(_look: Look) -> None:
        failed.set()
        raise KeyError("mast")

    with monkeypatch.context() as spoiled:
        spoiled.setattr(preview.pages, "take", fail)
        watching = threading.Thread(target=preview.watch, args=(stopped,))
        watching.start()
        save(root, PROFILE.replace(HEADLINE, "A lamp that fails"))
        assert failed.wait(30)
    save(root, PROFILE.replace(HEADLINE, "A lamp that stays"))
    assert preview.number_after(1) > 1
    stopped.set()
    watching.join()
    assert "A lamp that stays" in got(f"{host}/startups/lantern-works/")
    assert "pages stand as they were before it" in capsys.readouterr().err


def test_a_host_that_cannot_be_read_is_answered(served: tuple[Preview, str]) -> None:
    address = served[1].removeprefix("http://")
    with socket.create_connection(address.split(":"), timeout=30) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n")
        assert asking.makefile("rb").readline() == b"HTTP/1.1 403 Forbidden\r\n"


def test_a_new_name_whose_profile_cannot_be_shown_stops_nothing(root: Path) -> None:
    archive = "issues: []\nwithdrawn: []\nrenamed:\n  - {id: old-mast, to: mast, renamed_on: 2026-11-22}\n"
    save(root, archive, "data/archive.yml")
    save(root, "---\nname: [\n---\n", "startups/mast.md")
    look = Desk(root, DAY).look()
    assert list(look.catalogue.by_slug) == ["lantern-works"]
    assert [page for page in Plan(look.catalogue, True).pages if "mast" in page.address] == []


def test_a_page_of_elsewhere_reads_no_draft(served: tuple[Preview, str]) -> None:
    asked = urllib.request.Request(f"{served[1]}/startups/lantern-works/", headers={"Host": "elsewhere.example"})
    with pytest.raises(HTTPError, match="403"):
        urllib.request.urlopen(asked, timeout=30)


def test_without_data_the_problems_stand_in_the_place_of_every_page(served: tuple[Preview, str], root: Path) -> None:
    save(root, "stages: [", "data/stages.yml")
    preview = Preview(Desk(root, DAY), Plain(), Spreads(root))
    status, html = preview.page("startups/")
    assert (status, "data/stages.yml:" in html) == (200, True)


# The whole, over MkDocs.


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    project = make_project(tmp_path_factory.mktemp("live"), {PATH: PROFILE})
    for part in ("book", "build_pdf.py"):
        os.symlink(ROOT / part, project / part)
    save(project, PROFILE.replace("status: published", "status: publishd"))
    command = [sys.executable, str(ROOT / "scripts" / "serve.py"), "--port", "0", "--root", str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline()
        yield project, re.search(r"http://\S+:\d+", said)[0]
        process.terminate()


def test_an_editor_sees_each_save_in_the_page_itself(browser: Browser, running: tuple[Path, str]) -> None:
    project, host = running
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{host}/startups/")  # it began with a broken profile
    expect(page.locator(".preview-bar.wrong")).to_contain_text("publishd")
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url} {answer.request.method}") if answer.status >= 400 else None)
    save(project, PROFILE)
    expect(page.locator(".preview-bar.wrong")).to_have_count(0, timeout=20_000)
    page.wait_for_selector("[data-ready]")  # what the filter reads is that of the save
    page.goto(f"{host}/startups/lantern-works/")
    expect(page.locator("h2.headline")).to_have_text(HEADLINE)
    save(project, PROFILE.replace(HEADLINE, "A lamp that stays"))
    expect(page.locator("h2.headline")).to_have_text("A lamp that stays", timeout=20_000)
    save(project, PROFILE.replace("edition: disc-7", "edition: disc-70"))
    bar = page.locator(".preview-bar.wrong")
    expect(bar).to_contain_text("disc-70", timeout=20_000)
    assert bar.bounding_box()["y"] + bar.bounding_box()["height"] == pytest.approx(900, abs=1)
    loaded = page.evaluate("document.fonts.ready.then(all => [...all].filter(one => one.status == 'loaded').map(one => one.family))")
    assert {"Horizon Serif", "Horizon Words"} <= {family.strip('"') for family in loaded}
    assert faults == []
    page.close()


def test_the_spread_is_shown_as_it_will_print(browser: Browser, running: tuple[Path, str]) -> None:
    project, host = running
    save(project, PROFILE.replace("status: published", "status: draft"))
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{host}/hi/startups/lantern-works/")
    page.click(".preview-bar a")
    expect(page.locator("img")).to_be_visible(timeout=90_000)
    size = page.locator("img").evaluate("one => one.decode().then(() => [one.naturalWidth, one.naturalHeight])")
    assert size[0] / size[1] == pytest.approx(600 / 240, rel=0.2)
    page.close()
