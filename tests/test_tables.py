"""The tables that are given away: their columns, their three forms, and what a spreadsheet must not run."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from sites import CONTENT
from world import make_world, profile

from showcase import catalogue, records, tables
from showcase.records import COLUMNS, Record
from showcase.release.version import VERSION
from showcase.site import addresses

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")
NAMES = (
    "slug name name_hi headline headline_hi technologies technology_ids end_users end_user_ids programmes "
    "programme_ids editions edition_ids stage stage_id stage_date state state_code city founded website "
    "verified_on url"
).split()


def row(**values: object) -> Record:
    return {**dict.fromkeys(COLUMNS), **values}


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> list[dict[str, object]]:
    head, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, values, strict=True)) for values in rows]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    whole = ("founded:", "website: {url: 'https://lantern.example', src: [1]}\nfounded:")
    files = {**CONTENT, "startups/lantern-works.md": profile(whole)}
    loaded = catalogue.load(make_world(tmp_path_factory.mktemp("world"), files))
    return list(records.records(loaded.published, addresses.public))


def test_the_columns_keep_their_names_and_their_order(rows: list[Record]) -> None:
    assert list(COLUMNS) == NAMES
    assert all(list(one) == NAMES for one in rows)


def test_a_record_tells_what_the_profile_states(rows: list[Record]) -> None:
    assert rows[0] == {
        "slug": "lantern-works",
        "name": "Lantern Works",
        "name_hi": "लैंटर्न वर्क्स",
        "headline": rows[0]["headline"],
        "headline_hi": "जो दीप स्वयं घर का रास्ता खोज ले",
        "technologies": ["Unmanned marine systems"],
        "technology_ids": ["unmanned-marine-systems"],
        "end_users": ["Indian Navy"],
        "end_user_ids": ["indian-navy"],
        "programmes": ["Defence India Startup Challenge"],
        "programme_ids": ["disc"],
        "editions": ["DISC 7"],
        "edition_ids": ["disc-7"],
        "stage": "Development contract",
        "stage_id": "contract",
        "stage_date": "2023-01",
        "state": "Maharashtra",
        "state_code": "MH",
        "city": "Pune",
        "founded": 2016,
        "website": "https://lantern.example",
        "verified_on": "2026-11-22",
        "url": "startups/lantern-works/",
    }


def test_what_no_source_says_is_nothing(rows: list[Record]) -> None:
    thin = rows[1]
    assert [name for name in NAMES if thin[name] is None] == ["stage_date", "state", "state_code", "city", "founded", "website"]
    assert thin["editions"] == thin["end_users"] == []


def test_the_address_is_whole_where_the_site_has_one(tmp_path) -> None:
    root = make_world(tmp_path, CONTENT)
    site = root / "data" / "site.yml"
    site.write_text(site.read_text().replace('site_url: ""', "site_url: https://example.org/book/"))
    first = catalogue.load(root).published[0]
    assert records.record(first, addresses.public(first))["url"] == "https://example.org/book/startups/lantern-works/"


def test_the_three_forms_tell_the_same(rows: list[Record]) -> None:
    flat = [
        {name: "; ".join(value) if isinstance(value, list) else value for name, value in one.items()}
        for one in rows
    ]
    assert json.loads(tables.as_json(rows)) == {"schema_version": VERSION, "innovators": rows}
    assert read_csv(tables.as_csv(rows)) == [
        {name: "" if value is None else str(value) for name, value in one.items()} for one in flat
    ]
    assert read_xlsx(tables.as_xlsx(rows)) == [
        {name: None if value == "" else value for name, value in one.items()} for one in flat
    ]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_spreadsheet_runs_a_text_as_a_formula(text: str) -> None:
    (one,) = read_csv(tables.as_csv([row(name=text)]))
    assert one["name"] == f"'{text}"
    cell = load_workbook(BytesIO(tables.as_xlsx([row(name=text)]))).active["B2"]
    assert cell.data_type == "s"


def test_harmless_texts_and_numbers_are_left_alone() -> None:
    (one,) = read_csv(tables.as_csv([row(name='A "quoted", long\nname = so', founded=2016)]))
    assert (one["name"], one["founded"]) == ('A "quoted", long\nname = so', "2016")


def test_a_workbook_is_the_same_each_time(rows: list[Record]) -> None:
    assert tables.as_xlsx(rows) == tables.as_xlsx(rows)
