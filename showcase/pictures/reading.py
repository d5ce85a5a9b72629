"""Reading a stranger's file: to its end, or not at all."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile

from showcase.causes import Term

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
"""What is shown is read whole, again and again."""
MOST_MENDED = 3 * MOST_PIXELS
"""What is read once to be made smaller; whatever claims more is no photograph, but meant to fill the memory."""
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


class PictureError(Exception):
    """A file that cannot be used as a photograph; its text says why, in a sentence, and `fix` what to do."""

    def __init__(self, reason: Term, fix: Term) -> None:
        super().__init__(reason)
        self.reason, self.fix = reason, fix


def read(path: Path) -> Image.Image:
    """Return the picture with all its pixels read; PictureError where that fails."""
    return _read(path, MOST_PIXELS)[0]


def reduced(path: Path, longest: int) -> tuple[Image.Image, bool]:
    """Return a picture of at most `longest` pixels a side, and whether the file holds more of them.

    A JPEG that is far larger is never unpacked whole. PictureError where it cannot be read.
    """
    image, size = _read(path, MOST_MENDED, longest)
    image.thumbnail((longest, longest))
    return image, max(size) > longest


def _read(path: Path, most: int, longest: int | None = None) -> tuple[Image.Image, tuple[int, int]]:
    """A picture with the size that its file has; decoded smaller where `longest` allows it."""
    if not path.is_file():
        raise PictureError(Term("no-such-file"), Term("no-such-file-remedy"))
    try:
        with strictly(), path.open("rb") as stream:
            image = Image.open(stream, formats=FORMATS)
            _refuse_giants_and_moving(image, most)
            size = image.size
            if longest:
                image.draft(None, (longest, longest))
            image.load()
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Image.UnidentifiedImageError:
        raise PictureError(Term("not-a-picture"), Term("not-a-picture-remedy")) from None
    except Exception as error:  # a decoder may fail in any way on a stranger's bytes
        cut = "truncated" in str(error).lower() or isinstance(error, EOFError)
        raise PictureError(Term("cut-short" if cut else "damaged"), Term("fetch-again")) from None
    return image, size


@contextmanager
def strictly() -> Iterator[None]:
    """Let no cut picture pass and no warning out; WeasyPrint makes Pillow lenient when imported."""
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def orientation(image: Image.Image) -> int:
    """Return how the camera was held, 1 to 8; 1 where that cannot be read."""
    try:
        with strictly():
            value = image.getexif().get(ORIENTATION, 1)
    except Exception:  # what surrounds a sound picture may be in any disorder
        return 1
    return value if value in range(1, 9) else 1


def _refuse_giants_and_moving(image: Image.Image, most: int) -> None:
    """Refuse by the header alone what must not be unpacked."""
    if image.width * image.height > most:
        can_be_mended = image.width * image.height <= MOST_MENDED
        remedy = "too-large-mended" if can_be_mended else "too-large-remedy"
        raise _too_large(f", {image.width} × {image.height}", remedy)
    if getattr(image, "n_frames", 1) > 1:
        raise PictureError(Term("moving"), Term("moving-remedy"))


def _too_large(size: str = "", remedy: str = "too-large-remedy") -> PictureError:
    return PictureError(Term("too-large", most=MOST_PIXELS // 1_000_000, size=size), Term(remedy))
