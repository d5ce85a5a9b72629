"""What was laid out once is kept, laid out again only for a reason, and the reason told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from world import PROFILE, ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book.cache import Cache, fingerprint
from showcase.book.edition import Made, make_reading_edition
from showcase.book.inputs import Record

TORCH = profile(
    ("id: lantern-works", "id: torch-works"), ("name: Lantern Works", "name: Torch Works"),
    ("summary: Lantern Works", "summary: Torch Works"),
    ("[unmanned-marine-systems]", "[unmanned-ground-systems]"),
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two startups whose book has been made once."""
    files = {"startups/lantern-works.md": PROFILE, "startups/torch-works.md": TORCH}
    root = make_world(tmp_path_factory.mktemp("cached"), files)
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    assert set(build(root).why.values()) == {"first build"}
    return root


def build(root: Path) -> Made:
    return make_reading_edition(root, catalogue.load(root), root / "dist")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_build_lays_out_nothing_and_gives_the_same_bytes(root: Path) -> None:
    cold = (root / "dist" / "shared-horizons-reading.pdf").read_bytes()
    again = build(root)
    assert again.why == {}
    assert again.parts == len(again.plan.parts) > 10
    assert again.path.read_bytes() == cold


def test_a_changed_story_lays_out_its_spread_alone(root: Path) -> None:
    change(root / "startups" / "lantern-works.md", "Asha Rao began in Pune", "Asha Rao started in Pune")
    assert build(root).why == {"startup/lantern-works": "the profile changed"}


def test_a_changed_name_lays_out_every_part_that_tells_it(root: Path) -> None:
    change(root / "startups" / "torch-works.md", "name: Torch Works", "name: Torch House")
    change(root / "startups" / "torch-works.md", "summary: Torch Works", "summary: Torch House")
    why = build(root).why
    assert why["startup/torch-works"] == "the profile changed"
    assert why["opener/land"] == why["index"] == "startups/torch-works.md changed"
    assert not {"startup/lantern-works", "opener/sea", "cover", "numbers", "colophon"} & why.keys()


def test_a_changed_page_template_is_told(root: Path) -> None:
    change(root / "book" / "pages" / "half-title.html.j2", "small-title-hi", "small-title-hi other")
    assert build(root).why == {"half-title": "book/pages/half-title.html.j2 changed"}


def test_a_changed_style_lays_out_everything(root: Path) -> None:
    change(root / "book" / "styles" / "base.css", "margin: 0;", "margin:  0;")
    made = build(root)
    assert len(made.why) == made.parts
    assert set(made.why.values()) == {"book/styles/base.css changed"}


def test_what_is_damaged_in_the_cache_is_made_again(root: Path) -> None:
    whole = build(root).path.read_bytes()
    entries = [path for path in (root / ".cache" / "book").glob("*/*") if path.stat().st_size > 1000]
    assert entries
    for path in entries:
        raw = bytearray(path.read_bytes())
        raw[len(raw) // 2] ^= 1
        path.write_bytes(raw)
    made = build(root)
    assert set(made.why.values()) == {"it was not in the cache"}
    assert len(made.why) == made.parts
    assert made.path.read_bytes() == whole


@pytest.mark.parametrize("damage", [lambda raw: raw[:-1], lambda raw: b"", lambda raw: raw + b" "])
def test_an_entry_that_is_not_whole_is_not_believed(tmp_path: Path, damage) -> None:
    store, key = Cache(tmp_path), fingerprint("a page")
    store.put(key, b"what was laid out")
    assert store.get(key) == b"what was laid out"
    (path,) = tmp_path.glob("*/*")
    path.write_bytes(damage(path.read_bytes()))
    assert store.get(key) is None


def test_parts_of_a_fingerprint_do_not_run_together() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


def test_a_new_engine_and_new_pages_are_told() -> None:
    before = Record("WeasyPrint 70", {}, {"startup/torch-works": 12})
    after = Record("WeasyPrint 71", {}, {"startup/torch-works": 14})
    assert after.why("startup/torch-works", before) == "the engine changed, it stands on other pages"
