"""The pages of editions, end users and areas: what became of each problem, and how far all have got."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from sites import built_project
from world import make_world, profile

from showcase import catalogue
from showcase.answers import answers
from showcase.catalogue import Catalogue
from showcase.facets import Shelf
from showcase.site import rounds
from showcase.verify import verify

TWO = profile(
    ("id: lantern-works", "id: twin-lamps"),
    ("name: Lantern Works", "name: Twin Lamps"),
    ("summary: Lantern Works of", "summary: Twin Lamps of"),
    (
        "challenges:\n",
        "challenges:\n  - {id: buoy, programme: disc, edition: disc-5, end_user: indian-army, src: [1]}\n",
    ),
    ("stage:\n", "stage:\n  - {step: trials, of: buoy, date: 2024-02-03, src: [1]}\n  - {step: winner, of: lamp, src: [1]}\n"),
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue.load(make_world(tmp_path_factory.mktemp("two"), {"startups/twin-lamps.md": TWO}))


def shelf(known: Catalogue, kind: str, name: str) -> Shelf:
    return next(one for one in known.shelves[kind] if one.id == name)


def page(address: str) -> str:
    return (built_project() / "site" / address / "index.html").read_text(encoding="utf-8")


def text(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def test_an_answer_has_the_furthest_step_of_its_own_challenge_and_of_no_other(known: Catalogue) -> None:
    told = {one.challenge.id: one for one in answers(shelf(known, "programme", "disc"))}
    assert (told["lamp"].step.stage.id, told["lamp"].step.date.iso) == ("contract", "2023-01")
    assert (told["buoy"].step.stage.id, told["buoy"].step.date.iso) == ("trials", "2024-02-03")
    assert [one.id for one in told["lamp"].sources] == [2]
    assert [one.id for one in told["buoy"].sources] == [1]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("edition", "disc-5", ["buoy"]),
        ("edition", "disc-7", ["lamp"]),
        ("end-user", "indian-navy", ["lamp"]),
        ("state", "MH", ["buoy", "lamp"]),
    ],
)
def test_a_shelf_has_the_answers_that_belong_to_it(
    known: Catalogue, kind: str, name: str, expected: list[str]
) -> None:
    assert [one.challenge.id for one in answers(shelf(known, kind, name))] == expected


def test_a_problem_is_told_in_hindi_where_there_is_hindi_and_otherwise_says_that_it_is_english(known: Catalogue) -> None:
    (lamp,) = answers(shelf(known, "edition", "disc-7"))
    assert lamp.problem("en") == "A lamp that floats"
    assert lamp.problem("hi").lang == "en"
    (buoy,) = answers(shelf(known, "edition", "disc-5"))
    assert buoy.problem("en") is buoy.problem("hi") is None


def test_every_edition_stands_once_in_order_of_date_and_those_without_a_date_last(known: Catalogue) -> None:
    years = rounds.years(known)
    told = [one.edition for year in years for one in year.rounds]
    assert sorted(one.id for one in told) == sorted(known.vocabulary.editions)
    dates = [one.began for one in told]
    dated = [date for date in dates if date]
    assert dated == sorted(dated) == dates[: len(dated)]
    assert [year.year for year in years][-1] is None
    counted = {one.edition.id: len(one.shelf.startups) for year in years for one in year.rounds}
    assert {name for name, count in counted.items() if count} == {"disc-5", "disc-7"}


def test_startups_without_an_edition_are_counted_under_their_programme(known: Catalogue) -> None:
    assert rounds.without_edition(known) == ()
    (none_stated,) = rounds.without_edition(catalogue.load(built_project()))
    assert (none_stated.item.id, [one.slug for one in none_stated.startups]) == ("idex", ["quiet-box"])


def test_the_spread_counts_each_startup_once_and_shows_every_stage(known: Catalogue) -> None:
    rows = rounds.spread(shelf(known, "state", "MH"), known.vocabulary.stages.values())
    assert [row.stage.rank for row in rows] == list(range(1, 9))
    assert {row.stage.id: len(row.startups) for row in rows if row.startups} == {"trials": 1}


def test_the_page_of_an_edition_leads_from_the_problem_to_who_answers_it_and_how_far() -> None:
    html = page("challenges/disc-7")
    answer = re.search(r'<li class="answer">.*?</li>', html, re.DOTALL)[0]
    for link in ("startups/lantern-works/", "states/maharashtra/", "end-users/indian-navy/", "stages/contract/"):
        assert f'href="../../{link}"' in answer
    assert '<a href="https://example.org/contract" aria-describedby="elsewhere" rel="noopener external">Naval Notes</a>' in answer
    assert text(answer) == (
        "A lamp that floats Innovator Lantern Works , Maharashtra For Indian Navy "
        "How far it has got Development contract , January 2023 Source: Naval Notes"
    )
    assert 'href="../../challenges/disc-7/"' in page("startups/lantern-works")
    assert 'href="../../challenges/disc-7/"' in page("end-users/indian-navy")


def test_an_edition_without_an_innovator_has_a_page_that_says_so_and_offers_no_empty_table() -> None:
    html = page("challenges/disc-1")
    assert "No source read for these pages ties an innovator told here to this edition." in text(html)
    assert 'class="card"' not in html and "download" not in html
    assert "4 August 2018" in html


def test_the_overview_leads_to_every_edition_with_its_numbers() -> None:
    rows = re.findall(r'<tr>\n<th scope="row">.*?</tr>', page("challenges"), re.DOTALL)
    told = [text(row) for row in rows]
    assert len(told) == len(catalogue.load(built_project()).vocabulary.editions)
    assert told[0] == "DISC 1 4 August 2018 · DISC 11 0"
    assert "DISC 7 DISC – not found 1" in told
    for row in rows:
        address = re.search(r'href="\.\./([^"]+)"', row)[1]
        assert (built_project() / "site" / address / "index.html").is_file()


def test_verify_misses_an_edition_that_nobody_told_here_took_part_in(tmp_path: Path) -> None:
    site = shutil.copytree(built_project() / "site", tmp_path / "site")
    shutil.rmtree(site / "challenges" / "disc-1")
    assert "challenges/disc-1/index.html is missing: it should show 0." in verify(site, catalogue.load(built_project()))


def test_a_technology_says_its_field_and_its_other_names() -> None:
    html = text(page("technologies/quantum-technologies"))
    assert "Field Quantum and cyber" in html
    assert "In announcements also" in html
