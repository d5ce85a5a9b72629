"""One classic script out of modules: from a disk, browsers load no modules.

Each module becomes a function that runs once, in the order in which they need each other, and returns what
it exports. It knows the forms that this project's own scripts have: `import { a, b } from "./x.js";`,
`import("./x.js")`, and `export` before const, class and function.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"(\.{1,2}/[\w/.-]+)\";$", re.MULTILINE)
_LATER = re.compile(r"\bimport\(\"(\.{1,2}/[\w/.-]+)\"\)")
_EXPORT = re.compile(r"^export ((?:async )?(?:const|let|class|function\*?) (\w+))", re.MULTILINE)


def has_modules(script: str) -> bool:
    """Whether a script needs others."""
    return bool(_IMPORT.search(script) or _LATER.search(script))


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """The script at the address `entry` with all that it needs; `read` gives the text at an address."""
    parts: dict[str, str] = {}
    _add(entry, read, parts)
    return '(async () => {\n"use strict";\n' + "\n".join(parts.values()) + "\n})();\n"


def _add(address: str, read: Callable[[str], str], parts: dict[str, str]) -> str:
    """Add a module behind all that it needs; the name by which others know it."""
    name = re.sub(r"\W", "_", address)
    if address in parts:
        return name

    def needed(path: str) -> str:
        return _add(posixpath.normpath(posixpath.join(posixpath.dirname(address), path)), read, parts)

    text = _IMPORT.sub(lambda found: f"const {found[1].replace(' as ', ': ')} = {needed(found[2])};", read(address))
    text = _LATER.sub(lambda found: f"Promise.resolve({needed(found[1])})", text)
    exported = ", ".join(found[2] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub(r"\1", text)
    parts[address] = f"const {name} = await (async () => {{\n{body}\nreturn {{ {exported} }};\n}})();"
    return name
