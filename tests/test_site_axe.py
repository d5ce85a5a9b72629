"""A1: what a program can hold of WCAG 2.2 AA, by axe-core in a browser, on each kind of page and on what opens over it.

Holds A10 of docs/standards.md.
"""

from __future__ import annotations

import pytest
from axe import DESK, PHONE, broken, faults_of_every_kind, looked_at, unsettled
from playwright.sync_api import Browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_breaks_a_rule_on_a_phone(browser: Browser, real_host: str, scheme: str) -> None:
    found = faults_of_every_kind(browser, real_host, PHONE, scheme)
    assert {address: faults for address, faults in found.items() if faults} == {}
    assert len(found) > 40


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
