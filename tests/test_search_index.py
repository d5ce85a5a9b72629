"""What of a page is searched, what the index makes of it, and what stops a build."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from sites import built_project

from showcase import catalogue
from showcase.site import addresses
from showcase.site.search import indexing, lexicon
from showcase.site.search.reading import read
from showcase.site.search.records import Record, records

HOME = catalogue.load(built_project())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return shutil.copytree(built_project() / "site", tmp_path / "site")


def record(address: str) -> Record:
    return next(one for one in records(built_project() / "site", HOME) if one.address == address)


def fragments(site: Path, language: str) -> dict[str, dict]:
    read_back = (
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in (site / "search" / language / "fragment").iterdir()
    )
    return {one["url"]: one for one in read_back}


def test_neighbouring_cells_do_not_make_one_word() -> None:
    page = read("<html lang=en><main><dl><dt>Capital</dt><dd>Bengaluru<sup class=cites>1</sup></dd></dl></main></html>")
    assert [one.text for one in page.passages] == ["Capital", "Bengaluru"]


def test_frame_lists_and_marks_are_not_searched() -> None:
    page = read(
        "<html lang=en><header>Menu</header><main><h1>A</h1><div class=cards><h3>Another</h3></div>"
        "<nav>Chips</nav><p>Own <abbr class=in-english>EN</abbr>text</p><p lang=hi>हिंदी</p><script>a()</script></main>"
        "<footer>Foot</footer></html>"
    )
    assert [(one.tag, one.text) for one in page.passages] == [("h1", "A"), ("p", "Own text")]


def test_a_profile_is_searched_by_what_it_tells_and_by_its_other_names() -> None:
    one = record("startups/lantern-works/")
    told = " ".join(passage.text for passage in one.passages)
    for text in ("A lamp that floats for 12 hours.", "Asha Rao", "Endurance", "DISC 7", "Indian Navy"):
        assert text in told
    assert "लैंटर्न वर्क्स" in one.also
    assert "autonomous boats" in one.also
    assert one.where == "Sea · Pune, Maharashtra"
    for text in ("Founders", "Verified", "Acceptance of necessity", "22 November 2026", "A lamp at sea", "Quiet Box"):
        assert text not in told


def test_a_list_weighs_less_than_a_profile() -> None:
    assert "data-pagefind-weight" in record("states/maharashtra/").html
    assert "data-pagefind-weight" not in record("startups/lantern-works/").html


def test_what_a_result_shows_of_a_hindi_page_is_as_it_is_written() -> None:
    one = record("hi/startups/lantern-works/")
    held = fragments(built_project() / "site", "hi")["/hi/startups/lantern-works/"]
    assert held["meta"]["title"] == "लैंटर्न वर्क्स"
    assert [word.rstrip(".") for word in held["content"].split()] == [word.rstrip(".") for word in one.words]


def test_every_page_but_those_of_the_search_itself_is_indexed() -> None:
    site = built_project() / "site"
    built = {path.parent.relative_to(site).as_posix().removeprefix(".") for path in site.rglob("index.html")}
    held = indexing.indexed(site, "en") | indexing.indexed(site, "hi")
    assert {one.rstrip("/") for one in held} == {one for one in built if addresses.is_for_readers(f"{one}/")} - {"search", "hi/search"}


def test_two_runs_make_the_same_index(site: Path) -> None:
    def contents() -> dict[str, bytes]:
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "search").rglob("*.*")}

    before = contents()
    indexing.make(site, HOME)
    assert contents() == before


def test_drafts_are_not_in_the_index() -> None:
    held = json.dumps([*fragments(built_project() / "site", "en").values()])
    words = (built_project() / "site" / "search" / "en.json").read_text()
    assert "Hidden Forge" not in held
    assert "hidden" not in json.loads(words)["names"].split()


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (subprocess.CompletedProcess([], 3, "", "out of room"), "Pagefind stopped with code 3: out of room"),
        (subprocess.TimeoutExpired([], 1), "Pagefind did not finish within 5 minutes."),
    ],
)
def test_when_pagefind_fails_the_build_says_so(
    site: Path, monkeypatch: pytest.MonkeyPatch, outcome: object, sentence: str
) -> None:
    def run(*_arguments: object, **_settings: object) -> object:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(indexing.NotIndexed, match=sentence):
        indexing.make(site, HOME)


def test_a_page_that_the_index_lacks_stops_the_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = records(site, HOME)
    monkeypatch.setattr(indexing, "records", lambda *_: made[1:])
    with pytest.raises(indexing.NotIndexed, match="about/ is not in the search index."):
        indexing.make(site, HOME)


def test_the_words_that_queries_are_held_against_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "MOST", 200)
    own = [one for one in records(built_project() / "site", HOME) if one.language == "en"]
    file = json.loads(lexicon.lexicon(own, HOME, "en"))
    assert {"lantern", "works", "navy", "pune"} <= set(file["names"].split())
    assert len(file["names"].split()) + len(file["words"].split()) == 200
