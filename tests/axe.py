"""axe-core in a browser: the rules of WCAG 2.2 AA that a program can hold, and a second look at what it cannot decide."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, Page
from rendered import faint
from sites import page_kinds

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
STILL_OPENING = "[data-search-page] .search-form[hidden]"


def faults_of_every_kind(browser: Browser, host: str, size: dict[str, int], scheme: str) -> dict[str, list[str]]:
    """What is wrong with a page of each kind, by its address; nothing for a page that is right."""
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page, found = context.new_page(), {}
    for address in page_kinds():
        page.goto(host + address)
        page.wait_for_selector(STILL_OPENING, state="detached")
        result = looked_at(page)
        found[address] = told(result["violations"]) + unsettled(page, result["incomplete"])
    context.close()
    return found


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
