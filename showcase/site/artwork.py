"""The files that pages need beside their text: fonts, colours, plates and cards.

What takes time to make is kept in a cache folder under a name that holds all that goes into it,
so that a second build only copies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from showcase import colour, fonts, plates
from showcase.files import write_whole
from showcase.site import addresses, stylesheets
from showcase.site.plan import Plan

HERO = (1600, 800)
"""Width and height of the plate over a page; wider and narrower windows see a crop of it."""
CARD = (640, 400)
"""Pixels of the picture on a card: twice the width at which it is shown."""
FONTS = "assets/fonts/"


@dataclass(frozen=True)
class Asset:
    """A file of the site: where it lies there, and where it lies on disk."""

    address: str
    path: Path


def assets(plan: Plan, folder: Path) -> Iterator[Asset]:
    """Every file that is made for the plan, drawn into `folder` where it is not there yet."""
    yield from _fonts(folder / "fonts")
    yield _stylesheet("colours", stylesheets.colours(), folder)
    yield _plate(addresses.HOUSE_PLATE, "shared-horizons", stylesheets.HOUSE, folder)
    for family in dict.fromkeys(shelf.item.family for shelf in plan.shelves("technology")):
        yield _plate(addresses.family_plate(family), family, family, folder)
    for one in plan.startups:
        yield _plate(addresses.plate(one), one.slug, one.family.id, folder)
        yield _card(addresses.card(one), one.slug, one.family.id, folder)


def _fonts(folder: Path) -> Iterator[Asset]:
    files = fonts.write_web_fonts(folder)
    yield _stylesheet("fonts", fonts.web_css(files, "../fonts/"), folder)
    for file in files:
        yield Asset(f"{FONTS}{file.path.name}", file.path)


def _stylesheet(name: str, text: str, folder: Path) -> Asset:
    path = folder / f"{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.css"
    return Asset(f"assets/css/{name}.css", _made(path, lambda: text.encode()))


def _plate(address: str, slug: str, family: str, folder: Path) -> Asset:
    path = folder / "plates" / f"{slug}.{_digest(slug, family, HERO)}.svg"
    return Asset(address, _made(path, lambda: plates.svg(plates.drawing(slug, family, *HERO)).encode()))


def _card(address: str, slug: str, family: str, folder: Path) -> Asset:
    path = folder / "cards" / f"{slug}.{_digest(slug, family, CARD)}.webp"
    return Asset(address, _made(path, lambda: plates.raster(plates.drawing(slug, family, *CARD))))


def _made(path: Path, make: Callable[[], bytes]) -> Path:
    return path if path.exists() else write_whole(path, make())


def _digest(slug: str, family: str, size: tuple[int, int]) -> str:
    """Ten hexadecimal digits that change with anything that changes the picture."""
    return hashlib.sha256(repr((slug, family, size, _pens())).encode()).hexdigest()[:10]


@cache
def _pens() -> str:
    """A digest of all code and colours that draw."""
    code = sorted(Path(plates.__file__).parent.glob("*.py")) + [Path(colour.__file__)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()
