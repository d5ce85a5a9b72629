"""The files that pages need beside their text: fonts, colours, plates, cards and photographs.

What takes time to make is kept in a cache folder under a name that holds all that goes into it,
so that a second build only copies.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from showcase import colour, fonts
from showcase.catalogue import Catalogue
from showcase.files import write_whole
from showcase.model.dates import Language
from showcase.model.site import Site
from showcase.site import addresses, branding, maps, photographs, stylesheets
from showcase.site.assets import Asset
from showcase.site.photographs import Shown
from showcase.site.plan import Plan
from showcase.site.social import SocialCard, cards_of
from showcase.startup import Startup

SIZES = {"plate": (1600, 800), "card": (640, 400)}
"""Width and height: of a plate in units of the drawing, of a card in pixels, twice those shown."""
FEW = 12
"""Up to so many pictures are drawn faster than other processes are started."""


@dataclass(frozen=True)
class Artwork:
    """Every file that was made for a plan, and the photographs among them by slug."""

    files: tuple[Asset, ...]
    photographs: dict[str, Shown]
    social: dict[str, SocialCard]
    """The social cards by their addresses; none where the site does not know its own address."""
    drawn: dict[str, Picture | SocialCard]
    """What is drawn, by its address."""

    def draw(self, address: str, folder: Path) -> None:
        """Draws one of these into the cache."""
        _write(self.drawn[address], folder)

    def card(self, subject: Any, language: Language) -> SocialCard:
        """The social card of a page: of the startup that it is about, else the site's own."""
        slug = subject.slug if isinstance(subject, Startup) else ""
        return self.social[addresses.social(slug, language)]

    def keep(self, startup: Startup) -> str:
        """The sides of its card's picture that stay where that is cut again; nothing for a plate."""
        shown = self.photographs.get(startup.slug)
        return shown.card_keep if shown else ""


@dataclass(frozen=True)
class Picture:
    """A picture drawn from a slug and a family: an SVG plate over a page or a WebP on a card."""

    address: str
    slug: str
    family: str
    kind: Literal["plate", "card"]
    colour: str = ""
    """The colour group in which a plate is drawn; nothing in the horizon look."""

    def path(self, folder: Path) -> Path:
        """Where it is kept; the name changes with anything that changes the picture."""
        made_of = (self.slug, self.family, SIZES[self.kind], _pens(), self.colour)
        digest = hashlib.sha256(repr(made_of).encode()).hexdigest()[:10]
        return folder / f"{self.slug}.{digest}{Path(self.address).suffix}"

    def draw(self) -> bytes:
        """The picture as a file."""
        from showcase import plates  # slow to load, and a second build draws nothing

        drawing = plates.drawing(self.slug, self.family, *SIZES[self.kind])
        if self.kind == "card":
            return plates.raster(drawing)
        svg = plates.svg(drawing)
        return (branding.recoloured(svg, self.colour) if self.colour else svg).encode()


def make(plan: Plan, folder: Path, at_once: bool = True) -> Artwork:
    """Every file of the plan; what the cache `folder` does not hold yet is made now, or drawn when it is asked for."""
    kept, site = folder / "photographs", plan.catalogue.site
    shown = {one.slug: some for one in plan.startups if (some := photographs.shown(one, kept))}
    social = {one.address: one for one in cards_of(plan.catalogue, plan.startups)} if site.site_url else {}
    drawn = [*social.values(), *_pictures(plan)]
    if at_once:
        _draw([one for one in drawn if not one.path(folder).exists()], folder)
    files = [*_fonts(folder, plan.catalogue), _stylesheet("colours", _colours(site), folder)]
    files.append(_stylesheet("tiles", maps.places(plan.catalogue.vocabulary.states.values()), folder))
    files += [Asset(one.address, one.path(folder)) for one in drawn]
    files += [file for some in shown.values() for file in some.files]
    return Artwork(tuple(files), shown, social, {one.address: one for one in drawn})


def _pictures(plan: Plan) -> Iterator[Picture]:
    """The house's plate, the families', and plate and card of each startup without a photograph."""
    site = plan.catalogue.site
    colour = site.dbim_colour if site.brand == "dbim" else ""
    yield Picture(addresses.HOUSE_PLATE, "shared-horizons", stylesheets.HOUSE, "plate", colour)
    for family in dict.fromkeys(shelf.item.family for shelf in plan.shelves("technology")):
        yield Picture(addresses.family_plate(family), family, family, "plate", colour)
    for one in plan.startups:
        if one.photograph is None:
            yield Picture(addresses.plate(one), one.slug, one.family.id, "plate", colour)
            yield Picture(addresses.card(one), one.slug, one.family.id, "card")


def _draw(wanted: Sequence[Picture | SocialCard], folder: Path) -> None:
    if len(wanted) <= FEW:
        for one in wanted:
            _write(one, folder)
        return
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        list(workers.map(_write, wanted, [folder] * len(wanted), chunksize=4))


def _write(one: Picture | SocialCard, folder: Path) -> None:
    write_whole(one.path(folder), one.draw())


def _colours(site: Site) -> str:
    if site.brand == "dbim":
        return stylesheets.colours(branding.values(site.dbim_colour)) + branding.rules()
    return stylesheets.colours()


def _fonts(folder: Path, catalogue: Catalogue) -> Iterator[Asset]:
    into, brand = folder / "fonts", catalogue.site.brand
    word = fonts.write_words(into, [catalogue.ui("language-hi")], "Horizon Switch", brand)
    files = [*fonts.write_web_fonts(into, brand=brand), word]
    yield _stylesheet("fonts", fonts.web_css(files, "../fonts/"), folder)
    for file in files:
        yield Asset(f"assets/fonts/{file.path.name}", file.path)


def _stylesheet(name: str, text: str, folder: Path) -> Asset:
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    path = folder / f"{name}.{digest}.css"
    return Asset(f"assets/css/{name}.css", path if path.exists() else write_whole(path, text))


@cache
def _pens() -> str:
    """A digest of all code and colours that draw."""
    table = Path(colour.__file__)
    code = [*sorted(table.with_name("plates").glob("*.py")), table]
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()
