"""Font files for the site and the book, with the style sheet that names them.

A file is named by all that goes into it, so a folder that is kept between
builds serves as the cache, and a browser may keep a file for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from pathlib import Path

from showcase.files import write_whole
from showcase.fonts.faces import Face, faces, site_faces
from showcase.fonts.subset import (
    DEVANAGARI,
    LATIN,
    LATIN_CORE,
    UNUSED_ON_PAGES,
    code_points,
    subset,
    subset_for,
    subset_woff2,
)


@dataclass(frozen=True)
class FontFile:
    """One font file on disk."""

    face: Face
    path: Path
    unicodes: frozenset[int]
    """The code points that the file can set."""

    @property
    def bytes(self) -> int:
        """Its size in bytes."""
        return self.path.stat().st_size

    @property
    def unicode_range(self) -> str:
        """The code points as CSS writes them: "U+20-7E, U+A0"."""
        return ", ".join(
            f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"
            for first, last in _runs(self.unicodes)
        )


def write_web_fonts(
    folder: Path,
    latin: Iterable[int] = LATIN,
    devanagari: Iterable[int] = DEVANAGARI,
    brand: str = "horizon",
) -> tuple[FontFile, ...]:
    """Writes every face of the site, in one of its looks, as WOFF2 into `folder` and says what is there.

    Latin faces hold the code points `latin`, in two files where some are rare, and FiraGO those of
    `devanagari`: Latin letters and figures within Hindi are set in the page's own face.
    """
    site = site_faces(brand)
    rare = [replace(one, key=f"{one.key}-rare") for one in site if not one.is_devanagari]
    english, hindi = frozenset(latin), frozenset(devanagari)
    written = _write(site, folder, "woff2", subset_woff2, english & LATIN_CORE, hindi)
    return written + _write(rare, folder, "woff2", subset_woff2, english - LATIN_CORE, hindi)


def write_words(folder: Path, words: Iterable[str], family: str, brand: str = "horizon") -> FontFile:
    """Writes the face of the few Hindi words on an English page: 2 to 8 KB in place of a whole script's 43.

    There is one file for each set of words. Its licence is in it, as in every other.
    """
    words = frozenset(words)
    regular = next(one for one in site_faces(brand) if one.is_devanagari and one.weight == 400)
    few = replace(regular, key=family.split()[-1].lower(), family=family)
    path = folder / f"{few.key}.{_digest(few, words)}.woff2"
    if not path.exists():
        write_whole(path, subset_for(few, words))
    return FontFile(few, path, frozenset(map(ord, "".join(words))))


def write_book_fonts(
    folder: Path, latin: Iterable[int] = LATIN, devanagari: Iterable[int] = DEVANAGARI
) -> tuple[FontFile, ...]:
    """Writes every face as TrueType into `folder`, one family name a file.

    Cut once for the whole book, so that profiles laid out apart carry the same
    font. FiraGO takes the Latin too: a line of Hindi may hold figures.
    """
    english = frozenset(latin)
    return _write(faces(), folder, "ttf", subset, english, english | frozenset(devanagari))


def web_css(files: Iterable[FontFile], base: str = "") -> str:
    """@font-face rules for the site; `base` stands before each file name."""
    return "".join(
        f'@font-face{{font-family:"{file.face.family}";font-weight:{file.face.weight};'
        f"font-style:{file.face.style};font-display:swap;"
        f'src:url("{base}{file.path.name}") format("woff2");'
        f"unicode-range:{file.unicode_range}}}\n"
        for file in files
    )


def book_css(files: Iterable[FontFile]) -> str:
    """@font-face rules for the book: each file its own family, weight normal.

    They belong in the document's own style sheet: WeasyPrint passes over those
    in a CSS object that was made without the font configuration.
    """
    return "".join(
        f'@font-face{{font-family:"{file.face.book_family}";'
        f'src:url("{file.path.resolve().as_uri()}")}}\n'
        for file in files
    )


def _write(
    which: Iterable[Face],
    folder: Path,
    suffix: str,
    cut: Callable[[Face, Iterable[int]], bytes],
    latin: frozenset[int],
    devanagari: frozenset[int],
) -> tuple[FontFile, ...]:
    written = []
    for one in which:
        unicodes = devanagari if one.is_devanagari else latin
        if not unicodes:
            continue
        path = folder / f"{one.key}.{_digest(one, unicodes)}.{suffix}"
        if not path.exists():
            write_whole(path, cut(one, unicodes))
        written.append(FontFile(one, path, code_points(path.read_bytes())))
    return tuple(written)


def _digest(one: Face, holds: frozenset[int] | frozenset[str]) -> str:
    """Ten hexadecimal digits that change with anything that changes the file."""
    tools = [_version(name) for name in (one.package, "uharfbuzz", "fonttools", "brotli")]
    parts = (one, tools, sorted(UNUSED_ON_PAGES), sorted(holds))
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]


@cache
def _version(package: str) -> str:
    return metadata.version(package)


def _runs(unicodes: Iterable[int]) -> list[tuple[int, int]]:
    """Consecutive code points as (first, last)."""
    runs: list[tuple[int, int]] = []
    for point in sorted(unicodes):
        if runs and point == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], point)
        else:
            runs.append((point, point))
    return runs
