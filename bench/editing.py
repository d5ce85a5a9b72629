"""An editor at work: `build_pdf.py --watch` is open, a profile is saved, the book is there again."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from projects import ROOT, command
from running import work_of

_STEP = re.compile(r"([a-z][a-z ]*?) ([\d.]+) s\b")
_BODY = re.compile(r"(\n---\n\s*\S+)")
_PUBLISHER = re.compile(r'publisher: "?')


@dataclass(frozen=True)
class Edit:
    """From the moment at which a file was saved until its book was made and checked."""

    seconds: float
    work: float
    said: str

    @property
    def steps(self) -> str:
        """How long each step of it took."""
        return steps(self.said)


class Worker:
    """A process that has made the book once and waits for the next change."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process
        self._until("Watching")

    def save(self, path: Path, text: str) -> Edit:
        """Saves a file and waits for the book."""
        before, started = work_of(self._process.pid), time.perf_counter()
        path.write_text(text, encoding="utf-8")
        said = self._until("Built")
        return Edit(time.perf_counter() - started, work_of(self._process.pid) - before, said)

    def _until(self, start: str) -> str:
        """What it says up to a line that begins so; stops all when it fails."""
        said = []
        for line in self._process.stdout:
            said.append(line)
            if line.startswith(start):
                return "".join(said)
            if line.startswith("Not built"):
                break
        sys.exit("".join(said[-20:]) + "The book could not be made.")


@contextmanager
def worker(root: Path, edition: str) -> Iterator[Worker]:
    """A worker for the project, which ends with the block."""
    asked = command(root, edition, "--watch")
    with subprocess.Popen(asked, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            yield Worker(process)
        finally:
            process.terminate()


def with_word(profile: str, word: str) -> str:
    """The profile with one more word in its story."""
    return _BODY.sub(rf"\1 {word}", profile, count=1)


def with_publisher(profile: str, word: str) -> str:
    """The profile with the publisher of its first source called otherwise: its row in the list of sources changes."""
    return _PUBLISHER.sub(rf"\g<0>{word} ", profile, count=1)


def steps(said: str) -> str:
    """The steps of a build and their seconds, as it told them: "plan 0.31 s, layout 1.20 s"."""
    line = next(line for line in said.splitlines() if "parts laid out" in line)
    return line.partition("; ")[2]


def seconds_of(said: str) -> dict[str, float]:
    """The same by the names of the steps."""
    return {step: float(seconds) for step, seconds in _STEP.findall(steps(said))}
