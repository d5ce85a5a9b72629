"""What was found on a page, and how it is kept between runs."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from pikepdf import Pdf

from showcase.book.cache import Cache, fingerprint
from showcase.preflight.demands import Demands
from showcase.preflight.digest import Digests, Named, code
from showcase.preflight.findings import Finding
from showcase.preflight.reading import MALFORMED

Used = Mapping[str, Sequence[int]]
"""Codes by the name of their font."""


@dataclass(frozen=True)
class Checked:
    """What was found on one page. `size` is its trim in points."""

    findings: tuple[Finding, ...]
    letters: str
    """Its text, by letters and figures alone."""
    is_blank: bool
    size: tuple[float, float]
    sheet: tuple[float, float, float, float]
    """The media box: what the thumbnail shows."""
    thumbnail: bytes = b""
    """A small picture, where anything was found."""
    is_new: bool = True

    def packed(self) -> bytes:
        """As it is kept between runs."""
        findings = [finding.kept() for finding in self.findings]
        picture = base64.b64encode(self.thumbnail).decode()
        return json.dumps([findings, self.letters, self.is_blank, self.size, self.sheet, picture]).encode()

    @classmethod
    def unpacked(cls, kept: bytes, number: int) -> Checked:
        """What was kept, as page `number`."""
        findings, told, is_blank, size, sheet, picture = json.loads(kept)
        found = tuple(Finding.read(one, number) for one in findings)
        return cls(found, told, is_blank, tuple(size), tuple(sheet), base64.b64decode(picture), is_new=False)


class Kept:
    """What was found on pages before.

    Two entries a page: under its name without fonts the codes that it shows of each, under its
    whole name what was found. A page that cannot be named is checked every time.
    """

    def __init__(self, pdf: Pdf, demands: Demands, store: Cache) -> None:
        self.store, self.named = store, {}
        self.asked = fingerprint(code(), repr(demands))
        digests = Digests(pdf)
        for number, page in enumerate(pdf.pages, 1):
            with suppress(*MALFORMED):
                self.named[number] = digests.page(page)

    def found(self) -> dict[int, Checked]:
        """The pages that were checked before, by number."""
        ready = {}
        for number, named in self.named.items():
            used = self.store.get(self._first(number, named))
            with suppress(*MALFORMED):
                if used and (kept := self.store.get(self._whole(number, json.loads(used)))):
                    ready[number] = Checked.unpacked(kept, number)
        return ready

    def keep(self, number: int, packed: bytes, used: Used) -> None:
        """Keeps what was found on a page."""
        if named := self.named.get(number):
            with suppress(*MALFORMED):
                self.store.put(self._whole(number, used), packed)
                self.store.put(self._first(number, named), json.dumps(used).encode())

    def _first(self, number: int, named: Named) -> str:
        return fingerprint(self.asked, str(number % 2), named.name)

    def _whole(self, number: int, used: Used) -> str:
        return fingerprint(self.asked, str(number % 2), *self.named[number].whole(used))
