"""A file of the site that stands in no folder of docs/."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asset:
    """A file of the site: where it lies there, and where it lies on disk."""

    address: str
    path: Path
