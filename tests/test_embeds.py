"""Cards for other people's pages and plain texts for programs: D11 to D13 of the data users' requirements, S2.

Holds D12 and D15 of docs/standards.md.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from browsing import served
from playwright.sync_api import Browser
from sites import HOME, addressed_project, built_project
from world import ROOT, make_world, profile

from showcase import catalogue
from showcase.book.online import online
from showcase.site import embedding, texts
from showcase.site.built import read_page

OEMBED = jsonschema.Draft202012Validator(json.loads((ROOT / "tests" / "schemas" / "oembed.json").read_text()))
NASTY = '</script <img src=x onerror=y *_"'
"""What the check lets pass, for no tag ends in it; a page around it would end the tag."""
BOTH = ["", "hi/"]


@pytest.fixture(scope="module")
def site() -> Path:
    return addressed_project() / "site"


@pytest.mark.parametrize("folder", BOTH)
def test_d13_the_profile_names_its_card_as_oembed_has_it(site: Path, folder: str) -> None:
    html = (site / folder / "startups/quiet-box/index.html").read_text(encoding="utf-8")
    (address,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" title="[^"]+" href="([^"]+)">', html)
    assert address == f"{HOME}{folder}embed/quiet-box/oembed.json"
    told = json.loads((site / address.removeprefix(HOME)).read_bytes())
    OEMBED.validate(told)
    (card,) = re.findall(r'src="([^"]+)"', told["html"])
    assert (site / card.removeprefix(HOME) / "index.html").is_file()
    assert (site / told["thumbnail_url"].removeprefix(HOME)).is_file()
    assert not OEMBED.is_valid({**told, "version": "1"}) and not OEMBED.is_valid({**told, "html": "<script></script>"})


@pytest.mark.parametrize(("folder", "edition"), [("", "bilingual"), ("", "en"), ("hi/", "hi")])
def test_d15_the_code_in_the_book_leads_to_the_address_that_the_page_gives_itself(site: Path, folder: str, edition: str) -> None:
    for startup in catalogue.load(site.parent).published:
        page = (site / folder / "startups" / startup.slug / "index.html").read_text(encoding="utf-8")
        assert re.findall(r'<link rel="canonical" href="([^"]+)">', page) == [online(startup, edition).address]


@pytest.mark.parametrize("folder", BOTH)
def test_d13_a_card_runs_nothing_and_may_be_framed(site: Path, folder: str) -> None:
    for path in sorted((site / folder / "embed").rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        page = read_page("", html)
        assert "<script" not in html and page.code == [] and "style=" not in html
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy.startswith("default-src 'none'") and "unsafe-" not in policy.replace("'wasm-unsafe-eval'", "")
        assert "frame-ancestors" not in policy
        assert all('target="_top"' in link for link in re.findall(r"<a [^>]*>", html))
    assert sorted(one.name for one in (site / folder / "embed").iterdir()) == ["lantern-works", "quiet-box"]


@pytest.mark.parametrize("folder", BOTH)
def test_d13_the_policy_on_frames_leaves_the_card_out_by_the_name_that_it_has_on_the_profile(site: Path, folder: str) -> None:
    profile_page, policy = (site / folder / name / "index.html" for name in ("startups/quiet-box", "policies/hyperlinking"))
    (name,) = re.findall(r'<dt>([^<]+)</dt><dd><a href="[^"]*embed/quiet-box/">', profile_page.read_text(encoding="utf-8"))
    assert f"“{name}”" in policy.read_text(encoding="utf-8")


def test_d13_without_an_address_of_the_site_there_are_cards_and_no_oembed() -> None:
    site = built_project() / "site"
    assert (site / "embed/quiet-box/index.html").is_file()
    assert not list(site.rglob("oembed.json"))
    assert "oembed" not in (site / "startups/quiet-box/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "height"), [(embedding.WIDTH, embedding.HEIGHT), (320, 400), (640, 240)])
@pytest.mark.parametrize("folder", BOTH)
def test_d13_a_card_is_whole_in_its_frame(browser: Browser, folder: str, width: int, height: int) -> None:
    with served(built_project() / "site") as host:
        page = browser.new_page(viewport={"width": width, "height": height})
        faults: list[str] = []
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(f"{host}{folder}embed/lantern-works/")
        assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [width, height]
        foot = page.locator(".embed-foot").bounding_box()
        assert foot["y"] + foot["height"] <= height
        assert faults == []
        page.close()


def test_s2_a_name_stays_within_its_attribute(tmp_path: Path) -> None:
    named = profile(("name: Lantern Works", f"name: '{NASTY}'"), ("summary: Lantern Works of", "summary: A firm of"))
    one = catalogue.load(make_world(tmp_path, {"startups/lantern-works.md": named})).published[0]
    assert embedding.frame(one, "en").count("<") == 2
    assert not re.search(r"(?<!\\)<", texts.profile(one, "en").replace("](<", ""))
    assert r"# \</script \<img src=x onerror=y \*\_" in texts.profile(one, "en")


@pytest.mark.parametrize("folder", BOTH)
def test_d12_each_profile_is_there_as_markdown_with_its_sources(site: Path, folder: str) -> None:
    text = (site / folder / "startups/lantern-works/index.md").read_text(encoding="utf-8")
    assert len(re.findall(r"(?m)^# ", text)) == 1
    cited, told = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"(?m)^\[\^(\d+)\]: ", text))
    assert cited == told == {"1", "2"}
    assert ("दीया" if folder else "Diya") in text and "<" not in text.replace("](<", "")
    assert not (site / folder / "startups/hidden-forge").exists()


def test_d12_llms_txt_has_one_title_a_summary_and_links_that_lead_somewhere(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^# (.+)$", text) == ["Shared Horizons of Innovation"]
    assert re.search(r"(?m)^> .{40,}$", text)
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert any("innovators.csv" in link for link in links) and any("policies/" in link for link in links)
    ends = [site / link.removeprefix(HOME).partition("#")[0] for link in links]
    assert [end for end in ends if not (end.is_file() or (end / "index.html").is_file())] == []
    own = [link for link in (re.findall(r"\]\(([^)]+)\)", (built_project() / "site/llms.txt").read_text())) if "://" in link]
    assert own == []


def test_d11_every_page_for_readers_has_a_card_with_its_words_and_a_short_description(site: Path) -> None:
    for path in site.rglob("index.html"):
        if "embed" not in path.relative_to(site).parts:
            metas = read_page("", path.read_text(encoding="utf-8")).metas
            assert metas["og:image:alt"] and metas["og:title"] and metas["twitter:card"] == "summary_large_image"
            assert len(metas["og:description"]) <= 200, path
            assert metas["og:locale:alternate"] != metas["og:locale"]
