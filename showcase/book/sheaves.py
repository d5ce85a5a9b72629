"""Long parts are laid out page by page: a list of 1,800 sources takes no more memory than one of 200.

A part that grows with the catalogue writes every page as a section of its own and deals its rows
out beforehand, so its pages need nothing of one another. Each is kept by itself: a changed profile
changes one page of the sources, not forty.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from markupsafe import Markup
from pikepdf import Pdf

from showcase.book.plan import Part
from showcase.book.typesetting import TypesettingError

FEW = 4
"""So many pages are laid out at once: the most that a startup takes, whose words run from one to the next."""

_PAGE = re.compile(r"(?=<section class=\"page\b)")


@dataclass(frozen=True)
class Sheaf:
    """Pages of a part that are laid out together: so many from the `first`, which is 0 in its part."""

    part: Part
    first: int
    pages: int

    @property
    def is_whole(self) -> bool:
        """Whether it is all of its part."""
        return self.pages == self.part.pages

    def of(self, html: Markup) -> Markup:
        """Its pages of those of its part. Raises TypesettingError where these are not as many as the plan has."""
        if self.is_whole:
            return html
        head, *sections = _PAGE.split(html)
        if len(sections) != self.part.pages:
            raise TypesettingError(miscounted(self.part.key, len(sections), self.part.pages))
        return Markup("").join(map(Markup, [head, *sections[self.first : self.first + self.pages]]))  # noqa: S704


def sheaves(part: Part) -> list[Sheaf]:
    """The sheaves of a part in their order: one where its pages are few, else one for each page."""
    if part.pages <= FEW:
        return [Sheaf(part, 0, part.pages)]
    return [Sheaf(part, page, 1) for page in range(part.pages)]


def miscounted(key: str, pages: int, planned: int) -> str:
    """What is said of a part that has another number of pages than were planned."""
    return f"{key}: {pages} pages came out where the plan has {planned}"


def compressed(pdf: bytes) -> bytes:
    """A sheaf to be laid by until its part is whole: pages of small pictures take a megabyte each as they are drawn."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as sheaf:
        sheaf.save(out, compress_streams=True, static_id=True)
    return out.getvalue()
