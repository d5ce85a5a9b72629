"""The type of site and book: which faces there are, cut to size, and written out."""

from showcase.fonts.faces import OPEN_FONT_LICENCE, Face, face, faces
from showcase.fonts.subset import DEVANAGARI, LATIN, covered, missing, subset, subset_woff2
from showcase.fonts.written import (
    FontFile,
    book_css,
    web_css,
    write_book_fonts,
    write_web_fonts,
    write_words,
)

__all__ = [
    "DEVANAGARI", "LATIN", "OPEN_FONT_LICENCE", "Face", "FontFile", "book_css", "covered", "face",
    "faces", "missing", "subset", "subset_woff2", "web_css", "write_book_fonts", "write_web_fonts",
    "write_words",
]  # fmt: skip
