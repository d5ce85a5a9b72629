"""Photographs for the press: from the original's pixels, in its inks, as many as the place can use.

The module holds the picture of the reading edition. It bears a mark, by which
the photograph and its place are found again; the same part is then cut from
the original anew, finer, and turned by the press's ICC profile: relative
colorimetric with black-point compensation, so that shadows keep their drawing.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import PIL
from pikepdf import Array, Name, Stream
from PIL import Image, ImageCms, ImageMath

from showcase import pictures
from showcase.book.cache import Cache, fingerprint
from showcase.book.photographs import Placed
from showcase.book.press.content import Unprintable
from showcase.stopwatch import Stopwatch

FINEST = 14  # pixels to the millimetre: 356 to the inch
QUALITY = 92
RECIPE = "1"
"""Goes into every name in the cache: to be raised when pictures are turned in another way."""

ROWS = 256
"""Rows of pixels that are held to the limit at a time: a whole page of them would fill the memory."""

INVERTED = (1, 0, 1, 0, 1, 0, 1, 0)
"""How the figures of a JPEG in four inks are read: Pillow writes them as Adobe does, upside down."""


@dataclass(frozen=True)
class PressPictures:
    """The pictures of one press: its ICC profile, its limit in percent, and where they are kept."""

    icc: Path
    limit: int
    cache: Cache
    clock: Stopwatch = field(default_factory=Stopwatch)
    """How long pictures took, and what came between them."""

    def print_picture(self, image: Stream, photographs: Iterable[Placed]) -> None:
        """Puts the press's pixels into the picture `image` of a page that shows these photographs.

        Raises Unprintable for a picture that is none of them.
        """
        mark = _mark(image)
        shown = next((one for one in photographs if one.mark == mark), None)
        if shown is None:
            raise Unprintable("a picture that is no photograph of the book's own")
        self.clock.done("else")
        jpeg = self._kept(shown)
        self.clock.done("pictures")
        with Image.open(io.BytesIO(jpeg)) as made:
            image.Width, image.Height = made.size
        for key in ("/SMask", "/Mask", "/DecodeParms", "/Interpolate"):
            if key in image:
                del image[key]
        image.ColorSpace, image.BitsPerComponent = Name.DeviceCMYK, 8
        image.Decode = Array(INVERTED)
        image.write(jpeg, filter=Name.DCTDecode)

    @property
    def seconds(self) -> float:
        """How long all pictures took."""
        return self.clock.seconds.get("pictures", 0.0)

    def _kept(self, shown: Placed) -> bytes:
        """The JPEG of a photograph in its place, made once."""
        key = fingerprint(
            "press picture", shown.mark, self.icc.read_bytes(), str(self.limit), str(FINEST), str(QUALITY), RECIPE,
            PIL.__version__, str(ImageCms.core.littlecms_version),
        )  # fmt: skip
        kept = self.cache.get(key)
        if kept is None:
            kept = self._made(shown)
            self.cache.put(key, kept)
        return kept

    def _made(self, shown: Placed) -> bytes:
        picture, profile = pictures.verify(shown.file).tagged()
        inks = held(self._turned(shown.cut(picture, FINEST), profile), self.limit)
        out = io.BytesIO()
        inks.save(out, "JPEG", quality=QUALITY, optimize=True)
        return out.getvalue()

    def _turned(self, picture: Image.Image, profile: bytes | None) -> Image.Image:
        """A picture in the press's inks, by the profile that tells its colours; sRGB where none does."""
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        for source in _sources(profile):
            try:
                change = ImageCms.buildTransform(source, self._press, picture.mode, "CMYK", intent, flags)
            except ImageCms.PyCMSError:
                continue  # a profile for colours of another kind than the picture's
            return ImageCms.applyTransform(picture, change)
        return self._turned(picture.convert("RGB"), None)

    @cached_property
    def _press(self) -> Any:
        return ImageCms.getOpenProfile(str(self.icc))


def held(picture: Image.Image, limit: int) -> Image.Image:
    """A picture in four inks with no pixel above `limit` percent: black stays, the colours give way alike."""
    out = Image.new("CMYK", picture.size)
    for top in range(0, picture.height, ROWS):
        strip = picture.crop((0, top, picture.width, min(top + ROWS, picture.height)))
        out.paste(Image.merge("CMYK", list(_held(strip, int(limit * 2.55)))), (0, top))
    return out


def _held(strip: Image.Image, most: int) -> Iterator[Image.Image]:
    *coloured, black = strip.split()
    inks = dict(zip("cmyk", (*coloured, black), strict=True))
    room = ImageMath.lambda_eval(lambda of: of["max"](most - of["k"], 0), **inks)
    taken = ImageMath.lambda_eval(lambda of: of["max"](of["c"] + of["m"] + of["y"], 1), **inks)
    for ink in coloured:
        share = ImageMath.lambda_eval(
            lambda of: of["convert"](of["min"](of["ink"], of["ink"] * of["room"] / of["taken"]), "L"),
            ink=ink, room=room, taken=taken,
        )  # fmt: skip
        yield share
    yield black


def _sources(profile: bytes | None) -> Iterator[Any]:
    """The profiles that may tell a picture's colours: its own first, sRGB last."""
    if profile:
        try:
            yield ImageCms.ImageCmsProfile(io.BytesIO(profile))
        except OSError:
            pass
    yield ImageCms.createProfile("sRGB")


def _mark(image: Stream) -> str:
    """The mark that a picture of the reading edition bears."""
    try:
        with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
            return picture.info.get("comment", b"").decode("ascii", "replace")
    except OSError:
        return ""
