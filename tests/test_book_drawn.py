"""Plates of the book are drawn once and kept."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from showcase import plates
from showcase.book import drawn
from showcase.book.cache import Cache


def test_a_plate_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stationery = SimpleNamespace(cache=Cache(tmp_path), only_kept=False)
    first = drawn.plate(stationery, "eyerov", "sea", 300, 240, 148.3)
    assert first == plates.svg(plates.drawing("eyerov", "sea", 300, 240, 148.3 / 240), drawn.FINEST).encode()
    monkeypatch.setattr(plates, "drawing", lambda *_given: pytest.fail("it was drawn again"))
    assert drawn.plate(stationery, "eyerov", "sea", 300, 240, 148.3) == first


def test_another_size_is_another_plate(tmp_path: Path) -> None:
    stationery = SimpleNamespace(cache=Cache(tmp_path), only_kept=False)
    assert drawn.plate(stationery, "eyerov", "sea", 300, 240, 148.3) != drawn.plate(stationery, "eyerov", "sea", 96, 240, 148.3)
