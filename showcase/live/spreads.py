"""Spreads of the book beside the live preview: each set by a program of its own, while the editor writes on."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from showcase.live import overlay
from showcase.live.desk import Look


@dataclass
class Job:
    """A spread being set: for which look, by which process, into which folder."""

    number: int
    process: subprocess.Popen
    folder: Path


@dataclass
class Spreads:
    """The spreads that were asked for, of the project at `root`."""

    root: Path
    _jobs: dict[str, Job] = field(default_factory=dict)

    def page(self, slug: str, look: Look) -> str:
        """A page with the pictures of a spread; while it is being set one that asks again, or why it cannot be set."""
        if look.catalogue is None or slug not in look.catalogue.by_slug:
            return overlay.alone(look, overlay.told("preview-unknown"))
        page = partial(overlay.alone, look, look.catalogue.by_slug[slug].name, f"/startups/{slug}/")
        job = self._job(slug, look.number)
        if (ended := job.process.poll()) is None:
            return page(overlay.told("preview-setting"), waits=True)
        if ended:
            return page(report=(job.folder / "said.txt").read_text(encoding="utf-8"))
        return page(pictures=sorted(path.name for path in job.folder.glob("*.png")))

    def picture(self, slug: str, name: str) -> bytes | None:
        """A picture of a spread that was set."""
        job = self._jobs.get(slug)
        known = {path.name: path for path in job.folder.glob("*.png")} if job else {}
        return known[name].read_bytes() if name in known else None

    def _job(self, slug: str, number: int) -> Job:
        job = self._jobs.get(slug)
        if job is None or job.number != number:
            if job:
                job.process.kill()
                job.process.wait()
                shutil.rmtree(job.folder)
            job = self._jobs[slug] = self._start(slug, number)
        return job

    def _start(self, slug: str, number: int) -> Job:
        place = self.root / ".cache" / "live"
        place.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f"{slug}-", dir=place))
        command = [sys.executable, "-m", "showcase.live.printed", str(self.root), str(folder), slug]
        with (folder / "said.txt").open("wb") as said:
            code = Path(__file__).resolve().parents[2]
            return Job(number, subprocess.Popen(command, cwd=code, stdout=said, stderr=said), folder)
