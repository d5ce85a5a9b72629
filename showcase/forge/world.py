"""The base branch with a proposal's content laid over it: what is checked, built and shown."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from showcase.forge import objects
from showcase.forge.changes import ALLOWANCES
from showcase.placement import FOLDERS

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where a forge wants the summary of a step: the name of a file, and no secret."""
PATIENCE = 600
"""Seconds that one program may take."""


def lay_over(repository: Path, base: str, head: str, folder: Path) -> None:
    """Writes the code of `base` and the content of `head` into the empty `folder`.

    What the check may be silent on is said by `base`: no proposal allows itself anything.
    Raises Refused where the content holds links, submodules or strange names, GitError where git fails.
    """
    content = objects.blobs(repository, head, FOLDERS)
    if reasons := objects.refusals(content):
        raise objects.Refused(reasons)
    code = objects.blobs(repository, base)
    objects.write(repository, [one for one in code if _is_of_the_base(one.path)], folder)
    objects.write(repository, [one for one in content if not _is_of_the_base(one.path)], folder)


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the base's own programs in the folder, without secrets; what it says comes back as text."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=_environment(os.environ, folder) | environment,
        capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE, check=False,
    )  # fmt: skip


def _environment(around: Mapping[str, str], folder: Path) -> dict[str, str]:
    """What a program needs to run, and nothing that a token could hide in."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "SOURCE_DATE_EPOCH", SUMMARY)
    own = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1"}
    return {name: around[name] for name in kept if name in around} | own


def _is_of_the_base(path: str) -> bool:
    return path == ALLOWANCES or not path.startswith(tuple(f"{folder}/" for folder in FOLDERS))
