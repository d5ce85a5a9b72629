"""The pages of the covers: what stands on each panel of a sheet. Lengths are millimetres, type sizes points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from showcase import plates
from showcase.book.book import Book, Pages
from showcase.book.front import WRAP, WRAP_SEED, title_lines
from showcase.book.language import main_language
from showcase.book.measure import break_lines
from showcase.book.palette import COVER_FAMILY, colours
from showcase.book.press.ean import BarCode
from showcase.book.press.sheets import SPINE, Panel, Sheet, Zone
from showcase.book.press.spine import SpineText, spine_texts
from showcase.book.wording import keep_last_words
from showcase.colour import family_colour, screen
from showcase.mixtures import mixed

BARCODE = "barcode.svg"
TITLE_SIZE, MOTTO_SIZE = 88.0, 24.0
MOTTO_ROOM = 150.0
SPINE_FACES = {"en": "serif-regular", "hi": "devanagari-serif"}

FLAPS = {"flap front": "sources", "flap back": "standing"}
"""Which of the policies of data/site.yml is told on which flap."""

ENDPAPERS = (("air", "sky_top"), ("spectrum", "sky_foot"))
"""The book opens at dawn and closes at dusk: the field and the colour of the endpaper in front, and behind."""

DEEPER = 0.25
"""So much of the ground is in the water of an endpaper."""


VEILS = {
    "haze": ("sky_top", 0.4), "shade": ("sky_top", 0.5),
    "veil-above": ("sky_top", 0.85), "veil-below": ("ground_foot", 0.85),
}  # fmt: skip
"""What lies between picture and words: a colour of the cover's family, and how dense it is."""


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
    code = BarCode(cover.isbn) if cover.isbn else None
    html = book.stationery.page(
        "wrap", **_common(book, cover.sheet), wrap=WRAP, bare=cover.is_bare, foiled=cover.is_foiled, code=code,
        motto=_motto(book), blurbs=list(_blurbs(book, cover.sheet)), quiet=list(_quiet(cover, book)),
    )  # fmt: skip
    drawn = _drawn(WRAP_SEED, COVER_FAMILY, cover.sheet, plates.drawing)
    return Pages(html, {WRAP: drawn} | ({BARCODE: code.svg(screen("ink")).encode()} if code else {}))


def foil(book: Book, cover: Cover) -> Pages:
    """What is foiled on a sheet, black on nothing: the title on front and spine, and the horizon."""
    return Pages(book.stationery.page("foil", **_common(book, cover.sheet)), {})


def endpapers(book: Book, cover: Cover) -> Pages:
    """The endpaper in front and the one behind, each a sheet folded once: the line, and still water under it."""
    shown, assets = [], {}
    for family, part in ENDPAPERS:
        air = f"{family}.{part}"
        water, asset = mixed(air, f"{family}.ground_top", DEEPER), f"water-{family}.svg"
        shown.append({"asset": asset, "air": screen(air), "water": water})
        assets[asset] = _drawn("endpaper", family, cover.sheet, plates.water)
    return Pages(book.stationery.page("endpapers", **_sheet(book, cover.sheet), endpapers=shown), assets)


def _drawn(seed: str, family: str, sheet: Sheet, pen: Callable[..., plates.Drawing]) -> bytes:
    """One drawing over all panels, bleed and turn-ins."""
    art = sheet.art
    return plates.svg(pen(seed, family, art.width, art.height, (sheet.horizon - art.top) / art.height)).encode()


def _sheet(book: Book, sheet: Sheet) -> dict[str, Any]:
    """What every template of a cover asks for."""
    return {
        "sheet": sheet, "settings": book.stationery.settings, "colours": f"{colours()};{_veils()}",
        "site": book.catalogue.site,
    }  # fmt: skip


def _veils() -> str:
    """The colours that quiet the picture, as custom properties: two of its own, let through by so much."""
    return ";".join(
        f"--{name}:{family_colour(COVER_FAMILY, part)}{round(255 * share):02x}" for name, (part, share) in VEILS.items()
    )


def _common(book: Book, sheet: Sheet) -> dict[str, Any]:
    """What cover and foil have both, in the same places."""
    settings, spine = book.stationery.settings, sheet.panel(SPINE)
    return _sheet(book, sheet) | {
        "lines": title_lines(book, TITLE_SIZE), "spine": list(_on_spine(book, sheet)),
        "front": sheet.face(spine.right, settings), "back": sheet.face(spine.left - settings.trim.width, settings),
    }  # fmt: skip


def _motto(book: Book) -> list[str]:
    """The sentence on the back in even lines."""
    text, font = book.catalogue.site.tagline, book.stationery.font("serif-extralight")
    return break_lines(text, font, MOTTO_SIZE, MOTTO_ROOM, 3) or [text]


def _on_spine(book: Book, sheet: Sheet) -> Iterator[SpineText]:
    """The title in the edition's language above the line, in the other below it."""
    site, main = book.catalogue.site, main_language(book.edition)
    titles = ((site.title, main), (site.title_hi, "en" if main == "hi" else "hi"))
    told = [(text, language, book.stationery.font(SPINE_FACES[language])) for text, language in titles if text]
    yield from spine_texts(sheet, told)


def _blurbs(book: Book, sheet: Sheet) -> Iterator[dict[str, Any]]:
    """What the flaps of a jacket tell, where, and how far down they may."""
    policies = {policy.id: policy for policy in book.catalogue.site.policies}
    for panel in _flaps(sheet):
        face, safe = sheet.face(panel.left, book.stationery.settings), sheet.safe(panel.name)
        if policy := policies.get(FLAPS[panel.name]):
            zone = Zone(face.left, face.top, panel.width, face.height)
            yield {
                "policy": policy, "text": _paragraphs(policy.text), "text_hi": _paragraphs(policy.text_hi),
                "zone": zone, "head": safe.top, "foot": safe.top + safe.height,
            }  # fmt: skip


def _paragraphs(texts: Iterable[str]) -> Markup:
    """Each text as a paragraph that ends in no short word alone."""
    return Markup("").join(keep_last_words(Markup("<p>{}</p>").format(text)) for text in texts)


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
