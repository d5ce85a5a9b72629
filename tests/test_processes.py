"""Processes that share work: none grows with the number of items, and nothing of the work is lost."""

from __future__ import annotations

import gc
import os
import signal
from mmap import MAP_ANONYMOUS, MAP_PRIVATE, mmap

import pytest

from showcase.book import processes
from showcase.book.processes import SMALL, apart, shared

LARGE = SMALL + 1
MEGABYTE = 1024**2
ITEMS = 24
FLAT = 1.25
"""How much more three times as many items may take."""

_hoard: list[mmap] = []


def hoarded(item: int) -> tuple[int, int, int]:
    """Work that never gives back what it takes: the item, the process, and what that holds by then, in MB.

    It takes from the system itself: what the process was forked with may hold room that has been free for long.
    """
    _hoard.append(mmap(-1, 4 * MEGABYTE, flags=MAP_PRIVATE | MAP_ANONYMOUS))
    _hoard[-1].write(os.urandom(1024) * (4 * 1024))
    return item, os.getpid(), sum(map(len, _hoard)) // MEGABYTE


def test_a_process_that_has_grown_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "ROOM", 24 * MEGABYTE)
    few, many = (list(shared(hoarded, range(count))) for count in (ITEMS, 3 * ITEMS))
    assert [item for item, _process, _held in many] == [*range(3 * ITEMS)]
    assert max(held for *_, held in many) <= FLAT * max(held for *_, held in few)
    assert len({process for _item, process, _held in many}) > len({process for _item, process, _held in few})


def test_what_work_takes_apart_is_not_taken_here() -> None:
    before = len(_hoard)
    item, process, _held = apart(lambda: hoarded(7), LARGE)
    assert (item, len(_hoard)) == (7, before)
    assert process != os.getpid()
    with pytest.raises(ValueError, match="no lamp 3"):
        apart(lambda: _fail(3), LARGE)


def test_what_takes_little_room_is_made_here() -> None:
    assert apart(os.getpid, SMALL) == os.getpid()


def test_what_is_shared_stays_shared() -> None:
    before = len(gc.get_objects())
    assert min(shared(lambda _item: gc.get_freeze_count(), range(9))) > before / 2


def test_what_goes_wrong_in_a_process_is_told_where_it_is_waited_for() -> None:
    with pytest.raises(ValueError, match="no lamp 7") as raised:
        list(shared(lambda item: item if item != 7 else _fail(item), range(9)))
    assert "_fail" in raised.value.__notes__[0]
    with pytest.raises(ChildProcessError, match="ended from without \\(-9\\)"):
        list(shared(lambda item: os.kill(os.getpid(), signal.SIGKILL), range(9)))


def _fail(item: int) -> None:
    raise ValueError(f"no lamp {item}")
