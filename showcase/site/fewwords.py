"""The Hindi words of an English page, set in a face of their own letters alone.

A name and a headline in Hindi stand on nearly every English page. The whole script would be the largest
file that such a page fetches; what scripts fill in later still asks for it (docs/assets/css/frame.css).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from showcase import fonts
from showcase.files import write_whole

FAMILY = "Horizon Words"
_WORD = re.compile(r"[\u0900-\u097f\u200c\u200d]+")
_SWITCH = re.compile(r'<a class="masthead-language".*?</a>', re.DOTALL)
"""The way to the Hindi page, which every page has and which has a face of its own."""
_SET_IN = f':root{{--script:"{FAMILY}","Horizon Devanagari"}}'


def dressed(html: str, root: str, folder: Path, brand: str) -> tuple[str, tuple[Path, ...]]:
    """The page with the face of its Hindi words, and the two files that it asks for, kept in `folder`.

    `root` leads from the page to the root of the site, "../../", where the files belong in assets/fonts.
    A page in Hindi and one without a Hindi word but the way there stay as they are. The sheet is a file of its own, so that
    no page's security policy has to let in a style by its hash.
    """
    words = set(_WORD.findall(_SWITCH.sub("", html)))
    if not words or '<html lang="en"' not in html:
        return html, ()
    face = fonts.write_words(folder, words, FAMILY, brand)
    rules = fonts.web_css([face]) + _SET_IN
    sheet = folder / f"words.{hashlib.sha256(rules.encode()).hexdigest()[:10]}.css"
    if not sheet.exists():
        write_whole(sheet, rules)
    fonts_at = f"{root}assets/fonts/"  # asked for before the sheet is read: a line that changes its face moves what is below
    links = (
        f'<link rel="preload" href="{fonts_at}{face.path.name}" as="font" type="font/woff2" crossorigin>\n'
        f'<link rel="stylesheet" href="{fonts_at}{sheet.name}">\n'
    )
    return html.replace("</head>", links + "</head>", 1), (face.path, sheet)
