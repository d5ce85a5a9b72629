"""A1: what a program can hold of WCAG 2.2 AA, by axe-core in a browser, on each kind of page.

Holds A10 of docs/standards.md.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from rendered import faint
from sites import page_kinds

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def looked_at(page: Page) -> dict[str, list[dict[str, Any]]]:
    """What axe-core says by all its rules: `violations`, and as `incomplete` what it cannot decide."""
    page.evaluate(AXE)
    return page.evaluate("axe.run(document, { resultTypes: ['violations', 'incomplete'] })")


def broken(page: Page) -> list[str]:
    """The rules that a page breaks, each with its element."""
    return told(looked_at(page)["violations"])


def told(results: list[dict[str, Any]]) -> list[str]:
    """A line for each element of the results."""
    return [f"{one['id']}: {node['target'][0]}" for one in results for node in one["nodes"]]


def unsettled(page: Page, undecided: list[dict[str, Any]]) -> list[str]:
    """What axe-core cannot decide and a second look does not settle either."""
    targets = {one["id"]: [node["target"][0] for node in one["nodes"]] for one in undecided}
    text = targets.pop("color-contrast", [])
    tables = targets.pop("th-has-data-cells", [])
    year_heads_rows = [page.locator(table).locator("th[scope=rowgroup]").count() > 0 for table in tables]
    return [str(one) for one in faint(page, text)] + [*targets] + ["th-has-data-cells"] * (not all(year_heads_rows))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_kind_of_page_breaks_a_rule(browser: Browser, real_host: str, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page, wrong, addresses = context.new_page(), {}, page_kinds()
    for address in addresses:
        page.goto(real_host + address)
        result = looked_at(page)
        if found := told(result["violations"]) + unsettled(page, result["incomplete"]):
            wrong[address] = found
    context.close()
    assert wrong == {}
    assert len(addresses) > 40


@pytest.mark.parametrize("start", ["startups/", "hi/startups/"])
def test_what_opens_over_a_page_breaks_none_either(browser: Browser, real_host: str, start: str) -> None:
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(real_host + start)
    page.wait_for_selector("[data-ready]")
    page.click(".open-filters")
    page.wait_for_selector(".drawer[open]")
    assert broken(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-search]").click()
    page.wait_for_selector("dialog.search[open]")
    page.fill("dialog.search input", "drone")
    page.wait_for_selector("dialog.search .find")
    assert broken(page) == []
    page.close()


def test_a_page_that_breaks_a_rule_is_seen(browser: Browser, real_host: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(real_host)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><p style=\"color:#ccc\">Faint words</p>')")
    rules = " ".join(broken(page))
    assert "image-alt" in rules
    assert "color-contrast" in rules
    page.close()


def test_a_text_that_fades_into_a_picture_is_seen(browser: Browser, real_host: str) -> None:
    page = browser.new_page(viewport=DESK, reduced_motion="reduce", bypass_csp=True)
    page.goto(real_host)
    assert unsettled(page, looked_at(page)["incomplete"]) == []
    page.add_style_tag(content=".hero h1 { color: #2a6a74 }")
    assert ":1" in " ".join(unsettled(page, looked_at(page)["incomplete"]))
    page.close()
