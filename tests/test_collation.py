"""The order of names in English and in Hindi, told by examples and held against a browser's own collator."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright
from world import ROOT

from showcase import catalogue
from showcase.catalogue import Catalogue
from showcase.collation import key

HINDI = (
    "क क़ कं कँ कः कक का कि की कु कृ के कै कॉ को कौ क् क्या क्ष",
    "अ अं अँ अंक अँगूठी अः अक आ इ ई उ ऊ ऋ ए ऐ ऑ ओ औ",
    "ज ज़ जन ज़न जा ज़ा ज्ञान झ",
    "ड ड़ डर ड़र डा ड़ा ढ ढ़ ण त त्र",
    "नवल नवीन नवोन्मेष नौका न्यू न्यूस्पेस",
    "2 5जी १० आई4सी आईक एआई ए.आई. हिंदी हिन्दी",
)
"""Each line in the order of a dictionary, words in Latin abbreviations and figures among them."""

ENGLISH = (
    "DISC 7|DISC 7 SPRINT|DISC 10|DISC 10 Prime",
    "ADITI 1.0|ADITI 2.0|ADITI 10.0",
    "5G|AI|AI and machine learning|AI-based imaging|AI/ML|Air",
    "Aékna|aelita|AEPL|Astrome Technologies",
    "co op|co-op|coop|Cooper",
    "ONeil|O'Neil|Open Challenge 2|Open Challenge 11",
)

COMPARED = """([names, language]) => {
  const collator = new Intl.Collator(language, { numeric: true });
  return names.sort(collator.compare);
}"""


def shuffled(names: list[str]) -> list[str]:
    return random.Random(7).sample(names, len(names))


@pytest.mark.parametrize("line", HINDI)
def test_hindi_stands_in_the_order_of_a_dictionary(line: str) -> None:
    assert sorted(shuffled(line.split()), key=key) == line.split()


@pytest.mark.parametrize("line", ENGLISH)
def test_english_stands_word_by_word_and_numbers_by_their_size(line: str) -> None:
    assert sorted(shuffled(line.split("|")), key=key) == line.split("|")


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def names_of(loaded: Catalogue, hindi: bool) -> list[str]:
    """Every name that an index may sort, in one language."""
    words = loaded.vocabulary
    tables = (words.technologies, words.end_users, words.editions, words.states, words.cities, words.families)
    items = [*loaded.startups, *(one for table in tables for one in table.values())]
    names = {one.name_hi if hindi else one.name for one in items}
    if not hindi:
        names |= {alias for one in items for alias in getattr(one, "aliases", ())}
    return sorted(names)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_browser_sorts_every_name_of_the_project_alike(browser_page: Page, language: str) -> None:
    names = names_of(catalogue.load(ROOT), language == "hi")
    assert len(names) > 100
    theirs = browser_page.evaluate(COMPARED, [shuffled(names), language])
    assert sorted(shuffled(names), key=key) == theirs


def test_a_browser_sorts_hard_hindi_alike(browser_page: Page) -> None:
    """Every letter of Hindi with every sign on it, twice over, and the lines above."""
    letters = [chr(code) for code in (*range(0x905, 0x90C), 0x90F, 0x910, 0x911, 0x913, 0x914, *range(0x915, 0x929),
                                      *range(0x92A, 0x931), 0x932, *range(0x935, 0x93A))]  # fmt: skip
    signs = ["", *(chr(code) for code in (0x901, 0x902, 0x903, 0x93C, *range(0x93E, 0x944), 0x947, 0x948, 0x949,
                                           0x94B, 0x94C, 0x94D))]  # fmt: skip
    words = {one + sign + after for one in letters for sign in signs for after in ("", "क", "ना")}
    words |= {word for line in HINDI for word in re.sub(r"[.\d१०]", "", line).split()}
    theirs = browser_page.evaluate(COMPARED, [shuffled(sorted(words)), "hi"])
    assert sorted(words, key=key) == theirs
