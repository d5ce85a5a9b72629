"""Time to scale: what a source leaves open is drawn as open."""

from __future__ import annotations

import pytest

from showcase.charts.timescale import Mark, Scale, stretch
from showcase.model.dates import PartialDate


def days(*texts: str) -> list[PartialDate]:
    return [PartialDate.parse(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", 2024, 2025),
        ("2024-01", 2024, 2024 + 31 / 366),
        ("2023-12", 2023 + 334 / 365, 2024),
        ("2023-01-01", 2023, 2023),
        ("2024-12-31", 2024 + 365 / 366, 2024 + 365 / 366),
    ],
)
def test_a_day_is_a_point_and_a_month_or_a_year_a_stretch(text: str, start: float, end: float) -> None:
    assert stretch(PartialDate.parse(text)) == pytest.approx((start, end))


def test_the_line_runs_over_whole_years_and_everything_lies_on_it_in_proportion() -> None:
    scale = Scale.over(days("2013", "2022-07-02", "2025-03-19"))
    assert (scale.first, scale.last) == (2013, 2026)
    assert scale.mark(PartialDate(2013)) == Mark(0, 7.69)
    assert scale.mark(PartialDate(2026 - 13 // 2 - 1, 7, 2)).at == pytest.approx(50, abs=0.1)
    for one in days("2013", "2022-07-02", "2025-03-19"):
        mark = scale.mark(one)
        assert 0 <= mark.at <= mark.at + mark.length <= 100


def test_one_day_has_a_year_around_it() -> None:
    scale = Scale.over(days("2024-01-01"))
    assert (scale.first, scale.last) == (2024, 2025)


@pytest.mark.parametrize("last", [2014, 2020, 2024, 2035, 2113])
def test_every_year_has_its_tick_and_a_narrow_line_few_labels(last: int) -> None:
    ticks = Scale(2013, last).ticks(7)
    assert [tick.year for tick in ticks] == list(range(2013, last))
    assert ticks[0].is_roomy and 1 <= sum(tick.is_roomy for tick in ticks) <= 7
