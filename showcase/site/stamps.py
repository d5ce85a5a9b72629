"""Addresses of assets carry a digest of their content, so that a browser may keep them for a year.

`assets/css/frame.css` becomes `assets/css/frame.css?v=0a1b2c3d4e` wherever a page, a script or a column
of a comparison names it. Scripts load each other, so they share one digest. A file whose own name holds
a digest, such as a font, needs none; social cards are asked for by others, under the address they know.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("css", "js", "icons", "plates", "cards", "photographs")
DIGITS = 10
_NAMED = re.compile(r"assets/(?:%s)/[\w/.-]+\.\w+(?=[\"'`\s,?#)\\]|$)(?!\?v=)" % "|".join(FOLDERS))
_IMPORT = re.compile(r"((?:\bfrom|\bimport\(|\bimport)\s*\"\.{1,2}/[\w/.-]+\.js)(?=\")")
STAMP = re.compile(rf"\?v=[0-9a-f]{{{DIGITS}}}\b")


@dataclass(frozen=True)
class Stamps:
    """The digests of a site's assets by address."""

    digests: dict[str, str]

    def on(self, text: str) -> str:
        """A page, a script or a table of JSON with each asset that it names under its stamped address."""
        return _NAMED.sub(self._stamped, text)

    def _stamped(self, match: re.Match[str]) -> str:
        digest = self.digests.get(match[0])
        return f"{match[0]}?v={digest}" if digest else match[0]


def stamp_assets(site: Path) -> Stamps:
    """Stamp what scripts and columns name, and return the digests for the pages."""
    files = (path for folder in FOLDERS for path in sorted((site / "assets" / folder).rglob("*")) if path.is_file())
    contents = {path: path.read_bytes() for path in files}
    stamps = Stamps({_address(site, path): _digest(content) for path, content in contents.items()})
    scripts = {path: stamps.on(content.decode()) for path, content in contents.items() if path.suffix == ".js"}
    shared = _digest("".join(scripts.values()).encode())
    for path, text in scripts.items():
        path.write_text(_IMPORT.sub(rf"\1?v={shared}", text), encoding="utf-8")
    for path in (site / "assets" / "data" / "columns").glob("*.json"):
        path.write_text(stamps.on(path.read_text(encoding="utf-8")), encoding="utf-8")
    return Stamps(stamps.digests | {_address(site, path): shared for path in scripts})


def _address(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]
