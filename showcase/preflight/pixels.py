"""Pictures of a PDF, decoded small: the inks of their pixels."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
from pikepdf import Name, PdfError, PdfImage, Stream
from pikepdf.models import PdfInlineImage
from PIL import Image

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import CMYK, GRAY, RGB, Space, cmyk_ink, gray_ink, lab_ink, rgb_ink

Inks = np.ndarray
"""Height by width by four: cyan, magenta, yellow and black, each from 0 to 255."""

_MODES = {"1": GRAY, "L": GRAY, "LA": GRAY, "RGB": RGB, "RGBA": RGB, "CMYK": CMYK}
_FULL = 255


def space_of_jpx(data: bytes) -> Space:
    """The colour space that a JPEG 2000 file says itself. Raises Uncountable."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return _MODES[image.mode]
    except (OSError, KeyError) as error:
        raise Uncountable("a JPEG 2000 picture cannot be read") from error


def picture_inks(picture: Stream | PdfInlineImage, space: Space, size: tuple[int, int]) -> Inks:
    """The inks of a picture, reduced towards `size`, width and height, but not below it.

    Raises Uncountable for a picture of a kind that is not read here.
    """
    stream = picture.obj if isinstance(picture, PdfInlineImage) else picture
    samples = _samples(picture, space, size)
    if samples.shape[2] != space.parts:
        raise Uncountable(f"a picture has {samples.shape[2]} channels where {space.name} has {space.parts}")
    bounds = stream.get("/Decode", stream.get("/D"))
    values = _decoded(samples, space, bounds, int(stream.get("/BitsPerComponent", 8)))
    return np.rint(_inks(values, space) * _FULL).astype(np.uint8)


def _samples(picture: Stream | PdfInlineImage, space: Space, size: tuple[int, int]) -> Inks:
    """The samples as they are written, 0 to 255, or as numbers of a palette."""
    if isinstance(picture, PdfInlineImage):
        return _unpacked(picture.read_bytes(), picture.obj, space)
    kinds = picture.get("/Filter", [])
    last = kinds if isinstance(kinds, Name) else (list(kinds) or [None])[-1]
    try:
        if last == Name.DCTDecode and isinstance(kinds, Name):
            return _jpeg(picture.read_raw_bytes(), size)
        if last == Name.JPXDecode:
            return _array(Image.open(io.BytesIO(picture.read_raw_bytes())))
        if last in (Name.CCITTFaxDecode, Name.JBIG2Decode):
            return _array(PdfImage(picture).as_pil_image().convert("L"))
        return _reduced(_unpacked(picture.read_bytes(), picture, space), space, size)
    except (OSError, PdfError, NotImplementedError) as error:
        raise Uncountable("a picture cannot be decoded") from error


def _jpeg(data: bytes, size: tuple[int, int]) -> Inks:
    """A JPEG; Pillow turns four channels over as Adobe's programs do, PDF takes them as they are."""
    image = Image.open(io.BytesIO(data))
    image.draft(image.mode, size)
    factor = max(1, min(image.width // size[0], image.height // size[1]))
    samples = _array(image.reduce(factor) if factor > 1 else image)
    return _FULL - samples if image.mode == "CMYK" else samples


def _array(image: Image.Image) -> Inks:
    samples = np.asarray(image.convert({"LA": "L", "RGBA": "RGB", "1": "L"}.get(image.mode, image.mode)))
    return samples if samples.ndim == 3 else samples[:, :, None]


def _unpacked(data: bytes, head: Any, space: Space) -> Inks:
    """Raw samples of any depth; those of a palette stay numbers, others become 0 to 255."""
    width, height = int(head.get("/Width", head.get("/W", 0))), int(head.get("/Height", head.get("/H", 0)))
    bits = int(head.get("/BitsPerComponent", head.get("/BPC", 8)))
    row = (width * space.parts * bits + 7) // 8
    raw = np.frombuffer(data, np.uint8, count=min(len(data), row * height))
    if len(raw) < row * height:
        raise Uncountable("a picture has fewer pixels than it says")
    rows = raw.reshape(height, row)
    if bits == 16:
        samples = rows[:, ::2]
    elif bits < 8:
        each = np.unpackbits(rows, axis=1).reshape(height, -1, bits)
        samples = each @ (1 << np.arange(bits - 1, -1, -1))
        samples = samples if space.is_palette else samples * (_FULL // ((1 << bits) - 1))
    else:
        samples = rows
    return samples[:, : width * space.parts].reshape(height, width, space.parts).astype(np.uint8)


def _reduced(samples: Inks, space: Space, size: tuple[int, int]) -> Inks:
    """Smaller by a whole factor, each pixel the mean of what it stands for; numbers of a palette have no mean."""
    height, width = samples.shape[:2]
    factor = max(1, min(width // size[0], height // size[1]))
    if factor == 1:
        return samples
    if space.is_palette:
        return samples[::factor, ::factor]
    even = samples[: height // factor * factor, : width // factor * factor]
    blocks = even.reshape(height // factor, factor, width // factor, factor, -1)
    return np.rint(blocks.mean(axis=(1, 3))).astype(np.uint8)


def _decoded(samples: Inks, space: Space, bounds: Any, bits: int) -> np.ndarray:
    """The samples as values of the space: 0 to 1, or numbers of a palette."""
    if space.is_palette and bounds is None:
        return samples.astype(np.float32)
    values = samples.astype(np.float32) / (((1 << min(bits, 8)) - 1) if space.is_palette else _FULL)
    if bounds is None:
        return values * space.most if space.most > 1 else values
    numbers = np.array([float(one) for one in bounds], np.float32)[: 2 * space.parts]
    return numbers[::2] + values * (numbers[1::2] - numbers[::2])


def _inks(values: np.ndarray, space: Space) -> np.ndarray:
    if plain := _PLAIN.get(space.ink):
        return plain(np.clip(values, 0, space.most))
    most = 1 if space.is_palette else _FULL
    whole = np.rint(values * most).astype(np.int32)
    colours, places = np.unique(whole.reshape(-1, space.parts), axis=0, return_inverse=True)
    table = np.array([space.ink([float(one) / most for one in colour]) for colour in colours], np.float32)
    return table[places.reshape(-1)].reshape(*values.shape[:2], 4)


def _of_gray(values: np.ndarray) -> np.ndarray:
    nothing = np.zeros_like(values)
    return np.concatenate([nothing, nothing, nothing, 1 - values], axis=2)


def _of_rgb(values: np.ndarray) -> np.ndarray:
    black = 1 - values.max(axis=2, keepdims=True)
    rest = np.maximum(1 - black, 1e-6)
    return np.concatenate([np.clip((rest - values) / rest, 0, 1), black], axis=2)


_PLAIN: dict[Callable[..., Any], Callable[[np.ndarray], np.ndarray]] = {
    gray_ink: _of_gray, rgb_ink: _of_rgb, cmyk_ink: lambda values: values,
    lab_ink: lambda values: _of_gray(values[:, :, :1] / 100),
}  # fmt: skip
