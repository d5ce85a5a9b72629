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
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


class PictureError(Exception):
    """A file that cannot be used as a photograph; its text says why, in a sentence, and `fix` what to do."""

    def __init__(self, reason: Term, fix: Term) -> None:
        super().__init__(reason)
        self.reason, self.fix = reason, fix


def read(path: Path) -> Image.Image:
    """Return the picture with all its pixels read; PictureError where that fails."""
    if not path.is_file():
        raise PictureError(Term("no-such-file"), Term("no-such-file-remedy"))
    try:
        with _strictly(), path.open("rb") as stream:
            image = Image.open(stream, formats=FORMATS)
            _refuse_giants_and_moving(image)
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
    return image


@contextmanager
def _strictly() -> Iterator[None]:
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
        with _strictly():
            value = image.getexif().get(ORIENTATION, 1)
    except Exception:  # what surrounds a sound picture may be in any disorder
        return 1
    return value if value in range(1, 9) else 1


def _refuse_giants_and_moving(image: Image.Image) -> None:
    """Refuse by the header alone what must not be unpacked."""
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(f", {image.width} × {image.height}")
    if getattr(image, "n_frames", 1) > 1:
        raise PictureError(Term("moving"), Term("moving-remedy"))


def _too_large(size: str = "") -> PictureError:
    return PictureError(Term("too-large", most=MOST_PIXELS // 1_000_000, size=size), Term("too-large-remedy"))
