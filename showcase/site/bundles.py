"""Style sheets that a page names one after another, as one file: seven requests fewer for a reader far away.

What every page shares stands together in the frame, so it is one bundle that all pages have in common.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_SHEET = r'<link rel="stylesheet" href="((?:\.{0,2}/|/)*[^"]*?)assets/css/([\w-]+)\.css">\s*'
_ROW = re.compile(rf"(?:{_SHEET}){{2,}}")
_ONE = re.compile(_SHEET)


class Bundles:
    """The bundles of the built site in `site`, each written when a page first asks for it."""

    def __init__(self, site: Path) -> None:
        self._folder = site / "assets" / "css"
        self._made: dict[tuple[str, ...], str] = {}

    def on(self, html: str) -> str:
        """The page with each row of style sheets as one."""
        return _ROW.sub(self._link, html)

    def _link(self, row: re.Match[str]) -> str:
        sheets = _ONE.findall(row[0])
        name = self._bundle(tuple(name for _root, name in sheets))
        return f'<link rel="stylesheet" href="{sheets[0][0]}assets/css/{name}">\n'

    def _bundle(self, names: tuple[str, ...]) -> str:
        if names not in self._made:
            text = "\n".join((self._folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
            self._made[names] = f"bundle-{hashlib.sha256(text.encode()).hexdigest()[:10]}.css"
            (self._folder / self._made[names]).write_text(text, encoding="utf-8")
        return self._made[names]
