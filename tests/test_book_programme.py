"""The pages on the programme: what they tell comes from data/, and each says from which source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from types import SimpleNamespace

import pytest
from books import module_of
from world import ROOT

from showcase import catalogue
from showcase.book import how, numbers, production, timeline
from showcase.book.book import Book
from showcase.book.citations import cited
from showcase.book.lists import SOURCED
from showcase.book.programme import MAKERS
from showcase.book.stationery import Stationery
from showcase.model.dates import PartialDate
from showcase.typography import NBSP


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(catalogue.load(ROOT), Stationery.of(ROOT))


def page(book: Book, key: str) -> str:
    part = book.plan.by_key[key]
    return MAKERS[part.kind](book, part).html


def words_of(html: str) -> str:
    """The text of a page in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").split())


def test_sources_are_numbered_by_first_use_and_each_address_once() -> None:
    loaded = catalogue.load(ROOT)
    told = cited(loaded, "here", [("programmes.yml", ["nie-2018", "hindu-2019"]), ("timeline.yml", ["hindu-2019"])])
    assert [row.id for row in told.rows] == [1, 2]
    assert told.of("timeline.yml", ["hindu-2019"]) == [2]
    assert told.cites("timeline.yml", ["hindu-2019"]) == (
        '<span class="cite"><a href="goto:source/here/2">2</a></span>'
    )


@pytest.mark.parametrize("kind", sorted(SOURCED))
def test_every_number_on_a_page_is_in_its_list_of_sources(book: Book, kind: str) -> None:
    told = SOURCED[kind](book.catalogue)
    module = module_of(book, book.plan.by_key[kind])
    asked = set(re.findall(rb"source/[a-z-]+/[0-9]+", b"".join(module.pdfs)))
    known = {f"source/{told.slug}/{row.id}".encode() for row in told.rows}
    listed = set(book.entries("sources"))
    assert asked and asked <= known
    assert {name.decode() for name in known} <= listed


def test_the_ladder_has_every_rung_and_counts_the_profiles(book: Book) -> None:
    rungs = how.rungs(book.catalogue, book.stationery.settings)
    assert [rung["stage"].id for rung in rungs] == list(book.catalogue.vocabulary.stages)
    assert sum(rung["reached"] for rung in rungs) == len(book.catalogue.published)
    assert rising([rung["height"] for rung in rungs])
    assert [rung["page"] for rung in rungs] == [0] * 4 + [1] * 4


def rising(heights: Sequence[float]) -> bool:
    return all(low < high for low, high in zip(heights, heights[1:], strict=False))


def test_every_rung_has_its_number_and_its_meaning_in_both_languages(book: Book) -> None:
    told = page(book, "how").replace(NBSP, " ")
    rungs = how.rungs(book.catalogue, book.stationery.settings)
    counts = re.findall(r'class="reached"><span class="value">(\d+)</span> innovators? <span lang="hi">नवप्रवर्तक<', told)
    assert counts == [str(rung["reached"]) for rung in rungs]
    stages = [rung["stage"] for rung in rungs]
    meanings = [text for stage in stages for text in (stage.meaning, stage.meaning_hi)]
    assert [text for text in meanings if text not in told] == []


def test_each_challenge_tells_its_grant_with_date_and_source(book: Book) -> None:
    text = words_of(page(book, "how"))
    assert "up to Rs 25 crore" in text and "As of 4 March 2024" in text
    for programme in how.programmes(book.catalogue):
        if programme["grant"]:
            assert programme["grant_cites"]
            assert programme["item"].grant_limit.split()[1] in programme["grant"]


def events(*days: str) -> list[SimpleNamespace]:
    return [SimpleNamespace(id=day, date=PartialDate.parse(day)) for day in days]


def meet(one: timeline.Flag, other: timeline.Flag) -> bool:
    """Whether the words of two flags overlap, or the staff of one goes through the words of the other."""
    if one.page != other.page:
        return False
    beside = one.left + timeline.FLAG <= other.left or other.left + timeline.FLAG <= one.left
    words = not beside and one.foot < other.top and other.foot < one.top
    staffs = any(a.left <= b.left < a.left + timeline.FLAG and b.top > a.foot for a, b in ((one, other), (other, one)))
    return words or staffs


CROWD = ("2018-01-05", "2018-01-19", "2018-02", "2018-04-01", "2018", "2021-12-30", "2022-01-02", "2022-03-01")


def test_flags_never_meet_however_close_their_dates(book: Book) -> None:
    scale = timeline.Scale(2018, 2022, 53.0, book.stationery.settings)
    crowd = sorted(events(*CROWD), key=lambda event: event.date)
    placed = timeline.flags(crowd, scale, {event.id: 12.0 + len(event.id) for event in crowd})
    assert len(placed) == len(CROWD)
    assert [(a.event.id, b.event.id) for a, b in combinations(placed, 2) if meet(a, b)] == []


def test_flags_of_the_real_events_do_not_meet_and_stay_on_their_pages(book: Book) -> None:
    settings = book.stationery.settings
    scale, shown = timeline.scale(book.catalogue, settings), timeline.flagged(book.catalogue)
    placed = timeline.flags(shown, scale, {event.id: 22.0 for event in shown})
    assert [(a.event.id, b.event.id) for a, b in combinations(placed, 2) if meet(a, b)] == []
    for flag in placed:
        right = settings.margins.outer if flag.page else settings.margins.inner
        assert flag.left + timeline.FLAG <= settings.trim.width - right + 0.01


def test_the_axis_is_true_to_time(book: Book) -> None:
    scale = timeline.scale(book.catalogue, book.stationery.settings)
    august, november = PartialDate.parse("2018-08-04"), PartialDate.parse("2019-11-11")
    share = (scale.across(november) - scale.across(august)) / scale.years
    assert share == pytest.approx((date(2019, 11, 11) - date(2018, 8, 4)).days / 365.25, abs=0.01)


def test_every_event_is_on_the_spread_once_with_its_date(book: Book) -> None:
    text = words_of(page(book, "timeline"))
    for event in book.catalogue.vocabulary.timeline:
        assert text.count(event.title_hi) >= 1
        assert f"{event.date.long()} {event.title}" in text


def test_every_year_has_its_place_in_the_charts_and_a_gap_is_a_dash(book: Book) -> None:
    settings = book.stationery.settings
    for one in production.series(book.catalogue, settings):
        rows = getattr(book.catalogue.vocabulary, one.key)
        gaps = [row.fy for row in rows if row.rs_crore is None]
        assert [row.fy for row in rows if f">{row.fy[2:].replace('-', '–')}<" not in one.drawing] == []
        assert one.drawing.count(">–<") == one.drawing.count("stroke-dasharray") == len(gaps)


def test_all_four_values_of_production_in_2024_25_are_told_with_their_sources(book: Book) -> None:
    left, right = production.series(book.catalogue, book.stationery.settings)
    note = next(note for note in left.notes if "four times" in note["row"].text)
    for value in ("Rs 1.46 lakh", "Rs 1,50,590 crore", "Rs 1.51 lakh crore", "Rs 1.54 lakh crore"):
        assert value in note["row"].text
    assert note["cites"].count("goto:source/production-and-exports/") == len(note["row"].src)
    assert all("export" in note["row"].text.lower() for note in right.notes)
    assert len(left.notes) + len(right.notes) == len(
        book.catalogue.vocabulary.files["production-and-exports.yml"].notes
    )


def test_no_figure_with_a_caution_is_a_headline(book: Book) -> None:
    shown = numbers.headlines(book.catalogue)
    doubted = [row.value for row in book.catalogue.vocabulary.statistics if row.caution]
    assert len(shown) == 7
    assert [row for row in shown if row["value"] in doubted or not row["cites"] or "As of" not in row["date"]] == []
