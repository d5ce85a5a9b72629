"""How long each step of a piece of work took."""

from __future__ import annotations

import time


class Stopwatch:
    """Seconds by the name of the step, in the order in which steps were done."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.within: dict[str, dict[str, float]] = {}
        """Work that was a share of a step: seconds of all cores by its name, by the step."""
        self._since = time.perf_counter()

    def done(self, step: str, **work: float) -> None:
        """Notes that a step is done, or done once more, which began when the one before it was.

        `work` is how many seconds all cores have worked at shares of it, by their names.
        """
        now = time.perf_counter()
        self.seconds[step] = self.seconds.get(step, 0.0) + now - self._since
        self._since = now
        if work:
            self.within[step] = work

    def __str__(self) -> str:
        """All steps in one line: "plan 0.31 s, layout 1.20 s (pictures 0.40 s of work)"."""
        return ", ".join(f"{step} {seconds:.2f} s{self._shares(step)}" for step, seconds in self.seconds.items())

    def _shares(self, step: str) -> str:
        shares = self.within.get(step, {}).items()
        return f" ({', '.join(f'{share} {seconds:.2f} s of work' for share, seconds in shares)})" if shares else ""
