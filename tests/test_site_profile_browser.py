"""A profile's page under a reader's hand, years later, and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import full
import pikepdf
import pytest
from browsing import served
from playwright.sync_api import Page
from sites import build, built_project, make_project, real_project
from world import profile

from showcase import catalogue
from showcase.site.paper import is_brief

A4 = (595, 842)
"""Points, as near as a printer has them."""
ADDRESS = {"en": "startups/{}/", "hi": "hi/startups/{}/"}


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with served(built_project() / "site") as address:
        yield address


def test_on_a_wide_screen_sources_stand_beside_their_paragraph_and_are_heard_once(page: Page, host: str) -> None:
    page.goto(f"{host}startups/lantern-works/")
    paragraph, margin = page.locator(".passage p").bounding_box(), page.locator(".margin").bounding_box()
    assert paragraph and margin
    assert margin["x"] >= paragraph["x"] + paragraph["width"]
    assert abs(margin["y"] - paragraph["y"]) < 12
    said = [" ".join(one.split()) for one in page.locator(".margin li").all_inner_texts()]
    assert said == ["1 The Harbour Times, 1 May 2022", "2 Naval Notes, January 2023"]
    assert "Naval Notes" not in page.locator(".story").aria_snapshot()
    assert page.locator("main").aria_snapshot().count("Naval Notes") == 1
    for width in (1024, 768, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".margin").is_hidden()


def test_by_keyboard_a_citation_leads_to_its_source_and_back(page: Page, host: str) -> None:
    page.goto(f"{host}startups/lantern-works/")
    page.locator(".story .cites a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#source-2'")
    assert page.evaluate("document.querySelector(':target').id") == "source-2"
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "https://example.org/contract"
    stops = []
    while (stop := page.locator(":focus").get_attribute("href")) != "#cite-2-4":
        stops.append(stop)
        assert len(stops) < 12
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#cite-2-4'")
    assert page.evaluate("document.activeElement.textContent") == "2"


def test_no_stop_of_the_tab_key_is_in_the_margin(page: Page, host: str) -> None:
    page.goto(f"{host}startups/lantern-works/")
    stops = page.evaluate("""() => [...document.querySelectorAll('.passage a')]
      .filter(one => one.tabIndex >= 0).map(one => one.closest('.margin') !== null)""")
    assert stops == [False, False]


@pytest.mark.parametrize(("today", "shown"), [("2027-05-22", False), ("2027-05-23", True), ("2031-01-01", True)])
def test_a_page_read_after_its_review_says_so_whenever_it_was_built(
    page: Page, host: str, today: str, shown: bool
) -> None:
    page.clock.set_fixed_time(f"{today}T12:00:00")
    for part in ("", "hi/"):
        page.goto(f"{host}{part}startups/lantern-works/")
        assert page.locator(".stale").is_visible() is shown


def test_a_mark_of_the_timeline_lies_where_its_date_does(page: Page, real_host: str) -> None:
    page.goto(f"{real_host}startups/sagar-defence-engineering/")
    for width in (1280, 768, 360):
        page.set_viewport_size({"width": width, "height": 800})
        line = page.locator(".course-line").bounding_box()
        marks = page.locator(".course-mark > *").evaluate_all("all => all.map(one => one.getBoundingClientRect().x)")
        assert line and len(marks) == 8
        assert line["x"] - 8 <= min(marks) and max(marks) <= line["x"] + line["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def printed(page: Page, address: str) -> pikepdf.Pdf:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_every_profile_is_one_sheet_of_paper_and_a_brief_one_one_side(page: Page, real_host: str) -> None:
    """Two sides of A4 at most, the longest and the shortest among them, in both languages."""
    page.emulate_media(color_scheme="dark")
    sides, brief = {}, set()
    for one in catalogue.load(real_project()).published:
        for language, address in ADDRESS.items():
            with printed(page, real_host + address.format(one.slug)) as sheet:
                boxes = {tuple(round(float(side)) for side in leaf.mediabox[2:]) for leaf in sheet.pages}
                assert boxes == {A4}
                sides[one.slug, language] = len(sheet.pages)
                brief |= {(one.slug, language)} if is_brief(one, language) else set()
    assert len(sides) >= 42
    assert {key: count for key, count in sides.items() if count > 2} == {}
    assert len(brief) >= 12 and {sides[key] for key in brief} == {1}


def test_on_paper_sources_are_numbers_with_hosts_and_what_is_for_screens_is_gone(page: Page, real_host: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{real_host}startups/sagar-defence-engineering/")
    for gone in (".masthead", ".related", ".back", ".margin", ".imprint-report", ".foot nav"):
        assert not [one for one in page.locator(gone).all() if one.is_visible()], gone
    assert page.locator(".source-host").first.inner_text() == "thehindu.com"
    after = "getComputedStyle(document.querySelector('.sources a'), '::after').content"
    assert page.evaluate(after) == "none"
    assert page.locator(".cite-line").is_visible() and page.locator(".hero-plate").is_visible()


def test_on_paper_a_photograph_keeps_its_credit_and_a_plate_needs_none(page: Page, real_host: str, tmp_path: Path) -> None:
    photograph = "  - {id: sea, file: sea.jpg, alt: A lamp on dark water, credit: Chitra Bose, licence: CC BY 4.0, caption: Diya at sea.}\n"
    files = {
        "startups/lantern-works.md": profile(("sources:\n", f"photographs:\n{photograph}sources:\n")),
        "images/lantern-works/sea.jpg": full.photograph(),
    }
    done = build(make_project(tmp_path, files))
    assert done.returncode == 0, done.stdout
    page.emulate_media(media="print")
    with served(tmp_path / "site") as host:
        page.goto(f"{host}startups/lantern-works/")
        assert page.get_by_text("Photograph: Chitra Bose, CC BY 4.0").is_visible()
    page.goto(f"{real_host}startups/sagar-defence-engineering/")
    assert page.locator(".hero-caption").is_hidden()
