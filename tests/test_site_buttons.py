"""Buttons: four states that differ to the eye (G28), in light and in dark, on a phone and on a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from world import ROOT

from showcase import catalogue

STATES = ((), ("hover",), ("focus", "focus-visible"), ("hover", "active"))
"""At rest, under a pointer, in focus, pressed."""

LOOK = """function() {
  const seen = ["color", "backgroundColor", "borderTopColor", "outline", "boxShadow", "textDecoration", "opacity",
    "strokeWidth", "filter"];
  return [this, ...this.querySelectorAll("*")].flatMap((part) => ["", "::before", "::after"].flatMap((pseudo) => {
    const style = getComputedStyle(part, pseudo || null);
    return seen.map((name) => style[name]);
  })).join("|");
}"""

KIND = """function() {
  if (!this.checkVisibility() || this.disabled) return "";
  return `${this.closest("[class]").className} ${Object.keys(this.dataset)}`.trim();
}"""
"""What tells a button from others; nothing of one that is not shown."""

FREE = (2, 400)
"""A place where no button is: the pointer waits there."""


@pytest.fixture(scope="module")
def addresses() -> list[str]:
    """Pages that have all kinds of buttons between them."""
    first, second = (one.slug for one in catalogue.load(ROOT).published[:2])
    return ["startups/", f"startups/{first}/", f"compare/?with={first},{second}", "book/", "search/"]


class Buttons:
    """The buttons of a page, asked through the tools of the browser, which can put each into any state."""

    def __init__(self, page: Page) -> None:
        self.page, self.tools = page, page.context.new_cdp_session(page)
        self.alike: dict[str, list[tuple[str, ...]]] = {}
        """Of each kind of button the states in which it looks as in another."""

    def look(self) -> None:
        """Takes in every kind of button that is shown now and was not before."""
        self.page.mouse.move(*FREE)
        for command in ("DOM.enable", "CSS.enable"):
            self.tools.send(command)
        root = self.tools.send("DOM.getDocument")["root"]["nodeId"]
        for node in self.tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "button"})["nodeIds"]:
            kind = self._ask(node, KIND)
            if kind and kind not in self.alike:
                looks = [self._in(node, state) for state in STATES]
                self.alike[kind] = [state for state, seen in zip(STATES, looks, strict=True) if looks.count(seen) > 1]
                self._in(node, ())

    def _in(self, node: int, state: tuple[str, ...]) -> str:
        self.tools.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": list(state)})
        return self._ask(node, LOOK)

    def _ask(self, node: int, code: str) -> str:
        told = self.tools.send("DOM.resolveNode", {"nodeId": node})["object"]["objectId"]
        asked = {"objectId": told, "functionDeclaration": code, "returnByValue": True}
        return self.tools.send("Runtime.callFunctionOn", asked)["result"]["value"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "kinds"), [(360, 9), (1280, 7)])
def test_a_button_has_four_states(
    page: Page, real_host: str, addresses: list[str], width: int, kinds: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    buttons = Buttons(page)
    for address in addresses:
        page.goto(real_host + address)
        page.wait_for_load_state("networkidle")
        buttons.look()
        if page.locator("[data-open]:visible").count():
            page.locator("[data-open]:visible").click()
            buttons.look()
    assert {kind: states for kind, states in buttons.alike.items() if states} == {}
    assert len(buttons.alike) >= kinds
