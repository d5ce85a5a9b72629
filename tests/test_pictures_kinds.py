"""Photographs as they arrive: each kind comes out right, or the check says what is wrong and what to do."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from test_codes import PHOTO
from test_pictures import BLUE, GREEN, RED, WHITE, close, halves, png_that_claims
from world import ROOT, make_world, profile

from showcase import checker
from showcase.pictures import verify, web_sizes

FOGRA = ROOT / "book" / "press" / "fogra39-300.icc"
ORIENTATION = 0x0112
DEEP = (51, 102, 204)


def bytes_of(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def phone_portrait() -> bytes:
    """A standing scene, red above blue, stored lying as a phone stores it."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    return bytes_of(halves(1200, 900), "JPEG", exif=exif, quality=95)


def inks(told: bool) -> bytes:
    """Magenta and yellow on the left, cyan on the right, in the inks of a press."""
    image = Image.new("CMYK", (1000, 800), (0, 255, 255, 0))
    image.paste((255, 0, 0, 0), (500, 0, 1000, 800))
    return bytes_of(image, "JPEG", quality=95, **({"icc_profile": FOGRA.read_bytes()} if told else {}))


def sixteen_bits() -> bytes:
    """A PNG of 16 bits a channel, of one deep blue, as a scanner writes it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + struct.pack(">HHH", *(value * 257 for value in DEEP)) * 900
    header = struct.pack(">IIBBBBB", 900, 600, 16, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(row * 600)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def transparent() -> bytes:
    image = Image.new("RGBA", (900, 600), (*GREEN, 255))
    image.paste((0, 0, 0, 0), (450, 0, 900, 600))
    return bytes_of(image, "PNG")


def palette() -> bytes:
    """Eight bits of palette, one colour of it clear."""
    image = halves(900, 600, RED, GREEN).quantize(4)
    clear = image.getpixel((700, 300))
    return bytes_of(image, "PNG", transparency=clear)


SOUND = {
    "phone.jpg": (phone_portrait(), (900, 1200), {(450, 200): RED, (450, 1000): BLUE}),
    "press-told.jpg": (inks(True), (1000, 800), {(100, 400): (227, 6, 19), (900, 400): (0, 158, 224)}),
    "press-untold.jpg": (inks(False), (1000, 800), {(100, 400): (227, 6, 19), (900, 400): (0, 158, 224)}),
    "scan.png": (sixteen_bits(), (900, 600), {(450, 300): DEEP}),
    "panorama.jpg": (bytes_of(halves(9600, 2400), "JPEG"), (9600, 2400), {(50, 50): RED, (9500, 50): BLUE}),
    "clear.png": (transparent(), (900, 600), {(100, 300): GREEN, (800, 300): WHITE}),
    "palette.png": (palette(), (900, 600), {(100, 300): RED, (800, 300): WHITE}),
    "grey.jpg": (bytes_of(Image.new("L", (900, 600), 128), "JPEG"), (900, 600), {(5, 5): (128, 128, 128)}),
    "misnamed.png": (bytes_of(halves(900, 600), "WEBP", lossless=True), (900, 600), {(100, 5): RED}),
}


@pytest.mark.parametrize("name", SOUND)
def test_each_kind_comes_out_right(tmp_path: Path, name: str) -> None:
    raw, size, places = SOUND[name]
    (tmp_path / name).write_bytes(raw)
    photo = verify(tmp_path / name)
    assert (photo.width, photo.height) == size
    for form in ("WEBP", "JPEG"):
        *_, (width, file) = web_sizes(photo, tmp_path / "made", form=form)
        made = Image.open(file)
        assert (made.format, made.mode, made.width) == (form, "RGB", min(width, 1600))
        assert abs(made.height - size[1] * width / size[0]) <= 1
        assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive",
                                  "progression", "loop", "background", "timestamp", "duration"}  # fmt: skip
        for (x, y), colour in places.items():
            at = (round(x * made.width / size[0]), round(y * made.height / size[1]))
            assert close(made.getpixel(at), colour, 22 if name.startswith("press") else 8), (form, at)


def test_a_camera_wide_gamut_is_brought_to_srgb_and_untold_inks_are_not_taken_for_light(tmp_path: Path) -> None:
    """By its bare numbers cyan ink would be (0, 255, 255), which no press prints."""
    (tmp_path / "press.jpg").write_bytes(inks(False))
    assert verify(tmp_path / "press.jpg").image().getpixel((900, 400))[1] < 190
    assert FOGRA.is_file() and ImageCms.getOpenProfile(str(FOGRA)).profile.xcolor_space.strip() == "CMYK"


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


FILM = bytes_of(halves(900, 600), "WEBP", save_all=True, append_images=[halves(900, 600, GREEN)])
NOISE = bytes_of(Image.effect_noise((1000, 800), 90), "JPEG")
REFUSED = {
    "logo": (bytes_of(halves(120, 60), "PNG"), "P505", "has 120 × 60 pixels; its longer side needs 800.", "ask for a larger picture."),
    "film": (FILM, "P504", "cannot be used: it is an animation, not a photograph.", "save one of its pictures as JPEG, PNG or WebP."),
    "cut short": (cut(NOISE), "P504", "cannot be used: the file ends before the picture does.", "fetch the whole file once more from where it came."),
    "words": (b"Dear editor, here is our picture.", "P504", "cannot be used: it is not a JPEG, PNG or WebP picture.",
              "open it in a picture program and save it as JPEG, PNG or WebP; a new name alone does not help."),
    "page": (b"%PDF-1.7\n1 0 obj", "P504", "cannot be used: it is not a JPEG, PNG or WebP picture.",
             "open it in a picture program and save it as JPEG, PNG or WebP; a new name alone does not help."),
    "giant": (png_that_claims(10_000, 5_000), "P504", "cannot be used: it has more than 40 million pixels, 10000 × 5000.",
              "type `python -m showcase fix`: it makes the picture 6,000 pixels long, which is enough for the book."),
    "bomb": (png_that_claims(13_000, 10_000), "P504", "cannot be used: it has more than 40 million pixels, 13000 × 10000.",
             "make it smaller: 6,000 pixels along its longer side are enough for the book."),
    "ribbon": (bytes_of(halves(9000, 900), "JPEG"), "P505", "is more than 4 times as long as it is wide.", "crop it."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_is_told_with_its_file_and_what_to_do(tmp_path: Path, name: str) -> None:
    raw, code, sentence, fix = REFUSED[name]
    text = profile((PHOTO[0], PHOTO[1] % ""))
    root = make_world(tmp_path, {"startups/lantern-works.md": text, "images/lantern-works/sea.png": raw})
    told = [one for one in checker.examine(root).problems if one.code.startswith("P50")]
    assert [(one.code, one.message, one.fix) for one in told] == [(code, f"sea.png {sentence}", fix)]
    assert told[0].path == "startups/lantern-works.md" and told[0].line > 1
