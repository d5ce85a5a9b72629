"""The pages of the covers: what stands on each panel of a sheet. Lengths are millimetres, type sizes points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from showcase import plates
from showcase.book.book import Book, Pages
from showcase.book.front import WRAP, WRAP_SEED, title_lines
from showcase.book.language import main_language
from showcase.book.measure import break_lines
from showcase.book.palette import COVER_FAMILY, colours
from showcase.book.press.ean import BarCode
from showcase.book.press.media import Media
from showcase.book.press.sheets import SPINE, Panel, Sheet, Zone
from showcase.book.press.spine import SpineText, spine_texts
from showcase.colour import family_colour, mixed, screen

BARCODE, MARKS = "barcode.svg", "marks.svg"
TITLE_SIZE, MOTTO_SIZE = 88.0, 24.0
MOTTO_ROOM = 150.0
SPINE_FACES = {"en": "serif-regular", "hi": "devanagari-regular"}

FLAPS = {"flap front": "sources", "flap back": "standing"}
"""Which of the policies of data/site.yml is told on which flap."""

ENDPAPERS = (("air", "sky_top"), ("spectrum", "sky_foot"))
"""The book opens at dawn and closes at dusk: the field and the colour of the endpaper in front, and behind."""

DEEPER = 0.25
"""So much of the ground is in the water of an endpaper."""


@dataclass(frozen=True)
class Cover:
    """A sheet with what goes on it."""

    sheet: Sheet
    isbn: str | None = None
    is_foiled: bool = False
    """The title is not printed, for it is foiled."""
    is_bare: bool = False
    """Under a jacket a case bears its title and no other words."""


def wrap(book: Book, cover: Cover) -> Pages:
    """A sheet that goes round the book: back, spine, front and what is turned in."""
    media, code = Media(cover.sheet), BarCode(cover.isbn) if cover.isbn else None
    html = book.stationery.page(
        "wrap", **_common(book, media), wrap=WRAP, bare=cover.is_bare, foiled=cover.is_foiled, code=code,
        motto=_motto(book), blurbs=list(_blurbs(book, media)), quiet=list(_quiet(cover, book)),
    )  # fmt: skip
    assets = {MARKS: media.fold_marks(), WRAP: panorama(media)}
    return Pages(html, assets | ({BARCODE: code.svg(screen("ink")).encode()} if code else {}))


def foil(book: Book, cover: Cover) -> Pages:
    """What is foiled on a sheet, black on nothing: the title on front and spine, and the horizon."""
    media = Media(cover.sheet)
    return Pages(book.stationery.page("foil", **_common(book, media)), {MARKS: media.fold_marks()})


def endpapers(book: Book, cover: Cover) -> Pages:
    """The endpaper in front and the one behind, each a sheet folded once: the line, and still water under it."""
    media = Media(cover.sheet)
    art, drawn = media.art, []
    assets = {MARKS: media.fold_marks()}
    for family, part in ENDPAPERS:
        air, asset = family_colour(family, part), f"water-{family}.svg"
        drawn.append({"asset": asset, "air": air, "water": mixed(air, family_colour(family, "ground_top"), DEEPER)})
        water = plates.water("endpaper", family, art.width, art.height, media.horizon / art.height)
        assets[asset] = plates.svg(water).encode()
    return Pages(book.stationery.page("endpapers", **_sheet(book, media), endpapers=drawn), assets)


def panorama(media: Media) -> bytes:
    """The one picture over all panels, bleed and turn-ins."""
    art = media.art
    return plates.svg(
        plates.drawing(WRAP_SEED, COVER_FAMILY, art.width, art.height, media.horizon / art.height)
    ).encode()


def _sheet(book: Book, media: Media) -> dict[str, Any]:
    """What every template of a cover asks for: the page, what is printed of it, and the line."""
    return {
        "media": media, "settings": book.stationery.settings, "colours": colours(),
        "site": book.catalogue.site, "marks": MARKS,
    }  # fmt: skip


def _common(book: Book, media: Media) -> dict[str, Any]:
    """What cover and foil have both, in the same places."""
    settings, spine = book.stationery.settings, media.sheet.panel(SPINE)
    return _sheet(book, media) | {
        "lines": title_lines(book, TITLE_SIZE), "spine": list(_on_spine(book, media)),
        "front": media.face(spine.right, settings),
        "back": media.face(spine.left - settings.trim.width, settings),
    }  # fmt: skip


def _motto(book: Book) -> list[str]:
    """The sentence on the back in even lines."""
    text, font = book.catalogue.site.tagline, book.stationery.font("serif-extralight")
    return break_lines(text, font, MOTTO_SIZE, MOTTO_ROOM, 3) or [text]


def _on_spine(book: Book, media: Media) -> Iterator[SpineText]:
    """The title in the edition's language above the line, in the other below it, placed on the page."""
    site, main = book.catalogue.site, main_language(book.edition)
    titles = ((site.title, main), (site.title_hi, "en" if main == "hi" else "hi"))
    told = [(text, language, book.stationery.font(SPINE_FACES[language])) for text, language in titles if text]
    for text in spine_texts(media.sheet, told):
        yield replace(text, middle=text.middle + media.edge, top=text.top + media.edge)


def _blurbs(book: Book, media: Media) -> Iterator[dict[str, Any]]:
    """What the flaps of a jacket tell, where, and how far down they may."""
    policies = {policy.id: policy for policy in book.catalogue.site.policies}
    for panel in _flaps(media.sheet):
        face, safe = media.face(panel.left, book.stationery.settings), media.sheet.safe(panel.name)
        zone = Zone(face.left, face.top, panel.width, face.height)
        if policy := policies.get(FLAPS[panel.name]):
            yield {"policy": policy, "zone": zone, "foot": media.edge + safe.top + safe.height}


def _quiet(cover: Cover, book: Book) -> Iterator[dict[str, Any]]:
    """Where the picture is quieted for words: faces and flaps, from the left of what is printed."""
    sheet, width = cover.sheet, book.stationery.settings.trim.width
    spine, bleed = sheet.panel(SPINE), sheet.bleed
    yield {"name": "front", "left": bleed + spine.right, "width": width}
    if not cover.is_bare:
        yield {"name": "back", "left": bleed + spine.left - width, "width": width}
    for panel in _flaps(sheet):
        left = bleed + panel.left if panel.left else 0
        yield {"name": panel.name, "left": left, "width": bleed + panel.width}


def _flaps(sheet: Sheet) -> Iterator[Panel]:
    return (panel for panel in sheet.panels if panel.name in FLAPS)
