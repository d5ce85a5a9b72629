"""The flatplan: one sheet with every opening of the book."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from world import PROFILE, ROOT, make_world, share_fonts

from showcase import catalogue
from showcase.book.edition import Made, make_reading_edition


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = make_world(tmp_path_factory.mktemp("flatplan"), {"startups/lantern-works.md": PROFILE})
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    return make_reading_edition(root, catalogue.load(root), root / "dist", flatplan=True)


def text_of(sheet: Path) -> str:
    run = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def test_every_opening_is_on_the_one_sheet_with_its_folios_and_its_title(made: Made) -> None:
    sheet, picture = made.flatplan
    assert sheet.name == "shared-horizons-flatplan.pdf"
    with pikepdf.open(sheet) as pdf:
        assert len(pdf.pages) == 1
        drawn = [key for key in pdf.pages[0].Resources.XObject if key.startswith("/Page")]
    assert len(drawn) == made.pages
    text = text_of(sheet)
    spread = made.plan.by_key["startup/lantern-works"]
    assert f"{spread.folio}–{spread.folio + 1} Lantern Works" in text
    for part in made.plan.parts:
        assert part.title in text
    with Image.open(io.BytesIO(picture.read_bytes())) as image:
        assert image.width == 3200


def test_the_pages_stand_in_their_colours(made: Made) -> None:
    """The front cover stands right of the spine in the first place of the sheet: sea, not paper."""
    with Image.open(made.flatplan[1]) as image:
        colours = image.convert("RGB")
        left, right = colours.getpixel((200, 300)), colours.getpixel((440, 300))
    assert min(left) > 200
    assert right[0] < 60 < right[2]


def test_the_same_book_gives_the_same_sheet(made: Made) -> None:
    root = made.path.parents[1]
    before = [path.read_bytes() for path in made.flatplan]
    again = make_reading_edition(root, catalogue.load(root), root / "dist", flatplan=True)
    assert [path.read_bytes() for path in again.flatplan] == before
