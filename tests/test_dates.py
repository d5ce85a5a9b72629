"""Dates of any precision."""

from __future__ import annotations

from datetime import date

import pytest

from showcase.model.dates import PartialDate


@pytest.mark.parametrize(
    ("given", "iso", "english", "hindi"),
    [
        (2013, "2013", "2013", "2013"),
        ("2023-01", "2023-01", "January 2023", "जनवरी 2023"),
        (date(2024, 11, 6), "2024-11-06", "6 November 2024", "6 नवंबर 2024"),
    ],
)
def test_a_date_keeps_its_precision(given: object, iso: str, english: str, hindi: str) -> None:
    parsed = PartialDate.parse(given)
    assert (parsed.iso, parsed.long(), parsed.long("hi")) == (iso, english, hindi)


@pytest.mark.parametrize(
    "given", ["2023-13", "2023-02-30", "23", "2023/01/05", "", None, True, 1.5, "2023-1"]
)
def test_what_is_no_date_is_refused(given: object) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(given)


def test_a_year_comes_before_its_months_and_days() -> None:
    dates = [PartialDate.parse(text) for text in ("2023-01-05", "2023", "2022-12", "2023-01")]
    assert [each.iso for each in sorted(dates)] == ["2022-12", "2023", "2023-01", "2023-01-05"]
