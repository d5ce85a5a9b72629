"""Spreads of the book beside the live preview: each set by a program of its own, while the editor writes on.

`python -m showcase.live.spreads ROOT SLUG FOLDER` is that program.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from showcase import catalogue, planfile
from showcase.catalogue import Catalogue
from showcase.checker import Examination
from showcase.live import overlay
from showcase.live.desk import Desk, Look
from showcase.model.dates import LANGUAGES
from showcase.problems import ContentErrors


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
        command = [sys.executable, "-m", "showcase.live.spreads", str(self.root), slug, str(folder)]
        with (folder / "said.txt").open("wb") as said:
            code = Path(__file__).resolve().parents[2]
            return Job(number, subprocess.Popen(command, cwd=code, stdout=said, stderr=said), folder)


def with_published(root: Path, slug: str) -> Catalogue:
    """What lies at `root` with one profile as it would be printed if it were published."""
    desk = Desk(root)
    look = desk.look()
    if look.catalogue is None or slug not in desk.sound:
        sys.exit(overlay.told("preview-unknown"))
    entry = desk.sound[slug]
    told = entry.profile.model_copy(update={"status": "published", "embargo_until": None})
    entries = [replace(entry, profile=told) if one.slug == slug else one for one in desk.sound.values()]
    return catalogue.link(Examination(root, look.catalogue.vocabulary, tuple(entries), ()), look.catalogue.today)


def main(root: Path, slug: str, folder: Path) -> None:
    """Sets the spread of a profile and draws it into the folder."""
    from showcase.book.edition import make_reading_edition
    from showcase.book.proofs.spreads import spread_pictures
    from showcase.book.typesetting import TypesettingError

    try:
        make_reading_edition(root, with_published(root, slug), folder, (slug,))
    except ContentErrors as error:
        sys.exit("\n\n".join(error.in_language(language) for language in LANGUAGES))
    except TypesettingError as error:
        sys.exit(str(error))
    for plan in planfile.in_folder(folder):
        list(spread_pictures(folder, plan, folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
