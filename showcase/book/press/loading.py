"""One press, ready for work: its profile, and the ICC profile it prints by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageCms

from showcase.book.press.profiles import PressProfile
from showcase.book.settings import FILE, Settings, read_settings
from showcase.causes import Cause, cause
from showcase.frontmatter import Document
from showcase.problems import ContentErrors, nearest

OUTPUT, INKS = "prtr", "CMYK"
CONDITION = re.compile(r"(?:FOGRA|GRACoL|SWOP|IFRA|CGATS ?TR|JC)[\s-]?\d+", re.IGNORECASE)
"""How printing conditions are called by those who measured them."""
STANDARD = "x-4"
"""The one standard that files are made to."""


class UnknownPress(Exception):
    """There is no profile of that name; the message says which there are."""


@dataclass(frozen=True)
class Press:
    """A press by its name in book.yml. `icc` is there and is a CMYK output profile."""

    name: str
    profile: PressProfile
    icc: Path
    is_first: bool = True
    """Whether it is the first of book.yml, the one that is meant where none is named."""

    def folder(self, output: Path) -> Path:
        """Where its files lie under `output`: those of the first in it, those of another in a folder of its name.

        So no press takes away what was made for another.
        """
        return output if self.is_first else output / self.name


def named(settings: Settings, name: str | None) -> str:
    """The name of a press: the one asked for, or the first of book.yml. Raises UnknownPress."""
    names = list(settings.press)
    if name is None and names:
        return names[0]
    if name not in names:
        guess = nearest(str(name), names)
        meant = f" Did you mean {guess}?" if guess else ""
        known = f"it has {', '.join(names)}" if names else "it has none"
        raise UnknownPress(f"{FILE} has no press profile {name or 'at all'}; {known}.{meant}")
    return name


def load_press(root: Path, name: str | None = None) -> Press:
    """The press called `name`, or the first, to make files for. Raises UnknownPress, or ContentErrors
    for its ICC profile, and for a standard that its files cannot be made to.
    """
    document, settings = read_settings(root)
    name = named(settings, name)
    asked = settings.press[name].standard
    if asked != STANDARD:
        place = document.at(("press", name, "standard"))
        raise ContentErrors([document.problem(cause("P816", "flat"), place, width=len(asked))])
    return known_press(root, name)


def known_press(root: Path, name: str | None = None) -> Press:
    """The same to look at files that are there, to whatever standard. Raises UnknownPress, and ContentErrors
    for its ICC profile.
    """
    document, settings = read_settings(root)
    name = named(settings, name)
    profile = settings.press[name]
    return Press(name, profile, _icc(root, document, name, profile), name == named(settings, None))


def _icc(root: Path, document: Document, name: str, profile: PressProfile) -> Path:
    """The file of its ICC profile, found to be one that a press can print by."""
    path = root / "book" / profile.icc
    place = document.at(("press", name, "icc"))
    if not path.is_file():
        raise ContentErrors([document.problem(cause("P813", "icc", icc=profile.icc), place, width=len(profile.icc))])
    if unfit := _unfit(path, profile.icc):
        raise ContentErrors([document.problem(unfit, place, width=len(profile.icc))])
    if other := _other_condition(path, profile):
        place = document.at(("press", name, "condition"))
        raise ContentErrors([document.problem(other, place, width=len(profile.condition))])
    return path


def _other_condition(path: Path, profile: PressProfile) -> Cause | None:
    """Whether an ICC profile says that it is for another condition than the press's; most name none, or by a title."""
    described = ImageCms.getProfileDescription(str(path)).strip()
    named = {_plain(one) for one in CONDITION.findall(described)}
    if not named or _plain(profile.condition) in named or not CONDITION.fullmatch(profile.condition.strip()):
        return None
    return cause("P814", "condition", icc=profile.icc, described=described, condition=profile.condition)


def _plain(condition: str) -> str:
    return re.sub(r"[\s-]", "", condition).upper()


def _unfit(path: Path, name: str) -> Cause | None:
    """What a file is in place of a CMYK output profile, or nothing."""
    try:
        profile = ImageCms.getOpenProfile(str(path)).profile
    except (OSError, ImageCms.PyCMSError):
        return cause("P814", "none", icc=name)
    if (kind := profile.device_class.strip()) != OUTPUT:
        return cause("P814", "class", icc=name, found=kind)
    if (space := profile.xcolor_space.strip()) != INKS:
        return cause("P814", "inks", icc=name, found=space)
    return None
