"""The aids to reading that the header offers (G30): letters, colours, spaces, links, pictures, pointer."""

from __future__ import annotations

from io import BytesIO

import pytest
from axe import broken
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from test_site_keyboard import hexed

from showcase.colour import contrast

PAGES = ("", "startups/", "hi/startups/qnu-labs/", "numbers/", "hi/policies/privacy/")

BROKEN = """() => [...document.querySelectorAll("h1, h2, h3")].flatMap((one) => {
  const [words, range] = [[], document.createRange()];
  for (const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT); walk.nextNode();) {
    for (const { index, 0: word } of walk.currentNode.data.matchAll(/[\\p{L}\\p{M}]+/gu)) {
      range.setStart(walk.currentNode, index);
      range.setEnd(walk.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) words.push(word);
    }
  }
  return words;
})"""
"""The words of headings that stand on two lines."""
TWO_COLOURS = """all => all.map((one) => {
  const { color, backgroundColor } = getComputedStyle(one);
  return [color, backgroundColor.startsWith("rgba") ? getComputedStyle(document.body).backgroundColor : backgroundColor];
})"""


def opened(page: Page, address: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    if width < 900:
        page.locator("[data-menu]").click()
    page.locator("[data-ease-open]").click()
    return page


def style(page: Page, selector: str, name: str) -> str:
    return page.evaluate("([one, name]) => getComputedStyle(document.querySelector(one))[name]", [selector, name])


def test_what_is_chosen_holds_on_every_page_before_anything_is_seen(page: Page, real_host: str) -> None:
    """Without the script that fills the panel, which comes after the first view."""
    opened(page, real_host)
    page.get_by_label("Larger").check()
    page.get_by_label("High contrast").check()
    page.get_by_role("button", name="Close").click()
    page.route("**/site.js*", lambda route: route.abort())
    page.goto(f"{real_host}hi/startups/qnu-labs/", wait_until="domcontentloaded")
    assert style(page, "html", "fontSize") == "20px"
    assert [style(page, "body", name) for name in ("color", "backgroundColor")] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.locator("script[src*='scheme.js']").evaluate("one => !one.defer && !one.async && one.closest('head') !== null")


def test_the_panel_is_opened_set_and_left_by_keyboard(page: Page, real_host: str) -> None:
    page.goto(f"{real_host}hi/startups/")
    page.locator("[data-ease-open]").focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="पढ़ने की सुविधाएँ")
    expect(panel).to_be_visible()
    assert panel.get_by_role("group").count() == 3 and panel.get_by_role("group", name="रंग").is_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.dataset.ease") == "larger spaced" == page.evaluate("localStorage.ease")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert page.evaluate("document.activeElement.hasAttribute('data-ease-open')")
    page.keyboard.press("Enter")
    assert panel.get_by_label("बड़े").is_checked()
    panel.get_by_role("button", name="पहले जैसा").click()
    page.wait_for_function("!('ease' in document.documentElement.dataset)")
    assert page.evaluate("localStorage.length") == 0


def test_the_panel_opens_again_with_an_aid_in_use_at_what_is_chosen(page: Page, real_host: str) -> None:
    """On a phone Escape then closes the panel alone: the menu that it was opened from keeps the focus."""
    opened(page, real_host, 360).get_by_label("Larger").check()
    page.reload()
    page.locator("[data-menu]").click()
    page.locator("[data-ease-open]").click()
    expect(page.get_by_label("Larger")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("[data-ease-open]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-menu]")).to_be_focused()
    expect(page.locator("[data-ease-open]")).to_be_hidden()


def test_what_befalls_the_page_befalls_its_dialogs(page: Page, real_host: str) -> None:
    """Seen in the picture: a dialog lies over the page, out of reach of what is done to it."""
    opened(page, real_host).locator("[value=inverted]").check()
    page.locator("dialog[open]").evaluate("one => one.style.background = '#fff'")
    picture = Image.open(BytesIO(page.locator("dialog[open]").screenshot()))
    assert picture.getpixel((picture.width // 2, 12))[:3] == (0, 0, 0)


def test_each_aid_does_what_it_says(page: Page, real_host: str) -> None:
    opened(page, f"{real_host}startups/qnu-labs/")
    told = {
        "largest": ("html", "fontSize", "24px"), "contrast": ("body", "backgroundColor", "rgb(255, 255, 255)"),
        "inverted": ("html", "filter", "invert(1) hue-rotate(180deg)"), "grey": ("html", "filter", "grayscale(1)"),
        "spaced": (".prose p, .story p", "letterSpacing", None), "links": (".crumbs a", "textDecorationThickness", "2px"),
        "plain": (".hero-picture", "visibility", "hidden"), "pointer": ("body", "cursor", None),
    }  # fmt: skip
    for aid, (selector, name, value) in told.items():
        before = style(page, selector, name)
        page.locator(f"[data-ease] [value={aid}]").check()
        after = style(page, selector, name)
        assert after == value or (value is None and after != before), (aid, before, after)
        page.get_by_role("button", name="As it was").click()
        page.wait_for_function("!('ease' in document.documentElement.dataset)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_lost_or_broken_by_them(browser: Browser, real_host: str, width: int, scheme: str) -> None:
    """No page is wider than the screen, no header covers its heading, and no rule is broken, the panel's own neither."""
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page = opened(context.new_page(), real_host, width)
    for aid in ("contrast", "largest", "spaced", "links"):
        page.locator(f"[data-ease] [value={aid}]").check()
    assert broken(page) == []
    covered = """() => { const head = document.querySelector(".masthead").getBoundingClientRect();
      return document.querySelector("h1").getBoundingClientRect().top < head.bottom }"""
    for address in PAGES:
        page.goto(real_host + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert not page.evaluate(covered), address
    assert broken(page) == []
    context.close()


def test_no_word_of_a_heading_is_broken_and_no_bar_s_name_is_cut(page: Page, real_host: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{real_host}404.html")
    page.evaluate("localStorage.ease = 'largest spaced'")
    for address in ("", "startups/", "startups/qnu-labs/", "numbers/"):
        page.goto(real_host + address)
        assert page.evaluate(BROKEN) == [], address
    names = page.eval_on_selector_all(".bar-name, .bar-figure", "all => all.map(one => one.getBoundingClientRect().right)")
    assert max(names) <= 360 and len(names) > 20


def test_what_stands_on_the_map_can_be_read_in_high_contrast(page: Page, real_host: str) -> None:
    """1.4.6 of WCAG: 7:1."""
    page.goto(f"{real_host}404.html")
    page.evaluate("localStorage.ease = 'contrast'")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{real_host}states/")
        colours = page.eval_on_selector_all(".tiles a, .tile-key", TWO_COLOURS)
        assert len(colours) > 36
        assert min(contrast(hexed(one), hexed(other)) for one, other in colours) >= 7, scheme


def test_without_scripts_nothing_is_offered_that_would_not_work(browser: Browser, real_host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_host)
    assert page.locator("[data-ease-open]").is_hidden() and page.locator("[data-ease]").is_hidden()
    context.close()
