"""Projects to measure: the real book's, and made-up ones of any size, each with an empty cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from made_up import write_content
from running import Run, run

from showcase.book.stationery import FONT_CACHE
from showcase.catalogue import load
from showcase.fonts import write_book_fonts

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("data", "startups", "images", "book")
EPOCH = "1795651200"
PRESS, READING = "shared-horizons-press.pdf", "shared-horizons-reading.pdf"


def real(folder: Path) -> Path:
    """The project's own content in a folder of its own."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
    return lend_fonts(folder)


def made_up(folder: Path, count: int) -> Path:
    """A project of so many made-up profiles."""
    folder.mkdir()
    write_content(folder, ROOT, count)
    shutil.copytree(ROOT / "book", folder / "book")
    return lend_fonts(folder)


def build(root: Path, edition: str, watched: bool = False) -> Run:
    """Makes an edition in a fresh process."""
    return run(command(root, edition), ROOT, watched)


def command(root: Path, edition: str, *more: str) -> list[str]:
    """The command that makes an edition of a project."""
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    return [sys.executable, str(ROOT / "bench" / "build_at.py"), str(root), "--edition", edition, "--explain", *more]


def digest(root: Path, name: str = PRESS) -> str:
    """The SHA-256 of a file that was made."""
    return hashlib.sha256((root / "dist" / name).read_bytes()).hexdigest()


def roomy(root: Path) -> Path:
    """The profile with the shortest story, whose pages have room for a word more."""
    shortest = min(load(root).published, key=lambda one: (len(one.story), one.slug))
    return root / shortest.document.path


def lend_fonts(folder: Path) -> Path:
    """Lends the project the fonts that are cut for this one: they are cut once, not for every book."""
    fonts = ROOT / FONT_CACHE
    write_book_fonts(fonts)
    (folder / ".cache").mkdir(exist_ok=True)
    (folder / FONT_CACHE).symlink_to(fonts)
    return folder
