"""How far a long piece of work is, told on the terminal."""

from __future__ import annotations

import sys
from typing import TextIO


class Progress:
    """Tells how far the work is: a counting line on a terminal, a line for each tenth elsewhere."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout

    def __call__(self, done: int, total: int, what: str) -> None:
        if self.stream.isatty():
            end = "\n" if done == total else ""
            print(f"\r{done:>4} of {total} {what:<60.60}", end=end, file=self.stream, flush=True)
        elif done == total or done % max(1, total // 10) == 0:
            print(f"{done} of {total} {what}", file=self.stream, flush=True)
