"""The directory in a browser: narrowed, shared, sorted, taken away; by hand, by keyboard, without scripts.

Holds A8, P13 and D14 of docs/standards.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import pytest
from browsing import served
from guarded import watched
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect
from sites import build, made_up_project
from world import ROOT

from showcase import catalogue
from showcase.catalogue import Catalogue
from showcase.facets import FACETS
from showcase.site import addresses

COUNT = 24
FORMULA = "@home is no formula, and =this is none"
SHOWN = "all => all.filter(one => one.checkVisibility()).map(one => one.querySelector('a').pathname.split('/').at(-2))"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = made_up_project(tmp_path_factory.mktemp("directory"), COUNT)
    first = min((root / "startups").iterdir())
    first.write_text(re.sub("headline: .*", f'headline: "{FORMULA}"', first.read_text(), count=1))
    done = build(root)
    assert done.returncode == 0, done.stdout
    return root


@pytest.fixture(scope="module")
def known(project: Path) -> Catalogue:
    return catalogue.load(project)


@pytest.fixture(scope="module")
def host(project: Path) -> Iterator[str]:
    with served(project / "site") as address:
        yield address


def visit(page: Page, host: str, *chosen: tuple[str, str], at: str = "startups/") -> Page:
    page.goto(host + at + (f"?{urlencode(chosen)}" if chosen else ""))
    page.wait_for_selector("[data-ready]")
    return page


def shown(page: Page) -> list[str]:
    """The slugs of the cards that are seen, in their order."""
    return page.eval_on_selector_all("[data-sections] article.card", SHOWN)


def tick(page: Page, kind: str, value: str) -> None:
    facet = page.locator(f"[data-facet='{kind}']")
    if not facet.evaluate("one => one.open"):
        facet.locator("summary").click()
    facet.locator(f"input[value='{value}']").click()


def expected(known: Catalogue, *chosen: tuple[str, str]) -> set[str]:
    """Who has any of the values of each kind: an independent telling of the rule."""
    found = {one.slug for one in known.published}
    for kind in dict(chosen):
        wanted = [value for other, value in chosen if other == kind]
        shelves = [shelf for shelf in known.shelves[kind] if shelf.slug in wanted]
        found &= {one.slug for shelf in shelves for one in shelf.startups}
    return found


def crossing(known: Catalogue) -> tuple[tuple[str, str], ...]:
    """Two technologies and a stage or year that some have together and some do not."""
    one, other = sorted(known.shelves["technology"], key=lambda shelf: -len(shelf.startups))[:2]
    for shelf in known.shelves["year"]:
        chosen = (("technology", one.slug), ("technology", other.slug), ("year", shelf.slug))
        sizes = [len(expected(known, *some)) for some in (chosen, chosen[:2], (chosen[0], chosen[2]))]
        if 1 < sizes[0] < sizes[1] and sizes[2] < sizes[0]:
            return chosen
    raise AssertionError("no such values among the made-up profiles")


def saved(page: Page, form: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.click(f"[data-form='{form}']")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_any_value_of_a_facet_will_do_and_every_facet_must(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host)
    assert set(shown(page)) == expected(known)
    chosen = crossing(known)
    for number, (kind, value) in enumerate(chosen, 1):
        tick(page, kind, value)
        assert set(shown(page)) == expected(known, *chosen[:number])
    assert page.inner_text("[data-count]") == f"{len(expected(known, *chosen))} of {COUNT} innovators"


def test_the_choice_is_said_in_words(page: Page, host: str, known: Catalogue) -> None:
    chosen = crossing(known)
    visit(page, host, *chosen)
    names = {shelf.slug: shelf.name for kind in ("technology", "year") for shelf in known.shelves[kind]}
    order = [shelf.slug for shelf in known.shelves["technology"]]
    boxes = page.eval_on_selector_all("[name=technology]", "all => all.map(one => one.value)")
    assert sorted(boxes) == sorted(order)
    first, other = sorted((chosen[0][1], chosen[1][1]), key=boxes.index)
    assert page.inner_text("[data-said].results-said").removesuffix("Clear all").strip() == (
        f"working on {names[first]} or {names[other]} and with a step in {chosen[2][1]}"
    )


def test_each_count_is_what_choosing_it_would_show_and_zeros_are_away(page: Page, host: str, known: Catalogue) -> None:
    start = crossing(known)[0]
    visit(page, host, start)
    page.evaluate("for (const one of document.querySelectorAll('details.facet')) one.open = true")
    told = page.eval_on_selector_all(
        "label.value",
        "all => all.map(one => [one.querySelector('input').name, one.querySelector('input').value,"
        " one.checkVisibility(), +one.querySelector('.value-count').textContent])",
    )
    assert {kind for kind, *_ in told} == set(FACETS)
    for kind, value, seen, count in told:
        alone = [(kind, value)] if kind == start[0] else [start, (kind, value)]
        assert count == len(expected(known, *alone)), (kind, value)
        assert seen == (count > 0), (kind, value)
    assert any(not seen for *_, seen, _ in told)


def test_the_address_holds_the_choice_for_reload_back_and_others(
    page: Page, host: str, known: Catalogue, browser: Browser
) -> None:
    one, _, other = crossing(known)
    visit(page, host)
    tick(page, *one)
    tick(page, *other)
    page.select_option("[data-sort]", "name")
    both = shown(page)
    assert page.url == f"{host}startups/?{urlencode([one, other, ('sort', 'name')])}"
    page.reload()
    page.wait_for_selector("[data-ready]")
    assert shown(page) == both and page.input_value("[data-sort]") == "name"
    fresh = visit(browser.new_page(), page.url, at="")
    assert shown(fresh) == both
    fresh.close()
    page.go_back()
    page.go_back()
    assert set(shown(page)) == expected(known, one)
    assert not page.is_checked(f"input[value='{other[1]}']")
    page.go_forward()
    assert set(shown(page)) == expected(known, one, other)


def test_an_address_that_asks_for_nonsense_shows_the_whole_list(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host, ("technology", "no-such"), ("colour", "red"), ("sort", "__proto__"), ("state", "constructor"))
    assert set(shown(page)) == expected(known)


def test_a_choice_that_nobody_fits_says_so(page: Page, host: str, known: Catalogue) -> None:
    years = {shelf.slug: {one.slug for one in shelf.startups} for shelf in known.shelves["year"]}
    pair = next((("state", shelf.slug), ("year", year)) for shelf in known.shelves["state"] for year in years
                if not {one.slug for one in shelf.startups} & years[year])  # fmt: skip
    visit(page, host, *pair)
    assert shown(page) == []
    assert page.is_visible("[data-none]")
    assert all(page.locator(f"[name={kind}][value='{value}']").is_checked() for kind, value in pair)


def test_a_few_stand_side_by_side_and_many_under_their_headings(page: Page, host: str, known: Catalogue) -> None:
    chosen = crossing(known)
    visit(page, host, *chosen)
    tops = page.eval_on_selector_all(".card:not([hidden])", "all => all.map(one => one.getBoundingClientRect().top)")
    assert len(set(tops[:3])) == 1 and len(shown(page)) > 1
    heading = page.locator("[data-sections] > section:not([hidden]) h2").first
    assert heading.evaluate("one => one.parentElement.getBoundingClientRect().width") <= 1
    page.click(".results-said .clear")
    assert heading.evaluate("one => one.parentElement.getBoundingClientRect().width") > 100


def test_the_orders_are_what_they_say(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host)
    assert page.locator("[data-sections] > section").count() == len(known.shelves["family"])
    page.select_option("[data-sort]", "name")
    assert shown(page) == [one.slug for one in known.published]
    page.select_option("[data-sort]", "newest")
    dates = [max(step.date for step in known.by_slug[slug].steps if step.date) for slug in shown(page)]
    assert dates == sorted(dates, reverse=True)
    page.select_option("[data-sort]", "state")
    headings = page.eval_on_selector_all("[data-sections] h2", "all => all.map(one => one.textContent)")
    states = [known.by_slug[slug].home.state.name for slug in shown(page)]
    assert headings == sorted(headings) == list(dict.fromkeys(states))
    page.select_option("[data-sort]", "area")
    assert page.locator("[data-sections] > section").count() == len(known.shelves["family"])


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_table_of_one_value_is_to_the_byte_the_ready_made_one(
    page: Page, host: str, project: Path, form: str
) -> None:
    shelves = catalogue.load(project).shelves["technology"]
    guarded = next(one for one in shelves if any(it.headline == FORMULA for it in one.startups))
    visit(page, host, ("technology", guarded.slug))
    name, content = saved(page, form)
    assert name == f"innovators-{guarded.slug}.{form}"
    assert content == (project / "site" / addresses.download(addresses.shelf(guarded), form)).read_bytes()
    if form == "csv":
        assert f"\"'{FORMULA}\"".encode() in content


def test_a_workbook_of_the_selection_holds_just_what_is_shown(page: Page, host: str, project: Path, known: Catalogue) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0].rsplit("/", 1)[-1]))
    visit(page, host, *crossing(known), ("sort", "newest"))
    assert not {"xlsx.js", "zip.js", "innovators.json"} & set(asked)
    head, *rows = load_workbook(BytesIO(saved(page, "xlsx")[1])).active.iter_rows(values_only=True)
    assert {"xlsx.js", "zip.js", "innovators.json"} <= set(asked)
    assert [row[0] for row in rows] == shown(page)
    (ready, *all_rows) = load_workbook(project / "site/data/v1/innovators.xlsx").active.iter_rows(values_only=True)
    assert head == ready
    assert sorted(rows) == sorted(row for row in all_rows if row[0] in shown(page))


def test_the_whole_list_is_the_ready_made_file(page: Page, host: str, project: Path) -> None:
    visit(page, host)
    name, content = saved(page, "json")
    assert name == "innovators.json"
    assert content == (project / "site/data/v1/innovators.json").read_bytes()
    assert len(json.loads(content)["innovators"]) == COUNT


def test_a_table_that_cannot_be_loaded_is_told(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host, crossing(known)[0])
    page.route("**/innovators.json", lambda route: route.fulfill(status=503))
    page.click("[data-form='csv']")
    page.wait_for_function("document.querySelector('[data-status]').textContent.startsWith('The table could not')")


def test_quick_ticks_are_announced_once_with_the_last_count(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host)
    page.evaluate(
        "() => { window.said = []; const status = document.querySelector('[data-status]');"
        " new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true}); }"
    )
    chosen = crossing(known)
    page.evaluate("all => { for (const [name, value] of all) document.querySelector(`[name='${name}'][value='${value}']`).click(); }", chosen)
    page.wait_for_function("said.length > 0")
    page.wait_for_timeout(900)
    assert page.evaluate("said") == [f"{len(expected(known, *chosen))} of {COUNT} innovators"]
    assert page.get_attribute("[data-status]", "role") == "status"


def test_the_count_is_said_within_the_drawer_too(page: Page, host: str, known: Catalogue) -> None:
    """What lies under an open drawer is not in the accessibility tree."""
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, host)
    page.click("[data-open]")
    chosen = crossing(known)[0]
    tick(page, *chosen)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(f"{len(expected(known, chosen))} of {COUNT} innovators")


def test_the_way_to_the_filter_has_an_edge_in_a_reader_s_own_colours(page: Page, host: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(forced_colors="active")
    visit(page, host)
    assert page.eval_on_selector("[data-open]", "one => getComputedStyle(one).borderStyle") == "solid"


def test_a_tick_touches_only_the_cards_whose_standing_changes(page: Page, host: str, known: Catalogue) -> None:
    one, other, year = crossing(known)
    visit(page, host, one)
    page.evaluate(
        "() => { window.touched = []; new MutationObserver(all => touched.push(...all.map(it => it.target.localName)))"
        ".observe(document.querySelector('[data-sections]'), {subtree: true, attributes: true, childList: true}); }"
    )
    tick(page, *other)
    page.wait_for_function("touched.length > 0")
    cards = page.evaluate("touched.filter(name => name === 'article').length")
    assert cards == len(expected(known, one, other) - expected(known, one)) > 0
    assert page.evaluate("touched.length") <= cards + 2 * len(known.shelves["family"])


def test_it_works_by_keyboard_alone(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host)
    page.focus("[data-facet='technology'] summary")
    page.keyboard.press("Tab")
    first = page.evaluate("[document.activeElement.name, document.activeElement.value]")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    second = page.evaluate("[document.activeElement.name, document.activeElement.value]")
    page.keyboard.press("Space")
    assert set(shown(page)) == expected(known, tuple(first), tuple(second))
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) != "none"
    while page.evaluate("!document.activeElement.matches('.chosen')"):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel").startswith("Remove ")
    page.keyboard.press("Enter")
    assert set(shown(page)) == expected(known, tuple(second))
    assert page.evaluate("document.activeElement.dataset.value") == second[1]
    page.keyboard.press("Enter")
    assert set(shown(page)) == expected(known)
    assert page.evaluate("document.activeElement.matches('[data-count]')")


def test_far_down_a_tick_brings_the_result_into_sight(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host)
    page.evaluate("document.querySelector('footer').scrollIntoView({block: 'end'})")
    one = crossing(known)[0]
    page.evaluate("value => document.querySelector(`[value='${value}']`).click()", one[1])
    page.wait_for_function("document.querySelector('[data-count]').getBoundingClientRect().top > 60")
    assert page.evaluate("document.querySelector('[data-count]').getBoundingClientRect().top") < 200


def test_clearing_takes_all_away(page: Page, host: str, known: Catalogue) -> None:
    visit(page, host, *crossing(known))
    page.click(".results-said .clear")
    assert set(shown(page)) == expected(known)
    assert page.url == f"{host}startups/"


def test_on_a_phone_the_filter_is_a_drawer_that_keeps_and_returns_the_focus(
    page: Page, host: str, known: Catalogue
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, host)
    assert not page.is_visible("form.filters-form")
    page.click("[data-open]")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    one = crossing(known)[0]
    tick(page, *one)
    count = len(expected(known, one))
    assert page.inner_text("[data-done]") == f"Show {count} of {COUNT} innovators"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-open]')")
    assert set(shown(page)) == expected(known, one)
    assert page.inner_text("[data-open-count]") == "1"
    page.click("[data-open]")
    page.click("[data-done]")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.is_visible(f"[data-filters] input[value='{one[1]}']")


def test_the_other_language_shows_the_same(page: Page, host: str, known: Catalogue) -> None:
    chosen = crossing(known)
    visit(page, host, *chosen)
    page.click(".masthead-language")
    page.wait_for_selector("html[lang=hi] [data-count]")
    page.wait_for_selector("[data-ready]")
    assert set(shown(page)) == expected(known, *chosen)
    assert page.inner_text("[data-count]") == f"{COUNT} में से {len(expected(known, *chosen))} नवप्रवर्तक"
    page.select_option("[data-sort]", "name")
    names = page.eval_on_selector_all(".card:not([hidden]) .card-name", "all => all.map(one => one.textContent)")
    assert names == [known.by_slug[slug].name_hi for slug in shown(page)]
    assert {name[0] for name in names} <= set(map(chr, range(0x900, 0x980)))


def test_without_scripts_all_is_there_and_every_list_has_a_page(browser: Browser, host: str, known: Catalogue, project: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{host}startups/")
    cards = page.locator("article.card")
    assert cards.count() == COUNT
    assert all(card.is_visible() for card in cards.all())
    assert not page.is_visible("form") and not page.is_visible("[data-open]")
    assert page.is_visible(".finder")
    links = {link.get_attribute("href").removeprefix("../") for link in page.locator(".lists li a").all()}
    assert links == {addresses.shelf(shelf) for kind in FACETS for shelf in known.shelves[kind]}
    page.click(f".lists a[href$='{addresses.shelf(known.shelves['stage'][0])}']")
    tables = [link.get_attribute("href").replace("../", "") for link in page.locator(".take a[download]").all()]
    assert [name.rsplit(".", 1)[-1] for name in tables] == ["csv", "json", "xlsx"]
    assert all((project / "site" / name).is_file() for name in tables)
    page.context.close()


def test_from_a_folder_on_a_disk_it_is_as_without_scripts(browser: Browser, project: Path) -> None:
    page = browser.new_page()
    page.goto((project / "site" / "startups" / "index.html").as_uri())
    assert len(shown(page)) == COUNT
    assert not page.is_visible("form.filters-form") and page.is_visible(".finder")
    page.close()


def test_without_the_facet_file_the_page_stays_whole(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.route("**/facets-*.json", lambda route: route.fulfill(status=404))
    visit(page, host, ("technology", "anything"))
    assert len(shown(page)) == COUNT
    assert not page.is_visible("form.filters-form")
    page.close()


def test_it_works_under_the_policy_of_its_page(browser: Browser, host: str, known: Catalogue) -> None:
    one = crossing(known)[0]
    with watched(browser) as (page, refused):
        visit(page, host, one)
        saved(page, "xlsx")
        assert set(shown(page)) == expected(known, one)
        assert refused == []


def test_a_card_of_the_directory_is_light(project: Path) -> None:
    html = (project / "site" / "startups" / "index.html").read_text(encoding="utf-8")
    cards = re.findall(r"<article.*?</article>", html, re.DOTALL)
    assert len(cards) == COUNT
    assert sum(len(one.encode()) for one in cards) / COUNT <= 650


def test_the_scripts_write_no_html_and_run_no_text() -> None:
    scripts = {path.name: path.read_text() for path in (ROOT / "docs/assets/js").rglob("*.js")}
    assert len(scripts) > 10
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("):
        assert [name for name, text in scripts.items() if word in text] == []
    assert {name: text.count("\n") for name, text in scripts.items() if text.count("\n") > 200} == {}
