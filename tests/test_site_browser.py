"""The site in a browser: what a reader's machine asks for, and how the page answers the hand.

Holds G30, G31, G34, A2, A3, A5, A6, A7, A9, P9 and P13 of docs/standards.md.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import served
from playwright.sync_api import Browser, Page
from sites import built_project

PAGES = {
    "home": "",
    "directory": "startups/",
    "Hindi directory": "hi/startups/",
    "directory, narrowed": "startups/?end-user=indian-navy&sort=state",
    "stage": "stages/contract/",
    "programmes": "programmes/",
    "profile": "startups/lantern-works/",
    "thin profile": "startups/quiet-box/",
    "Hindi profile": "hi/startups/lantern-works/",
    "technologies": "technologies/",
    "challenges": "challenges/",
    "challenge": "challenges/disc-7/",
    "challenge without an innovator": "challenges/disc-10/",
    "technology": "technologies/quantum-technologies/",
    "end user": "end-users/indian-navy/",
    "State": "states/maharashtra/",
    "State without an innovator": "states/goa/",
    "States": "states/",
    "policies": "policies/",
    "book not made": "book/",
    "no page": "404.html",
}
DEVANAGARI_NOT_MARKED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const lang = walker.currentNode.parentElement.closest("[lang]").lang;
    if (/[\\u0900-\\u097f]/.test(walker.currentNode.data) && lang !== "hi") found.push(walker.currentNode.data);
  }
  for (const one of document.querySelectorAll("[aria-label], [title]")) {
    const said = `${one.ariaLabel ?? ""}${one.title}`;
    if (/[\\u0900-\\u097f]/.test(said) && one.closest("[lang]").lang !== "hi") found.push(said);
  }
  return found;
}"""
# 24 CSS pixels either way, but for links within a line of text.
TOO_SMALL = """() => [...document.querySelectorAll(
    "button, nav a, .chip, .index a, .tile a, .areas a, .more a, .masthead a"
  )].filter(one => one.checkVisibility()).map(one => [one.textContent, one.getBoundingClientRect()])
  .filter(([_, box]) => box.width < 24 || box.height < 24).map(([text, box]) => `${text} ${box.width}`)"""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with served(built_project() / "site") as address:
        yield address


def open_at(page: Page, address: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_opens_without_a_fault_and_asks_no_other_host(
    page: Page, host: str, address: str
) -> None:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    page.on(
        "request",
        lambda request: None if request.url.startswith(host) else faults.append(request.url),
    )
    page.goto(host + address, wait_until="networkidle")
    page.evaluate("for (const one of document.images) one.loading = 'eager'")
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("[...document.images].every(one => one.complete)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.wait_for_load_state("networkidle")
    assert faults == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_can_be_read_and_used_by_everyone(page: Page, host: str, address: str) -> None:
    open_at(page, host + address)
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "all => all.map(one => +one.tagName[1])"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] - pair[0] > 1] == []
    assert page.evaluate(DEVANAGARI_NOT_MARKED) == []
    assert page.evaluate("[...document.images].filter(one => !one.hasAttribute('alt')).length") == 0
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_SMALL) == []


def test_type_comes_from_the_site_and_hindi_only_where_there_is_hindi(
    page: Page, host: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    open_at(page, f"{host}policies/")
    loaded = "[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family.replaceAll('\"', ''))"
    assert set(page.evaluate(loaded)) == {"Horizon Serif", "Horizon Sans", "Horizon Switch"}
    assert not [name for name in asked if name.startswith("devanagari")]
    open_at(page, f"{host}hi/startups/lantern-works/")
    assert page.evaluate(loaded).count("Horizon Devanagari") == 1


def test_the_first_stop_of_the_tab_key_is_the_way_past_the_header(page: Page, host: str) -> None:
    open_at(page, host)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to content"
    box = skip.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_header_turns_solid_when_the_sky_has_passed(page: Page, host: str) -> None:
    open_at(page, f"{host}startups/lantern-works/")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ground = "getComputedStyle(document.querySelector('.masthead')).backgroundColor"
    assert page.evaluate(ground) == "rgba(0, 0, 0, 0)"
    page.mouse.wheel(0, 600)
    page.wait_for_function(f"{ground} === '{paper}'")


def test_the_menu_opens_and_closes_on_a_narrow_screen(page: Page, host: str) -> None:
    open_at(page, host, 360)
    button, link = page.get_by_role("button", name="Menu"), page.locator("#menu a").first
    assert not link.is_visible()
    button.click()
    assert link.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not link.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Menu"


def test_the_menu_closes_behind_those_who_leave_it_by_keyboard(page: Page, host: str) -> None:
    open_at(page, f"{host}startups/lantern-works/", 360)
    page.get_by_role("button", name="Menu").press("Enter")
    last = page.get_by_role("link", name="हिन्दी")
    assert last.is_visible()
    last.focus()
    assert page.locator("#menu").is_visible()
    page.keyboard.press("Tab")
    assert page.locator("#menu").is_hidden()


def test_the_other_language_is_at_hand_without_the_menu(page: Page, host: str) -> None:
    open_at(page, f"{host}startups/lantern-works/", 320)
    assert page.locator("#menu").is_hidden()
    page.get_by_role("link", name="हिन्दी").click()
    assert page.get_by_role("heading", level=1).inner_text() == "लैंटर्न वर्क्स"


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_letters_of_twice_the_size_still_fit(page: Page, host: str, address: str) -> None:
    open_at(page, host + address, 360)
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    beyond = """() => [...document.querySelectorAll('main p, h1, h2, h3, dt, dd, main li, .foot a')]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.textContent)"""
    assert page.evaluate(beyond) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_text_with_room_between_its_signs_lines_and_paragraphs_is_whole(page: Page, host: str, width: int) -> None:
    """A6: the distances of WCAG 1.4.12; nothing is cut off by what it stands in, or wider than the screen."""
    spaced = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }"""
    cut = """() => [...document.querySelectorAll("main *, .masthead *, .foot *")].filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const hides = (flow, inner, outer) => /hidden|clip/.test(flow) && inner > outer + 1;
      return one.innerText?.trim() && one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 1 && !one.matches(".unseen")
        && (hides(overflowX, one.scrollWidth, one.clientWidth) || hides(overflowY, one.scrollHeight, one.clientHeight));
    }).map((one) => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 40)}`)"""
    wrong = {}
    for name, address in PAGES.items():
        open_at(page, host + address, width)
        page.add_style_tag(content=spaced)
        if (found := page.evaluate(cut)) or page.evaluate("document.documentElement.scrollWidth") > width:
            wrong[name] = found or "wider than the screen"
    assert wrong == {}
    page.add_style_tag(content="h1 { height: 1rem; overflow: hidden }")
    assert page.evaluate(cut) != []


def moves(page: Page) -> list[str]:
    """What would move on the page as it stands: its animations and transitions, and scrolling that glides."""
    return page.evaluate("""() => [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].flatMap((part) => {
      const style = getComputedStyle(one, part), times = `${style.transitionDuration},${style.animationDuration}`;
      const lasts = (times.match(/[\\d.]+/g) ?? []).some(Number) && (style.animationName !== "none" || /[1-9]/.test(style.transitionDuration));
      return lasts || style.scrollBehavior === "smooth" ? [`${one.tagName}${part}`] : [];
    }))""")


def test_nothing_moves_for_a_reader_who_asked_for_less_of_it(browser: Browser, host: str) -> None:
    """A9; the same pages move for others."""
    moved = {}
    for wish in ("reduce", "no-preference"):
        context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion=wish)
        page = context.new_page()
        for address in ("search/", "startups/", "startups/lantern-works/", "compare/", ""):
            open_at(page, host + address, 360)
            moved[wish, address] = moves(page)
        page.locator("[data-search]").click()
        page.wait_for_selector("dialog.search[open]")
        moved[wish, "dialog"] = moves(page)
        context.close()
    assert {place: found for (wish, place), found in moved.items() if wish == "reduce" and found} == {}
    assert all(found for (wish, _place), found in moved.items() if wish != "reduce")


def test_paper_is_white_in_the_dark_scheme_too(page: Page, host: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    open_at(page, f"{host}startups/lantern-works/")
    colours = """selector => { const style = getComputedStyle(document.querySelector(selector));
      return [style.color, style.backgroundColor] }"""
    assert page.evaluate(colours, "body") == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.evaluate(colours, ".figures dd")[0] == "rgb(0, 0, 0)"


def test_a_reached_rung_shows_in_a_readers_own_colours(page: Page, host: str) -> None:
    page.emulate_media(forced_colors="active")
    open_at(page, f"{host}startups/lantern-works/")
    fill = "selector => getComputedStyle(document.querySelector(selector), '::before').backgroundColor"
    reached, other = (page.evaluate(fill, one) for one in (".reached", ".rung:not(.reached)"))
    assert reached != other


def test_a_chosen_scheme_is_kept_and_the_systems_is_the_default(page: Page, host: str) -> None:
    page.emulate_media(color_scheme="dark")
    open_at(page, host)
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Switch to light colours").click()
    light = page.evaluate(ground)
    assert light != dark
    open_at(page, f"{host}startups/")
    assert page.evaluate(ground) == light
    page.get_by_role("button", name="Switch to dark colours").click()
    assert page.evaluate(ground) == dark
    assert page.evaluate("localStorage.length") == 0


def test_without_scripts_every_profile_can_be_reached(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = open_at(context.new_page(), host, 360)
    page.get_by_role("link", name="Innovators").first.click()
    page.get_by_role("link", name="Quiet Box").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Quiet Box"
    context.close()
