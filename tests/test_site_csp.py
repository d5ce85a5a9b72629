"""The Content Security Policy (S18, S19): strict, made from the page itself, and in nobody's way."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

import pytest
from guarded import used, watched
from playwright.sync_api import Browser
from sites import page_kinds, real_project

from showcase.site import csp
from showcase.site.built import BuiltSite

CODE = 'a("<b>")'
UNSAFE = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"}


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_what_stands_in_a_page_is_let_in_by_its_hash_alone() -> None:
    html = ('<head>\n<meta charset="utf-8">\n<style>p {}</style><SCRIPT>' + CODE + '</SCRIPT ><script src="a.js"></script>'
            '<script type="application/ld+json">{}</script></head><form action="mailto:a@example.org">')  # fmt: skip
    policy = csp.policy_of(html)
    assert f"script-src 'self' 'wasm-unsafe-eval' {hashed(CODE)};" in policy
    assert f"style-src 'self' {hashed('p {}')};" in policy
    assert policy.endswith("form-action 'self' mailto:")
    assert policy.count("sha256") == 2
    assert csp.guarded(html, "a.html").index("Content-Security-Policy") < html.index("<style>") + 60


def test_a_page_without_a_place_for_its_policy_is_told() -> None:
    with pytest.raises(csp.NotGuarded, match=r"^embed/a/index.html does not begin with <head><meta charset"):
        csp.guarded("<p>A</p>", "embed/a/index.html")


def test_every_page_of_the_site_has_the_policy_that_its_content_asks_for() -> None:
    """S18: the hashes are made anew here, by a real parser of HTML."""
    pages = BuiltSite(real_project() / "site").pages.values()
    assert len(pages) > 200
    for page in pages:
        assert page.policy == csp.policy(page.inline, csp.senders(page.sends)), page.address
        assert not UNSAFE & set(re.split(r"[\s;]+", page.policy)), page.address
        assert page.policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")


def test_no_kind_of_page_is_in_the_way_of_its_policy(browser: Browser, real_host: str) -> None:
    with watched(browser) as (page, told):
        for one in page_kinds():
            page.goto(real_host + one, wait_until="load")
            assert (one, told) == (one, [])


def test_nothing_that_a_reader_does_is_refused(browser: Browser, real_host: str) -> None:
    with watched(browser, accept_downloads=True) as (page, told):
        used(page, real_host)
        assert told == []


def test_code_and_styles_that_are_put_into_a_page_are_refused(browser: Browser, real_host: str) -> None:
    """What an injection would do: each is refused, and told."""
    with watched(browser) as (page, told):
        page.goto(real_host)
        page.evaluate("""() => {
          document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='document.title = 1'><p style='color: red'>a</p>");
          const code = document.createElement("script");
          code.textContent = "document.title = 2";
          document.head.append(code, Object.assign(document.createElement("base"), { href: "https://example.org/" }));
          setTimeout(() => setTimeout("document.title = 3"));
          fetch("https://example.org/").catch(() => {});
        }""")
        page.wait_for_timeout(300)
        refused = {one.split()[0] for one in told if re.match(r"[a-z-]+ \S+$", one)}
        assert {"script-src-attr", "style-src-attr", "script-src-elem", "base-uri", "script-src", "connect-src"} <= refused
        assert page.title() not in {"1", "2", "3"}
