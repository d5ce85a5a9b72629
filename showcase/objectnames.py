"""Names for the objects of a PDF by what they are: equal objects have equal names, in any file and at any place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from pikepdf import Object, Pdf, Stream

Key = tuple[int, int]
"""An object of the file by its number."""

_REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")
_PLACE = re.compile(rb"/StructParents? \d+")


class ObjectNames:
    """Names of a file's objects, each reckoned once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self._known: dict[Key, bytes] = {}

    def of(self, key: Key) -> bytes:
        """The name of an object, 32 bytes."""
        if key not in self._known:
            self._known[key] = b"open"  # what leads back to itself
            self._known[key] = sha256(b"".join(self._parts(key, self.pdf.get_object(key)))).digest()
        return self._known[key]

    def direct(self, value: Object | int | float) -> bytes:
        """The name of a value, wherever it is kept."""
        if not isinstance(value, Object):
            return repr(value).encode()
        return self.of(value.objgen) if value.is_indirect else sha256(self._text(value.unparse())).digest()

    def _parts(self, key: Key, value: Object | None) -> Iterator[bytes]:
        """What the name of the object with that `key` is made of."""
        if not isinstance(value, Object):
            yield repr(value).encode()
        elif isinstance(value, Stream):
            yield self._text(value.stream_dict.unparse(resolved=True))
            yield sha256(value.read_raw_bytes()).digest()
        else:
            yield self._text(value.unparse(resolved=True))

    def _text(self, text: bytes) -> bytes:
        """A value as it is written, with the names of what it refers to in place of their numbers."""
        return _REFERENCE.sub(lambda found: self.of((int(found[1]), int(found[2]))), _PLACE.sub(b"", text))
