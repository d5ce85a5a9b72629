"""Reading a stranger's file: to its end, or not at all."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


SAVE_AGAIN = "save it again as JPEG, PNG or WebP."


class PictureError(Exception):
    """A file that cannot be used as a photograph; its text says why, in a sentence, and `fix` what to do."""

    def __init__(self, reason: str, fix: str = SAVE_AGAIN) -> None:
        super().__init__(reason)
        self.fix = fix


def read(path: Path) -> Image.Image:
    """Return the picture with all its pixels read; PictureError where that fails."""
    if not path.is_file():
        raise PictureError("there is no such file.", "put it there, or correct its name.")
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
        fix = "open it in a picture program and save it as JPEG, PNG or WebP; a new name alone does not help."
        raise PictureError("it is not a JPEG, PNG or WebP picture.", fix) from None
    except Exception as error:  # a decoder may fail in any way on a stranger's bytes
        cut = "truncated" in str(error).lower() or isinstance(error, EOFError)
        reason = "the file ends before the picture does." if cut else "the file is damaged."
        raise PictureError(reason, "fetch the whole file once more from where it came.") from None
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
        raise PictureError("it is an animation, not a photograph.", "save one of its pictures as JPEG, PNG or WebP.")


def _too_large(size: str = "") -> PictureError:
    reason = f"it has more than {MOST_PIXELS // 1_000_000} million pixels{size}."
    return PictureError(reason, "make it smaller: 6,000 pixels along its longer side are enough for the book.")
