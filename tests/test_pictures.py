"""Photographs: what is no picture is refused, and what is kept is upright, sRGB and bare.

Holds S6 and S7 of docs/standards.md.
"""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageFile

from showcase.pictures import PictureError, crop_box, cropped, verify, web_sizes

RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 200, 20), (20, 20, 220), (255, 255, 255)
GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def halves(width: int, height: int, left=RED, right=BLUE) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), left)
    image.paste(right, (width // 2, 0, width, height))
    return image


def saved(folder: Path, image: Image.Image, name: str, **options) -> Path:
    path = folder / name
    image.save(path, **options)
    return path


def close(one, another, within=8) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, another, strict=True))


def refusal(path: Path) -> str:
    with pytest.raises(PictureError) as error:
        verify(path)
    return str(error.value)


@pytest.mark.parametrize("name", ["boat.jpg", "boat.png", "boat.webp"])
def test_a_photograph_is_known_by_its_contents_not_its_name(tmp_path, name):
    path = saved(tmp_path, halves(90, 60), name)
    renamed = path.rename(tmp_path / "boat.dat")
    photo = verify(renamed)
    assert (photo.width, photo.height) == (90, 60)
    assert photo.format == {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[name[5:]]
    assert len(photo.digest) == 64


def test_what_is_no_picture_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "words.jpg").write_text("not a picture at all")
    (tmp_path / "empty.png").write_bytes(b"")
    saved(tmp_path, halves(20, 20), "other.jpg", format="GIF")
    saved(tmp_path, halves(20, 20), "scan.png", format="TIFF")
    for name in ("words.jpg", "empty.png", "other.jpg", "scan.png"):
        assert refusal(tmp_path / name) == "it is not a JPEG, PNG or WebP picture.", name
    assert refusal(tmp_path / "nowhere.jpg") == "there is no such file."
    assert refusal(tmp_path) == "there is no such file."


@pytest.mark.parametrize("name", ["boat.jpg", "boat.png", "boat.webp"])
def test_a_file_cut_short_is_refused(tmp_path, name):
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    path = saved(tmp_path, noise, name)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refusal(path) in ("the file ends before the picture does.", "the file is damaged.")


def test_a_cut_jpeg_is_said_to_be_cut(tmp_path):
    path = saved(tmp_path, Image.effect_noise((200, 200), 90), "boat.jpg")
    path.write_bytes(path.read_bytes()[:4000])
    assert refusal(path) == "the file ends before the picture does."


def test_a_cut_picture_is_found_though_another_library_made_pillow_lenient(tmp_path, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    path = saved(tmp_path, Image.effect_noise((200, 200), 90), "boat.jpg")
    path.write_bytes(path.read_bytes()[:4000])
    assert refusal(path) == "the file ends before the picture does."
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_damage_inside_is_found(tmp_path):
    path = saved(tmp_path, Image.effect_noise((200, 200), 90), "boat.png")
    raw = bytearray(path.read_bytes())
    raw[3000:3100] = bytes(100)
    path.write_bytes(raw)
    assert refusal(path) == "the file is damaged."


def png_that_claims(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises a giant picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("width", "height", "said"),
    [
        (8000, 5001, "it has more than 40 million pixels, 8000 × 5001."),
        (11000, 9000, "it has more than 40 million pixels, 11000 × 9000."),
        (60000, 60000, "it has more than 40 million pixels."),
    ],
)
def test_a_giant_is_refused_before_it_is_unpacked(tmp_path, width, height, said):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_that_claims(width, height))
    assert refusal(path) == said


def test_an_animation_is_no_photograph(tmp_path):
    path = tmp_path / "film.webp"
    halves(20, 20).save(path, save_all=True, append_images=[halves(20, 20, GREEN)])
    assert refusal(path) == "it is an animation, not a photograph."


CORNERS = (RED, GREEN, BLUE, WHITE)


def corners(image: Image.Image) -> tuple:
    """The colours of the four corners, clockwise from the top left."""
    right, foot = image.width - 5, image.height - 5
    return tuple(image.getpixel(at) for at in ((4, 4), (right, 4), (right, foot), (4, foot)))


# Where the corners of the scene lie in the file of a camera held in each way, by the EXIF standard.
HELD = {
    1: (0, 1, 2, 3),
    2: (1, 0, 3, 2),
    3: (2, 3, 0, 1),
    4: (3, 2, 1, 0),
    5: (0, 3, 2, 1),
    6: (1, 2, 3, 0),
    7: (2, 1, 0, 3),
    8: (3, 0, 1, 2),
}


@pytest.mark.parametrize("orientation", HELD)
def test_a_picture_stands_upright_however_the_camera_was_held(tmp_path, orientation):
    stored = Image.new("RGB", (80, 60))
    for place, colour in enumerate(HELD[orientation]):
        at = ((0, 0), (40, 0), (40, 30), (0, 30))[place]
        stored.paste(CORNERS[colour], (*at, at[0] + 40, at[1] + 30))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    photo = verify(saved(tmp_path, stored, "boat.jpg", exif=exif, quality=95, subsampling=0))
    image = photo.image()
    assert image.size == (photo.width, photo.height) == ((60, 80) if orientation > 4 else (80, 60))
    seen = corners(image)
    assert all(close(a, b, 12) for a, b in zip(seen, CORNERS, strict=True)), seen


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_an_orientation_that_means_nothing_is_left_alone(tmp_path, value):
    exif = Image.Exif()
    exif[ORIENTATION] = value
    photo = verify(saved(tmp_path, halves(90, 60), "boat.jpg", exif=exif))
    assert (photo.width, photo.height) == photo.image().size == (90, 60)


def test_where_and_with_what_it_was_taken_goes_nowhere(tmp_path):
    exif = Image.Exif()
    exif[MAKE] = "Secret Camera"
    exif.get_ifd(GPS).update({1: "N", 2: (19.0, 4.0, 33.0), 3: "E", 4: (72.0, 52.0, 39.0)})
    path = saved(tmp_path, halves(900, 600), "boat.jpg", exif=exif, comment=b"do not print")
    assert Image.open(path).getexif().get_ifd(GPS)[1] == "N"
    photo = verify(path)
    assert photo.image().info == {} and not photo.image().getexif()
    for _, file in web_sizes(photo, tmp_path / "cache"):
        raw = file.read_bytes()
        assert not any(
            word in raw for word in (b"Secret", b"EXIF", b"Exif", b"XMP", b"do not print")
        )
        assert not Image.open(file).getexif().get_ifd(GPS)


def test_a_transparent_picture_is_laid_on_white(tmp_path):
    image = Image.new("RGBA", (40, 40), (*RED, 255))
    image.paste((0, 0, 0, 0), (20, 0, 40, 40))
    for name, drawn in (("a.png", image), ("p.png", image.quantize(8))):
        clean = verify(saved(tmp_path, drawn, name)).image()
        assert clean.mode == "RGB"
        assert close(clean.getpixel((5, 5)), RED) and clean.getpixel((35, 5)) == WHITE, name


def test_sixteen_bits_are_scaled_not_cut_off(tmp_path):
    image = Image.new("I;16", (30, 10))
    for x in range(30):
        for y in range(10):
            image.putpixel((x, y), 65535 if x >= 20 else 32896 if x >= 10 else 0)
    clean = verify(saved(tmp_path, image, "grey.png")).image()
    seen = [clean.getpixel((x, 5)) for x in (5, 15, 25)]
    assert seen == [(0, 0, 0), (128, 128, 128), (255, 255, 255)]


def test_a_cmyk_picture_becomes_rgb(tmp_path):
    inks = Image.new("CMYK", (40, 40), (0, 255, 255, 0))
    clean = verify(saved(tmp_path, inks, "press.jpg", quality=95)).image()
    red, green, blue = clean.getpixel((20, 20))
    assert clean.mode == "RGB" and red > 200 and green < 60 and blue < 60


def test_colours_are_read_by_the_pictures_own_profile(tmp_path):
    """A profile that calls the first channel blue and the third red must turn red into blue."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"~~~~").replace(b"bXYZ", b"rXYZ").replace(b"~~~~", b"bXYZ")
    path = saved(tmp_path, halves(40, 40), "boat.png", icc_profile=swapped)
    clean = verify(path).image()
    assert close(clean.getpixel((5, 5)), BLUE, 12) and close(clean.getpixel((35, 5)), RED, 12)


def test_an_srgb_profile_changes_nothing_and_a_broken_one_does_no_harm(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, profile in (("good.png", srgb), ("bad.png", b"not a profile")):
        clean = verify(saved(tmp_path, halves(40, 40), name, icc_profile=profile)).image()
        assert close(clean.getpixel((5, 5)), RED, 1), name
        assert "icc_profile" not in clean.info


@pytest.mark.parametrize(
    ("width", "widths"),
    [(2000, [400, 800, 1200, 1600]), (1200, [400, 800, 1200]), (900, [400, 800]), (300, [300])],
)
def test_sizes_for_the_web_never_enlarge(tmp_path, width, widths):
    photo = verify(saved(tmp_path, halves(width, width // 2), "boat.jpg"))
    made = web_sizes(photo, tmp_path / "cache")
    assert [size for size, _ in made] == widths
    for size, file in made:
        picture = Image.open(file)
        assert (picture.format, picture.size) == ("WEBP", (size, size // 2))


def test_the_cache_is_kept_by_contents(tmp_path):
    path, cache = saved(tmp_path, halves(900, 600), "boat.jpg"), tmp_path / "cache"
    first = web_sizes(verify(path), cache)
    for _, file in first:
        file.write_bytes(b"kept")
    assert web_sizes(verify(path), cache) == first
    assert {file.read_bytes() for _, file in first} == {b"kept"}
    saved(tmp_path, halves(900, 600, GREEN), "boat.jpg")
    other = web_sizes(verify(path), cache)
    square = web_sizes(verify(path), cache, ratio=1.0)
    assert [width for width, _ in square] == [400]
    assert len({*first, *other, *square}) == 2 + 2 + 1


def test_two_runs_make_the_same_bytes(tmp_path):
    photo = verify(saved(tmp_path, halves(900, 600), "boat.jpg"))
    one, two = (web_sizes(photo, tmp_path / name) for name in ("a", "b"))
    assert [file.read_bytes() for _, file in one] == [file.read_bytes() for _, file in two]


@pytest.mark.parametrize(
    ("size", "ratio", "focus", "box"),
    [
        ((900, 600), 1.0, (0.5, 0.5), (150, 0, 750, 600)),
        ((900, 600), 1.0, (0.9, 0.5), (300, 0, 900, 600)),
        ((900, 600), 1.0, (0.0, 0.5), (0, 0, 600, 600)),
        ((600, 900), 1.5, (0.5, 0.25), (0, 25, 600, 425)),
        ((900, 600), 1.5, (0.1, 0.9), (0, 0, 900, 600)),
        ((900, 600), None, (0.1, 0.9), (0, 0, 900, 600)),
        ((900, 1), 0.001, (0.5, 0.5), (450, 0, 451, 1)),
    ],
)
def test_a_crop_is_as_large_as_it_can_be_and_keeps_the_focus(size, ratio, focus, box):
    assert crop_box(size, ratio, focus) == box


def test_a_crop_is_cut_from_the_upright_picture(tmp_path):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    photo = verify(saved(tmp_path, halves(90, 60), "boat.jpg", exif=exif, quality=95))
    top = cropped(photo, 2.0, (0.5, 0.0))
    assert top.size == (60, 30)
    assert close(top.getpixel((30, 10)), RED)


def test_a_strangers_bytes_never_end_in_anything_but_a_sentence(tmp_path):
    for seed, name in enumerate(["boat.jpg", "boat.png", "boat.webp"] * 20):
        buffer = io.BytesIO()
        halves(60, 40).save(buffer, {"jpg": "JPEG", "png": "PNG"}.get(name[5:], "WEBP"))
        raw = bytearray(buffer.getvalue())
        for step in range(6):
            raw[(seed * 37 + step * 101 + 4) % len(raw)] = (seed * 59 + step * 31) % 256
        path = tmp_path / name
        path.write_bytes(raw)
        try:
            verify(path).image()
        except PictureError as error:
            assert str(error).endswith(".")
