"""Pictures of some spreads of the book, rendered from the finished file, to leaf through on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from showcase.files import write_whole
from showcase.planfile import PlanFile, PlannedPage
from showcase.site.photographs import Size

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

FOLDER = "book/leaves/"
WIDTHS = (640, 1280)
"""Of a spread, in pixels: of a phone, and of a wide screen."""
QUALITY = 68
ONE_OF_EACH = ("cover", "contents", "opener", "numbers", "timeline", "states")
"""The kinds of part of which the first is shown."""
STARTUPS = 6
"""As many startups are shown, the first of each field."""


@dataclass(frozen=True)
class Leaf:
    """One spread, or a page that stands alone: its first page, folios, and pictures."""

    first: PlannedPage
    folios: str
    """"22–23"; nothing for the cover, which has none."""
    sizes: tuple[Size, ...]
    shape: float
    """Its height by its width."""

    @property
    def is_single(self) -> bool:
        """Whether it is one page and no spread."""
        return self.sizes[-1].width < WIDTHS[-1]


def leaves(plan: PlanFile, book: Path, cache: Path) -> tuple[Leaf, ...]:
    """The chosen spreads of the book in the file `book`; what `cache` does not hold yet is rendered."""
    import pypdfium2  # slow to load, and often there is no book

    with pypdfium2.PdfDocument(book) as document:
        return tuple(_leaf(plan, pages, document, cache) for pages in chosen(plan))


def chosen(plan: PlanFile) -> Iterator[tuple[PlannedPage, ...]]:
    """The pages of each spread that is shown, in the order of the book."""
    shown: set[str] = set()
    startups, before = 0, ""
    for _part, group in groupby(plan.pages, key=lambda page: page.part):
        pages = tuple(group)
        kind = pages[0].kind
        begins_field = kind == "startup" and before == "opener" and startups < STARTUPS
        if begins_field or (kind in ONE_OF_EACH and kind not in shown):
            yield pages[:1] if kind == "cover" else pages[:2]
            startups += begins_field
        shown.add(kind)
        before = kind


def _leaf(plan: PlanFile, pages: tuple[PlannedPage, ...], document: PdfDocument, cache: Path) -> Leaf:
    sheets = [document[page.page - 1].get_size() for page in pages]
    shape = sheets[0][1] / sum(width for width, _height in sheets)
    sizes = tuple(_size(plan, pages, document, cache, width) for width in WIDTHS)
    folios = "–".join(dict.fromkeys(page.label for page in pages if page.kind != "cover"))
    return Leaf(pages[0], folios, sizes, shape)


def _size(plan: PlanFile, pages: tuple[PlannedPage, ...], document: PdfDocument, cache: Path, width: int) -> Size:
    """The spread in one width; a page that stands alone is half as wide."""
    width = width * len(pages) // 2
    path = cache / f"leaf-{plan.file.sha256[:16]}-{pages[0].page}-{width}-{QUALITY}.webp"
    if not path.exists():
        write_whole(path, _webp(_spread([document[page.page - 1] for page in pages], width)))
    return Size(width, f"{FOLDER}{pages[0].page}-{width}.webp", path)


def _spread(sheets: list[PdfPage], width: int) -> Image:
    """Pages side by side as one picture of that width."""
    from PIL import Image

    each = width // len(sheets)
    drawn = [sheet.render(scale=each / sheet.get_width()).to_pil().convert("RGB") for sheet in sheets]
    picture = Image.new("RGB", (width, drawn[0].height), "white")
    for place, one in enumerate(drawn):
        picture.paste(one, (place * each, 0))
    return picture


def _webp(picture: Image) -> bytes:
    data = BytesIO()
    picture.save(data, "WEBP", quality=QUALITY, method=6)
    return data.getvalue()
