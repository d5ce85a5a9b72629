"""Modules for the press: laid out once for every edition, then turned into the inks of one press.

What was turned is kept by the key of the module and everything that the press
asks of it, so that a changed profile turns its own module and no other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pikepdf

from showcase import colour, mixtures
from showcase.book.book import Book
from showcase.book.cache import Cache, fingerprint
from showcase.book.laid import Laid, Module
from showcase.book.modules import make_module
from showcase.book.plan import Part
from showcase.book.press.boxes import Boxes
from showcase.book.press.ink import InkTable
from showcase.book.press.loading import Press
from showcase.book.press.pictures import PressPictures
from showcase.book.press.pressing import press_form
from showcase.book.readback import read_pages
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

    form: str = ""
    """The name under which its pages are kept; their fonts are those of the whole block."""
    letters: tuple[str, ...] = ()
    """The letters and figures of each page, read from the press form."""
    is_turned: bool = True
    """Whether it was turned now, not kept from a build before."""
    picture_seconds: float = 0.0
    """How long its photographs took to be turned."""

    def pages(self, cache: Cache) -> bytes:
        """Its pages as PDF. Raises TypesettingError where they were taken from the cache since they were made."""
        if kept := cache.get(self.form):
            return _unpacked(kept)[0]
        raise TypesettingError(
            f"{self.part.key}: its pages are no longer in {cache.folder}; make the book again, and let that folder be."
        )


def make_press_module(turning: Turning, book: Book, part: Part, only_kept: bool = False) -> PressModule | None:
    """One part laid out and turned, or as it was turned before; where it has problems it is not turned.

    With `only_kept`, nothing for a part that would have to be laid out or turned.

    Raises TypesettingError for what there is no rule for.
    """
    module = make_module(book, part, only_kept)
    if module is None:
        return None
    told = {one.name: getattr(module, one.name) for one in fields(Laid)}
    if module.problems:
        return PressModule(**told, is_turned=False)
    form = fingerprint("press form", module.key, turning.mark)
    cache = book.stationery.cache
    if kept := cache.get(form):
        return PressModule(**told, form=form, letters=_unpacked(kept)[1], is_turned=False)
    if only_kept:
        return None
    pictures = PressPictures(turning.press.icc, turning.press.profile.ink_limit, cache)
    pdf, letters = _turned(turning, module, pictures)
    cache.put(form, _packed(pdf, letters))
    return PressModule(**told, form=form, letters=letters, picture_seconds=pictures.seconds)


def _turned(turning: Turning, module: Module, pictures: PressPictures) -> tuple[bytes, tuple[str, ...]]:
    """The press form of a module, and the letters of its pages."""
    printed = partial(pictures.print_picture, photographs=module.photographs)
    table = InkTable(pictures.icc, pictures.limit)
    pdf = press_form(module.pdf, module.part.key, table, turning.boxes, printed)
    return pdf, read_pages(pdf)


def _packed(pdf: bytes, letters: tuple[str, ...]) -> bytes:
    return json.dumps(letters).encode() + b"\n" + pdf


def _unpacked(kept: bytes) -> tuple[bytes, tuple[str, ...]]:
    letters, _, pdf = kept.partition(b"\n")
    return pdf, tuple(json.loads(letters))


@cache
def _code() -> str:
    """The fingerprint of the code and the tables that turn a module."""
    files = [Path(__file__).with_name(name) for name in CODE]
    files += [Path(module.__file__) for module in (colour, mixtures)]
    return fingerprint(pikepdf.__version__, *(file.read_bytes() for file in files))
