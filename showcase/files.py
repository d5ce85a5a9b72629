"""Writing files so that nobody ever reads half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes | str) -> Path:
    """Writes `data` beside `path` and moves it into place when it is whole.

    Text is written as UTF-8 with "\\n" line ends on every system. Folders are
    made as needed. Returns `path`; raises OSError as the system gives it.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _umask() -> int:
    """The permissions new files go without; mkstemp makes private ones."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
