"""How long each step of a piece of work took."""

from __future__ import annotations

import time


class Stopwatch:
    """Seconds by the name of the step, in the order in which steps were done."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def done(self, step: str) -> None:
        """Notes that a step is done, which began when the one before it was."""
        now = time.perf_counter()
        self.seconds[step] = now - self._since
        self._since = now

    def __str__(self) -> str:
        """All steps in one line: "plan 0.31 s, layout 1.20 s"."""
        return ", ".join(f"{step} {seconds:.2f} s" for step, seconds in self.seconds.items())
