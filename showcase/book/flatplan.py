"""The flatplan: every spread of the finished book, small, on one sheet.

The pages are those of the file itself, so the sheet shows what was made and
not what was meant.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pikepdf import Name, ObjectStreamMode, Pdf, Rectangle
from PIL import Image

from showcase.book.book import Book
from showcase.book.language import Edition, suffix
from showcase.book.palette import colours
from showcase.book.plan import Plan
from showcase.book.settings import MM_PER_POINT
from showcase.book.tags.marks import strip
from showcase.files import write_whole

NAMES = {"reading": "shared-horizons-flatplan", "press": "shared-horizons-press-flatplan"}
COLUMNS = 6
PAGE_WIDTH = 46.0  # millimetres, as all that follows
GAP, LABEL, MARGIN, HEAD = 9.0, 12.0, 24.0, 36.0
PIXELS = 3200
COLOURS = 256


@dataclass(frozen=True)
class Pair:
    """Two facing pages, or a cover alone, in their place on the sheet; `pages` count from 0."""

    pages: tuple[int, ...]
    folios: str
    title: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Sheet:
    """The size of the sheet."""

    width: float
    height: float


def flatplan_paths(folder: Path, edition: str, language: Edition) -> tuple[Path, Path]:
    """Where the sheet of an edition, "reading" or "press", lies in a folder: as PDF and as PNG."""
    stem = folder / f"{NAMES[edition]}{suffix(language)}"
    return stem.with_suffix(".pdf"), stem.with_suffix(".png")


def make_flatplan(book: Book, made: Path, paths: tuple[Path, Path], numbers: range | None = None) -> tuple[Path, Path]:
    """Draws the finished book `made` at `paths`, as PDF and as PNG; returns both.

    `numbers` are the pages of the plan that it has: all of them, or those that are bound.
    """
    openings = list(_openings(book, numbers or range(1, book.plan.pages + 1)))
    last = openings[-1]
    sheet = Sheet(2 * MARGIN + COLUMNS * (2 * PAGE_WIDTH + GAP) - GAP, last.top + last.height + LABEL + MARGIN)
    html = book.stationery.page(
        "flatplan", sheet=sheet, spreads=openings, colours=colours(), title=book.catalogue.site.title,
        said=f"{sum(len(one.pages) for one in openings)} {book.words('pages')}",
    )  # fmt: skip
    below = book.stationery.lay_out(html, {}, "the flatplan").write_pdf()
    pdf = write_whole(paths[0], _with_pages(below, made, openings, sheet))
    return pdf, write_whole(paths[1], _picture(pdf))


def _openings(book: Book, numbers: range) -> Iterator[Pair]:
    """Every opening in order, row by row; the first and the last page stand on their own side of the spine."""
    trim, plan = book.stationery.settings.trim, book.plan
    count = len(numbers)
    height = PAGE_WIDTH * trim.height / trim.width
    pairs = [(0,), *((left, left + 1) for left in range(1, count - 1, 2)), (count - 1,)]
    for place, pages in enumerate(pairs):
        left = MARGIN + place % COLUMNS * (2 * PAGE_WIDTH + GAP) + (PAGE_WIDTH if place == 0 else 0)
        top = HEAD + place // COLUMNS * (height + LABEL)
        planned = [numbers[page] for page in pages]
        folios = "–".join(label for page in planned if (label := plan.label(page)).isdigit())
        yield Pair(pages, folios, _title(plan, planned), left, top, PAGE_WIDTH * len(pages), height)


def _title(plan: Plan, pages: Sequence[int]) -> str:
    """What an opening shows: the part that begins on it, or goes on."""
    parts = dict.fromkeys(plan.part_at(page).title for page in pages)
    return " · ".join(parts)


def _with_pages(below: bytes, made: Path, openings: list[Pair], sheet: Sheet) -> bytes:
    """The sheet with the pages of the book in their places."""
    with Pdf.open(io.BytesIO(below)) as pdf, Pdf.open(made) as book:
        page, drawn = pdf.pages[0], []
        for opening in openings:
            for side, number in enumerate(opening.pages):
                left = opening.left + side * PAGE_WIDTH
                foot = sheet.height - opening.top - opening.height
                corners = (left, foot, left + PAGE_WIDTH, foot + opening.height)
                form = book.pages[number].as_form_xobject()
                form.write(strip(form.read_bytes()))
                form = pdf.copy_foreign(form)
                name = page.add_resource(form, Name.XObject, Name(f"/Page{number + 1}"))
                place = Rectangle(*(one / MM_PER_POINT for one in corners))
                drawn.append(page.calc_form_xobject_placement(form, name, place))
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"Q\n" + b"".join(drawn))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _picture(pdf: Path) -> bytes:
    """The sheet as PNG, for screens."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        image = page.render(scale=PIXELS / page.get_width()).to_pil()
    out = io.BytesIO()
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.FLOYDSTEINBERG).save(out, "PNG", optimize=True)
    return out.getvalue()
