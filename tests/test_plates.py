"""Plates: the same everywhere, light, within their sheet, and no two of a family alike."""

from __future__ import annotations

import gzip
import io
import os
import re
import subprocess
import sys
from itertools import pairwise
from math import hypot, isfinite
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image, ImageChops
from weasyprint import HTML
from world import ROOT

from showcase import plates
from showcase.colour import FAMILIES, family_colour
from showcase.plates.geometry import Arc, Curve, Dot, Mark
from showcase.plates.seed import Seed
from showcase.plates.sheet import Drawing, Layer, Sheet
from showcase.plates.vector import ink_colour
from showcase.plates.water import _row, _swell, rows

SLUGS = [f"made-up-firm-{number}" for number in range(200)]
CARD, PAGE, HERO = (640, 400), (306, 246), (1600, 800)
NUMBER = re.compile(r"-?\d*\.?\d+")

every_family = pytest.mark.parametrize("family", FAMILIES)


def points(drawing: Drawing) -> list[tuple[float, float]]:
    """The places that every mark of a drawing goes through."""
    return [point for layer in drawing.layers for mark in layer.marks for point in through(mark)]


def through(mark: Mark) -> tuple[tuple[float, float], ...]:
    if isinstance(mark, Curve):
        return mark.points
    if isinstance(mark, Dot):
        return ((mark.x, mark.y),)
    return (mark.at(mark.start), mark.at((mark.start + mark.end) / 2), mark.at(mark.end))


def lines(svg: str) -> set[str]:
    """The path data of every single mark, with the place where it starts."""
    root = ElementTree.fromstring(svg)
    return {part for path in root for part in path.get("d").split("m")[1:]}


@every_family
def test_two_hundred_slugs_stay_finite_on_their_sheet_and_neither_bare_nor_crowded(family):
    for slug in SLUGS:
        drawing = plates.drawing(slug, family, *CARD)
        places = points(drawing)
        assert all(isfinite(x) and isfinite(y) for x, y in places), slug
        # A wave at the foot may dip a little below the sheet and a line end just beside it.
        beyond = max(max(-x, -y, x - CARD[0], y - CARD[1]) for x, y in places)
        assert beyond < 0.07 * CARD[1], slug
        assert 1400 < len(places) < 5500, slug


@every_family
def test_a_narrow_crop_and_a_spread_stay_on_their_sheet_too(family):
    for width, height in ((100, 246), (606, 246), (360, 300), (1600, 500)):
        places = points(plates.drawing("pixxel", family, width, height))
        beyond = max(max(-x, -y, x - width, y - height) for x, y in places)
        assert beyond < 0.09 * height, (width, height)


@every_family
def test_the_same_slug_gives_the_same_bytes_and_another_slug_other_lines(family):
    first, again, other = (
        plates.svg(plates.drawing(slug, family, *PAGE)) for slug in ("eyerov", "eyerov", "pixxel")
    )
    assert first == again
    # What plates may share is the horizon line and water too far away to move.
    common = lines(first) & lines(other)
    assert len(common) < 0.2 * len(lines(first))


def test_another_process_with_another_hash_seed_draws_the_same_bytes():
    program = (
        "from showcase import plates\n"
        "for family in plates.FAMILIES:\n"
        "    print(plates.svg(plates.drawing('eyerov', family, 306, 246)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_chance_is_fixed_by_slug_family_and_part():
    stream = Seed("pixxel", "space").stream("stars")
    assert [round(stream.random(), 9) for _ in range(2)] == [0.312490268, 0.409265351]
    others = [("pixxel", "sea", "stars"), ("eyerov", "space", "stars"), ("pixxel", "space", "limb")]
    for slug, family, part in others:
        assert round(Seed(slug, family).stream(part).random(), 9) != 0.312490268


@every_family
def test_two_slugs_of_a_family_do_not_look_alike(family):
    bare = plates.picture(Drawing("", family, 320, 200, 0.618, 1.2, ()))
    seen = [plates.picture(plates.drawing(slug, family, 320, 200, pen=1.2)) for slug in SLUGS[:6]]
    sky = (0, 0, 320, 120)
    for one, another in pairwise(seen):
        drawn = inked(one, bare, sky) | inked(another, bare, sky)
        assert len(inked(one, another, sky)) > 0.5 * len(drawn)


def inked(one: Image.Image, another: Image.Image, box: tuple[int, int, int, int]) -> set[int]:
    """The pixels in which two pictures clearly differ."""
    difference = ImageChops.difference(one.crop(box), another.crop(box)).convert("L")
    return {place for place, level in enumerate(difference.tobytes()) if level > 12}


@every_family
def test_the_svg_is_light_plain_and_silent(family):
    for slug in ("eyerov", "astrome-technologies", SLUGS[7]):
        page = plates.svg(plates.drawing(slug, family, *PAGE))
        hero = plates.svg(plates.drawing(slug, family, *HERO))
        assert len(page) <= 90_000
        assert len(gzip.compress(page.encode())) <= 25_000
        assert len(gzip.compress(hero.encode())) <= 25_000
        root = ElementTree.fromstring(page)
        assert root.get("viewBox") == "0 0 306 246"
        assert root.get("aria-hidden") == "true"
        assert {child.tag for child in root} == {"{http://www.w3.org/2000/svg}path"}
        data = [path.get("d") for path in root if path.get("stroke")]
        assert not [n for d in data for n in NUMBER.findall(d) if len(n.partition(".")[2]) > 1]


def test_no_arc_is_so_long_that_rounding_bends_it():
    svg = plates.svg(plates.drawing("eyerov", "quantum", *PAGE))
    arcs = re.findall(r"a([^a-z]*) 0 0 1([^a-z]*)", svg)
    assert len(arcs) > 40
    for radii, step in arcs:
        radius = float(NUMBER.findall(radii)[0])
        dx, dy = map(float, NUMBER.findall(step))
        assert hypot(dx, dy) < 1.78 * radius + 0.3


def test_a_smooth_curve_is_written_as_steps_that_end_where_it_ends():
    curve = Curve(((10.04, 20.0), (20.04, 21.0), (30.04, 19.0), (40.04, 20.26)))
    layer = Layer((curve,), plates.sheet.LINE, 0.5, 1.0)
    svg = plates.svg(Drawing("", "sea", 100, 50, 0.618, 1.0, (layer,)))
    data = ElementTree.fromstring(svg)[0].get("d")
    assert data == "M0 0m10 20c3.4 .3 6.7 1.2 10 1s6.7-1.9 10-2 6.7 .8 10 1.3"


@every_family
def test_the_horizon_is_a_clear_line_at_the_share_that_was_asked_for(family):
    picture = plates.picture(plates.drawing("eyerov", family, 400, 400, 0.5)).convert("L")
    left = [picture.getpixel((6, y)) for y in range(190, 210)]
    assert left.index(max(left)) + 190 in (199, 200)
    assert max(left) > 1.25 * left[-1]


def test_a_raster_of_another_shape_keeps_the_horizon_at_its_share():
    drawing = plates.drawing("eyerov", "sea", 400, 400)
    picture = plates.picture(drawing, (400, 200)).convert("L")
    column = [picture.getpixel((6, y)) for y in range(200)]
    assert abs(column.index(max(column)) - 0.618 * 200) < 2


@every_family
def test_a_card_is_a_small_webp_with_the_colours_of_its_family(family):
    for slug in SLUGS[:3]:
        card = plates.raster(plates.drawing(slug, family, *CARD))
        assert len(card) <= 40_000
        picture = Image.open(io.BytesIO(card))
        assert (picture.format, picture.size, picture.mode) == ("WEBP", CARD, "RGB")
    corner = picture.resize((1, 1), box=(0, 0, 640, 12)).getpixel((0, 0))
    wanted = bytes.fromhex(family_colour(family, "sky_top")[1:])
    assert max(abs(a - b) for a, b in zip(corner, wanted, strict=True)) < 40


def test_waves_never_cross():
    for slug in SLUGS[:60]:
        sheet = Sheet(Seed(slug, "sea"), *PAGE, 0.618, 0.27)
        swell = _swell(sheet)
        drawn = [_row(sheet, swell, near, y) for near, y in rows(sheet)]
        for upper, lower in pairwise(drawn):
            assert all(upper.at_x(x)[1] < lower.at_x(x)[1] for x in range(0, 306, 6)), slug


def test_the_light_stands_to_the_right_of_the_words():
    shares = [Sheet(Seed(slug, "air"), 100, 80, 0.618, 0.1).light for slug in SLUGS]
    assert 58 <= min(shares) < 61
    assert 81 < max(shares) <= 84


def test_nearer_ridges_are_darker():
    drawing = plates.drawing("eyerov", "land", *PAGE)
    fills = [layer for layer in drawing.layers if layer.filled and layer.opacity == 1]
    tones = [sum(bytes.fromhex(ink_colour("land", layer.ink)[1:])) for layer in fills]
    assert len(tones) == 7
    assert tones == sorted(tones, reverse=True)


@pytest.mark.parametrize("size", [(310.0, 246.0), (27.3, 21.8, 0.618, 0.16), (320.0, 200.0)])
def test_every_line_of_the_land_runs_from_edge_to_edge(size: tuple[float, ...]) -> None:
    drawing = plates.drawing("eyerov", "land", *size)
    ridges = [mark for layer in drawing.layers for mark in layer.marks if isinstance(mark, Curve) and mark.smooth][:28]
    assert {(mark.points[0][0], round(mark.points[-1][0], 6)) for mark in ridges} == {(0.0, size[0])}



@pytest.mark.parametrize(("size", "faces"), [((306, 246, 0.6, 0.27), 6), ((31, 25, 0.6, 0.16), 4)], ids=["page", "small"])
def test_crystals_end_at_the_edges_of_the_sheet_and_have_the_faces_that_can_be_seen(
    size: tuple[float, ...], faces: int
) -> None:
    width, height, share, _pen = size
    layers = plates.drawing("lantern-works", "materials", *size).layers
    of_crystals = [mark.points for layer in layers for mark in layer.marks if layer.filled and is_face(mark)]
    assert all(-1e-6 <= x <= width + 1e-6 and y <= height * share + 1e-6 for face in of_crystals for x, y in face)
    edges = [layer for layer in layers if not layer.filled and any(is_face(mark) for mark in layer.marks)]
    assert max(len(layer.marks) for layer in edges) == faces


def is_face(mark: object) -> bool:
    return isinstance(mark, Curve) and mark.closed and not mark.smooth and len(mark.points) < 9


def test_stars_never_stand_before_the_planet():
    for slug in SLUGS[:40]:
        sheet = Sheet(Seed(slug, "space"), *PAGE, 0.618, 0.27)
        layers = plates.space.sky(sheet)
        limb = layers[3].marks[0]
        assert isinstance(limb, Arc)
        stars = [mark for layer in layers[:3] for mark in layer.marks]
        assert len(stars) > 40
        radius = limb.rx / 1.008
        assert all(hypot(star.x - limb.x, star.y - limb.y) > radius for star in stars)


def test_browsers_and_the_book_read_the_same_gradient():
    css = plates.gradient_css("space", 0.5)
    assert css == (
        "linear-gradient(#090a1f 0%, 25.00%, #4a3a8c 50.00%, #221a55 50.00%, 75.00%, #06061a 100%)"
    )
    style = f"@page{{size:96px 96px;margin:0}}body{{margin:0}}div{{height:96px;background:{css}}}"
    page = f"<style>{style}</style><div></div>"
    pdf = pypdfium2.PdfDocument(HTML(string=page).write_pdf())
    printed = pdf[0].render(scale=4 / 3).to_pil().convert("RGB")
    drawn = plates.picture(Drawing("", "space", 96, 96, 0.5, 1.0, ()))
    for y in (4, 24, 44, 52, 72, 92):
        pairs = zip(printed.getpixel((48, y)), drawn.getpixel((48, y)), strict=True)
        assert max(abs(a - b) for a, b in pairs) <= 4, y


def test_an_unknown_family_and_a_sheet_without_room_are_refused_with_a_sentence():
    with pytest.raises(ValueError) as unknown:
        plates.drawing("eyerov", "ocean", *PAGE)
    assert str(unknown.value) == (
        "no plates are drawn for 'ocean'; the families are air, sea, space, land, spectrum, "
        "quantum, computing, soldier, materials, medical"
    )
    with pytest.raises(ValueError) as flat:
        plates.drawing("eyerov", "sea", 300, 0)
    assert str(flat.value) == (
        "a plate needs a width and height above 0 and a horizon between 0 and 1, "
        "not 300 × 0 and 0.618"
    )


def test_no_line_is_thinner_than_the_press_can_keep_open():
    small = plates.drawing("eyerov", "sea", 37, 30, pen=0.16)
    widths = [float(width) for width in re.findall(r'stroke-width="([\d.]+)"', plates.svg(small, 0.142))]
    assert min(widths) == 0.142
    assert min(float(width) for width in re.findall(r'stroke-width="([\d.]+)"', plates.svg(small))) < 0.142
