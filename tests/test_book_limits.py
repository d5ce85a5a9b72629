"""Our own pages in a catalogue larger or odder than today's: nothing overruns, nothing is lost."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from world import ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book.book import Book
from showcase.book.modules import make_module
from showcase.book.stationery import Stationery

DAY = date(2026, 11, 22)
NAMES = (
    ("Lantern Works", "लैंटर्न वर्क्स"),
    ("Sagar Lantern Engineering", "सागर लैंटर्न इंजीनियरिंग"),
    ("Lantern Research and Technologies", "लैंटर्न रिसर्च एंड टेक्नोलॉजीज़"),
)
"""A short name, one of middle length and one as long as the longest of today."""


def firm(number: int, *changes: tuple[str, str]) -> tuple[str, str]:
    """The file of a firm with its own name, and its text."""
    name, name_hi = NAMES[number % len(NAMES)]
    letters = "".join(chr(ord("a") + int(figure)) for figure in f"{number:02}")
    slug = f"{name.lower().replace(' ', '-')}-{letters}"
    own = [
        ("id: lantern-works", f"id: {slug}"), ("name: Lantern Works", f"name: {name} {letters.title()}"),
        ("name_hi: लैंटर्न वर्क्स", f"name_hi: {name_hi}"),
        ("summary: Lantern Works", f"summary: {name} {letters.title()}"),
    ]  # fmt: skip
    return f"startups/{slug}.md", profile(*own, *changes)


def book_of(folder: Path, firms: dict[str, str]) -> Book:
    root = make_world(folder, firms)
    shutil.copytree(ROOT / "book", root / "book", dirs_exist_ok=True)
    share_fonts(root)
    return Book(catalogue.load(root, today=DAY), Stationery.of(root))


@pytest.mark.parametrize("count", [5, 40])
def test_an_opener_holds_every_startup_of_its_field(tmp_path: Path, count: int) -> None:
    book = book_of(tmp_path, dict(firm(number) for number in range(count)))
    module = make_module(book, book.plan.by_key["opener/sea"])
    assert module.problems == ()
    assert len(book.catalogue.families()[0].startups) == count
