"""Modules for the press: laid out once for every edition, then turned into the inks of one press.

What was turned is kept by the key of the module and everything that the press
asks of it, so that a changed profile turns its own module and no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

import pikepdf

from showcase import colour, mixtures
from showcase.book.book import Book
from showcase.book.cache import Cache, fingerprint
from showcase.book.laid import Laid, Module
from showcase.book.modules import make_sheaf
from showcase.book.press.boxes import Boxes
from showcase.book.press.ink import InkTable
from showcase.book.press.loading import Press
from showcase.book.press.pictures import PressPictures
from showcase.book.press.pressing import press_form
from showcase.book.readback import read_pages
from showcase.book.sheaves import Sheaf
from showcase.book.typesetting import TypesettingError

CODE = ("boxes.py", "content.py", "ink.py", "module.py", "pictures.py", "pressing.py", "shades.py", "written.py")
"""The code between a module as it is laid out and as it is printed."""


class Turning(NamedTuple):
    """What modules are turned with: the press, and the sheet of its pages."""

    press: Press
    boxes: Boxes

    @property
    def mark(self) -> str:
        """A fingerprint of all that a press form depends on beside its module."""
        icc = sha256(self.press.icc.read_bytes()).hexdigest()
        return fingerprint(icc, str(self.press.profile.ink_limit), repr(self.boxes), _code())


@dataclass(frozen=True)
class PressModule(Laid):
    """A part that is in the inks of a press, told without its pages: those of a whole book would fill the memory."""

    forms: tuple[str, ...] = ()
    """The names under which its sheaves are kept; their fonts are those of the whole block."""
    letters: tuple[str, ...] = ()
    """The letters and figures of each page, read from the press form."""
    is_turned: bool = True
    """Whether it was turned now, not kept from a build before."""
    picture_seconds: float = 0.0
    """How long its photographs took to be turned."""

    def pages(self, cache: Cache) -> Iterator[bytes]:
        """Its pages as PDF, sheaf by sheaf. Raises TypesettingError where the cache has lost them since."""
        for form in self.forms:
            kept = cache.get(form)
            if kept is None:
                raise TypesettingError(
                    f"{self.part.key}: its pages are no longer in {cache.folder}; make the book again, "
                    "and let that folder be."
                )
            yield kept.partition(b"\n")[2]

    def followed(self, others: Sequence[Self]) -> Self:
        """The part whose first sheaf this is."""
        all_of_it = (self, *others)
        return replace(
            super().followed(others), forms=tuple(form for one in all_of_it for form in one.forms),
            letters=tuple(page for one in all_of_it for page in one.letters),
            is_turned=any(one.is_turned for one in all_of_it),
            picture_seconds=sum(one.picture_seconds for one in all_of_it),
        )  # fmt: skip


def make_press_sheaf(turning: Turning, book: Book, sheaf: Sheaf, only_kept: bool = False) -> PressModule | None:
    """Pages laid out and turned, or as they were turned before; where they have problems they are not turned.

    With `only_kept`, nothing for pages that would have to be laid out or turned.

    Raises TypesettingError for what there is no rule for.
    """
    module = make_sheaf(book, sheaf, only_kept)
    if module is None:
        return None
    told = {one.name: getattr(module, one.name) for one in fields(Laid)}
    if module.problems:
        return PressModule(**told, is_turned=False)
    form = fingerprint("press form", module.key, str(sheaf.first), turning.mark)
    cache = book.stationery.cache
    if kept := cache.get(form):
        return PressModule(**told, forms=(form,), letters=_letters(kept), is_turned=False)
    if only_kept:
        return None
    pictures = PressPictures(turning.press.icc, turning.press.profile.ink_limit, cache)
    turned = _turned(turning, module, sheaf, pictures)
    cache.put(form, turned)
    return PressModule(**told, forms=(form,), letters=_letters(turned), picture_seconds=pictures.seconds)


def _turned(turning: Turning, module: Module, sheaf: Sheaf, pictures: PressPictures) -> bytes:
    """The press form of a sheaf, after a line of JSON with the letters of its pages."""
    printed = partial(pictures.print_picture, photographs=module.photographs)
    table = InkTable(pictures.icc, pictures.limit)
    (pdf,) = module.pdfs
    form = press_form(pdf, module.part.key, table, turning.boxes, printed, first=sheaf.first + 1)
    return json.dumps(read_pages(form)).encode() + b"\n" + form


def _letters(turned: bytes) -> tuple[str, ...]:
    """The letters of the pages of a sheaf."""
    return tuple(json.loads(turned[: turned.index(b"\n")]))


@cache
def _code() -> str:
    """The fingerprint of the code and the tables that turn a module."""
    files = [Path(__file__).parent / name for name in CODE]
    files += [Path(module.__file__) for module in (colour, mixtures)]
    return fingerprint(pikepdf.__version__, *(file.read_bytes() for file in files))
