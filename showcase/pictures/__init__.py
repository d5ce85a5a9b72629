"""Photographs: proven to be pictures, upright, in sRGB, without what a camera knows of its owner.

Sizes are in pixels. A file is refused with a `PictureError`, whose text is a
plain sentence; whatever else goes wrong with a file of a stranger ends there too.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PIL import Image

from showcase.files import write_whole
from showcase.pictures.cleaning import LYING, cleaned, uncovered
from showcase.pictures.reading import PictureError, orientation, read

__all__ = ["WIDTHS", "Form", "Photo", "PictureError", "crop_box", "cropped", "focus_within", "verify", "web_sizes"]

WIDTHS = (400, 800, 1200, 1600)
Form = Literal["WEBP", "JPEG"]
SAVED: dict[Form, dict[str, Any]] = {
    "WEBP": {"quality": 80, "method": 6},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
}
ENDINGS: dict[Form, str] = {"WEBP": "webp", "JPEG": "jpg"}
LESSER = (65, 50, 35, 20, 10)
"""Qualities that are tried where a WebP file is heavier than it may be."""
# Goes into every name in the cache: to be raised when a picture is made in another way.
RECIPE = 2

Focus = tuple[float, float]
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Photo:
    """A photograph that was read to its end: its file, its size upright, a digest of its bytes."""

    path: Path
    format: str
    width: int
    height: int
    digest: str

    def image(self) -> Image.Image:
        """Return the picture upright, in sRGB on white, with no metadata; see `verify`."""
        return cleaned(read(self.path))

    def tagged(self) -> tuple[Image.Image, bytes | None]:
        """Return the picture upright and on white in its own colours, and its ICC profile; see `verify`."""
        return uncovered(read(self.path))


def verify(path: Path) -> Photo:
    """Read a photograph to its end and return what is known of it.

    PictureError for a file that is not there, is no JPEG, PNG or WebP, moves,
    has more than 40 million pixels, is cut short or is damaged.
    """
    image = read(path)
    width, height = image.size[::-1] if orientation(image) in LYING else image.size
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Photo(path, str(image.format), width, height, digest)


def web_sizes(
    photo: Photo,
    folder: Path,
    ratio: float | None = None,
    focus: Focus = (0.5, 0.5),
    widths: Sequence[int] = WIDTHS,
    form: Form = "WEBP",
    heaviest: int | None = None,
) -> list[tuple[int, Path]]:
    """Return (width, file) of the photograph in each of the `widths`, never enlarged.

    One that is narrower than all of them comes in its own width. With a `ratio`
    (width by height) it is cropped around `focus` first. A WebP file of more than
    `heaviest` bytes gives up quality until it is lighter. `folder` is a cache:
    names hold a digest of the contents, and what is there is not made again.
    """
    box = crop_box((photo.width, photo.height), ratio, focus)
    full = box[2] - box[0]
    wanted = [width for width in widths if width <= full] or [full]
    files = [(width, folder / _name(photo, box, width, form, heaviest)) for width in wanted]
    missing = [(width, file) for width, file in files if not file.exists()]
    if missing:
        image = photo.image().crop(box)
        for width, file in missing:
            write_whole(file, _saved(image, width, form, heaviest))
    return files


def cropped(photo: Photo, ratio: float, focus: Focus = (0.5, 0.5)) -> Image.Image:
    """Return the largest part of the photograph of that ratio, as near to its focus as it can be."""
    return photo.image().crop(crop_box((photo.width, photo.height), ratio, focus))


def crop_box(size: tuple[int, int], ratio: float | None, focus: Focus) -> Box:
    """Return (left, top, right, foot) of the largest part of a ratio, its middle towards `focus`.

    `focus` is given in shares of width and height. Without a ratio, the whole.
    """
    width, height = size
    if ratio is None:
        return (0, 0, width, height)
    part = (min(width, round(height * ratio)), min(height, round(width / ratio)))
    part = (max(1, part[0]), max(1, part[1]))
    left = min(max(0, round(width * focus[0] - part[0] / 2)), width - part[0])
    top = min(max(0, round(height * focus[1] - part[1] / 2)), height - part[1])
    return (left, top, left + part[0], top + part[1])


def focus_within(size: tuple[int, int], ratio: float | None, focus: Focus) -> Focus:
    """Return where the focus lies within the part that `crop_box` gives, in shares of its width and height."""
    left, top, right, foot = crop_box(size, ratio, focus)
    return ((size[0] * focus[0] - left) / (right - left), (size[1] * focus[1] - top) / (foot - top))


def _name(photo: Photo, box: Box, width: int, form: Form, heaviest: int | None) -> str:
    """Return a name that only the same pixels, made in the same way, can have."""
    key = repr((photo.digest, box, width, SAVED[form], heaviest, RECIPE)).encode()
    return f"{photo.path.stem}-{width}.{hashlib.sha256(key).hexdigest()[:16]}.{ENDINGS[form]}"


def _saved(image: Image.Image, width: int, form: Form, heaviest: int | None) -> bytes:
    """Return a picture at a width as a file, of no more bytes than the heaviest as far as WebP can."""
    height = max(1, round(image.height * width / image.width))
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    for quality in (SAVED[form]["quality"], *(LESSER if form == "WEBP" and heaviest else ())):
        buffer = io.BytesIO()
        small.save(buffer, form, **SAVED[form] | {"quality": quality})
        if heaviest is None or buffer.tell() <= heaviest:
            break
    return buffer.getvalue()
