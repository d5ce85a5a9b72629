"""A spread is laid out first and measured only where that shows too little room, and comes out as if it had been."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_book_profiles import SENTENCE, STORY, THIN, book_of
from world import PROFILE

from showcase.book.book import Book
from showcase.book.cache import Cache
from showcase.book.drafts import drafted, drafts
from showcase.book.laid import Module
from showcase.book.modules import make_sheaf
from showcase.book.sheaves import sheaves
from showcase.book.typesetting import Typesetter

KEY = "startup/lantern-works"
LONG = PROFILE.replace(STORY, f"{SENTENCE * 28}[^2]")


@pytest.fixture
def renders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every document that is laid out from now on."""
    seen: list[str] = []
    own = Typesetter._render

    def counted(typesetter: Typesetter, html: str, assets: object) -> object:
        seen.append(html)
        return own(typesetter, html, assets)

    monkeypatch.setattr(Typesetter, "_render", counted)
    return seen


def planned(folder: Path, text: str, renders: list[str]) -> Book:
    """A planned book whose cache holds nothing of its spreads."""
    book = book_of(folder, text)
    vars(book.stationery)["cache"] = Cache(folder / "kept")
    assert book.plan
    renders.clear()
    return book


def made(book: Book, only_kept: bool = False) -> Module | None:
    return make_sheaf(book, *sheaves(book.plan.by_key[KEY]), only_kept)


@pytest.mark.parametrize("text", [THIN, PROFILE])
def test_a_spread_with_room_is_laid_out_once_and_never_measured(tmp_path: Path, text: str, renders: list[str]) -> None:
    book = planned(tmp_path, text, renders)
    assert made(book).problems == ()
    assert len(renders) == 1
    first, measured = drafts(book, book.plan.by_key[KEY])
    assert (first.pages.html, first.spread) == (measured.pages.html, measured.spread)


def test_a_spread_without_room_is_laid_out_in_no_way_twice(tmp_path: Path, renders: list[str]) -> None:
    book = planned(tmp_path, LONG, renders)
    module = made(book)
    assert module.problems == ()
    tried = module.pattern
    draft = drafted(book, book.plan.by_key[KEY])
    steps = draft.spread.setting - 1 + draft.spread.fullness
    assert tried == f"plate/{draft.spread.set_in}"
    assert 1 <= steps and len(renders) <= 2 + steps  # the first way; each further one, measured; the last one, printed
    renders.clear()
    again = made(book, only_kept=True)
    assert ([*again.pdfs], again.is_new, again.pattern, renders) == ([*module.pdfs], False, tried, [])


def test_nothing_is_drawn_where_only_what_was_kept_is_wanted(
    tmp_path: Path, renders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = planned(tmp_path, THIN, renders)
    monkeypatch.setattr("showcase.plates.drawing", lambda *_size: pytest.fail("a plate is drawn"))
    assert made(book, only_kept=True) is None
    assert not book.stationery.only_kept
    assert renders == []
