"""The Hindi words of an English page, set in a face of their own letters alone.

A name and a headline in Hindi stand on nearly every English page. The whole script would be the largest
file that such a page fetches; what scripts fill in later still asks for it (docs/assets/css/frame.css).
"""

from __future__ import annotations

import re
from pathlib import Path

from showcase import fonts

FAMILY = "Horizon Words"
_WORD = re.compile(r"[\u0900-\u097f\u200c\u200d]+")
_SET_IN = f':root{{--script:"{FAMILY}","Horizon Devanagari"}}'


def dressed(html: str, root: str, folder: Path, brand: str) -> tuple[str, fonts.FontFile | None]:
    """The page with the face of its Hindi words, which is in `folder`; as it was where there are none.

    `root` leads from the page to the root of the site: "../../". A page in Hindi stays as it is.
    """
    words = set(_WORD.findall(html))
    if not words or '<html lang="en"' not in html:
        return html, None
    face = fonts.write_words(folder, words, FAMILY, brand)
    style = f"<style>{fonts.web_css([face], f'{root}assets/fonts/').strip()}{_SET_IN}</style>\n"
    return html.replace("</head>", style + "</head>", 1), face
