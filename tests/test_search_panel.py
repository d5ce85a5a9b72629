"""The search as a reader meets it: opened, asked, left; by mouse, by keyboard, and without JavaScript.

Holds G29, A8, P2 and D14 of docs/standards.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served
from playwright.sync_api import Browser, Page, expect
from searched import real_catalogue
from sites import real_project

from showcase.site import addresses
from showcase.transliteration import sound

MARKUP = "<img src=x onerror=\"document.title='broken'\">"
NOT_BEFORE = re.compile(r"search/.+\.(js|json|css|pagefind|pf_\w+)")


@pytest.fixture(scope="module")
def site() -> Path:
    return real_project() / "site"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator("[data-search]").click()
    expect(page.locator("dialog.search")).to_be_visible()
    return page


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root).partition("?")[0]))
    page.goto(root, wait_until="networkidle")
    assert [one for one in asked if NOT_BEFORE.search(one)] == []
    assert "assets/js/search.js" in asked
    page.locator("[data-search]").click()
    page.locator("dialog.search input").fill("pixxel")
    expect(page.locator(".find")).not_to_have_count(0)
    assert len([one for one in asked if NOT_BEFORE.search(one)]) > 5


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_page_kind_has_the_search_in_its_header(page: Page, site: Path, root: str, language: str) -> None:
    without = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if "embed" not in path.parts and "data-search data-root=" not in path.read_text(encoding="utf-8")
    ]
    assert without == []
    opened(page, f"{root}{'hi/' if language == 'hi' else ''}startups/pixxel/")
    heading = {"en": "Search", "hi": "खोज"}[language]
    assert page.get_by_role("dialog", name=heading).is_visible()
    assert page.get_by_role("searchbox", name=heading).evaluate("one => one === document.activeElement")


def test_the_dialog_is_left_by_escape_and_the_focus_goes_back(page: Page, root: str) -> None:
    page.goto(root)
    link = page.locator("[data-search]")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(link).to_be_focused()


def test_results_are_counted_aloud_and_reached_by_keyboard(page: Page, root: str) -> None:
    opened(page, root)
    page.keyboard.type("hyperspectral")
    status, finds = page.get_by_role("status"), page.locator(".find")
    expect(status).to_have_text(re.compile(r"^\d+ results$"))
    assert status.inner_text() == f"{finds.count()} results"
    first = finds.locator("a").first
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog.search input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}startups/pixxel/")


def test_a_result_tells_where_it_is_from_and_shows_what_was_found(page: Page, root: str) -> None:
    opened(page, root)
    page.keyboard.type("hyperspectral")
    first = page.locator(".find").first
    expect(first.locator(".kicker")).to_have_text("Space · Bengaluru, Karnataka")
    expect(first.locator("a")).to_have_text("Pixxel")
    assert {one.lower() for one in first.locator("mark").all_inner_texts()} == {"hyperspectral"}


def test_a_hindi_word_in_latin_letters_shows_the_hindi_word(page: Page, root: str) -> None:
    opened(page, root)
    page.keyboard.type("navachar")
    first = page.locator(".find").first
    expect(first.locator("mark").first).to_have_text("नवाचार")
    assert first.get_attribute("lang") == "hi"
    expect(page.locator(".search-note")).to_have_text("Found in the Hindi pages.")


def test_what_was_put_right_is_said(page: Page, root: str) -> None:
    opened(page, root)
    page.keyboard.type("pixxle")
    expect(page.locator(".search-note")).to_have_text("No page has “pixxle”. Shown is what was found for “pixxel”.")
    expect(page.locator(".find a").first).to_have_text("Pixxel")


@pytest.mark.parametrize(("query", "said"), [("pixxle", "what was found for “pixxel”"), ("navachar", "Found in the Hindi pages.")])
def test_what_is_shown_instead_is_heard_with_the_count(page: Page, root: str, query: str, said: str) -> None:
    opened(page, root)
    page.keyboard.type(query)
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^\d+ results?.*{said}"))


def test_words_that_no_page_has_together_are_shown_apart(page: Page, root: str) -> None:
    opened(page, root)
    page.keyboard.type("hyperspectral zvxqqw")
    expect(page.locator(".search-note")).to_have_text("No page has all of these words. These have some of them.")
    expect(page.locator(".find a").first).to_have_text("Pixxel")


@pytest.mark.parametrize(("path", "ways"), [("", "Other ways to an innovator"), ("hi/startups/pixxel/", "नवप्रवर्तक तक पहुँचने के अन्य रास्ते")])
def test_who_finds_nothing_is_shown_other_ways(page: Page, root: str, path: str, ways: str) -> None:
    opened(page, f"{root}{path}")
    page.keyboard.type("zvxqqw")
    expect(page.locator(".search-after .kicker")).to_have_text(ways)
    addresses_shown = page.locator(".search-after a").evaluate_all("all => all.map(one => one.href)")
    own = f"{root}hi/" if path.startswith("hi/") else root
    assert f"{own}technologies/" in addresses_shown
    assert f"{own}states/" in addresses_shown


def test_enter_leads_to_a_page_of_results_whose_address_can_be_passed_on(page: Page, root: str) -> None:
    opened(page, root)
    page.keyboard.type("hyperspectral")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}search/?q=hyperspectral")
    expect(page.locator(".find a").first).to_have_text("Pixxel")
    page.locator("main input").fill("drone")
    expect(page).to_have_url(f"{root}search/?q=drone")
    page.reload()
    expect(page.locator("main input")).to_have_value("drone")
    expect(page.locator(".find")).not_to_have_count(0)


def test_the_page_of_results_speaks_hindi_too(page: Page, root: str) -> None:
    page.goto(f"{root}hi/search/?q=upagrah")
    expect(page.locator(".find mark").first).to_have_text(re.compile("उपग्रह"))
    expect(page.get_by_role("status")).to_have_text(re.compile("परिणाम"))


def test_more_results_follow_on_demand(page: Page, root: str) -> None:
    page.goto(f"{root}search/?q=indian")
    expect(page.locator(".find")).to_have_count(8)
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".find a").nth(8)).to_be_focused()


def test_markup_in_a_query_stays_text(page: Page, root: str) -> None:
    page.goto(f"{root}search/")
    page.locator("main input").fill(f"pixel {MARKUP}")
    expect(page.locator(".search-note")).not_to_be_empty()
    assert page.locator("main img:not(.hero-picture)").count() == 0
    assert page.title() != "broken"


def test_the_search_runs_under_a_strict_policy(browser: Browser, root: str) -> None:
    policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; img-src 'self' data:"
    with browser.new_context() as context:
        page = context.new_page()

        def with_policy(route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

        page.route(f"{root}search/?q=*", with_policy)
        refused: list[str] = []
        page.on("console", lambda told: refused.append(told.text) if "Content Security Policy" in told.text else None)
        page.goto(f"{root}search/?q=navachar")
        expect(page.locator(".find")).not_to_have_count(0)
        assert refused == []


def test_where_the_search_cannot_be_loaded_the_page_says_so_and_shows_other_ways(browser: Browser, root: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/search/*.json", lambda route: route.abort())
        page.goto(root)
        page.locator("[data-search]").click()
        page.wait_for_url(f"{root}search/")
        expect(page.locator("main [data-failed]")).to_have_text("The search could not be loaded. Try again in a moment.")
        expect(page.get_by_role("link", name="Technologies").last).to_be_visible()


def test_without_javascript_the_search_is_a_page_that_says_what_can_be_done(browser: Browser, root: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}startups/pixxel/")
        page.locator("[data-search]").click()
        page.wait_for_url(f"{root}search/")
        assert "needs JavaScript" in page.locator("main").inner_text()
        assert page.locator("main form").is_hidden()
        page.locator("main a", has_text="All innovators").click()
        page.wait_for_url(f"{root}startups/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_runs_over_and_all_can_be_hit(browser: Browser, root: str, width: int, scheme: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme) as context:
        page = opened(context.new_page(), root)
        page.keyboard.type("communications")
        expect(page.locator(".find")).not_to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("dialog.search").evaluate("one => one.scrollWidth <= one.clientWidth")
        boxes = page.locator("dialog.search button, dialog.search a").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
        )
        assert min(min(box) for box in boxes) >= 24


def test_the_browser_hears_words_as_the_index_holds_them(page: Page, root: str) -> None:
    startups = real_catalogue().published
    words = sorted({word for one in startups for word in f"{one.story} {one.story_hi}".split()})
    page.goto(f"{root}{addresses.search('en')}")
    heard = page.evaluate(
        """async ([root, words]) => {
          const { hearing } = await import(`${root}assets/js/search/hearing.js`);
          const { sound } = hearing(await (await fetch(`${root}search/hi.json`)).json());
          return words.map(sound);
        }""",
        [root, words],
    )
    assert len(words) > 1000
    assert [(word, one) for word, one in zip(words, heard, strict=True) if one != sound(word)] == []
