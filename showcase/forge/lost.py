"""Addresses that a proposal would lose: profiles that its base shows, and of which it leaves nothing."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from showcase import catalogue
from showcase.causes import cause
from showcase.clock import today
from showcase.forge import objects
from showcase.forge.report import ProblemRow
from showcase.forge.rows import row_of
from showcase.problems import ContentErrors, Problem
from showcase.release.past import FOLDER, Past


def problems(repository: Path, base: str, folder: Path) -> list[ProblemRow]:
    """A problem for each profile that is public at `base` and for which the content in `folder` has neither a
    profile nor a notice. Content with errors is not asked: it has to be mended first. Raises GitError."""
    try:
        told = catalogue.load(folder)
    except ContentErrors:
        return []
    kept = {one.slug for one in (*told.published, *told.withdrawals, *told.renamings)}
    found = objects.blobs(repository, base, (FOLDER,))
    files = {PurePosixPath(path).name: data for path, data in objects.read(repository, found).items()}
    public = [slug for slug, _english, _hindi in Past(base, today(), files).published()]
    lost = (Problem(cause("P705", "lost", slug=slug), f"{FOLDER}/{slug}.md") for slug in public if slug not in kept)
    return [row_of(one) for one in lost]
