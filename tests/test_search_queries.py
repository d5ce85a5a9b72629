"""What readers type, made by rule from the catalogue, finds the profile that it is about: the real index in a browser.

Holds P2 and P12 of docs/standards.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import served
from made_up import SYLLABLES, write_content
from playwright.sync_api import Browser, Page
from searched import bare_site, carried, first_three, real_catalogue
from sites import real_project
from world import ROOT

from showcase import catalogue
from showcase.startup import Startup
from showcase.transliteration import latin

BUDGET = 300_000
LARGE = 1000


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(real_project() / "site") as address:
        yield address


def slipped(text: str, place: int) -> str:
    """The text with one slip in its longest word: a letter left out, doubled, changed or swapped with the next."""
    words = text.split()
    longest = max(words, key=len)
    at = 1 + place % (len(longest) - 2)
    changed = (
        longest[:at] + longest[at + 1 :],
        longest[:at] + longest[at] + longest[at:],
        longest[:at] + ("e" if longest[at] != "e" else "a") + longest[at + 1 :],
        longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :],
    )[place % 4]
    return " ".join(changed if word == longest else word for word in words)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_no_word_is_spelt_like_finds_nothing(page: Page, root: str, language: str) -> None:
    """By its sound "kkkk" is a "k", with which half of all Hindi words begin."""
    assert first_three(page, root, language, ["kkkk", "zzzzqqq", "zzqq", "aaaa"]) == [[]] * 4


def plural(text: str) -> str:
    if text.endswith("y") and text[-2] not in "aeiou":
        return f"{text[:-1]}ies"
    return f"{text}es" if text.endswith(("s", "x", "ch", "sh")) else f"{text}s"


def as_typed(text: str) -> str:
    """Hindi in Latin letters with other spellings than those of the index."""
    return latin(text).replace("v", "w").replace("i", "ee")


def name(startup: Startup, _place: int) -> str:
    return startup.name


def misspelt_name(startup: Startup, place: int) -> str:
    return slipped(startup.name, place)


def plural_of_what_it_makes(startup: Startup, _place: int) -> str:
    made = startup.innovations[0].name if startup.innovations else startup.name
    return plural(made)


def hindi_name(startup: Startup, _place: int) -> str:
    return startup.name_hi


def hindi_headline(startup: Startup, _place: int) -> str:
    return " ".join(sorted(startup.headline_hi.replace(",", "").split(), key=len)[-3:])


def hindi_name_in_latin_letters(startup: Startup, _place: int) -> str:
    return as_typed(startup.name_hi)


def misspelt_hindi_name_in_latin_letters(startup: Startup, place: int) -> str:
    return slipped(latin(startup.name_hi), place)


def hindi_headline_in_latin_letters(startup: Startup, place: int) -> str:
    return as_typed(hindi_headline(startup, place))


RULES = (
    name,
    misspelt_name,
    plural_of_what_it_makes,
    hindi_name,
    hindi_headline,
    hindi_name_in_latin_letters,
    misspelt_hindi_name_in_latin_letters,
    hindi_headline_in_latin_letters,
)


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("rule", RULES)
def test_the_profile_is_among_the_first_three(
    page: Page, root: str, rule: Callable[[Startup, int], str], language: str
) -> None:
    startups = real_catalogue().published
    assert len(startups) >= 6
    queries = [rule(startup, place) for place, startup in enumerate(startups)]
    found = first_three(page, root, language, queries)
    missed = [
        (query, startup.slug, got)
        for query, startup, got in zip(queries, startups, found, strict=True)
        if not any(f"startups/{startup.slug}/" in address for address in got)
    ]
    assert missed == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, catalogue.Catalogue]:
    folder = tmp_path_factory.mktemp("large")
    (folder / "content").mkdir()
    write_content(folder / "content", ROOT, LARGE)
    told = catalogue.load(folder / "content")
    assert len(told.published) == LARGE
    return bare_site(folder / "site", told, words_of_its_own), told


def words_of_its_own(number: int, language: str) -> str:
    """Sixteen words that no other page has: made-up profiles share their sentences, and real ones do not."""
    spelt = SYLLABLES.values() if language == "hi" else SYLLABLES
    syllables = [f"{one}{other}" for one in spelt for other in spelt]
    digits = (divmod(number * 16 + place, 100) for place in range(16))
    return " ".join(syllables[low] + syllables[high % 100] + syllables[high // 100] for high, low in digits)


def test_ten_of_a_thousand_are_found(page: Page, large: tuple[Path, catalogue.Catalogue]) -> None:
    site, told = large
    rules = (name, misspelt_name, hindi_name, hindi_name_in_latin_letters, plural_of_its_name)
    startups = told.published[50::100]
    queries = [rules[place % len(rules)](startup, place) for place, startup in enumerate(startups)]
    with served(site) as root:
        found = first_three(page, root, "en", queries)
    missed = [
        (query, startup.slug, got)
        for query, startup, got in zip(queries, startups, found, strict=True)
        if not any(f"startups/{startup.slug}/" in address for address in got)
    ]
    assert len(queries) == 10
    assert missed == []


def plural_of_its_name(startup: Startup, _place: int) -> str:
    return startup.name.replace("Works", "Workses")


@pytest.mark.parametrize(
    ("language", "query"),
    [("en", "{name}"), ("en", "{misspelt}"), ("en", "{typed}"), ("en", "sampark yantra"), ("hi", "{hindi}"), ("hi", "{typed}")],
)
def test_a_first_query_of_a_thousand_profiles_is_light(
    browser: Browser, large: tuple[Path, catalogue.Catalogue], language: str, query: str
) -> None:
    site, told = large
    one = told.published[500]
    typed = query.format(
        name=one.name, misspelt=slipped(one.name, 3), hindi=one.name_hi, typed=as_typed(one.name_hi)
    )
    with served(site) as root, browser.new_context() as context:
        page, asked = context.new_page(), []
        page.goto(f"{root}{'hi/' if language == 'hi' else ''}search/")
        page.on("request", lambda request: asked.append(request.url.removeprefix(root).partition("?")[0]))
        page.route("**/favicon.ico", lambda route: route.abort())
        page.evaluate(
            """async ([root, language, query]) => {
              await import(`${root}assets/js/search/panel.js`);
              const { asking } = await import(`${root}assets/js/search/asking.js`);
              const { results } = await asking(root, language).ask(query);
              await Promise.all(results.slice(0, 8).map((one) => one.data()));
            }""",
            [root, language, typed],
        )
        page.wait_for_timeout(100)
    asked = [one for one in dict.fromkeys(asked) if one != "favicon.ico"] + ["assets/css/search.css", "assets/js/search.js"]
    total = carried(site, asked)
    sizes = sorted(((carried(site, [one]), one) for one in asked), reverse=True)
    assert total <= BUDGET, sizes


@pytest.mark.parametrize(
    ("language", "asked", "as_well"),
    [("en", "उपग्रहों", "उपग्रह"), ("hi", "उपग्रहों", "उपग्रह"), ("hi", "satellites", "satellite"), ("en", "satellites", "satellite")],
)
def test_words_have_the_stems_of_their_own_language_on_pages_of_either(
    page: Page, root: str, language: str, asked: str, as_well: str
) -> None:
    first, second = first_three(page, root, language, [asked, as_well])
    assert first == second != []


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("slip", ["nabachar", "navachat", "nawahar", "navachlar"])
def test_a_slip_in_hindi_typed_in_latin_letters_is_put_right(page: Page, root: str, slip: str, language: str) -> None:
    assert first_three(page, root, language, [slip]) == first_three(page, root, language, ["नवाचार"]) != [[]]


def test_the_pages_about_the_site_itself_stand_behind_the_innovators(page: Page, root: str) -> None:
    """A name with a slip is found though a policy has the slip as a word, and no policy comes before a profile."""
    (pixel,), satellites, privacy = (first_three(page, root, "en", [one]) for one in ("pixel", "imagery", "privacy"))
    assert pixel[0] == "startups/pixxel/"
    assert not any(one.startswith("policies/") for one in satellites[0])
    assert privacy[0][0] == "policies/privacy/"


@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_is_nowhere_is_not_found(page: Page, root: str, language: str) -> None:
    """Pagefind alone would cut such a word down until something fits."""
    queries = ["zvxqqw", "navxqwvz", "झझझझझझ", "xqzjw kvqzx"]
    assert first_three(page, root, language, queries) == [[], [], [], []]
