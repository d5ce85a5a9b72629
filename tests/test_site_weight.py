"""P1, P8, P9: what a first look at a page fetches, compressed as a server would send it. 1 KB is 1,000 bytes."""

from __future__ import annotations

import gzip
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import served
from playwright.sync_api import Browser, Response

PHONE = {"width": 360, "height": 740}
PACKED = ("font", "image")  # WOFF2 and WebP are compressed already; drawings are not
KB = 1000
LONGEST = "startups/sagar-defence-engineering/"
THINNEST = "startups/aerial-iq/"


def first_look(browser: Browser, address: str) -> dict[str, dict[str, int]]:
    """The bytes of each file by the kind of request, until the page is at rest and before anything is touched."""
    context = browser.new_context(viewport=PHONE)
    page, answers = context.new_page(), list[Response]()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle")
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for answer in answers:
        found[answer.request.resource_type][answer.url] = _sent(answer)
    context.close()
    return found


def _sent(answer: Response) -> int:
    body = answer.body()
    packed = answer.request.resource_type in PACKED and not urlsplit(answer.url).path.endswith(".svg")
    return len(body) if packed else len(gzip.compress(body, 6))


def weight(look: dict[str, dict[str, int]], *kinds: str) -> int:
    """The bytes of those kinds of request, or of all."""
    return sum(sum(files.values()) for kind, files in look.items() if not kinds or kind in kinds)


@pytest.mark.parametrize("language", ["", "hi/"], ids=["en", "hi"])
@pytest.mark.parametrize("profile", [LONGEST, THINNEST])
def test_a_profile_is_light(browser: Browser, real_host: str, profile: str, language: str) -> None:
    look = first_look(browser, real_host + language + profile)
    assert weight(look) <= (230 if language else 150) * KB
    assert weight(look, "script") <= 60 * KB
    assert weight(look, "stylesheet") <= 35 * KB
    assert weight(look, "font") <= (105 if language else 55) * KB
    assert sum(map(len, look.values())) <= 20
    (plate,) = (size for url, size in look["image"].items() if "/plates/" in url)
    assert plate <= 25 * KB
    assert {urlsplit(url).netloc for files in look.values() for url in files} == {urlsplit(real_host).netloc}


def test_an_english_page_asks_for_its_own_hindi_words_alone(browser: Browser, real_host: str) -> None:
    for address in (LONGEST, "challenges/"):
        fonts = first_look(browser, real_host + address)["font"]
        assert any("/words." in url for url in fonts), address
        assert not any("/devanagari-" in url for url in fonts), address


def test_what_makes_a_page_heavy_is_weighed(browser: Browser, tmp_path: Path) -> None:
    rules = "".join(f".a{number} {{ width: {number * 7919 % 1000}px }}\n" for number in range(20_000))
    (tmp_path / "heavy.css").write_text(rules)
    (tmp_path / "index.html").write_text('<!doctype html><title>Heavy</title><link rel="stylesheet" href="heavy.css">')
    with served(tmp_path) as host:
        assert weight(first_look(browser, host), "stylesheet") > 35 * KB
