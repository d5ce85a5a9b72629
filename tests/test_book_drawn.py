"""Plates of the book are drawn once and kept."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from showcase import plates
from showcase.book import drawn
from showcase.book.cache import Cache

DRAWING = plates.drawing("eyerov", "sea", 300, 240, 148.3 / 240)


def small(folder: Path, width: float = 300) -> drawn.Plate:
    return drawn.plate(SimpleNamespace(cache=Cache(folder)), "eyerov", "sea", width, 240, 148.3)


def test_a_plate_is_drawn_once_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(plates, "drawing", lambda *given: asked.append(given) or DRAWING)
    assert len(small(tmp_path).mark) == 64 and asked == []
    assert small(tmp_path).read_bytes() == small(tmp_path).read_bytes() == plates.svg(DRAWING, drawn.FINEST).encode()
    assert asked == [("eyerov", "sea", 300, 240, 148.3 / 240, None)]


def test_another_size_is_another_plate(tmp_path: Path) -> None:
    assert small(tmp_path).mark == small(tmp_path).mark != small(tmp_path, 96).mark
    assert small(tmp_path).read_bytes() != small(tmp_path, 96).read_bytes()
