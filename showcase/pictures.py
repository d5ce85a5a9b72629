"""Photographs: proven to be pictures, upright, in sRGB, without what a camera knows of its owner.

Sizes are in pixels. A file is refused with a `PictureError`, whose text is a
plain sentence; whatever else goes wrong with a file of a stranger ends there too.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms

from showcase.files import write_whole

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
WIDTHS = (400, 800, 1200)
QUALITY = 80
# Goes into every name in the cache: to be raised when a picture is made in another way.
RECIPE = 1

ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LYING = (5, 6, 7, 8)

Focus = tuple[float, float]
Box = tuple[int, int, int, int]


class PictureError(Exception):
    """A file that cannot be used as a photograph; its text says why, in a sentence."""


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
        return _clean(_read(self.path))


def verify(path: Path) -> Photo:
    """Read a photograph to its end and return what is known of it.

    PictureError for a file that is not there, is no JPEG, PNG or WebP, moves,
    has more than 40 million pixels, is cut short or is damaged.
    """
    image = _read(path)
    width, height = image.size[::-1] if _orientation(image) in LYING else image.size
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Photo(path, str(image.format), width, height, digest)


def web_sizes(
    photo: Photo, folder: Path, ratio: float | None = None, focus: Focus = (0.5, 0.5)
) -> list[tuple[int, Path]]:
    """Return (width, file) of the photograph as WebP 400, 800 and 1200 wide, never enlarged.

    One that is narrower than 400 comes in its own width. With a `ratio`
    (width by height) it is cropped around `focus` first. `folder` is a cache:
    names hold a digest of the contents, and what is there is not made again.
    """
    box = crop_box((photo.width, photo.height), ratio, focus)
    full = box[2] - box[0]
    wanted = [width for width in WIDTHS if width <= full] or [full]
    files = [(width, folder / _name(photo, box, width)) for width in wanted]
    missing = [(width, file) for width, file in files if not file.exists()]
    if missing:
        image = photo.image().crop(box)
        for width, file in missing:
            write_whole(file, _webp(image, width))
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


def _name(photo: Photo, box: Box, width: int) -> str:
    """Return a name that only the same pixels, made in the same way, can have."""
    key = repr((photo.digest, box, width, QUALITY, RECIPE)).encode()
    return f"{photo.path.stem}-{width}.{hashlib.sha256(key).hexdigest()[:16]}.webp"


def _webp(image: Image.Image, width: int) -> bytes:
    """Return a picture at a width as WebP."""
    height = max(1, round(image.height * width / image.width))
    buffer = io.BytesIO()
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    small.save(buffer, "WEBP", quality=QUALITY, method=6)
    return buffer.getvalue()


def _read(path: Path) -> Image.Image:
    """Return the picture with all its pixels read; PictureError where that fails."""
    if not path.is_file():
        raise PictureError("there is no such file.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(path, formats=FORMATS)
            _refuse_giants_and_moving(image)
            image.load()
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError(_too_large()) from None
    except Image.UnidentifiedImageError:
        raise PictureError("it is not a JPEG, PNG or WebP picture.") from None
    except Exception as error:  # a decoder may fail in any way on a stranger's bytes
        cut = "truncated" in str(error).lower() or isinstance(error, EOFError)
        reason = "the file ends before the picture does." if cut else "the file is damaged."
        raise PictureError(reason) from None
    return image


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held, 1 to 8; 1 where that cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = image.getexif().get(ORIENTATION, 1)
    except Exception:  # what surrounds a sound picture may be in any disorder
        return 1
    return value if value in TURNS else 1


def _refuse_giants_and_moving(image: Image.Image) -> None:
    """Refuse by the header alone what must not be unpacked."""
    if image.width * image.height > MOST_PIXELS:
        raise PictureError(_too_large(f", {image.width} × {image.height}"))
    if getattr(image, "n_frames", 1) > 1:
        raise PictureError("it is an animation, not a photograph.")


def _too_large(size: str = "") -> str:
    return f"it has more than {MOST_PIXELS // 1_000_000} million pixels{size}."


def _clean(image: Image.Image) -> Image.Image:
    """Return a picture upright, on white and in sRGB, as pixels and nothing else."""
    profile = image.info.get("icc_profile")
    turn = TURNS.get(_orientation(image))
    upright = _eight_bit(image if turn is None else image.transpose(turn))
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright).convert("RGB")
    elif upright.mode == "P":
        upright = upright.convert("RGB")
    pixels = _to_srgb(upright, profile) if profile else upright.convert("RGB")
    bare = Image.new("RGB", pixels.size)
    bare.paste(pixels)
    return bare


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return a picture of at most 8 bits a channel: 16-bit greys are scaled, not cut off."""
    if image.mode == "I" or image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("L") if image.mode == "F" else image


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in sRGB by its own profile; by its numbers where the profile is no use."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, srgb, intent, "RGB", flags=flags)
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")
