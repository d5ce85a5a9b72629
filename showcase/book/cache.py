"""What was laid out before, kept by everything that went into it.

An entry's name is the fingerprint of its inputs, so nothing in the store is
ever out of date; it is only no longer asked for. Every entry begins with the
fingerprint of what follows, so that one cut short or altered is not believed.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from showcase.files import write_whole

FOLDER = ".cache/book"
KEPT_DAYS = 30
_DIGEST = 32


def fingerprint(*parts: str | bytes) -> str:
    """One name for all the parts in their order: 64 hexadecimal figures."""
    whole = sha256()
    for part in parts:
        raw = part.encode("utf-8") if isinstance(part, str) else part
        whole.update(b"%d:" % len(raw))
        whole.update(raw)
    return whole.hexdigest()


@dataclass(frozen=True)
class Cache:
    """A store in a folder; several processes may use it at once."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`; None when nothing is, or nothing whole."""
        path = self._path(key)
        try:
            raw = path.read_bytes()
        except OSError:
            return None
        if sha256(raw[_DIGEST:]).digest() != raw[:_DIGEST]:
            return None
        os.utime(path)  # still in use
        return zlib.decompress(raw[_DIGEST:])

    def has(self, key: str) -> bool:
        """Whether anything is kept under `key`."""
        return self._path(key).is_file()

    def put(self, key: str, body: bytes) -> None:
        """Keeps `body` under `key`."""
        packed = zlib.compress(body, 1)
        write_whole(self._path(key), sha256(packed).digest() + packed)

    def remember(self, key: str, make: Callable[[], Any]) -> Any:
        """What `make` gave for this key before, or gives now. It must be what JSON can hold."""
        kept = self.get(key)
        if kept is not None:
            return json.loads(kept)
        value = make()
        self.put(key, json.dumps(value).encode())
        return value

    def sweep(self) -> None:
        """Throws away what no build has asked for in a month."""
        oldest = time.time() - KEPT_DAYS * 86_400
        for path in self.folder.glob("*/*"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]
