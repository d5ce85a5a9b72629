"""Pages of many files joined into one, with what they draw with: what is equal in several is taken once.

Every module brings its own gradients and patterns, and a book has thousands that are the same few.
They are found before a page is taken over, so that the file never holds more than it needs. Pages and
drawings have resources of their own, as `pressing` writes them: none shares a dictionary with another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pikepdf import Dictionary, Name, Object, Page, Pdf

from showcase.book.onefont import Widths, face_of, widths_of
from showcase.objectnames import ObjectNames

_KINDS = ("/ExtGState", "/Font", "/Pattern", "/Shading", "/XObject")
"""What of a page's resources is taken once."""


class Joining:
    """A file that is being joined; `fonts` are the font files by their families, of which it takes one font each."""

    def __init__(self, pdf: Pdf, fonts: Mapping[str, Path]) -> None:
        self.pdf, self.fonts = pdf, fonts
        self.widths: dict[str, Widths] = defaultdict(dict)
        """The widths of all glyphs that the pages show, by the families of their fonts."""
        self._known: dict[str, Object] = {}
        """What the file has, by its name."""

    def append(self, pages: Iterator[Page], names: ObjectNames) -> None:
        """Takes over pages of another file, whose objects have these `names`.

        Raises TypesettingError for a font that is not among `fonts`.
        """
        for page in pages:
            new: list[str] = []
            self._hide(page.Resources, names, new)
            self.pdf.pages.append(page)
            self._show(self.pdf.pages[-1].Resources, iter(new))

    def _hide(self, resources: Object, names: ObjectNames, new: list[str]) -> None:
        """Puts names in place of what the file has already; `new` is what it will have, in its order."""
        for holder, key in _entries(resources):
            value = holder[key]
            name = self._font(value) if value.get("/Type") == Name.Font else names.of(value.objgen).hex()
            if name in self._known or name in new:
                holder[key] = Name(f"/{name}")
            else:
                new.append(name)
                self._hide(_resources(value), names, new)

    def _show(self, resources: Object, new: Iterator[str]) -> None:
        """Puts what the file has in place of names."""
        for holder, key in _entries(resources):
            value = holder[key]
            if isinstance(value, Name):
                holder[key] = self._known[str(value)[1:]]
            else:
                self._known[next(new)] = value
                self._show(_resources(value), new)

    def _font(self, font: Object) -> str:
        """The name of a font: one family is one font, with the widths of all that is shown of it."""
        face = face_of(font, self.fonts)
        self.widths[face].update(widths_of(font))
        return face


def _entries(resources: Object) -> Iterator[tuple[Object, str]]:
    """Each of the resources that has a place of its own in the file, or stands for one, by its holder and key."""
    for holder in (resources[kind] for kind in _KINDS if kind in resources):
        for key in sorted(holder.keys()):
            value = holder[key]
            if isinstance(value, Name) or value.is_indirect:
                yield holder, key


def _resources(value: Object) -> Object:
    """What a drawing or a pattern draws with itself."""
    return value.get("/Resources", Dictionary())
