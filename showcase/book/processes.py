"""Work that two processes share. Each is forked with everything as it stands, and ends before it has grown large.

What a process has once taken it hardly ever gives back, as small things that live on lie among
large ones that have gone. So one that has grown by ROOM is followed by another, forked anew: a
book three times as long takes three times as many processes, none of them larger.
"""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

WORKERS = 2
FEW = 4
"""Fewer items are made quicker here: what a process needs for that is at hand from the build before, or soon is."""

SMALL = 240
"""A book of so many pages at most takes little room: to look through it here is quicker than to start a process."""

ROOM = 40 * 1024**2
"""Bytes by which a process may grow before it makes place for another; the item at hand is finished."""

_BYTES = 1 if sys.platform == "darwin" else 1024
"""In the unit in which the system tells the most memory that a process has had."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def shared(
    work: Callable[[Item], Result], items: Sequence[Item], begin: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """What `work` makes of every item, in order, by two processes where the system can fork.

    A process calls `begin` before its first item. What `work` raises is raised here; ChildProcessError
    where a process was ended from without.
    """
    if len(items) < FEW or "fork" not in get_all_start_methods():
        yield from map(work, items)
        return
    yield from _in_order(_Shift(work, items, begin).results())


def apart(work: Callable[[], Result], pages: int) -> Result:
    """What `work` makes of so many `pages`, by a process of its own: all else that it takes is given back.

    A small book is made here, and so is any where the system cannot fork. Raises as `shared` does.
    """
    if pages <= SMALL or "fork" not in get_all_start_methods():
        return work()
    ((_number, result),) = _Shift(lambda _item: work(), (None,), lambda: None).results()
    return result


def _in_order(numbered: Iterator[tuple[int, Result]]) -> Iterator[Result]:
    ready: dict[int, Result] = {}
    wanted = 0
    for number, result in numbered:
        ready[number] = result
        while wanted in ready:
            yield ready.pop(wanted)
            wanted += 1


@dataclass
class _Shift(Generic[Item, Result]):
    """Processes at work on the same items, each of which takes the next one that nobody has taken."""

    work: Callable[[Item], Result]
    items: Sequence[Item]
    begin: Callable[[], None]

    def __post_init__(self) -> None:
        self.system = get_context("fork")
        self.taken = self.system.Value("i", 0)
        self.running: dict[Connection, Any] = {}

    def results(self) -> Iterator[tuple[int, Result]]:
        """Each item's number and result, as they are ready."""
        try:
            for _one in range(min(WORKERS, len(self.items))):
                self._start()
            while self.running:
                for pipe in wait(list(self.running)):
                    yield from self._heard(pipe)
        finally:
            for process in self.running.values():
                process.terminate()

    def _start(self) -> None:
        here, there = self.system.Pipe(duplex=False)
        process = self.system.Process(target=self._serve, args=(there,), daemon=True)
        process.start()
        there.close()
        self.running[here] = process

    def _heard(self, pipe: Connection) -> Iterator[tuple[int, Result]]:
        """What a process has to say; one that says no more is followed by another while there is work."""
        try:
            number, result, error = pipe.recv()
        except EOFError:
            self._follow(self.running.pop(pipe))
            return
        if error:
            raise error
        yield number, result

    def _follow(self, process: Any) -> None:
        process.join()
        if process.exitcode:
            raise ChildProcessError(f"a process at work was ended from without ({process.exitcode}): is memory short?")
        if self.taken.value < len(self.items):
            self._start()

    def _serve(self, pipe: Connection) -> None:
        """The work of one process, until it has grown or nothing is left."""
        gc.freeze()  # to look through what was there before for garbage would copy all of it
        self.begin()
        most = _peak() + ROOM
        while _peak() < most and (number := self._next()) < len(self.items):
            pipe.send((number, *_tried(self.work, self.items[number])))

    def _next(self) -> int:
        with self.taken.get_lock():
            self.taken.value += 1
            return self.taken.value - 1


def _tried(work: Callable[[Item], Result], item: Item) -> tuple[Result | None, Exception | None]:
    try:
        return work(item), None
    except Exception as error:  # noqa: BLE001 - it is raised again where it is waited for
        error.add_note(traceback.format_exc())
        return None, error


def _peak() -> int:
    """The most memory that this process has had, in bytes; of one that is forked, what it was given counts."""
    from resource import RUSAGE_SELF, getrusage  # where there is no fork, there is no such module

    return getrusage(RUSAGE_SELF).ru_maxrss * _BYTES
