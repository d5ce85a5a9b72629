"""Names for what a page is made of: the same page has the same name in any file, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from pikepdf import Object, Page, Pdf, Stream

_REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")
_PLACE = re.compile(rb"/StructParents? \d+")
_PAGE_KEYS = (
    "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Group", "/Resources",
    "/Contents",
)  # fmt: skip
"""What of a page is looked at; notes are named apart, as they lead to other pages."""
_LIBRARIES = ("pikepdf", "pypdfium2", "numpy", "pillow", "fonttools")


class Digests:
    """Names of a file's objects, each reckoned once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self._known: dict[tuple[int, int], bytes] = {}

    def page(self, page: Page) -> str:
        """The name of everything that a page shows: 64 hexadecimal figures."""
        whole = sha256()
        for key in _PAGE_KEYS:
            value = _above(page.obj, key)
            if value is not None:
                whole.update(key.encode() + self._direct(value))
        for note in page.obj.get("/Annots", []):
            whole.update(b"".join(_plain(note, key) for key in ("/Subtype", "/Rect")))
        return whole.hexdigest()

    def _direct(self, value: Object | int | float) -> bytes:
        """The name of a value, wherever it is kept."""
        if not isinstance(value, Object):
            return repr(value).encode()
        return self._object(value.objgen) if value.is_indirect else self._text(value.unparse())

    def _object(self, key: tuple[int, int]) -> bytes:
        if key not in self._known:
            self._known[key] = b"open"  # what leads back to itself
            self._known[key] = sha256(b"".join(self._parts(self.pdf.get_object(key)))).digest()
        return self._known[key]

    def _parts(self, value: Object | None) -> Iterator[bytes]:
        if not isinstance(value, Object):
            yield repr(value).encode()
        elif isinstance(value, Stream):
            yield self._text(value.stream_dict.unparse(resolved=True))
            yield sha256(value.read_raw_bytes()).digest()
        else:
            yield self._text(value.unparse(resolved=True))

    def _text(self, text: bytes) -> bytes:
        """A value as it is written, with the names of what it refers to in place of their numbers."""
        return _REFERENCE.sub(lambda found: self._object((int(found[1]), int(found[2]))), _PLACE.sub(b"", text))


def _above(page: Object, key: str) -> Object | None:
    """A value of the page, or of one above it."""
    holder, depth = page, 0
    while holder is not None and depth < 32:
        if key in holder:
            return holder[key]
        holder, depth = holder.get("/Parent"), depth + 1
    return None


def _plain(note: Object, key: str) -> bytes:
    value = note.get(key)
    return value.unparse(resolved=True) if isinstance(value, Object) else b""


@cache
def code() -> str:
    """The name of the gate itself: with other code or libraries it may find other things."""
    whole = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        whole.update(path.name.encode() + path.read_bytes())
    whole.update(" ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES).encode())
    return whole.hexdigest()
