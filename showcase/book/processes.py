"""Work that two processes share: each has the book as it stands, and fonts of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from showcase.book.stationery import Stationery

WORKERS = 2

Means = TypeVar("Means")
Item = TypeVar("Item")
Result = TypeVar("Result")


def shared(
    means: Means, stationery: Stationery, work: Callable[[Means, Item], Result], items: Sequence[Item]
) -> Iterator[Result]:
    """What `work` makes of every item with the means, in order, by two processes where the system can fork.

    A few are made here: what a process needs for that is at hand from the build before, or soon is.
    """
    if len(items) < 2 * WORKERS or "fork" not in get_all_start_methods():
        yield from (work(means, item) for item in items)
        return
    with ProcessPoolExecutor(WORKERS, get_context("fork"), _inherit, (means, stationery)) as pool:
        yield from pool.map(partial(_in_worker, work), items, chunksize=2)


_means: list[Any] = []


def _inherit(means: Any, stationery: Stationery) -> None:
    """Gives a worker its means; its fonts are set up anew, as Pango's do not survive a fork."""
    _means[:] = [means]
    stationery.begin_anew()


def _in_worker(work: Callable[[Any, Item], Result], item: Item) -> Result:
    return work(_means[0], item)
