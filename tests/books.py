"""The real book as a file: built once for all tests, opened by other programs."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
from world import ROOT

from showcase import catalogue
from showcase.book.book import Book
from showcase.book.edition import Made, make_reading_edition
from showcase.book.finish import finish
from showcase.book.laid import Module
from showcase.book.language import Edition
from showcase.book.modules import make_sheaf
from showcase.book.plan import Part
from showcase.book.sheaves import sheaves
from showcase.catalogue import Catalogue, Startup


@dataclass
class Opened:
    """The finished book, and what it was made from."""

    made: Made
    catalogue: Catalogue

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.made.path)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page as poppler reads it, hyphens at line ends taken out."""
        run = subprocess.run(["pdftotext", "-raw", self.made.path, "-"], capture_output=True, check=True)
        pages = run.stdout.decode().split("\f")[:-1]
        return [plain(page.replace("\u00ad\n", "")) for page in pages]

    def page_of(self, startup: Startup) -> int:
        """The page of the file, from 1, that the contents give for a startup."""
        part = self.made.plan.by_key["contents"]
        told = " ".join(self.texts[part.first - 1 : part.last])
        folio = re.search(rf"(\d+) {re.escape(plain(finish(startup.name)))}(?!\S)", told)
        assert folio, f"{startup.name} is not in the contents"
        return int(folio[1]) + 2

    def destinations(self) -> dict[str, int]:
        """Each named place and its page, from 1."""
        pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        tree = pikepdf.NameTree(self.pdf.Root.Names.Dests)
        return {str(name): pages[place[0].objgen] for name, place in tree.items()}


def module_of(book: Book, part: Part) -> Module:
    """A part laid out here, sheaf by sheaf, whatever is wrong with it."""
    first, *others = (make_sheaf(book, sheaf) for sheaf in sheaves(part))
    return first.followed(others)


def plain(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def opened(folder: Path, language: Edition = "bilingual") -> Opened:
    """The book in one of its editions, made in `folder`."""
    loaded = catalogue.load(ROOT)
    return Opened(make_reading_edition(ROOT, loaded, folder, language=language), loaded)
