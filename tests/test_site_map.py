"""The map of the States: a link for each, by hand, by keyboard, by ear, without scripts and in a reader's own colours.

Holds A5 and A9 of docs/standards.md.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import served
from playwright.sync_api import Browser, Page
from sites import built_project

from showcase import catalogue, colour
from showcase.catalogue import Catalogue
from showcase.charts import shade
from showcase.site import maps

CODE = "document.activeElement.closest('.tile')?.querySelector('.tile-code').textContent"


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue.load(built_project())


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with served(built_project() / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(f"{host}states/")
    yield page
    page.close()


def start(page: Page, code: str) -> None:
    page.evaluate(f"document.querySelector('.tile-{code} a').focus()")


def test_every_state_has_one_tile_in_a_place_of_its_own(known: Catalogue) -> None:
    tiles = maps.tiles(known)
    assert len(tiles) == 36
    places = [one.shelf.item.tile for one in tiles]
    assert len(set(places)) == 36
    assert places == sorted(places, key=lambda place: place[::-1])
    assert {one.shelf.id: one.count for one in tiles if one.count} == {"MH": 1}
    sheet = maps.places(known.vocabulary.states.values())
    column, row = known.vocabulary.states["GA"].tile
    assert f".tile-GA{{grid-area:{row + 1}/{column + 1}}}" in sheet


def test_the_legend_tells_the_scale_that_the_tiles_are_shaded_by() -> None:
    assert maps.legend() == (("none", "0"), ("few", "1"), ("some", "2–4"), ("many", "5+"))
    for name, counts in maps.legend():
        assert shade(int(counts[0])) == name


def test_states_and_union_territories_are_listed_by_name(known: Catalogue) -> None:
    states, territories = (maps.listed(known, kind, "en") for kind in ("state", "union-territory"))
    assert (len(states), len(territories)) == (28, 8)
    assert [one.name for one in states] == sorted(one.name for one in states)


def test_each_tile_is_a_link_that_says_its_state_and_its_count(page: Page, host: str, known: Catalogue) -> None:
    links = page.get_by_role("list").locator(".tile a")
    assert links.count() == 36
    assert page.get_by_role("link", name="MH Maharashtra, 1 innovator").get_attribute("href") == "../states/maharashtra/"
    assert page.get_by_role("link", name="GA Goa, 0 innovators").count() == 1
    tiles = set(links.evaluate_all("all => all.map(one => one.href)"))
    listed = set(page.locator(".every-state a").evaluate_all("all => all.map(one => one.href)"))
    assert tiles == listed == {f"{host}states/{one.slug}/" for one in known.vocabulary.states.values()}


def test_the_map_is_one_stop_of_the_tab_key_and_arrows_go_from_tile_to_tile(page: Page) -> None:
    page.locator(".map-skip").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(CODE) == "LA"
    ways = [("ArrowUp", "LA"), ("ArrowDown", "HP"), ("ArrowLeft", "JK"), ("ArrowLeft", "PB"), ("ArrowRight", "CH"), ("End", "AN"), ("Home", "LA")]
    for key, code in ways:
        page.keyboard.press(key)
        assert page.evaluate(CODE) == code, key
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate(CODE) is None
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(CODE) == "HP"


def test_every_tile_can_be_reached_by_arrows_alone(page: Page) -> None:
    """Walked outwards from the first tile over every arrow of every tile that is reached."""
    start(page, "LA")
    reached, waiting = {"LA"}, ["LA"]
    while waiting:
        tile = waiting.pop()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            start(page, tile)
            page.keyboard.press(key)
            if (code := page.evaluate(CODE)) not in reached:
                reached.add(code)
                waiting.append(code)
    assert len(reached) == 36


def test_enter_opens_the_state_and_keys_that_belong_to_the_browser_are_left_to_it(page: Page) -> None:
    start(page, "MH")
    page.keyboard.press("Control+ArrowDown")
    assert page.evaluate(CODE) == "MH"
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/maharashtra/")


def test_without_scripts_there_is_a_way_past_the_map(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}states/")
    skip = page.get_by_role("link", name="Skip the map")
    skip.focus()
    assert skip.bounding_box()["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "../states/maharashtra/"
    assert page.locator(":focus").evaluate("one => !!one.closest('.index')")
    page.get_by_role("link", name="GA Goa").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Goa"
    context.close()


@pytest.mark.parametrize(("width", "least"), [(360, 30), (768, 44), (1280, 44)])
def test_tiles_are_large_enough_for_a_finger_and_do_not_touch(page: Page, width: int, least: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    boxes = page.locator(".tile a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(b => [b.x, b.y, b.width, b.height])"
    )
    assert min(min(box[2:]) for box in boxes) >= least
    assert max(abs(box[2] - box[3]) for box in boxes) < 1
    for x, y, wide, high in boxes:
        assert not [one for one in boxes if one[:2] != [x, y] and abs(one[0] - x) < wide and abs(one[1] - y) < high]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_name_of_the_tile_that_has_the_focus_shows_where_it_covers_no_tile(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    boxes = "all => all.map(one => one.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
    for code in ("DH", "AN", "AR"):
        start(page, "LA")
        page.keyboard.press("Home")
        page.evaluate(f"document.querySelector('.tile-{code} a').focus()")
        shown = [one for one in page.locator(".tile-name").evaluate_all(boxes) if one[2] - one[0] > 1]
        assert len(shown) == 1
        left, top, right, bottom = shown[0]
        assert right <= width
        covered = [
            one for one in page.locator(".tile a").evaluate_all(boxes)
            if one[0] < right - 1 and one[2] > left + 1 and one[1] < bottom - 1 and one[3] > top + 1
        ]
        assert covered == []


def test_the_step_of_a_tile_is_told_by_number_and_border_where_colours_are_a_readers_own(page: Page) -> None:
    assert page.locator(".tile-MH .tile-count").inner_text() == "1"
    assert page.locator(".tile-GA .tile-count").inner_text() == "0"
    page.emulate_media(forced_colors="active")
    border = "code => getComputedStyle(document.querySelector(`.tile-${code} a`)).borderWidth"
    assert [page.evaluate(border, code) for code in ("MH", "GA")] == ["2px", "1px"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_stands_on_a_tile_can_be_read(scheme: str) -> None:
    for name in ("none", "few", "some", "many"):
        ground = "paper" if name == "none" else f"tile_{name}"
        assert colour.contrast(colour.screen(f"on_tile_{name}", scheme), colour.screen(ground, scheme)) >= 4.5
