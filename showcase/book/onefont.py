"""One font a face for the whole book, in place of one for each module.

WeasyPrint cuts every module's fonts to that module's glyphs but keeps their
glyph numbers, which are those of the book's own font files. So the modules'
fonts can be exchanged for one that has the glyphs of all of them, with the
widths of all of them and the text that the face itself gives each glyph.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from fontTools import subset, version
from fontTools.ttLib import TTFont
from pikepdf import Array, Name, Object, Pdf

from showcase.book.cache import Cache, fingerprint
from showcase.book.tags.glyphs import letters_of
from showcase.book.typesetting import TypesettingError

_SHAPING = {"GSUB", "GPOS", "GDEF", "BASE"}
"""Tables that set text; in a PDF it is set already."""

_NONE = "\uffff"  # what glyph 0 stands for
_BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


Widths = dict[int, float]
"""By the numbers of glyphs, in thousandths of the size."""


@dataclass
class _Union:
    """What all modules use of one face, and the fonts to be exchanged."""

    widths: Widths = field(default_factory=dict)
    fonts: list[Object] = field(default_factory=list)

    def add(self, font: Object) -> None:
        """Takes in a module's font."""
        self.fonts.append(font)
        self.widths.update(widths_of(font))


def unify_fonts(
    pdf: Pdf, files: Mapping[str, Path], cache: Cache, shown: Mapping[str, Widths] = MappingProxyType({})
) -> None:
    """Exchanges the fonts of all pages for one font a face.

    `files` gives the font file of each face by its family, such as "Horizon
    serif-light"; what was cut before lies in `cache`. `shown` are widths of further glyphs of a face, whose
    fonts were exchanged before. Raises TypesettingError for any other font: then a face of the book lacks a
    character, and another has stood in for it.
    """
    unions: dict[str, _Union] = {}
    resources = list(_font_resources(pdf))
    for fonts in resources:
        for key in fonts.keys():
            face = face_of(fonts[key], files)
            unions.setdefault(face, _Union({**shown.get(face, {})})).add(fonts[key])
    made = {}
    for face, union in sorted(unions.items()):
        data = _cut_before(files[face], union.widths, cache)
        made[face] = _font(pdf, union, data, letters_of(files[face]).texts)
    for fonts in resources:
        for key in list(fonts.keys()):
            fonts[key] = made[face_of(fonts[key], files)]


def _font_resources(pdf: Pdf) -> Iterator[Object]:
    """Each /Font dictionary of the pages and of the drawings in them, once."""
    seen = set()
    for page in pdf.pages:
        for fonts in _fonts_of(page.obj.get("/Resources")):
            if fonts.objgen not in seen or fonts.objgen == (0, 0):
                seen.add(fonts.objgen)
                yield fonts


def _fonts_of(resources: Object | None) -> Iterator[Object]:
    if resources is None:
        return
    if "/Font" in resources:
        yield resources.Font
    for drawing in resources.get("/XObject", {}).values():
        if drawing.get("/Subtype") == Name.Form:
            yield from _fonts_of(drawing.get("/Resources"))


def widths_of(font: Object) -> Widths:
    """The widths that a module's font has."""
    return dict(_widths(font.DescendantFonts[0].W))


def face_of(font: Object, files: Mapping[str, Path]) -> str:
    """The family of a font; raises TypesettingError when it is not of the book."""
    family = str(font.DescendantFonts[0].FontDescriptor.FontFamily)
    if family not in files or font.get("/Encoding") != Name("/Identity-H"):
        pairs = _BFCHAR.findall(font.ToUnicode.read_bytes())
        texts = {bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for _glyph, text in pairs}
        letters = " ".join(sorted(texts - {"", _NONE}))
        raise TypesettingError(f"a face of the book lacks one of these characters: {letters}")
    return family


def _font(pdf: Pdf, union: _Union, data: bytes, texts: Mapping[int, str]) -> Object:
    """The one font of a face: the first module's, with the glyphs, widths and texts of all."""
    font = union.fonts[0]
    descendant = font.DescendantFonts[0]
    descendant.W = _width_array(union.widths)
    descendant.FontDescriptor.FontFile2 = pdf.make_stream(data, Length1=len(data))
    bounds = descendant.FontDescriptor.FontBBox
    bounds[2] = max(union.widths.values())
    font.ToUnicode = pdf.make_stream(_to_unicode({glyph: texts.get(glyph, "") for glyph in union.widths}))
    return font


def _cut_before(file: Path, glyphs: Iterable[int], cache: Cache) -> bytes:
    """The cut font, from the cache where the same glyphs were cut from the same file before."""
    key = fingerprint("cut font", version, file.read_bytes(), repr(sorted(glyphs)))
    data = cache.get(key)
    if data is None:
        data = _cut(file, glyphs)
        cache.put(key, data)
    return data


def _cut(file: Path, glyphs: Iterable[int]) -> bytes:
    """The font file with the outlines of `glyphs` alone, under their old numbers."""
    options = subset.Options(
        retain_gids=True, hinting=False, notdef_outline=True, layout_features=[], name_IDs=[0, 6, 13, 14],
    )  # fmt: skip
    font = TTFont(file, recalcTimestamp=False)
    for table in _SHAPING & {*font.keys()}:  # to be read and packed anew takes half the time of cutting
        del font[table]
    cutter = subset.Subsetter(options)
    cutter.populate(gids=sorted(glyphs))
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _widths(array: Object) -> Iterator[tuple[int, float]]:
    """Glyph and width of a PDF width array: first glyph, its and the following widths, and so on."""
    parts = iter(array)
    for first in parts:
        for offset, width in enumerate(next(parts)):
            yield int(first) + offset, float(width)


def _width_array(widths: dict[int, float]) -> Array:
    array: list[object] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            array += [glyph, []]
        array[-1].append(round(widths[glyph], 3))  # type: ignore[attr-defined]
    return Array([Array(part) if isinstance(part, list) else part for part in array])


def _to_unicode(texts: dict[int, str]) -> bytes:
    """A CMap from glyphs to text, a hundred to the block as the format demands."""
    coded = {glyph: text.encode("utf-16-be").hex().encode() for glyph, text in texts.items() if text}
    rows = [b"<%04x> <%s>" % pair for pair in sorted(coded.items())]
    blocks = [
        b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block))
        for block in (rows[start : start + 100] for start in range(0, len(rows), 100))
    ]
    return b"\n".join([_HEAD, *blocks, _FOOT])


_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_FOOT = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
