"""What a program can hold of WCAG 2.2 AA, by axe-core in a browser: each kind of page, in a scheme a screen."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sites import real_project

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ASKED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def kinds() -> list[str]:
    """An address of each kind of page: all that have a name of their own, and one of those that are alike."""
    site = real_project() / "site"
    found = ["404.html"]
    for home in (site, site / "hi"):
        if (home / "index.html").exists():
            found.append(_address(home, site))
        tops = sorted(one for one in home.iterdir() if one.name != "hi" and (one / "index.html").exists())
        for top in tops:
            found.append(_address(top, site))
            alike = sorted(one for one in top.iterdir() if (one / "index.html").exists())
            found += [_address(one, site) for one in alike[:1]]
    return found


def _address(folder: Path, site: Path) -> str:
    inner = folder.relative_to(site).as_posix()
    return "" if inner == "." else f"{inner}/"


def broken(page: Page) -> list[str]:
    """The rules that a page breaks, each with its elements."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", ASKED)["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_no_kind_of_page_breaks_a_rule(browser: Browser, real_host: str, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page, wrong = context.new_page(), {}
    looked_at = kinds()
    for one in looked_at:
        page.goto(real_host + one)
        if found := broken(page):
            wrong[one] = found
    context.close()
    assert wrong == {}
    assert len(looked_at) > 20


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
