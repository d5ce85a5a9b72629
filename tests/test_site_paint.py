"""What of speed does not depend on the machine: bytes, requests and shifts before the first view (A20, P2 to P4).

The times themselves are measured by `make bench PART=lighthouse`; here stands what they follow from on the lines of
the requirements: 150 ms a round trip and 204.8 bytes a millisecond, as Lighthouse has a phone, and 400 ms and 50.
"""

from __future__ import annotations

import gzip
import re
from statistics import mean

from playwright.sync_api import Browser, Request
from sites import real_project
from test_site_weight import KB, PHONE, first_look, weight

from showcase.site.built import BuiltSite

PHONE_LINE, SLOW_LINE = (150, 204.8), (400, 50.0)
"""Milliseconds a round trip, bytes a millisecond."""
OPENING = 3
"""Round trips until a browser has an address, a line and its keys (RFC 8446), and may ask for the page."""
PAUSE = 160
"""Milliseconds that the search waits for another letter."""
PAGES = ("", "startups/", "startups/qnu-labs/", "hi/startups/sagar-defence-engineering/", "numbers/", "hi/timeline/", "states/",
         "stages/contract/", "policies/privacy/", "404.html")  # fmt: skip
"""The heaviest page of each kind, and the lightest."""
BLOCKING = """() => performance.getEntriesByType("resource").filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name)"""
SHIFTED = """() => new Promise((done) => {
  const all = [];
  new PerformanceObserver((list) => all.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(all.reduce((sum, one) => sum + one.value, 0)), 100);
})"""


def time_on(line: tuple[float, float], trips: int, size: int) -> float:
    """Milliseconds that so many round trips and bytes take at the least."""
    return trips * line[0] + size / line[1]


def test_little_stands_before_the_first_words(browser: Browser, real_host: str) -> None:
    """A20, P3: words within 1.3 s on a phone, within 4 s on a slow line, and the whole first view within 2 s."""
    page = browser.new_page(viewport=PHONE)
    for address in PAGES:
        look = first_look(browser, real_host + address)
        page.goto(real_host + address, wait_until="load")
        held = {url: size for files in look.values() for url, size in files.items()}
        before = weight(look, "document") + sum(held[url] for url in page.evaluate(BLOCKING))
        assert time_on(PHONE_LINE, OPENING + 2, before) <= 1_300, (address, before)
        assert time_on(SLOW_LINE, OPENING + 2, before) <= 4_000, (address, before)
        assert time_on(PHONE_LINE, OPENING + 3, weight(look)) <= 2_000 + 600 * address.startswith("hi/"), (address, weight(look))
        assert weight(look, "script") <= 60 * KB, address
    page.close()


def test_nothing_shifts_while_a_page_comes_in(browser: Browser, real_host: str) -> None:
    """A20, P3: not even when its pictures are late."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.route(re.compile(r"\.(webp|svg)"), lambda route: (page.wait_for_timeout(60), route.continue_()))
    shifts = {}
    for address in (*PAGES, "compare/?with=pixxel,qnu-labs", "compare/?with=pixxel,qnu-labs,eyerov,unbox-robotics"):
        page.goto(real_host + address, wait_until="networkidle")
        shifts[address] = page.evaluate(SHIFTED)
    context.close()
    assert {address: shift for address, shift in shifts.items() if shift > 0.02} == {}


def test_the_first_result_is_there_soon(browser: Browser, real_host: str) -> None:
    """P2: 1.5 s from the last letter to the first result, of which nothing is fetched that was not needed."""
    context = browser.new_context(viewport=PHONE)
    page, asked = context.new_page(), list[Request]()
    page.goto(f"{real_host}startups/qnu-labs/", wait_until="networkidle")
    with page.expect_request_finished(lambda one: "wasm.en" in one.url):  # what any query needs, while one is typed
        page.locator("[data-search]").click()
    page.on("requestfinished", lambda one: asked.append(one))
    page.locator("dialog.search input").fill("satellite")
    page.wait_for_selector(".find")
    page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(one.response().body(), 6)) for one in asked)
    taken = PAUSE + time_on(PHONE_LINE, _waves(asked), size)
    context.close()
    assert taken <= 1_500, (taken, size, [one.url for one in asked])


def _waves(asked: list[Request]) -> int:
    """The longest chain of requests of which each began when another had ended: round trips, one after another."""
    spans = sorted((one.timing["startTime"] + one.timing["responseEnd"], one.timing["startTime"]) for one in asked)
    count, end = 0, 0.0
    for ended, began in spans:
        if began >= end:
            count, end = count + 1, ended
    return count


def test_no_page_is_heavy() -> None:
    """P4: none above 40 KB as it is sent; a profile's page is under 40 KB before that, one with another."""
    pages = {path: path.read_bytes() for path in (real_project() / "site").rglob("*.html")}
    assert {path: size for path, html in pages.items() if (size := len(gzip.compress(html, 6))) > 40 * KB} == {}
    for home in ("", "hi/"):
        profiles = [len(html) for path, html in pages.items() if path.match(f"site/{home}startups/*/index.html")]
        assert len(profiles) > 20
        assert mean(profiles) <= 40 * KB


def test_pages_grow_in_step_with_profiles() -> None:
    """P4: a profile's page names no more others when there are more of them, nor does what all pages share name any."""
    site = BuiltSite(real_project() / "site")
    profiles = {address: page for address, page in site.pages.items() if re.fullmatch(r"(hi/)?startups/[^/]+/", address)}
    assert len(profiles) > 40
    for address, page in profiles.items():
        ends = {site.resolved(address, link)[0] for link in page.links}
        assert len(ends & profiles.keys() - {address}) <= 6, address
