"""A4: a walk by the Tab key over every stop of a page: each is on screen, marked, and covered by nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from showcase.colour import contrast

PAGES = ("", "startups/", "startups/qnu-labs/", "hi/startups/qnu-labs/", "technologies/", "technologies/quantum-technologies/",
         "states/", "stages/contract/", "timeline/", "numbers/", "new/", "compare/?with=pixxel,qnu-labs", "search/?q=drone",
         "data/", "hi/policies/accessibility/", "feedback/", "404.html")  # fmt: skip
MOST = 400
"""Stops of a page: beyond these the walk goes round in circles."""
WATCH = r"""() => {
  window.stops = [];
  const clear = (colour) => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  // What may lie behind the mark: the colours of the nearest ground that is filled.
  const grounds = (one) => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(up);
      const shades = backgroundImage.match(/(rgb|color)a?\([^)]*\)/g) ?? [];
      if (shades.length && up.matches(".hero")) return shades;
      if (!clear(backgroundColor)) return [backgroundColor];
      if (up.matches(".masthead") && document.querySelector(".hero")) {
        return getComputedStyle(document.querySelector(".hero")).backgroundImage.match(/(rgb|color)a?\([^)]*\)/g).slice(0, 1);
      }
    }
    return [getComputedStyle(document.body).backgroundColor];
  };
  const seen = (one) => [...one.getClientRects()].some((box) => {
    const shares = [.15, .5, .85].flatMap((across) => [.25, .5, .75].map((down) => [across, down]));
    return shares.some(([across, down]) => {
      const over = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
      return over && (one.contains(over) || over.contains(one) || over.closest("label")?.contains(one));
    });
  });
  const note = ({ target: one }) => {
    // A card is marked as a whole while its link has the focus, and the line under a form while its field has it.
    const bearer = [one, one.closest("article, li")].find((each) => each && getComputedStyle(each).outlineStyle !== "none");
    const lined = getComputedStyle(one.closest("form") ?? one).boxShadow;
    const { outlineWidth, outlineColor } = getComputedStyle(bearer ?? one);
    stops.push({ name: `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`, seen: seen(one),
                 marked: bearer ? parseFloat(outlineWidth) >= 2 : lined !== "none", mark: bearer ? outlineColor : lined,
                 grounds: grounds(bearer ?? one), node: one });
  };
  document.addEventListener("focusin", note);
}"""
TOLD = "() => stops.map(({ node, ...told }, at) => ({ ...told, again: stops.findIndex((one) => one.node === node) < at }))"
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0).length"""


def key(session: CDPSession, modifiers: int = 0) -> None:
    """The Tab key; with 8, with Shift held."""
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": modifiers})


def walked(page: Page) -> list[dict[str, Any]]:
    """What was seen at each stop, from the top of the page until it begins again."""
    page.evaluate(WATCH)
    session = page.context.new_cdp_session(page)
    expected = page.evaluate(STOPS)
    assert expected < MOST
    for _ in range(expected + 2):
        key(session)
    told = page.evaluate(TOLD)
    return [one for one in told if not one["again"]]


def hexed(colour: str) -> str:
    return "#" + "".join(f"{int(float(part)):02x}" for part in re.findall(r"[\d.]+", colour)[:3])


def faults(stops: list[dict[str, Any]]) -> list[str]:
    """What is wrong at the stops: one that is out of sight or covered, one without a mark, or with a faint one."""
    hidden = [f"cannot be seen: {one['name']}" for one in stops if not one["seen"]]
    unmarked = [f"is not marked: {one['name']}" for one in stops if not one["marked"]]
    ratios = [(one["name"], contrast(hexed(one["mark"]), hexed(ground))) for one in stops if one["marked"] for ground in one["grounds"]]
    return hidden + unmarked + [f"is marked at {ratio:.1f}:1: {name}" for name, ratio in ratios if ratio < 3]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_is_seen_and_marked(browser: Browser, real_host: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page, wrong = context.new_page(), {}
    for address in PAGES if scheme == "light" else PAGES[::5]:
        page.goto(real_host + address, wait_until="networkidle")
        stops, expected = walked(page), page.evaluate(STOPS)
        if found := faults(stops):
            wrong[address] = found
        assert len(stops) >= 0.9 * expected > 5, (address, len(stops), expected)  # the radios of a group are one stop
    context.close()
    assert wrong == {}


def test_the_walk_leads_back(browser: Browser, real_host: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 740}, reduced_motion="reduce")
    page.goto(f"{real_host}startups/qnu-labs/")
    page.evaluate(WATCH)
    session = page.context.new_cdp_session(page)
    for _ in range(40):
        key(session)
    for _ in range(39):
        key(session, modifiers=8)
    names = [one["name"] for one in page.evaluate(TOLD)]
    assert names[40:] == names[:39][::-1]
    page.close()


@pytest.mark.parametrize(
    ("style", "fault"),
    [(".masthead { height: 100vh !important; background: #fff; z-index: 9 }", "cannot be seen"),
     (":focus-visible { outline: none !important }", "is not marked"),
     (":root { --focus: #fff !important } body { background: #fff !important }", "is marked at")],
)  # fmt: skip
def test_what_hides_a_stop_is_found(browser: Browser, real_host: str, style: str, fault: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 740}, reduced_motion="reduce")
    page.goto(f"{real_host}policies/privacy/")
    page.add_style_tag(content=style)
    assert any(fault in one for one in faults(walked(page)))
    page.close()
