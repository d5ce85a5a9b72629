"""What was found on a page, and how it is kept between runs."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from pikepdf import Page, Pdf

from showcase.book.cache import Cache, fingerprint
from showcase.preflight.demands import Demands
from showcase.preflight.digest import Digests, Named, code
from showcase.preflight.findings import Finding
from showcase.preflight.measured import Measured
from showcase.preflight.reading import MALFORMED

Used = Mapping[str, Sequence[int]]
"""Codes by the name of their font."""


@dataclass(frozen=True)
class Checked:
    """What was found on one page. `size` is its trim in points."""

    findings: tuple[Finding, ...]
    letters: str
    """Its text, by letters and figures alone."""
    folios: tuple[str, ...]
    """The numbers that stand by themselves at its foot: one of them is its folio, where it has one."""
    is_blank: bool
    size: tuple[float, float]
    sheet: tuple[float, float, float, float]
    """The media box: what the thumbnail shows."""
    measured: Measured = Measured()
    thumbnail: bytes = b""
    """A small picture, where anything was found."""
    is_new: bool = True

    def packed(self) -> bytes:
        """As it is kept between runs."""
        findings = [finding.kept() for finding in self.findings]
        picture = base64.b64encode(self.thumbnail).decode()
        told = findings, self.letters, self.folios, self.is_blank, self.size, self.sheet, self.measured, picture
        return json.dumps(told).encode()

    @classmethod
    def unpacked(cls, kept: bytes, number: int) -> Checked:
        """What was kept, as page `number`."""
        findings, told, folios, is_blank, size, sheet, figures, picture = json.loads(kept)
        found = tuple(Finding.read(one, number) for one in findings)
        return cls(
            found, told, tuple(folios), is_blank, tuple(size), tuple(sheet), Measured(*figures),
            base64.b64decode(picture), is_new=False,
        )  # fmt: skip


class Kept:
    """What was found on pages before, as one process asks for it.

    Two entries a page: under its name without fonts the codes that it shows of each, under its
    whole name what was found. A page that cannot be named is checked every time.
    """

    def __init__(self, pdf: Pdf, demands: Demands, store: Cache) -> None:
        self.pdf, self.store, self.digests = pdf, store, Digests(pdf)
        self.asked = fingerprint(code(), repr(demands))

    def found(self, number: int) -> bytes | None:
        """What was found on a page before, packed."""
        with suppress(*MALFORMED):
            named = self._named(number)
            if used := self.store.get(self._first(number, named)):
                return self.store.get(self._whole(number, named, json.loads(used)))
        return None

    def keep(self, number: int, packed: bytes, used: Used) -> None:
        """Keeps what was found on a page."""
        with suppress(*MALFORMED):
            named = self._named(number)
            self.store.put(self._whole(number, named, used), packed)
            self.store.put(self._first(number, named), json.dumps(used).encode())

    def _named(self, number: int) -> Named:
        return self.digests.page(Page(self.pdf.pages[number - 1]))

    def _first(self, number: int, named: Named) -> str:
        return fingerprint("codes", self.asked, str(number % 2), named.name)

    def _whole(self, number: int, named: Named, used: Used) -> str:
        return fingerprint("found", self.asked, str(number % 2), *named.whole(used))
