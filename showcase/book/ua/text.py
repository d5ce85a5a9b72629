"""Rules on words: their fonts, their characters, their language."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator

from fontTools.ttLib import TTFont
from pikepdf import Name, Object

from showcase.book.ua.checking import Found, rule
from showcase.book.ua.reading import Element, File

_DEVANAGARI = re.compile("[\u0900-\u097f]")
_LATIN = re.compile("[A-Za-z]{2}")
_WRONG = {"\u0000", "\ufeff", "\ufffe", "\uffff", "\ufffd", "\u2060"}
_WIDTH = 1.5  # thousandths by which a width may be rounded


@rule("embedded", "every font is in the file", "let onefont.py put the font's program in")
def embedded(file: File) -> Found:
    """Every font that is shown has its program in the file."""
    for font in file.fonts.values():
        descriptor = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else {}
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
            yield None, f"the font {_name(font)} is not in the file"


@rule("glyph-map", "codes lead to glyphs", "let onefont.py write CIDToGIDMap")
def glyph_map(file: File) -> Found:
    """Every font of codes has a map from them to its glyphs."""
    for font in file.fonts.values():
        if "/DescendantFonts" in font and font.DescendantFonts[0].get("/CIDToGIDMap") != Name.Identity:
            yield None, f"the font {_name(font)} does not say which glyph a code shows"


@rule("widths", "glyphs are as wide as their fonts say", "let onefont.py take the widths from the font's program")
def widths(file: File) -> Found:
    """The widths in the file are those of the font's program."""
    for font in file.fonts.values():
        told, real = _told_widths(font), _real_widths(font)
        wrong = [glyph for glyph, width in told.items() if abs(real.get(glyph, width) - width) > _WIDTH]
        if wrong:
            yield None, f"the font {_name(font)} has other widths than the file says for {len(wrong)} glyphs"


def _told_widths(font: Object) -> dict[int, float]:
    array = iter(font.DescendantFonts[0].get("/W", [])) if "/DescendantFonts" in font else iter(())
    return {int(first) + n: float(width) for first in array for n, width in enumerate(next(array))}


def _real_widths(font: Object) -> dict[int, float]:
    descriptor = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else {}
    if "/FontFile2" not in descriptor:
        return {}
    with TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()), lazy=True) as program:
        metrics, units = program["hmtx"].metrics, program["head"].unitsPerEm
        return {number: metrics[name][0] * 1000 / units for number, name in enumerate(program.getGlyphOrder())}


@rule(
    "characters", "every glyph says a character",
    "let tags/words.py say what the glyph shows, or choose a face that has the character",
)  # fmt: skip
def characters(file: File) -> Found:
    """Every code that is shown has text."""
    for page in file.pages:
        lacking = {
            f"{code} of {_name(shown.font)}"
            for shown in page.content.shown
            for code in shown.codes
            if not file.unicode(shown.font).get(code)
        }
        if lacking:
            yield page, f"glyphs say nothing: {', '.join(sorted(lacking)[:5])}"


@rule(
    "real-characters", "what a glyph says is a character of a language",
    "take the character out of the text, or correct what the font says of the glyph",
)  # fmt: skip
def real_characters(file: File) -> Found:
    """No glyph says nought, a mark of order, a joiner, or a character for private use."""
    for font in file.fonts.values():
        said = set("".join(file.unicode(font).values()))
        wrong = sorted(f"U+{ord(one):04X}" for one in said if one in _WRONG or unicodedata.category(one) == "Co")
        if wrong:
            yield None, f"glyphs of the font {_name(font)} say {', '.join(wrong)}"


@rule(
    "missing-glyphs", "no glyph stands for a character that the font lacks",
    "choose another character, or a face that has this one",
)  # fmt: skip
def missing_glyphs(file: File) -> Found:
    """Glyph 0 is never shown."""
    for page in file.pages:
        if any(0 in shown.codes for shown in page.content.shown):
            yield page, "a character is missing in its font"


@rule("actual-text", "a text in place of glyphs is one word", "see tags/words.py, which parts texts into words")
def actual_text(file: File) -> Found:
    """No ActualText is empty, has a blank in it or says what is no character."""
    for page in file.pages:
        for text in page.content.actual:
            if not text or re.search(r"\s", text) or set(text) & _WRONG:
                yield page, f"{text!r} is given in place of glyphs, which is no word"


@rule("hindi", "Hindi is marked as Hindi", 'put `lang="hi"` on the element or a span around the words')
def hindi(file: File) -> Found:
    """What holds Devanagari has the language hi."""
    for element, text in _own(file):
        if _DEVANAGARI.search(text) and not element.language.startswith("hi"):
            yield element, f"{text!r} is Hindi and not marked as Hindi"


@rule("english", "English in Hindi is marked as English", 'put `lang="en"` on the element or a span around the words')
def english(file: File) -> Found:
    """What has the language hi has no words in Latin letters."""
    for element, text in _own(file):
        if element.language.startswith("hi") and _LATIN.search(text):
            yield element, f"{text!r} is marked as Hindi and is not"


def _own(file: File) -> Iterator[tuple[Element, str]]:
    """Every element of words with what it says itself; a chart's own words are for those who see it."""
    for element in file.elements:
        if element.kind != "Figure" and element.marks:
            yield element, file.own_text(element).strip()


def _name(font: Object) -> str:
    return str(font.get("/BaseFont", "?"))[1:]
