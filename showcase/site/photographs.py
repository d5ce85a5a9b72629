"""Photographs as the site shows them: the first over a page and on a card, the others below the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from showcase.model.profile import Photograph
from showcase.site import addresses
from showcase.site.assets import Asset
from showcase.startup import Startup

if TYPE_CHECKING:
    from showcase.pictures import Form, Photo

HERO = {"wide": 2.0, "tall": 0.75}
"""Width by height, over a page: on a wide screen and on a narrow one."""
CARD, CARD_WIDTH = 1.6, 800
HEAVIEST = {"card": 40_000, **dict.fromkeys(HERO, 120_000)}
"""Bytes of a file on a card and over a page, so that it is there soon on a phone."""
LYING, STANDING = 1.5, 0.75
"""The shapes to which the others are cut, so that a row of them is of one height."""
PANORAMA = 2.2
"""From here on a picture takes a row of its own and keeps its shape."""
FALLBACK = (1200,)
"""The one width in which a picture is there as JPEG too, for browsers without WebP."""


class Size(NamedTuple):
    """One file of a photograph: its width in pixels, and where it lies on the site and on disk."""

    width: int
    address: str
    path: Path


@dataclass(frozen=True)
class Cut:
    """A photograph in one shape: its files as WebP from narrow to wide, and one as JPEG."""

    shape: str
    ratio: float
    sizes: tuple[Size, ...]
    fallback: Size
    keep: str
    """The sides that stay where it is cut again to fill its place: "left top", "right" or none."""

    @property
    def width(self) -> int:
        """Of the widest file, in pixels."""
        return self.sizes[-1].width

    @property
    def height(self) -> int:
        return round(self.width / self.ratio)


@dataclass(frozen=True)
class Shown:
    """The photographs of one startup: the first in the shapes of the hero and on its card, the others by their ids."""

    hero: dict[str, Cut]
    card: Asset
    card_keep: str
    """The sides of the card that stay, as in a cut."""
    others: dict[str, Cut]

    @property
    def files(self) -> Iterator[Asset]:
        """Every file that the pages of the startup ask for."""
        yield self.card
        for cut in (*self.hero.values(), *self.others.values()):
            yield from (Asset(one.address, one.path) for one in (*cut.sizes, cut.fallback))


def shown(startup: Startup, folder: Path) -> Shown | None:
    """The startup's photographs cut around their subjects; `folder` is the cache.

    None for a startup without one. Raises pictures.PictureError where a file is no picture; the
    check has told so before.
    """
    if not startup.photographs:
        return None
    first, *rest = startup.photographs
    photo = _photo(startup, first)
    hero = {shape: _cut(startup, first, photo, folder, shape, ratio) for shape, ratio in HERO.items()}
    (card,) = _sizes(startup, first, photo, folder, "card", CARD, (CARD_WIDTH,))
    others = {row.id: _other(startup, row, folder, f"more{number}") for number, row in enumerate(rest, 2)}
    return Shown(hero, Asset(addresses.card(startup), card.path), _keep(photo, CARD, first), others)


def _keep(photo: Photo, ratio: float, row: Photograph) -> str:
    """The outer thirds of a cut in which its subject lies, by their sides.

    A place that shows at least a third of a cut in each direction has the subject in it: the middle
    without a word, else the side that is named.
    """
    from showcase import pictures

    across, down = pictures.focus_within((photo.width, photo.height), ratio, row.focus)
    sides = (_side(across, "left", "right"), _side(down, "top", "foot"))
    return " ".join(side for side in sides if side)


def _side(share: float, near: str, far: str) -> str:
    return near if share < 1 / 3 else far if share > 2 / 3 else ""


def _photo(startup: Startup, row: Photograph) -> Photo:
    from showcase import pictures  # Pillow is slow to load, and most profiles have no photograph

    return pictures.verify(startup.pictures / row.file)


def _other(startup: Startup, row: Photograph, folder: Path, name: str) -> Cut:
    """A photograph below the story, in the shape that suits it."""
    photo = _photo(startup, row)
    ratio = photo.width / photo.height
    if ratio < PANORAMA:
        ratio = LYING if ratio >= 1 else STANDING
    return _cut(startup, row, photo, folder, name, ratio)


def _cut(startup: Startup, row: Photograph, photo: Photo, folder: Path, name: str, ratio: float) -> Cut:
    from showcase import pictures

    sizes = _sizes(startup, row, photo, folder, name, ratio, pictures.WIDTHS)
    (fallback,) = _sizes(startup, row, photo, folder, name, ratio, FALLBACK, "JPEG")
    shape = "panorama" if ratio >= PANORAMA else "standing" if ratio < 1 else "lying"
    return Cut(shape, ratio, sizes, fallback, _keep(photo, ratio, row))


def _sizes(
    startup: Startup, row: Photograph, photo: Photo, folder: Path,
    name: str, ratio: float, widths: tuple[int, ...], form: Form = "WEBP",
) -> tuple[Size, ...]:  # fmt: skip
    from showcase import pictures

    files = pictures.web_sizes(photo, folder, ratio, row.focus, widths, form, HEAVIEST.get(name))
    return tuple(
        Size(width, addresses.photograph(startup, name, width, path.suffix), path) for width, path in files
    )
