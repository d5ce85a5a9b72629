"""Which pages the site has, and how it words and draws what is on them."""

from __future__ import annotations

from time import perf_counter
from types import SimpleNamespace

import pytest
from sites import CONTENT
from world import make_world, profile

from showcase import catalogue
from showcase.colour import FAMILIES
from showcase.site import stylesheets
from showcase.site.ladder import ladder
from showcase.site.plan import Plan
from showcase.site.words import Words, big, host


@pytest.fixture(scope="module")
def plan(tmp_path_factory) -> Plan:
    return Plan(catalogue.load(make_world(tmp_path_factory.mktemp("world"), CONTENT)))


def test_every_page_has_an_address_a_title_and_a_description_of_its_own(plan: Plan) -> None:
    addresses = [page.address for page in plan.pages]
    assert len(addresses) == len(set(addresses))
    assert [page.address for page in plan.pages if not (page.title and page.description)] == []


def test_a_profile_and_its_translation_name_each_other(plan: Plan) -> None:
    pages = {page.address: page for page in plan.pages}
    english = pages["startups/quiet-box/"]
    assert (english.language, english.title) == ("en", "Quiet Box")
    hindi = pages[english.translation]
    assert (hindi.language, hindi.title) == ("hi", "क्वाइट बॉक्स")
    assert hindi.translation == "startups/quiet-box/"


def test_an_entry_without_a_published_profile_has_no_page_but_editions_and_states_have(plan: Plan) -> None:
    words = plan.catalogue.vocabulary
    for name in ("disc-7", "disc-8"):
        assert plan.facet("edition", words.editions[name]) == f"challenges/{name}/"
    assert plan.facet("state", words.states["GA"]) == "states/goa/"
    assert plan.facet("end-user", words.end_users["hal"]) is None


def test_a_preview_shows_drafts_but_makes_no_lists_for_them(plan: Plan) -> None:
    preview = Plan(plan.catalogue, drafts=True)
    assert [one.slug for one in preview.startups] == ["hidden-forge", "lantern-works", "quiet-box"]
    assert preview.shelves("technology") == plan.shelves("technology")


def test_the_front_page_takes_one_from_each_area_in_turn(tmp_path) -> None:
    files = dict(CONTENT)
    for slug, name in (("a-lamp", "A Lamp"), ("b-lamp", "B Lamp")):
        files[f"startups/{slug}.md"] = profile(
            ("id: lantern-works", f"id: {slug}"),
            ("name: Lantern Works", f"name: {name}"),
            ("summary: Lantern Works of", "summary: It comes from"),
        )
    plan = Plan(catalogue.load(make_world(tmp_path, files)))
    assert [one.slug for one in plan.one_of_each(3)] == ["a-lamp", "quiet-box", "b-lamp"]


def test_the_strides_count_only_furthest_steps(plan: Plan) -> None:
    told = [(one.stage.id, [startup.slug for startup in one.startups]) for one in plan.strides]
    assert told == [("listed", ["quiet-box"]), ("contract", ["lantern-works"])]


def test_the_ladder_has_every_rung_and_fills_none_by_inference(plan: Plan) -> None:
    rungs = ladder(plan.catalogue.by_slug["lantern-works"])
    assert [rung.stage.rank for rung in rungs] == list(range(1, 9))
    assert [rung.stage.id for rung in rungs if rung.steps] == ["contract"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("36", "36"),
        ("1,500 km", "1,500\u00a0km"),
        ("more than 650", '<span class="before">more than</span> 650'),
        ("Rs 62 crore", "Rs\u00a062\u00a0crore"),
        ("200 किमी", '200 <span class="unit">किमी</span>'),
        ("लगभग 65,000 फ़ुट", '<span class="before">लगभग</span> 65,000 <span class="unit">फ़ुट</span>'),
        ("8वाँ", '8<span class="unit">वाँ</span>'),
        ("50th", "50th"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_a_big_figure_keeps_its_number_large(value: str, shown: str) -> None:
    assert big(value) == shown


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://www.example.org/about?x=1", "example.org"),
        ("http://hindi.example.org", "hindi.example.org"),
        ("https://[example.org/", "https://[example.org/"),
        ("example.org", "example.org"),
    ],
)
def test_a_host_is_said_without_its_www(url: str, said: str) -> None:
    assert host(url) == said


def test_a_figure_of_many_spaces_is_told_apart_at_once() -> None:
    begun = perf_counter()
    assert len(big("5" + " " * 60_000 + "x")) == 60_002
    assert perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("text", "filled", "told"),
    [
        ("{n} of {n}", {"n": 3}, "3 of 3"),
        ("on {date.__class__}", {"date": "today"}, "on {date.__class__}"),
        ("on {date} in {place}", {"date": "today"}, "on today in {place}"),
        ("on {date", {"date": "today"}, "on {date"),
        ("{0} {}", {"n": 3}, "{0} {}"),
        ("{date}", {"date": "{n}", "n": 3}, "{n}"),
    ],
)
def test_a_placeholder_is_filled_and_nothing_else_is(
    text: str, filled: dict[str, str | int], told: str
) -> None:
    words = Words(SimpleNamespace(ui=lambda key, language: text))
    assert words.ui("key", "en", **filled) == told


def test_citations_side_by_side_are_never_one_number(plan: Plan) -> None:
    assert ">8</a>\u00a0<a " in Words(plan.catalogue).cites((8, 9), "en")


def test_an_end_user_has_the_sources_that_name_it(tmp_path) -> None:
    rows = (
        "challenges:",
        "end_users: [{id: indian-navy, src: [1]}, {id: indian-army, src: [1]}]\nchallenges:",
    )
    files = {"startups/lantern-works.md": profile(rows)}
    one = catalogue.load(make_world(tmp_path, files)).by_slug["lantern-works"]
    named = [(user.id, sources) for user, sources in one.end_users_cited]
    assert named == [("indian-navy", (1, 2)), ("indian-army", (1,))]


def test_every_family_and_the_house_have_their_colours_in_both_schemes() -> None:
    sheet = stylesheets.colours()
    for name in (*FAMILIES, "house"):
        assert f'[data-family="{name}"]{{--sky-top:' in sheet
    assert "@media (prefers-color-scheme: dark)" in sheet
    assert ":root[data-scheme='dark']" in sheet
