"""The book: an edited profile to a checked press file, a cold build, the same bytes twice."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median

import editing
import projects
from judging import affirm, judge, load, tell

MANY = 200
PICTURES = "pictures"
SECONDS = {"real": 2.0, "made-up": 5.0}
WORDS = ("now", "again", "still")
"""Each is put into a story, one after the other; no figures, for the check would ask for their sources."""


def measure(folder: Path) -> None:
    """Measures the real book and one of 200 made-up profiles."""
    real = projects.real(folder / "real")
    _measure("real book", real, SECONDS["real"])
    _same_bytes(folder, real)
    _measure(f"{MANY} profiles", projects.made_up(folder / "made-up", MANY), SECONDS["made-up"])


def _measure(name: str, root: Path, limit: float) -> None:
    """A project's book from an empty cache, then edited."""
    _cold(name, root)
    path = projects.roomy(root)
    profile = path.read_text(encoding="utf-8")
    path.write_text(editing.with_word(profile, "once"), encoding="utf-8")
    fresh = projects.build(root, "press")
    with editing.worker(root, "press") as worker:
        edits = [worker.save(path, editing.with_word(profile, word)) for word in WORDS]
        listed = worker.save(path, editing.with_publisher(profile, "New"))
    middle = sorted(edits, key=lambda edit: edit.seconds)[len(edits) // 2]
    judge(f"{name}: edit to checked press file, warm worker, s", middle.seconds, limit)
    tell(f"  its steps: {middle.steps}")
    tell("  work of all cores, s", median(edit.work for edit in edits))
    tell("  the same in a fresh process, s", fresh.seconds)
    tell(f"  its steps: {editing.steps(fresh.said)}")
    tell("  an edit that changes the list of sources too, warm worker, s", listed.seconds)
    tell(f"  its steps: {listed.steps}")
    tell("  load", load())


def _cold(name: str, root: Path) -> None:
    """From an empty cache: layout for the screen, then inks, pictures and gate for the press."""
    for edition in ("reading", "press"):
        made = projects.build(root, edition)
        tell(f"{name}: {edition} edition, cold, s", made.seconds)
        for step, seconds in editing.seconds_of(made.said).items():
            tell(f"  {step}, s{' of work, within the step before' if step == PICTURES else ''}", seconds)
        tell("  work of all cores, s", made.work)


def _same_bytes(folder: Path, root: Path) -> None:
    """The press file once more, from an empty cache and from a full one, in fresh processes."""
    other = folder / "other"
    for part in projects.PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, other / part)
    projects.lend_fonts(other)
    projects.build(other, "press")
    cold = projects.digest(other)
    projects.build(root, "press")
    kept = projects.digest(root)
    affirm("real book: the same SHA-256 from an empty cache and from a full one", cold == kept)
    tell(f"  {cold}")
