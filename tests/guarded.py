"""A page in a browser that tells what its security policy refused and what its console holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

REPORTING = "document.addEventListener('securitypolicyviolation', one => refused(`${one.violatedDirective} ${one.blockedURI}`))"


@contextmanager
def watched(browser: Browser, **context: object) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the list that fills with violations, errors on the console, and failures of scripts."""
    opened = browser.new_context(bypass_csp=False, reduced_motion="reduce", **context)
    told: list[str] = []
    opened.expose_function("refused", lambda text: told.append(text))
    opened.add_init_script(REPORTING)
    page = opened.new_page()
    page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page, told
    opened.close()


def used(page: Page, home: str) -> None:
    """Everything that scripts do for a reader: search, filter, compare, the colours, the other language."""
    page.goto(f"{home}startups/")
    page.wait_for_selector("[data-ready]")
    everyone = page.locator("[data-sections] article.card:visible").count()
    page.locator("[data-facet] summary").nth(1).click()
    page.locator("[data-facet] input").filter(visible=True).first.check()
    assert 0 < page.locator("[data-sections] article.card:visible").count() < everyone
    with page.expect_download() as taken:
        page.locator("[data-form=csv]").click()
    assert taken.value.failure() is None
    for button in page.locator(".compare-toggle:visible").all()[:2]:
        button.click()
    page.locator(".compare-go").click()
    page.wait_for_selector("[data-table] thead img")
    page.locator("[data-scheme-toggle]").click()
    page.locator("[data-ease-open]").click()
    page.locator("[data-ease] [value=pointer]").check()
    page.get_by_role("button", name="Close", exact=True).click()
    page.locator(".masthead-language").click()
    page.wait_for_selector("html[lang=hi] [data-table] thead img")
    page.locator("[data-search]").click()
    page.locator("dialog.search input").fill("pixxel")
    page.locator(".find-name a").first.click()
    page.wait_for_selector("article.profile")
