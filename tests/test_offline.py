"""The copy for a stick (P9, S11): opened from a disk, where nothing can be fetched and no module is loaded."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from guarded import watched
from playwright.sync_api import Browser
from sites import real_project

from showcase.cli import main
from showcase.offline.bundle import bundle
from showcase.offline.making import LEFT_OUT
from showcase.offline.pages import pointed
from showcase.site.built import BuiltSite
from showcase.site.fetched import is_foreign


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the real site, unpacked."""
    folder = tmp_path_factory.mktemp("stick")
    packed = folder / "copy.zip"
    project = real_project()
    assert main(["--root", str(project), "offline", str(project / "site"), "--output", str(packed)]) == 0
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder / "shared-horizons"


def test_every_link_ends_in_a_file_that_is_there(copy: Path) -> None:
    site = BuiltSite(copy)
    assert len(site.pages) > 200
    for page in site.pages.values():
        start = f"{page.address}index.html"
        inner = [one for one in (*page.links, *page.loads, *page.sends) if not is_foreign(one) and not one.startswith("data:")]
        assert [one for one in inner if site.leads_nowhere(start, one)] == [], page.address
        assert [one for one in inner if one.partition("#")[0].partition("?")[0].endswith(("/", ".."))] == []
        assert "file:" in page.policy and "'self'" not in page.policy


def test_what_only_servers_and_what_asks_them_read_stays_at_home(copy: Path) -> None:
    """Of a site with an address of its own too, and of one that lies on a host that reads _headers."""
    asked = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "_headers", "_redirects", "hi/embed/pixxel/oembed.json")
    assert [name for name in asked if not LEFT_OUT.fullmatch(name)] == []
    assert [name for name in asked if (copy / name).exists()] == []
    kept = ("llms.txt", "data/v1/innovators.csv", "new/feed.xml", "embed/pixxel/index.html")
    assert [name for name in kept if not (copy / name).is_file()] == []


@pytest.mark.parametrize(
    ("link", "pointed_to"),
    [("../", "../index.html"), ("./", "./index.html"), (".", "./index.html"), ("..", "../index.html"),
     ("../states/?a=b#c", "../states/index.html?a=b#c"), ("#main", "#main"), ("", ""), ("a.pdf#page=2", "a.pdf#page=2"),
     ("https://example.org/", "https://example.org/"), ("mailto:a@example.org", "mailto:a@example.org")],
)  # fmt: skip
def test_a_link_to_a_folder_becomes_one_to_its_page(link: str, pointed_to: str) -> None:
    assert pointed(link) == pointed_to


def test_modules_become_one_script_in_the_order_in_which_they_are_needed() -> None:
    files = {
        "a/main.js": 'import { b } from "./b.js";\nimport { c as d } from "../c.js";\nconst later = () => import("./b.js");\n',
        "a/b.js": 'import { c } from "../c.js";\nexport const b = c;\nexport class B {}\n', "c.js": "export function* c() {}\n",
    }  # fmt: skip
    text = bundle("a/main.js", files.__getitem__)
    assert text.index("const c_js") < text.index("const a_b_js") < text.index("const a_main_js")
    assert text.count("function* c()") == 1 and "const { c: d } = c_js;" in text and "Promise.resolve(a_b_js)" in text
    assert "import" not in text and "export" not in text


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_reader_with_a_stick_can_do_what_matters(copy: Path, browser: Browser, language: str) -> None:
    home = copy / ("hi" if language == "hi" else "")
    with watched(browser, accept_downloads=True) as (page, told):
        page.goto((home / "index.html").as_uri())
        page.locator(".masthead-nav a").first.click()
        page.wait_for_selector("[data-ready]")
        everyone = page.locator("[data-sections] article.card:visible").count()
        page.locator("[data-facet] summary").nth(1).click()
        page.locator("[data-facet] input").filter(visible=True).first.check()
        assert 0 < page.locator("[data-sections] article.card:visible").count() < everyone
        with page.expect_download() as taken:
            page.locator("[data-form=csv]").click()
        assert len(Path(taken.value.path()).read_text().splitlines()) < everyone
        for button in page.locator(".compare-toggle:visible").all()[:2]:
            button.click()
        page.locator(".compare-go").click()
        page.wait_for_selector("[data-table] thead img")
        assert page.locator("[data-names] th").count() == 2
        page.locator("[data-search]").click()
        says = {"en": "names and headlines", "hi": "नाम और शीर्षक"}[language]
        page.locator("dialog.search .search-note", has_text=says).wait_for()
        page.locator("dialog.search input").fill("पिक्सल" if language == "hi" else "pixx")
        page.locator(".find-name a", has_text={"en": "Pixxel", "hi": "पिक्सल"}[language]).click()
        page.wait_for_selector("article.profile")
        assert page.url.endswith("startups/pixxel/index.html")
        assert page.evaluate("[...document.images].every(one => one.naturalWidth || one.loading === 'lazy')")
        assert page.evaluate("document.fonts.ready.then(all => [...all].some(one => one.status === 'loaded'))")
        page.locator(".masthead-language").click()
        page.wait_for_selector(f"html[lang={'en' if language == 'hi' else 'hi'}] article.profile")
        assert told == []


def test_the_page_for_results_searches_too_and_says_what_it_searches(copy: Path, browser: Browser) -> None:
    with watched(browser) as (page, told):
        page.goto(f"{(copy / 'search' / 'index.html').as_uri()}?q=drishti")
        page.wait_for_selector(".search-status:not(:empty)")
        assert "names and headlines" in page.locator(".hero-note").inner_text()
        page.locator("input[name=q]").fill("no such word")
        page.locator(".search-status", has_text="Nothing was found").wait_for()
        assert "names and headlines" in page.locator(".search-note").inner_text()
        assert told == []


def test_without_a_site_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(real_project()), "offline", str(tmp_path)]) == 2
    assert "holds no site" in capsys.readouterr().err
