"""Social cards on the site: every page names one, in its language, and a card is drawn once."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image
from sites import build, built_project, make_project

from showcase import catalogue
from showcase.verify import verify

HOME = "https://example.org/book/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows its own address."""
    folder = tmp_path_factory.mktemp("social")
    data = make_project(folder) / "data" / "site.yml"
    data.write_text(data.read_text().replace('site_url: ""', f"site_url: {HOME}"))
    done = build(folder)
    assert done.returncode == 0, done.stdout
    return folder


def tags(project: Path, address: str) -> dict[str, str]:
    html = (project / "site" / address / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)">', html)
    return {name: unescape(content) for name, content in found}


@pytest.mark.parametrize(
    ("address", "card", "locale", "said"),
    [
        ("startups/quiet-box/", "startups/quiet-box-en", "en_IN", "A box of which little is on record. "),
        ("hi/startups/quiet-box/", "startups/quiet-box-hi", "hi_IN", "क्वाइट बॉक्स। एक डिब्बा, जिसके बारे में"),
        ("", "site-en", "en_IN", "Shared Horizons of Innovation. "),
        ("hi/startups/", "site-hi", "hi_IN", "नवाचार के साझा क्षितिज। "),
        ("states/maharashtra/", "site-en", "en_IN", "Not an official publication"),
    ],
)
def test_each_page_names_its_card_by_its_whole_address(
    project: Path, address: str, card: str, locale: str, said: str
) -> None:
    told = tags(project, address)
    assert told["og:image"] == f"{HOME}assets/social/{card}.jpg"
    assert told["og:url"] == f"{HOME}{address}"
    assert told["og:locale"] == locale
    assert said in told["og:image:alt"]
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:title"] and told["og:description"] and told["og:site_name"]
    picture = Image.open(project / "site" / "assets" / "social" / f"{card}.jpg")
    assert (int(told["og:image:width"]), int(told["og:image:height"])) == picture.size == (1200, 630)
    assert told["og:image:type"] == Image.MIME[picture.format]


def about_cards(project: Path) -> list[str]:
    """What `verify` has to say of social cards."""
    return [said for said in verify(project / "site", catalogue.load(project)) if "social" in said]


def test_every_page_of_the_site_has_one(project: Path) -> None:
    assert about_cards(project) == []
    page = project / "site" / "about" / "index.html"
    html = page.read_text(encoding="utf-8")
    try:
        page.write_text(html.replace("site-en.jpg", "other.jpg"), encoding="utf-8")
        assert about_cards(project) == ["about/ names the social card assets/social/other.jpg, which is not there."]
    finally:
        page.write_text(html, encoding="utf-8")


def test_cards_are_small(project: Path) -> None:
    cards = sorted((project / "site" / "assets" / "social").rglob("*.jpg"))
    assert len(cards) == 2 + 2 * 2
    assert max(card.stat().st_size for card in cards) <= 100_000


def test_a_card_that_is_missing_or_of_nobody_is_told(project: Path) -> None:
    folder = project / "site" / "assets" / "social" / "startups"
    card, hidden = folder / "quiet-box-hi.jpg", folder / "hidden-forge-hi.jpg"
    card.rename(hidden)
    try:
        assert {"assets/social/startups/quiet-box-hi.jpg is missing: Quiet Box is published.",
                "assets/social/startups/hidden-forge-hi.jpg is there, but hidden-forge is not published."
                } <= set(about_cards(project))  # fmt: skip
    finally:
        hidden.rename(card)


def test_a_site_without_an_address_of_its_own_has_and_names_no_card() -> None:
    site = built_project() / "site"
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "og:" not in html and "twitter:" not in html
    assert not (site / "assets" / "social").exists()


def test_a_second_build_draws_no_card_and_a_changed_text_one(project: Path) -> None:
    shelf = project / ".cache" / "site" / "social"
    before = {path: path.read_bytes() for path in shelf.iterdir()}
    for path in before:
        path.write_bytes(b"kept")
    try:
        assert build(project).returncode == 0
        assert {path.read_bytes() for path in shelf.iterdir()} == {b"kept"}
        profile = project / "startups" / "quiet-box.md"
        profile.write_text(profile.read_text().replace("headline: A box", "headline: The box"))
        assert build(project).returncode == 0
        assert [path.name[:13] for path in shelf.iterdir() if path not in before] == ["quiet-box-en."]
    finally:
        for path, raw in before.items():
            path.write_bytes(raw)
