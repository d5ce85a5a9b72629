"""Names for what a page is made of: the same page has the same name in any file, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from pikepdf import Dictionary, Name, Object, Page, Pdf

from showcase.objectnames import Key, ObjectNames
from showcase.preflight.fonts import Font

_PAGE_KEYS = (
    "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Group", "/Resources",
    "/Contents",
)  # fmt: skip
"""What of a page is looked at; notes are named apart, as they lead to other pages."""
_FONT_KEYS = ("/Subtype", "/Encoding", "/CIDToGIDMap", "/FontMatrix", "/FontWeight", "/DW")
"""What of a font is named with the page; its characters are named one by one."""
_LIBRARIES = ("pikepdf", "pypdfium2", "numpy", "pillow", "fonttools")


class Named(NamedTuple):
    """The name of a page but for the characters of its fonts, and these fonts in their order."""

    name: str
    fonts: tuple[Font, ...]

    def whole(self, used: Mapping[str, Sequence[int]]) -> Iterator[bytes]:
        """The name and those of the characters; `used` are the codes that the page shows of each font, by its name.

        A font that is cut anew for a book with one more character so leaves the other pages as they were.
        """
        yield self.name.encode()
        for font in self.fonts:
            signs = sha256(b"".join(font.sign(code) for code in used.get(font.name, ())))
            yield font.name.encode() + bytes([font.is_embedded]) + signs.digest()


class Digests(ObjectNames):
    """Names of a file's pages. Fonts are named without their characters, and noted apart."""

    def __init__(self, pdf: Pdf) -> None:
        super().__init__(pdf)
        self._fonts: dict[Key, Font] = {}
        self._reached: dict[Key, set[Key]] = {}
        """The fonts that an object leads to."""
        self._reaching: list[set[Key]] = []

    def page(self, page: Page) -> Named:
        """The name of everything that a page shows."""
        whole = sha256()
        self._reaching = [set()]
        for key in _PAGE_KEYS:
            value = _above(page.obj, key)
            if value is not None:
                whole.update(key.encode() + self.direct(value))
        for note in page.obj.get("/Annots", []):
            whole.update(b"".join(_plain(note, key) for key in ("/Subtype", "/Rect")))
        fonts = sorted((self._fonts[key] for key in self._reaching[0]), key=lambda font: font.name)
        return Named(whole.hexdigest(), tuple(fonts))

    def of(self, key: Key) -> bytes:
        """The name of an object, 32 bytes; the fonts that it leads to are noted."""
        if key in self._known:
            self._reaching[-1] |= self._reached.get(key, set())
            return self._known[key]
        self._reaching.append(set())
        name = super().of(key)
        self._reached[key] = self._reaching.pop()
        self._reaching[-1] |= self._reached[key]
        return name

    def _parts(self, key: Key, value: Object | None) -> Iterator[bytes]:
        if not isinstance(value, Dictionary) or not _is_font(value):
            yield from super()._parts(key, value)
            return
        self._fonts[key] = Font(value)
        self._reaching[-1].add(key)
        inner = value.DescendantFonts[0] if "/DescendantFonts" in value else value
        described = (inner, value, inner.get("/FontDescriptor", Dictionary()))
        yield b"".join(self.direct(one[name]) for name in _FONT_KEYS for one in described if name in one)


def _is_font(value: Dictionary) -> bool:
    """Whether it is a font with a file of its own, or without one; a Type 3 font is drawings like any other."""
    return value.get("/Type") == Name.Font and value.get("/Subtype") != Name.Type3


def _above(page: Object, key: str) -> Object | None:
    """A value of the page, or of one above it."""
    holder, depth = page, 0
    while holder is not None and depth < 32:
        if key in holder:
            return holder[key]
        holder, depth = holder.get("/Parent"), depth + 1
    return None


def _plain(note: Object, key: str) -> bytes:
    value = note.get(key)
    return value.unparse(resolved=True) if isinstance(value, Object) else b""


@cache
def code() -> str:
    """The name of the gate itself: with other code or libraries it may find other things."""
    whole = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        whole.update(path.name.encode() + path.read_bytes())
    whole.update(" ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES).encode())
    return whole.hexdigest()
