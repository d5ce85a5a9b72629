"""What is never published: ways to reach a person, where a thing stands to the metre, marks of closed papers.

The whole file is looked through, remarks included: what is committed is published. docs/policies/editorial.md
says the same to editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from showcase import characters
from showcase.causes import cause
from showcase.frontmatter import Document
from showcase.problems import Problem
from showcase.rules.photographs import listed

if TYPE_CHECKING:
    from pathlib import Path

    from showcase.rules.context import Context

_ALONE, _ENDS = r"(?<![\w.,/:+-])", r"(?![\w-]|[.,]\d)"
_URL = re.compile(r"https?://[^\s\"'<>)}\]]+")
_MAP = re.compile(
    r"(?i)https?://(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.|(?:www\.)?google\.[a-z.]+/maps|maps\.apple\."
    r"|(?:www\.)?openstreetmap\.org|w3w\.co|what3words\.com|maps\.mapmyindia\.com)[^\s\"'<>)}\]]*|\bgeo:-?\d[\d.,-]+"
)
_PHONE = re.compile(
    rf"{_ALONE}(?:"
    r"(?:\(?\+|00)\d{1,3}\)?(?:[ ()-]{0,2}\d){7,12}"  # +91 98765 43210
    r"|0?[6-9]\d{4}[ -]?\d{5}"  # 98765 43210
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}"  # 020-2612 3456
    rf"){_ENDS}"
)
_MAIL = re.compile(r"(?i)[\w.+%-]+(?:@|\s?[\[(](?:at|@)[\])]\s?)[\w-]+(?:(?:\.|\s?[\[(]dot[\])]\s?)[a-z]{2,})+")
_PLACE = re.compile(
    r"(?=[-\dCF-HJMP-RVWX])(?:"  # what none of these can begin with is soon passed over
    r"(?<![\d.])-?\d{1,2}\.\d{3,}°?\s?[NS]?\s?,\s?-?\d{1,3}\.\d{3,}"  # 17.6868, 83.2185
    r"|\b\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['’′]\s?)?(?:\d{1,2}(?:\.\d+)?\s?[\"”″]\s?)?[NSEW]\b"
    r"|\b\d{1,3}\.\d+ degrees (?:north|south|east|west)\b"
    r"|\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b"  # an open location code
    r"|\b\d{1,2}[C-X][A-HJ-NP-Z]{2}\s?\d{4,5}\s?\d{4,5}\b"  # a military grid reference
    r")"
)
_NUMBER = re.compile(
    r"\b[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b"  # a PAN, then an Aadhaar number, which three years are not
    rf"|{_ALONE}(?!20\d\d[ -]20)[2-9]\d{{3}}([ -])\d{{4}}\1\d{{4}}{_ENDS}"
)
_MARK = re.compile(
    r"\b(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|NOFORN|FOUO)\b"
    r"|(?i:\bfor official use only\b|\bnot for public release\b|\bnot to be (?:published|disclosed)\b"
    r"|\bdo not (?:publish|circulate)\b|\bITAR[- ](?:controlled|restricted)\b|\bexport[- ]controlled\b"
    r"|\bunder (?:an )?(?:NDA|non-disclosure)\b)"
    r"|(?:परम|अति) गोपनीय|केवल सरकारी उपयोग|प्रकाशन के लिए नहीं"
)
KINDS = (("place", _MAP), ("mail", _MAIL), ("place", _PLACE), ("number", _NUMBER), ("phone", _PHONE), ("mark", _MARK))
"""What is looked for, the surest sign first: what one has found, none after it finds again."""
SIGNS = {
    _MAP: ("maps", "openstreetmap", "w3w", "what3words", "geo:"),
    _MAIL: ("@", "[at]", "(at)"),
    _MARK: ("secret", "confidential", "restricted", "noforn", "fouo", "official", "public release",
            "not to be ", "do not ", "controlled", "nda", "disclosure", "गोपनीय", "सरकारी", "प्रकाशन"),
}  # fmt: skip
"""What a text holds, in small letters, if the pattern finds anything in it: most hold none, and that is soon seen."""
GPS = 0x8825
"""The part of a photograph's metadata that tells where it was taken."""


def nothing_is_told_that_must_not_be(document: Document) -> Iterator[Problem]:
    """No telephone number, mail address, coordinate, personal number or mark of a closed paper stands in the file."""
    if any(pattern.search(told) for told in [_read(document.text)] for _kind, pattern in _kinds(told)):
        for number, line in enumerate(document.lines, 1):
            for kind, start, length in found_in(line):
                yield document.problem(cause("P640", kind), (number, start + 1), width=length)


def found_in(line: str) -> Iterator[tuple[str, int, int]]:
    """What must not be told of a line, in the order of KINDS: its kind, its offset and its length."""
    left = _read(line)
    for kind, pattern in _kinds(left):
        for found in pattern.finditer(left):
            yield kind, found.start(), len(found[0])
        left = pattern.sub(_blank, left)


def _read(text: str) -> str:
    """The text with its figures in one script, and with no address but those of maps: their numbers say nothing."""
    left = text.translate(characters.FIGURES) if characters.OTHER_FIGURES.search(text) else text
    return _URL.sub(lambda found: found[0] if _MAP.match(found[0]) else _blank(found), left)


def _kinds(text: str) -> list[tuple[str, re.Pattern[str]]]:
    """Those of KINDS that may be found in the text."""
    low = text.lower()
    return [one for one in KINDS if one[1] not in SIGNS or any(sign in low for sign in SIGNS[one[1]])]


def photographs_do_not_tell_the_place(context: Context) -> Iterator[Problem]:
    """No photograph holds where it was taken."""
    there = {} if context.pictures.is_symlink() else {file.name: file for file in listed(context)}
    for index, photograph in enumerate(context.profile.photographs):
        file = there.get(photograph.file)
        if file and file.is_file() and not file.is_symlink() and _tells_place(file):
            found = cause("P640", "photograph", file=photograph.file)
            yield context.problem(found, ("photographs", index, "file"), width=len(photograph.file))


def _tells_place(file: Path) -> bool:
    from PIL import Image  # slow to load, and most profiles have no photograph

    from showcase.pictures.reading import FORMATS, strictly

    try:
        with strictly(), Image.open(file, formats=FORMATS) as image:
            return bool(image.getexif().get_ifd(GPS))
    except Exception:  # a file that cannot be read has a problem of its own
        return False


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


RULES = (photographs_do_not_tell_the_place,)
