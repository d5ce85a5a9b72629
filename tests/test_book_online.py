"""The code on a spread: read from the rendered page, it is the address of the profile's page on the site.

Holds D15 of docs/standards.md.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops
from pressed import PressFile
from sites import HOME
from test_book_patterns import photographed, picture
from test_book_profiles import DAY, THIN
from world import PROFILE, ROOT, make_world, share_fonts

from showcase import catalogue, planfile
from showcase.book import ua
from showcase.book.casting import PATTERNS
from showcase.book.edition import make_reading_edition
from showcase.book.measure import TOLERANCE
from showcase.book.online import QUIET, SIZE, Online, online
from showcase.book.press.edition import make_press_edition
from showcase.book.settings import load_settings
from showcase.book.ua.reading import File
from showcase.catalogue import Catalogue

DPI = 150
MM = DPI / 25.4
BARE = 225
"""The grey from which a pixel is bare paper."""
LAMPS = {
    "plate": (PROFILE, {}),
    "photograph": photographed(1),
    "photographs": photographed(3),
    "text": (THIN, {}),
}
"""A profile for each pattern of a spread, and its photographs."""

LARGE = picture(4400, 2900)
"""Fine enough for the press over two pages."""


def address(slug: str, language: str = "en") -> str:
    return f"{HOME}{'hi/' if language == 'hi' else ''}startups/{slug}/"


def world(folder: Path, home: str) -> Path:
    """A project with a startup for each pattern, on a site at `home`."""
    files: dict[str, str | bytes] = {}
    for slug, (text, pictures) in LAMPS.items():
        named = text.replace("lantern-works", slug).replace("Lantern Works", f"Lamp {slug}")
        files[f"startups/{slug}.md"] = named.replace("sources:\n", f"spread: {slug}\nsources:\n", 1)
        files |= {f"images/{slug}/{name}": LARGE + f"{slug}/{name}".encode() for name in pictures}  # no two alike
    shutil.copytree(ROOT / "book", folder / "book")
    share_fonts(make_world(folder, files))
    site = folder / "data" / "site.yml"
    site.write_text(site.read_text().replace('site_url: ""', f'site_url: "{home}"'))
    return folder


def loaded(root: Path) -> Catalogue:
    return catalogue.load(root, today=DAY)


@dataclass
class Opened:
    """A finished file; its pages count from 0."""

    path: Path

    @cached_property
    def rectos(self) -> dict[str, int]:
        """The right-hand page of each startup's first spread, which has the code."""
        (plan,) = planfile.in_folder(self.path.parent)
        return {one.slug: one.first for one in plan.profiles}

    @cached_property
    def patterns(self) -> set[str]:
        (plan,) = planfile.in_folder(self.path.parent)
        return {one.pattern.partition("/")[0] for one in plan.profiles}

    def picture(self, page: int) -> Image.Image:
        """A page within its trim, in greys."""
        with pypdfium2.PdfDocument(self.path) as document:
            shown = document[page]
            shown.set_cropbox(*shown.get_trimbox())
            return shown.render(scale=DPI / 72).to_pil().convert("L")

    def codes(self, page: int) -> list[zxingcpp.Barcode]:
        return zxingcpp.read_barcodes(self.picture(page))


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world(tmp_path_factory.mktemp("lamps"), HOME)


@pytest.fixture(scope="module")
def reading(lamps: Path) -> Opened:
    return Opened(make_reading_edition(lamps, loaded(lamps), lamps / "dist", only=[*LAMPS]).path)


@pytest.fixture(scope="module")
def press(lamps: Path) -> Opened:
    return Opened(make_press_edition(lamps, loaded(lamps), lamps / "press", only=[*LAMPS]).path)


@pytest.fixture(params=["reading", "press"])
def edition(request: pytest.FixtureRequest) -> Opened:
    return request.getfixturevalue(request.param)


def test_every_pattern_has_the_code_of_its_page_and_no_other_page_has_one(edition: Opened) -> None:
    assert edition.patterns == {*PATTERNS}
    expected = {page: address(slug) for slug, page in edition.rectos.items()}
    assert expected.keys() and len(expected) == len(LAMPS)
    with pypdfium2.PdfDocument(edition.path) as document:
        pages = range(len(document))
    found = {page: [one.text for one in edition.codes(page)] for page in pages}
    assert found == {page: [expected[page]] if page in expected else [] for page in pages}


def test_a_code_is_large_enough_and_stands_alone(edition: Opened) -> None:
    """Corrected by 15 %, 12 mm wide at least, four modules of bare paper around it, clear of the facts above."""
    settings = load_settings(ROOT)
    for slug, page in edition.rectos.items():
        picture, (code,) = edition.picture(page), edition.codes(page)
        box = corners(code)
        across, down = box[2] - box[0], box[3] - box[1]
        quiet = Online(slug, code.text).quiet
        assert code.ec_level == "M"
        assert (across, down) == pytest.approx((SIZE, SIZE), abs=0.3) and SIZE >= 12
        assert dark_in(picture, grown(box, quiet - 0.2)) == dark_in(picture, grown(box, 0.2)), slug
        assert box[1] - quiet > settings.foot_of_facts + TOLERANCE
        assert max(box[2], box[3] + settings.trim.width - settings.trim.height) < settings.trim.width - 5


def corners(code: zxingcpp.Barcode) -> tuple[float, float, float, float]:
    """Left, head, right and foot of a code on its page."""
    place = code.position
    return tuple(one / MM for one in (place.top_left.x, place.top_left.y, place.bottom_right.x, place.bottom_right.y))


def grown(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    left, top, right, foot = box
    return left - by, top - by, right + by, foot + by


def dark_in(picture: Image.Image, box: tuple[float, float, float, float]) -> int:
    """How many pixels in a box of millimetres are no bare paper."""
    return sum(picture.crop(tuple(round(one * MM) for one in box)).histogram()[:BARE])


def test_the_shortest_address_has_its_quiet_zone_too() -> None:
    room = load_settings(ROOT).trim.height - 6 - SIZE - load_settings(ROOT).foot_of_facts
    short = Online("ab", "https://a.in/startups/ab/")
    assert short.quiet == pytest.approx(QUIET * SIZE / 25)
    assert short.quiet < room


def test_a_code_is_one_shape_filled_with_black_alone(press: Opened) -> None:
    with pikepdf.open(press.path) as pdf:
        for page in press.rectos.values():
            filled = re.split(rb"\nf\*?\n", pdf.pages[page].Contents.read_bytes())
            (code,) = [one for one in filled if one.count(b" m\n") > 150]
            assert re.findall(rb"^.* k$", code, re.MULTILINE)[-1] == b"0 0 0 1 k"


def test_a_code_is_on_the_black_plate_and_on_no_other(press: Opened) -> None:
    page = press.rectos["text"]
    plates = PressFile(press.path).plates(page + 1, dpi=DPI)
    (code,) = zxingcpp.read_barcodes(ImageChops.invert(plates.pop("Black")))
    assert code.text == address("text")
    place = code.position
    box = place.top_left.x, place.top_left.y, place.bottom_right.x, place.bottom_right.y
    assert plates.keys() == {"Cyan", "Magenta", "Yellow"}
    assert {plate.crop(box).getextrema() for plate in plates.values()} == {(0, 0)}


def test_the_code_is_told_and_leads_to_the_same_address(reading: Opened) -> None:
    data = reading.path.read_bytes()
    assert ua.check(data) == []
    with pikepdf.open(reading.path) as pdf:
        told = [(one.page, str(one.obj.Alt)) for one in File(pdf).elements if one.kind == "Figure"]
        for slug, page in reading.rectos.items():
            assert [alt for where, alt in told if where == page] == ["QR code of this address"]
            (link,) = [one for one in pdf.pages[page].Annots if one.get("/A", {}).get("/URI") == address(slug)]
            assert str(link.Contents) == f"Lamp {slug} on the web"
            left, top, right, foot = corners(reading.codes(page)[0])
            x, low, other, high = (float(one) * 25.4 / 72 for one in link.Rect)
            assert x < left and right < other + 0.2
            assert (240 - high - 0.2 < top) and (foot < 240 - low + 0.2)


def test_the_hindi_edition_leads_to_the_page_in_hindi(lamps: Path) -> None:
    made = make_reading_edition(lamps, loaded(lamps), lamps / "hindi", only=["plate"], language="hi")
    (code,) = Opened(made.path).codes(1)
    assert code.text == address("plate", "hi")
    with pypdfium2.PdfDocument(made.path) as document:
        assert "यह परिचय वेब पर" in " ".join(document[1].get_textpage().get_text_range().split())
    assert made.untold.keys() <= {"startup/plate"}
    assert not [text for text in made.untold.get("startup/plate", ()) if "example.org" in text]


def test_a_site_without_an_address_has_no_code_and_the_page_is_as_it_was(tmp_path: Path) -> None:
    without = loaded(world(tmp_path, ""))
    assert online(without.by_slug["plate"], "bilingual") is None
    made = Opened(make_reading_edition(tmp_path, without, tmp_path / "dist", only=["plate", "text"]).path)
    assert [made.codes(page) for page in range(4)] == [[]] * 4
    with pikepdf.open(made.path) as pdf:
        assert not [one for one in File(pdf).elements if one.kind == "Figure"]
