"""Press files looked into by other programs: what is on their pages, in which inks, on which plates."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Name
from PIL import Image

COLOURS = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "cs", "CS", "scn", "SCN"}
PLATES = ("Cyan", "Magenta", "Yellow", "Black")
POINTS = 72 / 25.4


class Run(NamedTuple):
    """Glyphs shown at once: the page from 1, their inks as shares, their size in points, their face, how they print."""

    page: int
    inks: tuple[float, ...]
    size: float
    face: str
    overprints: bool


@dataclass
class PressFile:
    """A file for the press."""

    path: Path

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    def boxes(self) -> dict[str, set[tuple[float, ...]]]:
        """Every box of every page as poppler reads it: left, foot, right, head."""
        said = self._run("pdfinfo", "-box", "-l", "9999", self.path)
        found: dict[str, set[tuple[float, ...]]] = {}
        for name, numbers in re.findall(r"(\w+Box):((?:\s+[-\d.]+){4})", said):
            found.setdefault(name, set()).add(tuple(map(float, numbers.split())))
        return found

    def fonts(self) -> list[list[str]]:
        """The rows of `pdffonts`: name first; embedded, cut and with text are the fifth to third from the end."""
        return [row.split() for row in self._run("pdffonts", self.path).splitlines()[2:]]

    def pictures(self) -> list[list[str]]:
        """The rows of `pdfimages -list`."""
        return [row.split() for row in self._run("pdfimages", "-list", self.path).splitlines()[2:]]

    def drawings(self) -> Iterator[pikepdf.Object]:
        """Every object of the file that has resources, pages among them."""
        return (one for one in self.pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and "/Resources" in one)

    def foreign_colours(self) -> list[str]:
        """Everything in the file that is said in other colours than inks and greys."""
        found = []
        for one in self.drawings():
            content = one if isinstance(one, pikepdf.Stream) else pikepdf.Page(one)
            for operands, operator in pikepdf.parse_content_stream(content, " ".join(COLOURS)):
                said = " ".join([*map(str, operands), str(operator)])
                if str(operator) not in {"k", "K"} and said not in {"/Pattern cs", "/All CS", "1 SCN"} and not re.fullmatch(r"/p\d+ scn", said):
                    found.append(said)
        for one in self.pdf.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                spaces = [one.get("/ColorSpace"), one.get("/Group", {}).get("/CS")]
                found += [str(space) for space in spaces if isinstance(space, Name) and space not in (Name.DeviceCMYK, Name.DeviceGray)]
        return found

    def runs(self) -> Iterator[Run]:
        """Every run of type on the pages."""
        for number, page in enumerate(self.pdf.pages, 1):
            yield from _runs(number, page)

    def plates(self, page: int, dpi: int = 50) -> dict[str, Image.Image]:
        """The separations of a page as Ghostscript makes them: 0 is no ink, 255 all of it."""
        with tempfile.TemporaryDirectory() as folder:
            self._run(
                "gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{dpi}", f"-dFirstPage={page}",
                f"-dLastPage={page}", f"-sOutputFile={folder}/page.tif", self.path,
            )  # fmt: skip
            found = {}
            for name in PLATES:
                with Image.open(Path(folder, f"page({name}).tif")) as plate:
                    found[name] = plate.convert("L").point(lambda value: 255 - value)
            return found

    @staticmethod
    def _run(*command: str | Path) -> str:
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout


class _Reading:
    """What a page's operators have set: enough to know type by its size and its inks."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.fonts, self.states = page.Resources.get("/Font", {}), page.Resources.get("/ExtGState", {})
        self.scale, self.inks, self.font, self.size, self.over, self.matrix = 1.0, (), "", 0.0, False, 1.0
        self._aside: list[tuple] = []

    def q(self) -> None:
        self._aside.append((self.scale, self.inks, self.font, self.size, self.over))

    def Q(self) -> None:
        self.scale, self.inks, self.font, self.size, self.over = self._aside.pop()

    def cm(self, *matrix) -> None:
        self.scale *= _scale(matrix)

    def Tm(self, *matrix) -> None:
        self.matrix = _scale(matrix)

    def k(self, *inks) -> None:
        self.inks = tuple(map(float, inks))

    def gs(self, name) -> None:
        state = self.states[name]
        if "/op" in state:
            self.over = bool(state.op) and bool(state.OP) and state.OPM == 1

    def Tf(self, font, size) -> None:
        self.font, self.size = str(font), float(size)

    @property
    def face(self) -> str:
        return str(self.fonts[self.font].DescendantFonts[0].FontDescriptor.FontFamily)


def _runs(number: int, page: pikepdf.Page) -> Iterator[Run]:
    now = _Reading(page)
    for operands, operator in pikepdf.parse_content_stream(page, "q Q cm Tm k gs Tf TJ Tj"):
        name = str(operator)
        if name in {"TJ", "Tj"}:
            yield Run(number, now.inks, now.size * now.matrix * now.scale, now.face, now.over)
        else:
            getattr(now, name)(*operands)


def _scale(matrix: Sequence) -> float:
    a, b, c, d = map(float, matrix[:4])
    return sqrt(abs(a * d - b * c))
