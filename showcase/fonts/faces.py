"""The type: Source Serif, Source Sans, FiraGO and Noto Serif Devanagari, out of pinned packages.

All four are under the SIL Open Font Licence 1.1. That licence reserves the
name "Source" for the unmodified fonts, so what is cut down is called "Horizon".
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

OPEN_FONT_LICENCE = "OFL-1.1"
SERIF_LINE = 1.036, 0.335
"""Ascent and descent of Source Serif, in ems."""


@dataclass(frozen=True)
class Face:
    """One font file of a pinned package."""

    key: str
    """Names the face and its files: "serif-extralight"."""
    family: str
    """The family in style sheets, shared by its weights: "Horizon Serif"."""
    weight: int
    style: str
    """ "normal" or "italic"."""
    typeface: str
    """What readers call it: "Source Serif"."""
    package: str
    """The distribution it comes from."""
    member: str
    """Its name inside that distribution."""
    licence: str = OPEN_FONT_LICENCE
    in_book_only: bool = False
    """Whether the site goes without it."""
    line: tuple[float, float] | None = None
    """Ascent and descent in ems in place of its own: those of the Latin face whose lines it shares."""

    @property
    def book_family(self) -> str:
        """A family name no other file has: "Horizon serif-extralight".

        WeasyPrint confuses two files under one family and weight, so in the
        book every file is a family of its own, weight and style "normal".
        """
        return f"Horizon {self.key}"

    @property
    def is_devanagari(self) -> bool:
        """Whether the face is there for Hindi."""
        return self.typeface == "FiraGO" or "Devanagari" in self.typeface

    def read(self) -> bytes:
        """The whole TrueType file.

        TrueType in place of the packages' CFF: it is a fifth smaller in WOFF2,
        and every face then takes the same way into site and book.
        """
        if self.package == "devanagari-fonts":
            return _instance(self.member, self.weight)
        if self.package == "pymupdf-fonts":
            return bytes(import_module("pymupdf_fonts").myfont(self.member))
        module = import_module(self.package.replace("-", "_"))
        return Path(module.font_directory, f"{self.member}.ttf").read_bytes()


@cache
def _instance(member: str, weight: int) -> bytes:
    """One weight of a variable font of the package devanagari-fonts, as a font of its own."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    package = import_module("devanagari_fonts")
    font = TTFont(Path(str(package.__file__)).parent / "fonts" / member, recalcTimestamp=False)
    out = io.BytesIO()
    instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}).save(out)
    return out.getvalue()


def faces() -> tuple[Face, ...]:
    """Every face that site and book are set in."""
    return _FACES


def site_faces(brand: str = "horizon") -> tuple[Face, ...]:
    """Every face that the site is set in, in one of its two looks."""
    return _DBIM if brand == "dbim" else tuple(one for one in _FACES if not one.in_book_only)


def face(key: str) -> Face:
    """The face named `key`; KeyError when there is none."""
    return {one.key: one for one in _FACES}[key]


def _serif(name: str, weight: int, style: str, member: str) -> Face:
    package = "font-source-serif-pro"
    return Face(
        f"serif-{name}", "Horizon Serif", weight, style, "Source Serif", package,
        f"SourceSerifPro-{member}",
    )  # fmt: skip


def _sans(name: str, weight: int, style: str, member: str) -> Face:
    package = "font-source-sans-pro"
    return Face(
        f"sans-{name}", "Horizon Sans", weight, style, "Source Sans", package,
        f"SourceSansPro-{member}",
    )  # fmt: skip


def _devanagari(name: str, weight: int, member: str) -> Face:
    return Face(
        f"devanagari-{name}", "Horizon Devanagari", weight, "normal", "FiraGO",
        "pymupdf-fonts", member,
    )  # fmt: skip


def _devanagari_serif(name: str, weight: int) -> Face:
    return Face(
        f"devanagari-{name}", "Horizon Devanagari", weight, "normal", "Noto Serif Devanagari",
        "devanagari-fonts", "Noto Serif Devanagari/NotoSerifDevanagari[wdth,wght].ttf",
        in_book_only=True, line=SERIF_LINE,
    )  # fmt: skip


_FACES = (
    _serif("extralight", 200, "normal", "ExtraLight"),
    _serif("light", 300, "normal", "Light"),
    _serif("light-italic", 300, "italic", "LightIt"),
    _serif("regular", 400, "normal", "Regular"),
    _serif("italic", 400, "italic", "It"),
    _sans("light", 300, "normal", "Light"),
    _sans("regular", 400, "normal", "Regular"),
    _sans("italic", 400, "italic", "It"),
    _sans("semibold", 600, "normal", "Semibold"),
    _devanagari("regular", 400, "figo"),
    _devanagari("bold", 700, "figbo"),
    _devanagari_serif("light", 300),
    _devanagari_serif("extralight", 200),
    _devanagari_serif("serif", 400),
)


def _noto(name: str, weight: int, style: str = "normal", script: str = "") -> Face:
    typeface = f"Noto Sans{script}"
    file = f"{typeface.replace(' ', '')}{'-Italic' if style == 'italic' else ''}[wdth,wght].ttf"
    key = f"{'devanagari' if script else 'sans'}-{name}-noto"
    return Face(key, typeface, weight, style, typeface, "devanagari-fonts", f"{typeface}/{file}")


_DBIM = (
    _noto("regular", 400),
    _noto("italic", 400, "italic"),
    _noto("semibold", 600),
    _noto("regular", 400, script=" Devanagari"),
    _noto("semibold", 600, script=" Devanagari"),
)
"""The faces of the look of the Digital Brand Identity Manual."""
