"""The licence of each typeface as a text of its own: who holds the rights, and the licence itself."""

from __future__ import annotations

import io
from importlib import import_module
from pathlib import Path

from fontTools.ttLib import TTFont

from showcase.fonts.faces import Face

COPYRIGHT = 0
"""The number of the copyright notice among a font's names."""
WHOLE = "fonts/Noto Serif Devanagari/OFL.txt"
"""Where the package devanagari-fonts has the whole of the SIL Open Font Licence 1.1."""
BODY = "This Font Software is licensed under"
"""How the licence begins, below the notice of the font that it lies beside."""


def licence_name(face: Face) -> str:
    """The name of the file that holds the licence of a face's typeface."""
    return f"{face.licence}-{face.typeface.replace(' ', '-')}.txt"


def licence_text(face: Face) -> str:
    """The licence of a face's typeface, below that font's own notice."""
    notice = TTFont(io.BytesIO(face.read()))["name"].getDebugName(COPYRIGHT).strip()
    package = import_module("devanagari_fonts")
    whole = (Path(str(package.__file__)).parent / WHOLE).read_text(encoding="utf-8")
    return f"{face.typeface}\n\n{notice}\n\n{whole[whole.index(BODY) :].strip()}\n"
