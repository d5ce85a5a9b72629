"""Comparing in a browser: chosen on cards and profiles, shared, taken away; by hand, by keyboard, without scripts."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served
from playwright.sync_api import Browser, Page, expect
from sites import THIN, build, made_up_project
from world import ROOT

from showcase import catalogue
from showcase.catalogue import Catalogue
from showcase.site import addresses
from showcase.site.comparing import MOST, ROWS, Column
from showcase.startup import Startup

COUNT = 12
ENOUGH = 12_000
"""Bytes: what the facet file of 1,000 profiles may cost, and a whole comparison no more than that."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = made_up_project(tmp_path_factory.mktemp("comparing"), COUNT)
    (root / "startups" / "quiet-box.md").write_text(THIN, encoding="utf-8")
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


def visit(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("[data-ready]")
    return page


def compared(page: Page) -> list[str]:
    return page.eval_on_selector_all("[data-names] th a", "all => all.map(one => one.pathname.split('/').at(-2))")


def toggle(page: Page, one: Startup) -> None:
    page.get_by_role("button", name=f"Compare {one.name}", exact=True).click()


def pressed(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        ".compare-toggle[aria-pressed=true]", "all => all.map(one => one.getAttribute('aria-label'))"
    )


def cells(page: Page, row: str) -> list[str]:
    return [text.strip() for text in page.locator(f"[data-row={row}] td").all_inner_texts()]


def test_three_are_chosen_on_cards_compared_shared_and_left(page: Page, host: str, known: Catalogue) -> None:
    chosen = known.published[:3]
    visit(page, f"{host}startups/")
    assert not page.locator("[data-compare-bar]").is_visible()
    for one in chosen:
        toggle(page, one)
    assert pressed(page) == [f"Compare {one.name}" for one in sorted(chosen, key=_on_the_page(page))]
    assert page.inner_text("[data-compare-status]") == f"{chosen[2].name} added. 3 chosen for comparison."
    page.get_by_role("link", name="Compare 3", exact=True).click()
    page.wait_for_selector("[data-ready]")
    slugs = [one.slug for one in chosen]
    assert page.url == f"{host}compare/?with={','.join(slugs)}"
    assert compared(page) == slugs
    page.reload()
    page.wait_for_selector("[data-ready]")
    assert compared(page) == slugs
    page.get_by_role("button", name=f"Remove {chosen[0].name}").click()
    page.wait_for_function("document.querySelectorAll('[data-names] th').length === 2")
    assert page.url == f"{host}compare/?with={','.join(slugs[1:])}"
    page.go_back()
    page.wait_for_function("document.querySelectorAll('[data-names] th').length === 3")
    assert compared(page) == slugs


def _on_the_page(page: Page) -> object:
    order = page.eval_on_selector_all("article.card .card-name", "all => all.map(one => one.textContent)")
    return lambda one: order.index(one.name)


def test_a_shared_address_shows_the_same_to_whoever_chose_nothing_or_others(
    page: Page, host: str, known: Catalogue
) -> None:
    mine, *others = known.published[:4]
    visit(page, f"{host}startups/")
    toggle(page, mine)
    visit(page, f"{host}compare/?with={','.join(one.slug for one in others)}")
    assert compared(page) == [one.slug for one in others]
    visit(page, f"{host}startups/")
    assert pressed(page) == [f"Compare {mine.name}"]


def test_a_profile_s_button_and_the_bar_tell_the_truth(page: Page, host: str, known: Catalogue) -> None:
    one, other = known.published[:2]
    page.goto(f"{host}{addresses.profile(one)}")
    toggle(page, one)
    assert page.locator("[data-more]").is_visible()
    assert not page.locator(".compare-go").is_visible()
    page.goto(f"{host}{addresses.profile(other)}")
    assert pressed(page) == []
    toggle(page, other)
    assert page.inner_text(".compare-go") == "Compare 2"
    toggle(page, other)
    assert pressed(page) == []
    page.click("[data-clear]")
    assert not page.locator("[data-compare-bar]").is_visible()


def test_a_fifth_is_refused_in_words(page: Page, host: str, known: Catalogue) -> None:
    visit(page, f"{host}startups/")
    for one in known.published[: MOST + 1]:
        toggle(page, one)
    assert len(pressed(page)) == MOST
    told = f"Four at most. Take one away to add {known.published[MOST].name}."
    assert page.inner_text("[data-compare-status]") == told
    assert page.inner_text(".compare-bar [data-count]") == told


def test_every_fact_stands_in_the_row_of_its_kind(page: Page, host: str, known: Catalogue) -> None:
    chosen = _differing(known)
    visit(page, f"{host}compare/?with={','.join(one.slug for one in chosen)}")
    for one, cell in zip(chosen, cells(page, "stage"), strict=True):
        assert one.stage.stage.name in cell
        assert (one.stage.date.long() in cell) if one.stage.date else True
    for one, cell in zip(chosen, cells(page, "state"), strict=True):
        assert (one.home.state.name in cell) if one.home and one.home.state else cell.startswith("–")
    for one, cell in zip(chosen, cells(page, "technology"), strict=True):
        assert [name for name in (area.name for area in one.technologies) if name not in cell] == []
    assert page.locator("tbody th[scope=row]").count() >= len(ROWS) + 1
    assert page.locator("thead th[scope=col]").count() == len(chosen)
    assert page.inner_text("caption").startswith(f"{chosen[0].name} and {chosen[1].name}, side by side.")


def _differing(known: Catalogue) -> tuple[Startup, Startup]:
    """One with a founding year on record, and one without."""
    have = next(one for one in known.published if one.founded)
    lack = next(one for one in known.published if not one.founded)
    return have, lack


def test_what_is_absent_is_a_dash_that_says_so(page: Page, host: str, known: Catalogue) -> None:
    have, lack = _differing(known)
    visit(page, f"{host}compare/?with={have.slug},{lack.slug}")
    cell = page.locator("[data-row=founded] td").nth(1)
    assert cell.inner_text().split() == ["–", "Not", "stated"]
    assert cell.locator("[aria-hidden=true]").inner_text() == "–"
    words = page.inner_text("main")
    assert not [wrong for wrong in ("null", "undefined", "NaN", "[object") if wrong in words]


def test_sources_stand_at_the_foot_of_their_column(page: Page, host: str, known: Catalogue) -> None:
    visit(page, f"{host}compare/?with={','.join(one.slug for one in known.published[:2])}")
    links = page.eval_on_selector_all(".comparison .cites a", "all => all.map(one => one.hash)")
    assert links
    assert [link for link in set(links) if page.locator(link).count() != 1] == []


def test_specifications_that_share_a_name_are_lined_up(
    page: Page, host: str, project: Path, known: Catalogue
) -> None:
    one, other = known.published[:2]
    for startup, value in ((one, "12 km"), (other, "30 km")):
        _put(project, startup, {"key": "range", "label": {"text": "Range"}, "text": value, "src": [1]})
    visit(page, f"{host}compare/?with={one.slug},{other.slug}")
    row = page.locator("[data-specifications] tr").filter(has_text="Range").first
    assert [text.split("km")[0].strip() for text in row.locator("td").all_inner_texts()] == ["12", "30"]


def _put(project: Path, startup: Startup, spec: dict[str, object]) -> None:
    path = project / "site" / addresses.column(startup, "en")
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**told, "specs": [spec, *told["specs"]]}), encoding="utf-8")


def test_by_keyboard_alone(page: Page, host: str, known: Catalogue) -> None:
    one, other = known.published[:2]
    visit(page, f"{host}compare/")
    page.focus("[data-add] select")
    for startup in (one, other):
        page.keyboard.type(startup.name)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"[data-names] a[href$='{startup.slug}/']")
        page.focus("[data-add] select")
    assert compared(page) == [one.slug, other.slug]
    page.get_by_role("button", name=f"Remove {other.name}").focus()
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelectorAll('[data-names] th').length === 1")
    assert page.evaluate("document.activeElement.id") == "compare-add"
    assert page.inner_text("[data-status]") == f"{other.name} taken away. 1 chosen for comparison."


def test_the_focus_stays_where_the_form_comes_and_goes(page: Page, host: str, known: Catalogue) -> None:
    """With as many as there is room for there is no form to add more."""
    chosen, last = known.published[: MOST - 1], known.published[MOST]
    visit(page, f"{host}compare/?with={','.join(one.slug for one in chosen)}")
    page.select_option("#compare-add", last.slug)
    page.get_by_role("button", name="Add", exact=True).press("Enter")
    expect(page.get_by_role("button", name=f"Remove {last.name}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#compare-add")).to_be_focused()


def test_going_to_a_source_leaves_the_table_as_it_is(page: Page, host: str, known: Catalogue) -> None:
    visit(page, f"{host}compare/?with={','.join(one.slug for one in known.published[:2])}")
    number = page.locator(".comparison .cites a").first
    number.evaluate("one => one.dataset.kept = ''")
    number.press("Enter")
    page.wait_for_url(re.compile("#"))
    page.wait_for_timeout(100)
    assert number.get_attribute("data-kept") == ""


@pytest.mark.parametrize(("width", "ease", "language"), [(360, "largest", ""), (320, "larger", ""), (360, "largest", "hi/")])
def test_large_letters_leave_the_bar_on_the_screen_and_nothing_on_it(
    page: Page, host: str, known: Catalogue, width: int, ease: str, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    _choose(page, host, known, ease)
    visit(page, f"{host}{language}startups/")
    go, bar = page.locator(".compare-go").bounding_box(), page.locator(".compare-bar").bounding_box()
    pill = page.locator(".open-filters").bounding_box()
    assert 0 <= go["x"] and go["x"] + go["width"] <= width
    assert go["y"] + go["height"] <= bar["y"] + bar["height"] == 740
    assert pill["y"] + pill["height"] < bar["y"]


def _choose(page: Page, host: str, known: Catalogue, ease: str = "") -> None:
    """Two innovators and an aid to reading, as this browser would have kept them."""
    chosen = [{"slug": one.slug, "name": one.name, "lang": "en"} for one in known.published[:2]]
    page.goto(f"{host}404.html")
    page.evaluate("([chosen, ease]) => { localStorage.compare = chosen; localStorage.ease = ease }", [json.dumps(chosen), ease])


def test_the_bar_covers_no_value_of_the_filter_that_has_the_focus(page: Page, host: str, known: Catalogue) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    _choose(page, host, known)
    visit(page, f"{host}startups/")
    page.evaluate("for (const one of document.querySelectorAll('details.facet')) one.open = true")
    covered = page.evaluate("""() => [...document.querySelectorAll(".value input")].filter((one) => one.checkVisibility()).filter((one) => {
      one.focus();
      return one.getBoundingClientRect().bottom > document.querySelector(".compare-bar").getBoundingClientRect().top;
    }).map((one) => one.value)""")
    assert covered == []


def test_an_address_with_strangers_says_who_is_not_known(page: Page, host: str, known: Catalogue) -> None:
    slug = known.published[0].slug
    visit(page, f"{host}compare/?with={slug},nobody,{slug}")
    assert compared(page) == [slug]
    assert page.inner_text("[data-problem]") == "Not among the innovators told here: nobody."


def test_the_other_language_compares_the_same(page: Page, host: str, known: Catalogue) -> None:
    chosen = known.published[:2]
    visit(page, f"{host}compare/?with={','.join(one.slug for one in chosen)}")
    page.click(".masthead-language")
    page.wait_for_selector("[data-ready]")
    assert compared(page) == [one.slug for one in chosen]
    assert page.locator("[data-names] th a").all_inner_texts() == [one.name_hi for one in chosen]


def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, host: str, known: Catalogue) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, f"{host}compare/?with={','.join(one.slug for one in known.published[:MOST])}")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_the_page_says_what_it_is(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}compare/")
    assert page.get_by_text("Comparing side by side needs JavaScript").is_visible()
    assert not page.locator("[data-add]").is_visible()
    page.get_by_role("main").get_by_role("link", name="All innovators").click()
    assert page.url == f"{host}startups/"
    assert page.locator(".compare-toggle").count() == 0
    context.close()


def test_a_whole_comparison_costs_no_more_than_the_facets_of_a_thousand() -> None:
    loaded = catalogue.load(ROOT)
    for language in ("en", "hi"):
        files = [json.dumps(Column(one, language).told, ensure_ascii=False).encode() for one in loaded.published]
        sizes = sorted((len(gzip.compress(one)) for one in files), reverse=True)
        assert sum(sizes[:MOST]) <= ENOUGH
