"""The caches of the artwork, the tables and the book's pictures: what no build has asked for in a month goes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

KEPT_DAYS = 30
OWN = ("*", "photographs/*", "social/*", "fonts/*")
"""The files that are kept in a cache folder; what else lies in it is others' to keep."""


def sweep(folder: Path, used: Iterable[Path]) -> None:
    """Mark what this build used, and throw away what none has used in a month.

    A month, because a preview with drafts and the site without them share the cache.
    """
    for path in used:
        if path.is_relative_to(folder) and path.exists():
            os.utime(path)
    oldest = time.time() - KEPT_DAYS * 86_400
    for path in (path for own in OWN for path in folder.glob(own) if path.is_file()):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
