"""Patterns of spreads: which is chosen, what each shows, and that photographs stay whole."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image, ImageDraw
from test_book_profiles import SENTENCE, STORY, THIN, book_of, spread_of
from world import PROFILE, make_world, profile

from showcase import catalogue, pictures
from showcase.book import photographs
from showcase.book.casting import PATTERNS, cast
from showcase.book.gallery import Gallery
from showcase.book.photographs import Slot, clear_box, place
from showcase.problems import ContentErrors

LONG = "\n\n".join([f"{SENTENCE * 5}[^2]"] * 3)
SHAPES = [(3000, 2000), (3200, 2000), (2000, 3000), (3000, 2000), (2400, 2400), (3600, 2000), (900, 700)]


def photographed(count: int, *changes: tuple[str, str], story: str = LONG) -> tuple[str, dict[str, bytes]]:
    """A profile with so many made pictures, and the pictures."""
    rows = "".join(
        f"  - {{id: p{n}, file: p{n}.jpg, alt: View {n} of the lamp, credit: Asha Rao, licence: CC BY 4.0, "
        f"caption: Diya at sea off Pune in week {n}., focus: [{0.5 + n / 20:.2f}, 0.4]}}\n"
        for n in range(count)
    )
    text = profile(("sources:\n", f"photographs:\n{rows}sources:\n"), *changes).replace(STORY, story)
    return text, {f"p{n}.jpg": picture(*SHAPES[n]) + bytes([n]) for n in range(count)}  # no two alike


def picture(width: int, height: int) -> bytes:
    """A sky of one's own making, with a sun, as JPEG."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(image).ellipse((width // 2 - 90, height // 3, width // 2 + 90, height // 3 + 180), fill="#e63")
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def startup(slug: str, photographs: int = 0, spread: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(slug=slug, photographs=range(photographs), spread=spread)


def patterns(*startups: SimpleNamespace, text_fits: bool = True) -> list[str]:
    return [*cast(startups, lambda _one, pattern: pattern != "text" or text_fits).values()]


@pytest.mark.parametrize(
    ("count", "text_fits", "pattern"),
    [(0, False, "plate"), (0, True, "text"), (1, True, "photograph"), (2, True, "photographs"), (6, False, "photographs")],
)
def test_a_profile_takes_the_pattern_for_what_it_has(count: int, text_fits: bool, pattern: str) -> None:
    assert patterns(startup("a", count), text_fits=text_fits) == [pattern]


@pytest.mark.parametrize("text_fits", [True, False])
def test_no_special_pattern_comes_twice_running(text_fits: bool) -> None:
    for counts in itertools.product((0, 1, 3), repeat=5):
        row = patterns(*(startup(str(n), count) for n, count in enumerate(counts)), text_fits=text_fits)
        assert all(one == "plate" or one != after for one, after in itertools.pairwise(row)), counts


def test_a_profiles_own_key_is_stronger_and_its_neighbour_gives_way() -> None:
    assert patterns(startup("a", 1), startup("b", 1, "photograph")) == ["text", "photograph"]
    assert patterns(startup("a", 1, "plate"), startup("b", 0, "plate")) == ["plate", "plate"]
    assert patterns(startup("a", 1, "photograph"), startup("b", 1, "photograph")) == ["photograph"] * 2


def problems_of(folder: Path, text: str, files: dict[str, bytes] | None = None) -> list[tuple[str, str]]:
    world = {"startups/lantern-works.md": text}
    world |= {f"images/lantern-works/{name}": data for name, data in (files or {}).items()}
    with pytest.raises(ContentErrors) as caught:
        catalogue.load(make_world(folder, world))
    return [(one.place, one.message) for one in caught.value.problems]


def test_a_pattern_that_a_profile_cannot_have_is_told_at_its_line(tmp_path: Path) -> None:
    text = profile(("sources:\n", "spread: photograph\nsources:\n"))
    assert problems_of(tmp_path, text) == [
        ("startups/lantern-works.md:31:9", "the spread “photograph” takes one photograph; this profile has none.")
    ]


def test_several_photographs_are_more_than_one(tmp_path: Path) -> None:
    text, files = photographed(1, ("sources:\n", "spread: photographs\nsources:\n"), story=STORY)
    assert problems_of(tmp_path, text, files) == [
        ("startups/lantern-works.md:33:9", "the spread “photographs” takes two photographs or more; this profile has 1.")
    ]


def test_a_pattern_of_another_name_is_told_with_those_there_are(tmp_path: Path) -> None:
    ((place, message),) = problems_of(tmp_path, profile(("sources:\n", "spread: gallery\nsources:\n")))
    assert place == "startups/lantern-works.md:31:9"
    assert message == "`spread` is “gallery”, which is not allowed."


@pytest.mark.parametrize("count", [2, 3, 4, 6])
def test_several_photographs_take_two_spreads_and_every_one_is_shown(tmp_path: Path, count: int) -> None:
    book = book_of(tmp_path, *photographed(count))
    module = spread_of(book)
    part = book.plan.by_key["startup/lantern-works"]
    assert (part.pages, part.first % 2, book.plan.pages % 2) == (4, 0, 0)
    assert (module.problems, module.pattern) == ((), "photographs/broad")
    hung = Gallery(book.catalogue.published[0], book.stationery.settings).hung
    assert sorted(one.photograph.id for one in hung) == [f"p{n}" for n in range(1, count)]
    assert [one.slot.crosses() for one in hung] == [True] + [False] * (count - 2)


def test_the_halves_of_a_wide_photograph_are_one_picture(tmp_path: Path) -> None:
    book = book_of(tmp_path, *photographed(6))
    (only,) = book.catalogue.published
    gallery = Gallery(only, book.stationery.settings)
    wide = gallery.hung[0]
    halves = [Image.open(io.BytesIO(gallery.assets()[gallery.asset(0, side)].read_bytes())) for side in ("left", "right")]
    photo = pictures.verify(only.pictures / wide.photograph.file)
    box = clear_box((photo.width, photo.height), wide.slot, wide.photograph.focus)
    scale = (box[2] - box[0]) / wide.slot.drawn[0]
    size = tuple(round(side * min(scale, photographs.FINEST)) for side in wide.slot.drawn)
    whole = photo.image().crop(box).resize(size, Image.Resampling.LANCZOS)
    starts = 0, size[0] - halves[1].width
    for half, start in zip(halves, starts, strict=True):
        for x in (0, half.width // 2, half.width - 1):
            for y in range(0, size[1], 60):
                assert half.getpixel((x, y)) == pytest.approx(whole.getpixel((start + x, y)), abs=12)


def test_each_half_goes_on_over_the_gutter_and_into_the_bleed(tmp_path: Path) -> None:
    """What stands at the gutter stands there on both pages: no seam, however the leaves are glued."""
    slot = Gallery(*whole_book(tmp_path)).hung[0].slot
    (left, top, width, height), (start, above, across, high) = slot.shown(0), slot.shown(1)
    assert (top, above, height, high) == (-3, -3, 151.3, 151.3)
    assert left + width == pytest.approx(303)
    assert (start, start + across) == pytest.approx((-3, 303))
    scale = 7.3
    (_first, end), (begin, last) = slot.columns(scale, 0), slot.columns(scale, 1)
    gutter = (300 - slot.left) * scale
    assert (end - gutter, gutter - begin) == pytest.approx((3 * scale, 3 * scale), abs=1)
    assert last == round((slot.width + 3) * scale)


def whole_book(folder: Path) -> tuple[object, object]:
    """The one startup of a book with six photographs, and the book's measures."""
    book = book_of(folder, *photographed(6))
    return book.catalogue.published[0], book.stationery.settings


WIDE = Slot(92.7, 0, 507.3, 148.3, 300)
WHOLE = Slot(0, 0, 600, 240, 300)


@pytest.mark.parametrize("slot", [WIDE, WHOLE], ids=["wide", "whole"])
@pytest.mark.parametrize("size", [(3000, 2000), (2000, 3000), (4000, 1000)])
def test_the_subject_keeps_clear_of_gutter_and_edges(slot: Slot, size: tuple[int, int]) -> None:
    for focus in itertools.product((0.04, 0.25, 0.4, 0.41, 0.5, 0.59, 0.75, 0.96), repeat=2):
        box = clear_box(size, slot, focus)
        x, y = place(focus, size, box)
        assert 0 <= box[0] < box[2] <= size[0] and 0 <= box[1] < box[3] <= size[1]
        assert (box[2] - box[0]) / (box[3] - box[1]) == pytest.approx(slot.ratio, rel=0.01)
        assert abs(slot.left + x * slot.width - slot.gutter) >= 12, focus
        assert 5 <= x * slot.width <= slot.width - 5, focus
        assert 5 <= y * slot.height <= slot.height - 5, focus


def test_the_middle_of_a_crop_would_not_keep_clear() -> None:
    """The proof above can fail: the plain crop puts a subject in the gutter."""
    x, y = place((0.5, 0.5), (3000, 2000), pictures.crop_box((3000, 2000), WHOLE.ratio, (0.5, 0.5)))
    assert WHOLE.shortfall(x, y) == pytest.approx(12)


def test_a_subject_at_the_very_edge_of_its_photograph_is_told(tmp_path: Path) -> None:
    text, files = photographed(2, ("focus: [0.55, 0.4]", "focus: [1, 0.4]"))
    (problem,) = spread_of(book_of(tmp_path, text, files)).problems
    assert problem.message == (
        "Lantern Works: the subject of a photograph over two pages comes 8.0 mm too near the gutter or the edge of the page."
    )


def test_a_thin_profile_is_led_by_its_text_with_the_facts_under_its_name(tmp_path: Path) -> None:
    book = book_of(tmp_path, THIN)
    module = spread_of(book)
    assert (module.problems, module.pattern) == ((), "text/open")


def test_text_leads_beside_a_strip_of_the_photograph(tmp_path: Path) -> None:
    book = book_of(tmp_path, *photographed(1, ("sources:\n", "spread: text\nsources:\n")))
    assert (spread_of(book).problems, spread_of(book).pattern) == ((), "text/broad")


def test_a_strip_keeps_its_subject_clear_too() -> None:
    strip = Slot(0, 0, 96, 240, gutter=96)
    x, y = place((0.04, 0.5), (3000, 2000), clear_box((3000, 2000), strip, (0.04, 0.5)))
    assert strip.shortfall(x, y) == 0
    assert photographs.TRIM_CLEAR == 5


def test_patterns_take_even_numbers_of_pages() -> None:
    assert {name: one.pages for name, one in PATTERNS.items()} == {
        "plate": 2, "photograph": 2, "photographs": 4, "text": 2,
    }  # fmt: skip
    assert PROFILE
