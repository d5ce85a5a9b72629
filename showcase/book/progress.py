"""How far a long piece of work is, told on the terminal."""

from __future__ import annotations

import sys


class Progress:
    """Tells how far the work is: a counting line on a terminal, a line for each tenth elsewhere."""

    def __call__(self, done: int, total: int, title: str) -> None:
        if sys.stdout.isatty():
            end = "\n" if done == total else ""
            print(f"\r{done:>4} of {total}  {title:<60.60}", end=end, flush=True)
        elif done == total or done % max(1, total // 10) == 0:
            print(f"{done} of {total} parts: {title}", flush=True)
