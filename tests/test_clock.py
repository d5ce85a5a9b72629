"""Today is what SOURCE_DATE_EPOCH says, or what it is."""

from __future__ import annotations

from datetime import date

import pytest

from showcase import clock


def test_the_epoch_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert clock.today() == date(2023, 11, 14)


@pytest.mark.parametrize("epoch", ["12x", "9" * 30, " "])
def test_an_epoch_that_is_no_number_is_told(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(clock.EpochError, match="set it to whole seconds since 1970, or not at all."):
        clock.today()


def test_without_it_today_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert clock.today() == date.today()
