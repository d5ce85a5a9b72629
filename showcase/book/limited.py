"""A limit of time: what has no end by itself, such as a layout that turns in circles, is ended."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

AGAIN = 1.0
"""Seconds after which it is asked again to end, where the first time was swallowed."""


class TooLong(Exception):
    """It has not come to an end in its time."""


class _Ended(BaseException):
    """Raised wherever the work is just then; no handler of errors there may take it for one of its own."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends what is done within it after so many seconds, with TooLong.

    Only the main thread of a process can be stopped so, and not on every system: elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_told: object) -> None:
        raise _Ended

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    except _Ended:
        raise TooLong from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
