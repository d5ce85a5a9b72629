"""A cover as a file: laid out, its boxes set, its fonts made one."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from pikepdf import Array, ObjectStreamMode, Pdf, String

from showcase.book.book import Book, Pages
from showcase.book.measure import overruns
from showcase.book.onefont import unify_fonts
from showcase.book.press.media import Media
from showcase.book.press.sheets import Zone
from showcase.book.settings import MM_PER_POINT
from showcase.book.typesetting import TypesettingError
from showcase.clock import today


def cover_file(book: Book, pages: Pages, media: Media, name: str) -> bytes:
    """The PDF of a cover sheet, every page of it with its boxes. Raises TypesettingError."""
    stationery = book.stationery
    key = stationery.key(stationery.document(pages.html), pages.assets, "cover")
    laid_out = stationery.cache.get(key)
    if laid_out is None:
        laid_out = _laid_out(book, pages, name)
        stationery.cache.put(key, laid_out)
    with Pdf.open(io.BytesIO(laid_out)) as pdf:
        unify_fonts(pdf, {file.face.book_family: file.path for file in stationery.fonts})
        _set_boxes(pdf, media)
        _describe(pdf, f"{book.catalogue.site.title}: {name}", book.stationery.language)
        out = io.BytesIO()
        pdf.save(
            out, compress_streams=True, recompress_flate=True, deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate, min_version="1.6",
        )  # fmt: skip
    return out.getvalue()


def _laid_out(book: Book, pages: Pages, name: str) -> bytes:
    """The pages as the engine writes them, found to hold all their words."""
    document, pdf = book.stationery.write(pages.html, pages.assets, name)
    over = [one for page in document.pages for one in overruns(page)]
    if over:
        boxes = ", ".join(f"{one.box} by {max(one.down, one.across):.1f} mm" for one in over)
        raise TypesettingError(f"{name}: the words overrun their place ({boxes})")
    return pdf


def _set_boxes(pdf: Pdf, media: Media) -> None:
    """Trim and bleed of every page, within the page that holds the marks too."""
    height = media.page.height
    for page in pdf.pages:
        page.obj.MediaBox = _box(media.page, height)
        page.obj.BleedBox = _box(media.art, height)
        page.obj.TrimBox = _box(media.trim, height)


def _box(zone: Zone, height: float) -> Array:
    """A zone, which counts from the head, as a box of points, which counts from the foot."""
    foot = height - zone.top - zone.height
    corners = (zone.left, foot, zone.left + zone.width, foot + zone.height)
    return Array([round(corner / MM_PER_POINT, 3) for corner in corners])


def _describe(pdf: Pdf, title: str, language: str) -> None:
    """Title, language and dates of the file."""
    pdf.Root.Lang = String(language)
    day = datetime.combine(today(), datetime.min.time(), UTC)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as meta:
        meta["dc:title"] = title
        meta["xmp:CreateDate"] = meta["xmp:ModifyDate"] = day.isoformat()
    stamp = String(day.strftime("D:%Y%m%d%H%M%SZ"))
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
