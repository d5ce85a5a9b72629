"""Proposals for tests: a git repository with a small project, and branches that change it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from sites import CONTENT, make_site_parts
from world import ROOT, make_world, share_fonts

CODE = ("showcase", "book", "build_pdf.py")
LEFT = shutil.ignore_patterns("__pycache__")


def git(repository: Path, *arguments: str, given: str = "") -> str:
    """What git says."""
    who = ["-c", "user.name=Asha", "-c", "user.email=asha@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", repository, *who, *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout.strip()


def make_repository(folder: Path) -> Path:
    """A repository whose branch `main` is a project of three profiles, with all that builds it."""
    make_site_parts(folder)
    for part in CODE:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=LEFT)
        else:
            shutil.copy2(ROOT / part, folder / part)
    make_world(folder, CONTENT)
    (folder / ".gitignore").write_text("/.cache/\n/dist/\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "A project")
    keep = folder / ".cache" / "pr-preview" / "world"
    keep.mkdir(parents=True)
    share_fonts(keep)
    return folder


def propose(repository: Path, files: dict[str, str | None]) -> str:
    """A commit on a branch of its own that writes the files, and deletes those that are None."""
    git(repository, "checkout", "-q", "--detach", "main")
    for path, text in files.items():
        file = repository / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink() if text is None else file.write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "--allow-empty", "-m", "A proposal")
    return leave(repository)


def propose_entry(repository: Path, path: str, mode: str, content: str) -> str:
    """A commit with an entry that no checkout would write: a link, a submodule, a name that leads elsewhere."""
    git(repository, "checkout", "-q", "--detach", "main")
    oid = git(repository, "rev-parse", "main") if mode == "160000" else git(
        repository, "hash-object", "-w", "--stdin", given=content)  # fmt: skip
    git(repository, "update-index", "--add", "--cacheinfo", f"{mode},{oid},{path}")
    git(repository, "commit", "-q", "-m", "A hostile proposal")
    return leave(repository)


def leave(repository: Path) -> str:
    """Back to main; the commit that was left."""
    oid = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-q", "-f", "main")
    git(repository, "clean", "-qfd")
    return oid
