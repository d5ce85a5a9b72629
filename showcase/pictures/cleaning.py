"""What is kept of a photograph: its pixels, upright, on white, in sRGB."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageCms

from showcase.pictures.reading import orientation

# What turns a picture upright, by the orientation that the camera noted.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
UNTOLD_INKS = Path(__file__).parents[2] / "book" / "press" / "fogra39-300.icc"
"""By what inks are read that come without a profile: those of coated offset, the common ground of presses."""
LYING = (5, 6, 7, 8)
"""The orientations that lay a picture on its side."""


def cleaned(image: Image.Image) -> Image.Image:
    """Return a picture upright, on white and in sRGB, as pixels and nothing else."""
    upright, profile = uncovered(image)
    if upright.mode == "CMYK" and not profile and UNTOLD_INKS.is_file():
        profile = UNTOLD_INKS.read_bytes()
    pixels = _to_srgb(upright, profile) if profile else upright.convert("RGB")
    bare = Image.new("RGB", pixels.size)
    bare.paste(pixels)
    return bare


def uncovered(image: Image.Image) -> tuple[Image.Image, bytes | None]:
    """Return a picture upright and on white in its own colours, with the ICC profile that tells them."""
    turn = TURNS.get(orientation(image))
    upright = _eight_bit(image if turn is None else image.transpose(turn))
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright).convert("RGB")
    elif upright.mode == "P":
        upright = upright.convert("RGB")
    return upright, image.info.get("icc_profile")


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
