"""Colours become inks: areas by the table, small type in black alone, pictures by the ICC profile."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageCms
from world import ROOT

from showcase.book.cache import Cache
from showcase.book.photographs import on_page
from showcase.book.press.boxes import Boxes
from showcase.book.press.content import Rewriter, Unprintable
from showcase.book.press.ink import InkTable, limited
from showcase.book.press.pictures import PressPictures, held
from showcase.book.press.pressing import press_form
from showcase.book.press.shades import convert_shading
from showcase.book.typesetting import TypesettingError
from showcase.colour import TOKENS
from showcase.mixtures import Inks

ICC = ROOT / "book" / "press" / "fogra39-300.icc"
TABLE = InkTable(ICC, 300)
ACCENT, NIGHT, WHITE = "0.043137 0.372549 0.419608 rg", "0.054902 0.07451 0.086275 rg", "1 1 1 rg"


def rewritten(*lines: str, scale: float = 1.0, table: InkTable = TABLE) -> list[str]:
    return Rewriter(table, scale).rewritten("\n".join(lines).encode()).decode().split("\n")


def type_of(colour: str, size: float) -> list[str]:
    """What is written for a word in a colour at a size, between q and Q."""
    return rewritten("q", colour, "BT", "1 0 0 -1 0 0 Tm", f"/F {size} Tf", "[<0001>] TJ", "ET", "Q")


# ---- the profile of the press


def test_the_profile_is_an_output_profile_for_four_inks_that_keeps_to_its_limit() -> None:
    profile = ImageCms.getOpenProfile(str(ICC))
    assert (profile.profile.device_class, profile.profile.xcolor_space) == ("prtr", "CMYK")
    steps = [round(step * 255 / 15) for step in range(16)]
    cube = Image.new("RGB", (16, 256))
    cube.putdata([(r, g, b) for r in steps for g in steps for b in steps])
    inks = PressPictures(ICC, 400, Cache(Path()))._turned(cube, None)
    ink = [sum(inks.getpixel((x, y))) / 2.55 for x in range(16) for y in range(256)]
    assert 285 <= max(ink) <= 295


# ---- the limit


@pytest.mark.parametrize("token", TOKENS.values(), ids=lambda token: token.name)
@pytest.mark.parametrize("limit", [300, 240])
def test_no_area_takes_more_ink_than_the_press_gives_and_loses_no_black(token, limit: int) -> None:
    inks = InkTable(ICC, limit).of(token.screen)
    assert sum(inks) <= limit
    assert inks[3] >= token.cmyk[3] - 0.01
    if sum(token.cmyk) <= limit:
        assert inks == token.cmyk


def test_grey_gives_way_first_and_black_takes_a_little_of_its_place() -> None:
    c, m, y, k = limited((70, 60, 95, 60), 240)
    assert sum((c, m, y, k)) == pytest.approx(240, abs=0.05)
    assert 60 < k < 70
    assert m - c > 60 - 70 and y - c == pytest.approx(95 - 70, abs=3)  # the hue is what one ink has more than another


def test_colours_give_way_alike_where_no_grey_is_left_to_take() -> None:
    c, m, y, k = limited((0, 90, 80, 90), 240)
    assert c + m + y + k == pytest.approx(240, abs=0.05)
    assert (c, k) == (0, 90)
    assert m / 90 == pytest.approx(y / 80, rel=0.01)


def test_darks_keep_their_colour_on_a_press_of_less_ink() -> None:
    """Seen by the profile: nearer to the full inks than with all colours scaled down, and as colourful."""
    dark = [token.cmyk for token in TOKENS.values() if sum(token.cmyk) > 240]
    scaled = [(*(one * (240 - k) / (c + m + y) for one in (c, m, y)), k) for c, m, y, k in dark]
    full, less, alike = seen(dark), seen([limited(inks, 240) for inks in dark]), seen(scaled)
    assert len(dark) > 15
    off, before = (sum(map(math.dist, full, other)) for other in (less, alike))
    assert off < 0.75 * before
    colourful, plain = (sum(math.hypot(a, b) for _, a, b in one) for one in (less, full))
    assert colourful > 0.95 * plain


def seen(colours: Sequence[Inks]) -> list[tuple[float, float, float]]:
    """CIE L*, a*, b* of inks on the press's paper."""
    row = Image.new("CMYK", (len(colours), 1))
    row.putdata([tuple(round(ink * 2.55) for ink in inks) for inks in colours])
    change = ImageCms.buildTransform(str(ICC), ImageCms.createProfile("LAB"), "CMYK", "LAB")
    lab = ImageCms.applyTransform(row, change).get_flattened_data()
    return [(lightness / 2.55, *((one + 128) % 256 - 128.0 for one in (a, b))) for lightness, a, b in lab]


# ---- type


def test_reading_text_is_black_alone_and_overprints() -> None:
    ink = "0.078431 0.098039 0.109804 rg"
    assert type_of(ink, 10.6)[1:] == [
        "BT", "1 0 0 -1 0 0 Tm", "/F 10.6 Tf", "/InkOver gs", "0 0 0 1 k", "[<0001>] TJ", "ET", "Q"
    ]  # fmt: skip


def test_coloured_type_below_24_points_is_a_tint_of_black_as_light() -> None:
    small, large = type_of(ACCENT, 23.9), type_of(ACCENT, 24)
    assert small[4:6] == ["/InkOver gs", "0 0 0 0.82 k"]
    assert large[4] == "0.85 0.35 0.4 0.4 k"
    assert "/InkOver gs" not in large


def test_light_type_is_the_paper_and_knocks_out() -> None:
    for colour in (WHITE, "0.74902 0.901961 0.886275 rg"):
        assert type_of(colour, 9)[4] == "0 0 0 0 k"
        assert "/InkOver gs" not in type_of(colour, 9)


@pytest.mark.parametrize(
    ("scale", "matrix", "size", "is_large"),
    [(1, "1 0 0 1", 24, True), (0.75, "1 0 0 -1", 31.9, False), (0.75, "1 0 0 -1", 32, True), (1, "2 0 0 2", 12, True)],
)
def test_the_size_of_type_is_that_on_the_page(scale: float, matrix: str, size: float, is_large: bool) -> None:
    out = rewritten(ACCENT, "BT", f"{matrix} 0 0 Tm", f"/F {size} Tf", "(a) Tj", scale=scale)
    assert ("0.85 0.35 0.4 0.4 k" in out) == is_large


def test_scales_add_up_and_are_given_back() -> None:
    out = rewritten("q", "2 0 0 2 0 0 cm", ACCENT, "/F 12 Tf", "(a) Tj", "Q", ACCENT, "/F 12 Tf", "(a) Tj")
    assert [line for line in out if line.endswith(" k")] == ["0.85 0.35 0.4 0.4 k", "0 0 0 0.82 k"]


def test_one_colour_has_other_inks_for_type_and_for_the_area_after_it() -> None:
    out = rewritten(ACCENT, "/F 9 Tf", "(a) Tj", "0 0 9 9 re", "f")
    assert out[1:] == ["/InkOver gs", "0 0 0 0.82 k", "(a) Tj", "/InkOut gs", "0.85 0.35 0.4 0.4 k", "0 0 9 9 re", "f"]


def test_a_picture_after_type_does_not_overprint() -> None:
    assert rewritten("0.078431 0.098039 0.109804 rg", "/F 9 Tf", "(a) Tj", "/x0 Do")[-2:] == ["/InkOut gs", "/x0 Do"]


# ---- areas, lines, tags


def test_large_darks_are_a_rich_black() -> None:
    assert rewritten(NIGHT, "0 0 9 9 re", "f") == ["0.6 0.5 0.4 0.9 k", "0 0 9 9 re", "f"]


def test_lines_have_inks_of_their_own() -> None:
    out = rewritten("1 1 1 rg", "0.85098 0.847059 0.819608 RG", "0 0 m", "9 9 l", "B")
    assert out == ["0 0 0 0 k", "0 0 0 0.18 K", "0 0 m", "9 9 l", "B"]


def test_a_path_is_not_parted_by_what_it_is_painted_with() -> None:
    out = rewritten("q", "0.5 w", NIGHT, "/g gs", "1 1 1 RG", "/F 9 Tf", "(a) Tj", "0 0 m", "9 9 l", "h", "0 0 2 2 re", "b", "Q")
    assert out[-6:] == ["0 0 m", "9 9 l", "h", "0 0 2 2 re", "b", "Q"]
    assert out[-10:-6] == ["/InkOut gs", "0.6 0.5 0.4 0.9 k", "0 0 0 0 K", "0.5 w"]


def test_of_moves_that_draw_nothing_the_last_stays() -> None:
    assert rewritten("1 1 1 RG", "0 0 m", "0 0 m", "1 2 m", "3 4 l", "5 6 m", "7 8 l", "S")[1:] == [
        "1 2 m", "3 4 l", "5 6 m", "7 8 l", "S",
    ]  # fmt: skip


def test_a_pen_is_said_where_a_line_is_drawn_with_it_and_nowhere_else() -> None:
    pen = ["[] 0 d", "0 J", "0.5 w"]
    assert rewritten("q", *pen, NIGHT, "0 0 9 9 re", "f", "Q") == ["q", "0.6 0.5 0.4 0.9 k", "0 0 9 9 re", "f", "Q"]
    drawn = rewritten("q", *pen, "0.7 w", "1 1 1 RG", "0 0 m", "9 9 l", "S", "0 0 m", "5 5 l", "S", "Q")
    assert drawn == ["q", "0 0 0 0 K", "[] 0 d", "0 J", "0.7 w", "0 0 m", "9 9 l", "S", "0 0 m", "5 5 l", "S", "Q"]


@pytest.mark.parametrize("within", [["q", "1 1 1 RG", "0 0 m", "9 9 l", "S", "Q"], ["/x0 Do"]], ids=["a state", "a drawing"])
def test_a_pen_holds_for_what_comes_within(within: list[str]) -> None:
    assert rewritten("0.5 w", *within)[0] == "0.5 w"


def test_a_colour_that_paints_nothing_need_not_be_known() -> None:
    assert rewritten("0 0 0 rg", "0.85098 0.847059 0.819608 RG", "0 0 m", "9 9 l", "S")[-1] == "S"


def test_tags_are_left_out_but_what_says_how_a_word_is_read() -> None:
    out = rewritten("/P <</MCID 0>> BDC", "/Span <</ActualText <feff0915>>> BDC", "q", "EMC", "EMC", "/Artifact BMC", "Q", "EMC")
    assert out == ["/Span <</ActualText <feff0915>>> BDC", "q", "EMC", "Q"]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["/lab-d50 cs"], "a colour in /lab-d50 cs"), (["0.5 g"], "a colour in 0.5 g"),
        (["1 Tr"], "type that is outlined"), (["/Pattern cs", "/p0 scn", "(a) Tj"], "type that is filled with a pattern"),
    ],
)  # fmt: skip
def test_what_there_is_no_rule_for_is_refused(lines: list[str], what: str) -> None:
    with pytest.raises(Unprintable) as caught:
        rewritten(*lines)
    assert str(caught.value) == what


# ---- gradients


def gradient(*stops: tuple[str, str], kind: str = "/DeviceRGB") -> Dictionary:
    """A gradient in steps between tokens."""

    def shares(name: str) -> Array:
        value = TOKENS[name].screen
        return Array([round(int(value[at : at + 2], 16) / 255, 6) for at in (1, 3, 5)])

    steps = [Dictionary(FunctionType=2, C0=shares(a), C1=shares(b), N=1, Domain=[0, 1]) for a, b in stops]
    whole = Dictionary(FunctionType=3, Functions=steps, Bounds=[], Encode=[0, 1] * len(steps), Domain=[0, 1])
    return Dictionary(ShadingType=2, ColorSpace=Name(kind), Function=whole)


def test_a_gradient_of_many_steps_goes_from_inks_to_inks() -> None:
    shading = gradient(("sea.sky_top", "sea.sky_foot"), ("sea.sky_foot", "white"))
    convert_shading(shading, TABLE)
    assert shading.ColorSpace == Name.DeviceCMYK
    colours = [[float(one) for one in step[key]] for step in shading.Function.Functions for key in ("/C0", "/C1")]
    assert colours == [[0.9, 0.45, 0.35, 0.75], [0.8, 0.3, 0.4, 0.3], [0.8, 0.3, 0.4, 0.3], [0, 0, 0, 0]]


def test_a_gradient_keeps_to_a_lower_limit() -> None:
    shading = gradient(("air.ground_top", "air.ground_foot"))
    convert_shading(shading, InkTable(ICC, 240))
    assert sum(map(float, shading.Function.Functions[0].C1)) <= 2.4


def test_a_gradient_in_another_space_is_refused() -> None:
    with pytest.raises(Unprintable, match="a gradient in /CalRGB"):
        convert_shading(gradient(("white", "ink"), kind="/CalRGB"), TABLE)


# ---- a whole module


def module(content: str) -> bytes:
    """A page of a module, as WeasyPrint writes it."""
    pdf, out = Pdf.new(), io.BytesIO()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.Contents = pdf.make_stream(content.encode())
    page.obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9])])
    page.obj.StructParents = 0
    pdf.save(out)
    return out.getvalue()


def pressed(content: str) -> bytes:
    boxes = Boxes(100, 100, bleed=8.5, slug=34)
    return press_form(module(content), "startup/lantern-works", TABLE, boxes, lambda _image: None)


def test_an_unknown_colour_stops_the_build_with_part_page_and_colour() -> None:
    with pytest.raises(TypesettingError) as caught:
        pressed("1 0 0 rg\n0 0 9 9 re\nf")
    assert str(caught.value) == (
        "startup/lantern-works, page 1: nothing tells with which inks #ff0000 is printed. Use a token of "
        "showcase/colour.py, or a mixture that showcase/mixtures.py knows."
    )


def test_what_has_no_rule_stops_the_build_with_part_and_page() -> None:
    with pytest.raises(TypesettingError, match="startup/lantern-works, page 1: the press has no rule for a colour in 0.5 g"):
        pressed("0.5 g")


def test_a_page_lies_within_its_boxes_and_has_neither_links_nor_tags() -> None:
    with Pdf.open(io.BytesIO(pressed("1 1 1 rg\n0 0 100 100 re\nf"))) as pdf:
        page = pdf.pages[0].obj
        assert [[float(one) for one in page[box]] for box in ("/MediaBox", "/BleedBox", "/TrimBox")] == [
            [0, 0, 185, 185], [34, 34, 151, 151], [42.5, 42.5, 142.5, 142.5]
        ]  # fmt: skip
        assert not {"/Annots", "/StructParents", "/CropBox"} & set(page.keys())
        assert page.Group.CS == Name.DeviceCMYK
        assert page.Contents.read_bytes().startswith(b"q\n34 34 117 117 re W n\n1 0 0 1 42.5 42.5 cm\n")


# ---- pictures


def picture(image: Image.Image, folder: Path, name: str = "a.png", **more: object) -> Path:
    image.save(folder / name, **more)
    return folder / name


def inks_of(file: Path, limit: int = 300, width: float = 40) -> Image.Image:
    """The press's picture of a file that is placed `width` millimetres wide and three quarters high."""
    made = PressPictures(ICC, limit, Cache(file.parent / "cache"))._made(on_page(file, width, width * 0.75, (0.5, 0.5)))
    image = Image.open(io.BytesIO(made))
    assert image.mode == "CMYK"
    return image


def test_shadows_keep_their_drawing(tmp_path: Path) -> None:
    """Black-point compensation: the darkest greys of a screen are told apart on paper."""
    steps = Image.new("RGB", (400, 300))
    for step in range(5):
        steps.paste((step * 8,) * 3, (step * 80, 0, step * 80 + 80, 300))
    inks = inks_of(picture(steps, tmp_path))
    dark = [sum(inks.getpixel((40 + step * 80, 150))) for step in range(5)]
    assert dark == sorted(dark, reverse=True)
    assert dark[0] - dark[4] > 60
    assert all(a - b > 3 for a, b in zip(dark, dark[1:], strict=False))


def test_white_takes_no_ink(tmp_path: Path) -> None:
    assert inks_of(picture(Image.new("RGB", (400, 300), "white"), tmp_path)).getextrema() == ((0, 0),) * 4


@pytest.mark.parametrize("limit", [300, 240])
def test_a_picture_keeps_to_the_limit(tmp_path: Path, limit: int) -> None:
    steps = Image.new("RGB", (400, 300), (4, 2, 2))
    steps.paste((40, 0, 60), (200, 0, 400, 300))
    inks = inks_of(picture(steps, tmp_path), limit)
    assert max(sum(inks.getpixel((x, 150))) / 2.55 for x in (50, 350)) <= limit + 2


def test_black_stays_when_a_picture_is_held_to_the_limit() -> None:
    inks = held(Image.new("CMYK", (3, 700), (204, 204, 204, 153)), 240)
    for y in (0, 300, 699):
        c, m, yellow, k = inks.getpixel((1, y))
        assert (k, c) == (153, 153)
        assert c == m == yellow


def test_a_picture_is_never_enlarged_and_has_no_more_pixels_than_its_place_can_use(tmp_path: Path) -> None:
    file = picture(Image.effect_noise((2000, 1500), 40).convert("RGB"), tmp_path)
    assert inks_of(file, width=40).size == (560, 420)
    assert inks_of(file, width=280).size == (2000, 1500)


def test_a_picture_is_turned_by_its_own_profile_where_it_has_one(tmp_path: Path) -> None:
    """Inks that are told by the press's own profile stay nearly as they are; untold, they are anybody's guess."""
    cyan = Image.new("CMYK", (400, 300), (230, 0, 0, 0))
    told = inks_of(picture(cyan, tmp_path, "a.jpg", icc_profile=ICC.read_bytes())).getpixel((9, 9))
    guessed = inks_of(picture(cyan, tmp_path, "b.jpg")).getpixel((9, 9))
    assert told == pytest.approx((230, 0, 0, 0), abs=12)
    assert guessed[0] < 180


def test_greys_without_a_profile_are_those_of_the_screen(tmp_path: Path) -> None:
    grey = Image.new("L", (400, 300), 128)
    alone = inks_of(picture(grey, tmp_path, "a.png")).getpixel((9, 9))
    assert alone == inks_of(picture(grey.convert("RGB"), tmp_path, "b.png")).getpixel((9, 9))


def test_a_picture_that_is_no_photograph_of_the_book_is_refused(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    image = pdf.make_stream(b"\0" * 3, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceRGB)
    with pytest.raises(Unprintable, match="no photograph of the book's own"):
        PressPictures(ICC, 300, Cache(tmp_path)).print_picture(image, [])
