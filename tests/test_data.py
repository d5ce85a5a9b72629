"""The data files are complete and agree with one another, beyond what the check itself refuses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic import RootModel
from world import ROOT

from showcase.model import vocabulary_files as files
from showcase.model.keys import keys_at
from showcase.model.site import Words

DATA = ROOT / "data"
DEVANAGARI = re.compile("[\u0900-\u097f]")
YEARS = re.compile(r"(\d{4})-(\d{2})")


def content(name: str) -> dict[str, Any]:
    """A data file as plain data, its dates as text."""
    return yaml.load((DATA / name).read_text(encoding="utf-8"), yaml.BaseLoader)


STATES = {
    path.stem: content(f"states/{path.name}") for path in sorted((DATA / "states").glob("*.yml"))
}
NAMES = [*files.LISTS, *(f"states/{slug}.yml" for slug in STATES)]


def values(tree: Any, key: str) -> Iterator[Any]:
    """Every value that stands under `key`, at any depth."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(tree, list):
        for item in tree:
            yield from values(item, key)


def texts(tree: Any) -> Iterator[tuple[str, str]]:
    """Every text with its key; of a list of texts, each with the key of the list."""
    for key, value in tree.items() if isinstance(tree, dict) else []:
        for item in value if isinstance(value, list) else [value]:
            yield from [(key, item)] if isinstance(item, str) else texts(item)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_listed_once_and_used(name: str) -> None:
    tree = content(name)
    listed = [source["id"] for source in tree.get("sources", [])]
    assert sorted(listed) == sorted({source for src in values(tree, "src") for source in src})


@pytest.mark.parametrize("name", [*NAMES, files.SITE_FILE])
def test_labels_in_hindi_are_in_devanagari(name: str) -> None:
    found = [text for key, text in texts(content(name)) if key.endswith("_hi")]
    assert [text for text in found if text != "null" and not DEVANAGARI.search(text)] == []


@pytest.mark.parametrize("name", [*NAMES, files.SITE_FILE, files.WORDS_FILE])
def test_texts_are_composed_and_trimmed(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_interface_strings_fill_in_the_same_words_in_both_languages() -> None:
    for key, words in content(files.WORDS_FILE).items():
        blanks = [Counter(re.findall(r"{\w+}", words[language])) for language in ("en", "hi")]
        assert blanks[0] == blanks[1], key


def test_a_time_a_share_or_a_sum_says_its_unit() -> None:
    words = {"weeks": ("weeks", "सप्ताह"), "percent": ("%", "%"), "rupees": ("Rs", "रुपये"), "US dollars": ("USD", "डॉलर")}
    figures = [one for one in content("statistics.yml")["statistics"] if one["unit"] in words]
    assert {one["unit"] for one in figures} == set(words)
    told = [(one[key], word) for one in figures for key, word in zip(("value", "value_hi"), words[one["unit"]], strict=True) if key in one]
    assert [value for value, word in told if word not in value] == []


def test_counts_come_in_pairs() -> None:
    keys = content(files.WORDS_FILE).keys()
    assert {key.removesuffix("-one") for key in keys if key.endswith("-one")} == {
        key.removesuffix("-many") for key in keys if key.endswith("-many")
    }


def test_every_family_has_a_technology_area() -> None:
    families = {family["id"] for family in content("families.yml")["families"]}
    assert {area["family"] for area in content("technologies.yml")["technologies"]} == families
    assert len(families) == 10


def test_there_are_28_states_and_8_union_territories() -> None:
    assert Counter(state["kind"] for state in STATES.values()) == {
        "state": 28,
        "union-territory": 8,
    }
    assert len({state["code"] for state in STATES.values()}) == 36
    assert all(state["slug"] == slug for slug, state in STATES.items())


def test_no_two_tiles_share_a_place() -> None:
    places = Counter(tuple(state["tile"]) for state in STATES.values())
    assert [place for place, count in places.items() if count > 1] == []


def test_the_map_keeps_compass_and_neighbours() -> None:
    tile = {state["code"]: tuple(map(int, state["tile"])) for state in STATES.values()}
    neighbours = (
        "PB-HR HR-RJ HR-DL DL-UP UP-BR BR-JH JH-OD RJ-MP MP-MH MH-KA KA-KL KL-TN TN-PY TS-AP AS-NL"
    )
    for pair in neighbours.split():
        (x, y), (u, v) = (tile[code] for code in pair.split("-"))
        assert abs(x - u) + abs(y - v) == 1, pair
    assert tile["LA"][1] == 0 and tile["GJ"][0] == 0
    assert min(tile["KL"][1], tile["TN"][1]) == max(y for _, y in tile.values())


@pytest.mark.parametrize("slug", STATES)
def test_targets_and_incentives_belong_to_a_policy_of_the_state(slug: str) -> None:
    state = STATES[slug]
    policies = [policy["id"] for policy in state.get("policies", [])]
    assert len(policies) == len(set(policies))
    referring = [row["policy"] for key in ("targets", "incentives") for row in state.get(key, [])]
    assert set(referring) <= set(policies)
    kind, current = state["policy"]["kind"], state["policy"].get("current")
    assert current in policies if kind != "none" else current is None


def test_every_edition_of_the_timeline_is_an_edition_opened_that_day() -> None:
    editions = {
        edition["id"]: edition
        for programme in content("programmes.yml")["programmes"]
        for edition in programme["editions"]
    }
    for event in content("timeline.yml")["events"]:
        for name in event.get("editions", []):
            opened = editions[name].get("opened") or editions[name]["year"]
            assert event["date"].startswith(opened), name


def test_the_timeline_is_in_order_of_time() -> None:
    years = [event["date"][:4] for event in content("timeline.yml")["events"]]
    assert years == sorted(years)


@pytest.mark.parametrize("series", ["production", "exports"])
def test_financial_years_follow_one_another_without_a_break(series: str) -> None:
    years = [
        YEARS.fullmatch(row["fy"]).groups() for row in content("production-and-exports.yml")[series]
    ]
    assert all(int(end) == (int(start) + 1) % 100 for start, end in years)
    starts = [int(start) for start, _ in years]
    assert starts == list(range(starts[0], starts[0] + len(starts)))


@pytest.mark.parametrize("series", ["production", "exports"])
def test_a_year_without_a_figure_says_so(series: str) -> None:
    for row in content("production-and-exports.yml")[series]:
        assert (row["rs_crore"] == "null") == (row.get("status") == "not-found"), row["fy"]


def test_cities_stand_in_the_order_of_the_alphabet_once_each() -> None:
    names = [city["name"] for city in content("cities.yml")["cities"]]
    assert names == sorted(set(names))


def test_stages_are_ranked_from_one_to_eight() -> None:
    assert [int(stage["rank"]) for stage in content("stages.yml")["stages"]] == list(range(1, 9))


def test_a_key_too_many_in_a_table_of_entries_is_told_with_those_that_are_known() -> None:
    assert keys_at(RootModel[dict[str, Words]], ("search",)) == ["en", "hi"]
