"""The pages on the programme: what they tell comes from data/, and each says from which source."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from world import ROOT

from showcase import catalogue
from showcase.book import how
from showcase.book.book import Book
from showcase.book.citations import cited
from showcase.book.lists import SOURCED
from showcase.book.modules import make_module
from showcase.book.programme import MAKERS
from showcase.book.stationery import Stationery


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
    module = make_module(book, book.plan.by_key[kind])
    asked = set(re.findall(rb"source/[a-z-]+/[0-9]+", module.pdf))
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


def test_each_challenge_tells_its_grant_with_date_and_source(book: Book) -> None:
    text = words_of(page(book, "how"))
    assert "up to Rs 25 crore" in text and "As of 4 March 2024" in text
    for programme in how.programmes(book.catalogue):
        if programme["grant"]:
            assert programme["grant_cites"]
            assert programme["item"].grant_limit.split()[1] in programme["grant"]
