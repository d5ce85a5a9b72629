"""A limit of time on the layout of a profile (S13)."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path

import pytest
from test_speed import project

from showcase import catalogue
from showcase.book import modules
from showcase.book.book import Book
from showcase.book.limited import TooLong, within
from showcase.book.sheaves import sheaves
from showcase.book.stationery import Stationery
from showcase.book.typesetting import Typesetter, TypesettingError


def turn_in_circles(*_arguments: object, **_named: object) -> None:
    while True:
        try:
            time.sleep(0.01)
        except Exception:  # noqa: BLE001, S112 - as a library may that goes on after whatever goes wrong
            continue


def test_a_layout_without_end_is_ended_and_its_profile_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    book = Book(catalogue.load(root), Stationery.of(root))
    part = book.plan.by_key["startup/lantern-works"]
    monkeypatch.setattr(Typesetter, "write", turn_in_circles)
    monkeypatch.setattr(modules, "SECONDS", 3.0)
    started = time.monotonic()
    with pytest.raises(TypesettingError, match="startup/lantern-works: its pages are not laid out after minutes"):
        modules.make_sheaf(book, *sheaves(part))
    assert time.monotonic() - started < 60
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_what_ends_in_time_is_let_be_and_what_does_not_is_ended() -> None:
    with within(30):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 1
    with pytest.raises(TooLong), within(0.05):
        turn_in_circles()


def test_another_thread_has_no_limit() -> None:
    told = []

    def work() -> None:
        with within(0.01):
            time.sleep(0.05)
            told.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == [True]
