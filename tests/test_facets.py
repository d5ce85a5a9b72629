"""What innovators are found by: the values of each facet, and the small file that the browser reads."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate
from pathlib import Path

import pytest
from sites import CONTENT
from world import ROOT, make_world, profile

from showcase import catalogue, collation, facets
from showcase.catalogue import Catalogue
from showcase.site import facetfile
from showcase.site.directory import Directory

MANY = 1000
MOST_BYTES = 25_000
STEPS = """\
  - {step: winner, of: lamp, date: 2021-03, src: [2]}
  - {step: contract, of: lamp, date: 2023-01, src"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    files = {**CONTENT, "startups/lantern-works.md": profile(
        ("  - {step: contract, of: lamp, date: 2023-01, src", STEPS))}  # fmt: skip
    return catalogue.load(make_world(tmp_path_factory.mktemp("small"), files))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    from made_up import write_content

    folder = tmp_path_factory.mktemp("large")
    write_content(folder, ROOT, MANY)
    return catalogue.load(folder)


def told(one: Catalogue) -> dict:
    return json.loads(facetfile.make(one.vocabulary, one.published).content)


def test_every_value_lists_those_who_have_it_and_none_is_empty(small: Catalogue) -> None:
    found = {
        kind: {shelf.slug: [one.slug for one in shelf.startups] for shelf in small.shelves[kind]}
        for kind in facets.FACETS
    }
    assert found == {
        "technology": {
            "unmanned-marine-systems": ["lantern-works"],
            "quantum-technologies": ["quiet-box"],
        },
        "end-user": {"indian-navy": ["lantern-works"]},
        "programme": {"idex": ["quiet-box"], "disc": ["lantern-works"]},
        "edition": {"disc-7": ["lantern-works"]},
        "stage": {"listed": ["quiet-box"], "contract": ["lantern-works"]},
        "state": {"maharashtra": ["lantern-works"]},
        "year": {"2023": ["lantern-works"], "2021": ["lantern-works"]},
    }


def test_a_startup_stands_once_on_a_shelf_however_often_it_is_named(tmp_path: Path) -> None:
    twice = "challenges:\n  - {id: again, programme: disc, edition: disc-7, end_user: indian-navy, src: [2]}"
    files = {"startups/lantern-works.md": profile(("challenges:", twice))}
    shelves = catalogue.load(make_world(tmp_path, files)).shelves
    for kind in ("programme", "edition", "end-user"):
        assert [len(shelf.startups) for shelf in shelves[kind]] == [1], kind


def test_a_year_is_one_in_which_a_source_dates_a_step_not_that_of_founding(small: Catalogue) -> None:
    assert small.by_slug["lantern-works"].founded.year == 2016
    assert [shelf.id for shelf in small.shelves["year"]] == ["2023", "2021"]


def test_the_browsers_file_says_what_the_shelves_say(large: Catalogue) -> None:
    file, slugs = told(large), [one.slug for one in large.published]
    assert file["count"] == MANY
    for kind in facets.FACETS:
        said = {
            value: [slugs[number] for number in accumulate(steps)]
            for value, steps in file["facets"][kind].items()
        }
        assert said == {
            shelf.slug: [one.slug for one in shelf.startups] for shelf in large.shelves[kind]
        }


def test_the_browsers_file_gives_each_order_whole(large: Catalogue) -> None:
    orders, published = told(large)["orders"], large.published
    for order in orders.values():
        assert sorted(order) == list(range(MANY))
    dates = [Directory.newest_step(published[number]) for number in orders["newest"]]
    assert dates == sorted(dates, reverse=True)
    names = [published[number].name_hi for number in orders["hi"]]
    assert names == sorted(names, key=collation.key) != [one.name_hi for one in published]


def test_without_a_date_one_comes_last_in_the_order_of_steps(small: Catalogue) -> None:
    slugs = [one.slug for one in small.published]
    assert [slugs[number] for number in told(small)["orders"]["newest"]] == ["lantern-works", "quiet-box"]


def test_a_thousand_profiles_fit_in_a_small_file(large: Catalogue) -> None:
    content = facetfile.make(large.vocabulary, large.published).content
    assert len(gzip.compress(content)) <= MOST_BYTES


def test_the_files_name_changes_with_its_content(small: Catalogue, large: Catalogue) -> None:
    one, other = (facetfile.make(it.vocabulary, it.published) for it in (small, large))
    assert one.address != other.address
    assert one.address == facetfile.make(small.vocabulary, small.published).address


def test_the_filter_groups_technologies_by_field_and_sorts_states_by_their_names(large: Catalogue) -> None:
    directory = Directory(large.vocabulary, large.published)
    fields = directory.groups("technology", "en")
    assert all(shelf.item.family == group.heading.id for group in fields for shelf in group.shelves)
    for language, first in (("en", "Andhra Pradesh"), ("hi", "अरुणाचल प्रदेश")):
        (group,) = directory.groups("state", language)
        names = [shelf.label(language) for shelf in group.shelves]
        assert len(names) == len(large.shelves["state"])
        assert names[0] <= first and names[0][0] == first[0]
    assert directory.groups("edition", "en")[0].heading.id == "disc"
