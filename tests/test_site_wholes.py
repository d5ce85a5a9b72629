"""The pages about the whole: numbers, the programme's timeline, what is new; in both languages."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page
from sites import real_project
from world import ROOT

from showcase import catalogue
from showcase.catalogue import Catalogue
from showcase.model.dates import PartialDate
from showcase.site import addresses, news
from showcase.site.plan import Plan

ATOM = {"a": "http://www.w3.org/2005/Atom"}
KINDS = ("technology", "state", "stage", "year", "end-user")


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue.load(ROOT)


@pytest.fixture(scope="module")
def site() -> Path:
    return real_project() / "site"


@pytest.mark.parametrize("folder", ["", "hi/"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_bar_is_its_shelf_s_count_and_leads_to_its_page(
    page: Page, real_host: str, known: Catalogue, kind: str, folder: str
) -> None:
    page.goto(f"{real_host}{folder}numbers/")
    bars = page.locator(f"[aria-labelledby='by-{kind}'] a.bar-row")
    told = bars.evaluate_all(
        "all => all.map(one => [new URL(one.href).pathname, one.querySelector('.bar-figure').textContent,"
        " parseFloat(one.querySelector('.bar').getAttribute('width'))])"
    )
    shelves = known.shelves[kind]
    most = max(len(shelf.startups) for shelf in shelves)
    assert told == [
        [f"/{folder}{addresses.shelf(shelf)}", str(len(shelf.startups)), round(80 * len(shelf.startups) / most, 2)]
        for shelf in shelves
    ]
    table = page.locator(f"[aria-labelledby='by-{kind}'] tbody tr")
    assert table.locator("td").all_text_contents() == [str(len(shelf.startups)) for shelf in shelves]


def test_charts_have_names_that_stand_and_a_table_behind(page: Page, real_host: str) -> None:
    page.goto(f"{real_host}numbers/")
    charts = page.locator(".bars")
    assert charts.count() == len(KINDS) + 2
    named = charts.evaluate_all(
        "all => all.map(one => one.getAttribute('aria-labelledby').split(' ').every(id => document.getElementById(id).textContent))"
    )
    assert all(named)
    assert page.locator("details.behind table").count() == charts.count()


@pytest.mark.parametrize("address", ["numbers/", "data/", "hi/data/", "startups/", "states/karnataka/"])
def test_each_link_and_summary_says_by_itself_what_it_leads_to(page: Page, real_host: str, address: str) -> None:
    """No two of one name lead to two places, and no file is named by its form alone."""
    page.goto(real_host + address)
    told = page.eval_on_selector_all(
        "main a[download], main summary", "all => all.map(one => [one.ariaLabel ?? one.textContent.trim(), one.href ?? Math.random()])"
    )
    names = [name for name, _ in {(name, place) for name, place in told}]
    assert sorted(names) == sorted(set(names)) and len(names) > 2
    assert not {"CSV", "JSON", "XLSX"} & set(names)


def test_every_published_figure_stands_with_its_date_and_source(site: Path, known: Catalogue) -> None:
    html = (site / "numbers/index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<dd class="figure-source">(.*?)</dd>', html, re.DOTALL)
    assert len(rows) == len(known.vocabulary.statistics)
    assert [row for row in rows if "As of" not in row or "</a>" not in row] == []


def test_a_year_without_a_figure_has_no_bar(page: Page, real_host: str, known: Catalogue) -> None:
    page.goto(f"{real_host}numbers/")
    widths = page.eval_on_selector_all(
        "[aria-labelledby='series-production'] .bar", "all => all.map(one => parseFloat(one.getAttribute('width')))"
    )
    assert [width == 0 for width in widths] == [one.rs_crore is None for one in known.vocabulary.production]


class Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if tag == "a" and told.get("href") else []


@pytest.mark.parametrize("folder", ["", "hi/"])
def test_every_event_is_drawn_once_and_told_with_its_editions(site: Path, known: Catalogue, folder: str) -> None:
    html = (site / folder / "timeline/index.html").read_text(encoding="utf-8")
    anchors = Anchors()
    anchors.feed(html)
    events = [event.id for event in known.vocabulary.timeline]
    assert [one for one in events if anchors.ids.count(one) != 1 or anchors.links.count(f"#{one}") != 1] == []
    for event in known.vocabulary.timeline:
        for edition in event.editions:
            assert any(link.endswith(f"challenges/{edition}/") for link in anchors.links), edition


def test_the_marks_of_the_timeline_stand_in_the_order_of_their_dates(page: Page, real_host: str, known: Catalogue) -> None:
    page.goto(f"{real_host}timeline/")
    days = sorted((event for event in known.vocabulary.timeline if event.date.day), key=lambda event: event.date)
    places = [page.locator(f".lanes a[href='#{event.id}'] circle").get_attribute("cx") for event in days]
    numbers = [float(place.rstrip("%")) for place in places]
    assert numbers == sorted(numbers)


def test_news_are_the_dates_of_profiles_the_newest_first_and_none_ahead(known: Catalogue) -> None:
    told = news.entries(known.published, known.today)
    dates = [one.date for one in told]
    assert dates == sorted(dates, reverse=True)
    assert len({(one.startup.slug, one.date) for one in told}) == len(told)
    early = news.entries(known.published, date(2023, 6, 30))
    assert early
    assert max(one.date for one in early) <= PartialDate(2023, 6, 30)
    assert [one for one in told if not one.sources] == []


@pytest.mark.parametrize("folder", ["", "hi/"])
def test_the_page_tells_each_of_them_and_who_was_verified(site: Path, known: Catalogue, folder: str) -> None:
    html = (site / folder / "new/index.html").read_text(encoding="utf-8")
    plan = Plan(known)
    assert html.count('<p class="event-date">') == len(plan.news)
    assert html.count('<p class="verified-day">') == len({one.verified_on for one in known.published})


@pytest.mark.parametrize("name", ["numbers", "timeline", "new"])
@pytest.mark.parametrize("folder", ["", "hi/"])
def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, real_host: str, name: str, folder: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{real_host}{folder}{name}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    footer = page.locator(".foot nav").first
    assert footer.locator(f"a[href$='{folder}{name}/'], a[href='./'], a[href='../{name}/']").count() >= 1
