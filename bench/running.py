"""Commands run and watched: their seconds, their work, the memory of all their processes.

Memory is PSS, the proportional set size that Linux tells in smaps_rollup: what processes share,
as those that are forked do, is counted once.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024
"""In the kilobytes of the kernel."""

PAUSE = 0.1
TICKS = os.sysconf("SC_CLK_TCK")
_PSS = re.compile(r"^Pss:\s+(\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """What a command took. `work` is seconds of all cores together, `peak` is MB of all processes at once."""

    seconds: float
    work: float
    peak: float
    said: str


def run(command: Sequence[str | Path], folder: Path, watched: bool = False) -> Run:
    """Runs a command to its end, with its memory looked at where that is asked for; stops all when it fails."""
    with tempfile.TemporaryFile("w+") as out:
        started, before = time.perf_counter(), os.times()
        process = subprocess.Popen([*map(str, command)], cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        peak = _peak(process) if watched else 0.0
        code, seconds, after = process.wait(), time.perf_counter() - started, os.times()
        out.seek(0)
        said = out.read()
    if code:
        sys.exit("\n".join([*said.splitlines()[-20:], f"This failed: {' '.join(map(str, command))[:400]}"]))
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, work, peak, said)


def _peak(process: subprocess.Popen) -> float:
    """The most that the process and those it has started took at once, in MB."""
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(map(_pss, family(process.pid))) / MEGABYTE)
        time.sleep(PAUSE)
    return peak


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def work_of(pid: int) -> float:
    """Seconds that a running process has worked, with those it has started and that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def _pss(pid: int) -> int:
    """Kilobytes of a process; nothing of one that has just ended."""
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0
