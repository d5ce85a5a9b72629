"""Bands of several skies over one water: the frontispiece."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite

import pytest
from test_plates import lines, points
from world import ROOT, make_world, profile

from showcase import catalogue, plates
from showcase.book import front
from showcase.book.book import Book
from showcase.book.stationery import Stationery
from showcase.colour import FAMILIES
from showcase.plates.geometry import Curve
from showcase.plates.sheet import Drawing

SIZE = (300, 240, 0.618, 0.27)
LINE = 240 * 0.618


def waves(drawing: Drawing) -> list[Curve]:
    """The open curves below the line; mirror images and glints are no curves or closed."""
    marks = (mark for layer in drawing.layers for mark in layer.marks)
    return [
        mark for mark in marks
        if isinstance(mark, Curve) and mark.smooth and not mark.closed and min(y for _, y in mark.points) > LINE
    ]  # fmt: skip


def along(curve: Curve, x: float) -> tuple[float, float]:
    """Height and slope of a wave at x, from the cubics as they are drawn."""
    start = curve.points[0]
    for first, second, end in curve.beziers():
        if start[0] <= x <= end[0]:
            low, high = 0.0, 1.0
            for _ in range(40):
                t = (low + high) / 2
                at = (1 - t) ** 3 * start[0] + 3 * t * (1 - t) ** 2 * first[0] + 3 * t**2 * (1 - t) * second[0] + t**3 * end[0]
                low, high = (t, high) if at < x else (low, t)
            ys = (start[1], first[1], second[1], end[1])
            y = (1 - t) ** 3 * ys[0] + 3 * t * (1 - t) ** 2 * ys[1] + 3 * t**2 * (1 - t) * ys[2] + t**3 * ys[3]
            return y, 3 * ((1 - t) ** 2 * (ys[1] - ys[0]) + 2 * t * (1 - t) * (ys[2] - ys[1]) + t**2 * (ys[3] - ys[2]))
        start = end
    raise AssertionError(f"{x} lies beyond the wave")


def test_every_wave_runs_on_from_band_to_band_without_a_kink() -> None:
    for left, right in pairwise(plates.bands("lantern", FAMILIES, *SIZE)):
        ends = [along(wave, left.width) for wave in waves(left)]
        starts = [along(wave, 0) for wave in waves(right)]
        assert len(ends) == len(starts) > 10
        assert [one for pair in starts for one in pair] == pytest.approx([one for pair in ends for one in pair], abs=1e-6)


@pytest.mark.parametrize("count", range(1, 11))
def test_any_number_of_fields_makes_a_picture(count: int) -> None:
    for first in range(len(FAMILIES) - count + 1):
        families = FAMILIES[first : first + count]
        drawings = plates.bands("lantern", families, *SIZE)
        assert [one.family for one in drawings] == list(families)
        assert {one.width for one in drawings} == {300 / count}
        for one in drawings:
            places = points(one)
            assert all(isfinite(x) and isfinite(y) for x, y in places)
            in_sky = [x for x, y in places if y < LINE - 1 and 0 <= x <= one.width]
            assert len(in_sky) > 8, (count, one.family)


def test_a_single_band_is_a_whole_plate() -> None:
    (band,) = plates.bands("lantern", ["air"], *SIZE)
    assert lines(plates.svg(band)) == lines(plates.svg(plates.drawing("lantern", "air", *SIZE)))


def test_what_a_band_does_not_show_is_not_drawn() -> None:
    whole = sum(len(plates.svg(plates.drawing("lantern", family, *SIZE))) for family in FAMILIES)
    cut = sum(len(plates.svg(band)) for band in plates.bands("lantern", FAMILIES, *SIZE))
    assert cut < whole / 2


def test_the_frontispiece_has_a_band_for_each_field_of_the_book(tmp_path) -> None:
    land = profile(
        ("id: lantern-works", "id: torch-works"), ("name: Lantern Works", "name: Torch Works"),
        ("summary: Lantern Works", "summary: Torch Works"), ("[unmanned-marine-systems]", "[unmanned-ground-systems]"),
    )  # fmt: skip
    root = make_world(tmp_path, {"startups/lantern-works.md": profile(), "startups/torch-works.md": land})
    stationery = Stationery.of(ROOT)
    book = Book(catalogue.load(root), stationery)
    pages = front.title(book, book.plan.by_key["title"])
    assert list(pages.assets) == ["band-sea.svg", "band-land.svg"]
    assert 'left:150.0mm;width:153.3mm' in pages.html
