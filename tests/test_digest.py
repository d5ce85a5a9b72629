"""The name of the whole content: another for whatever a book of it would show otherwise, the same for a remark."""

from __future__ import annotations

from pathlib import Path

import pytest
from full import SLUG, TEXT, files
from letters import portrait, portrayed
from world import make_world

from showcase import catalogue
from showcase.digest import content_digest

LETTER = "book/messages/10-admiral.md"
PROFILE = f"startups/{SLUG}.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a profile in both languages, its photograph, and a message with a portrait."""
    alone = TEXT.replace("related: [torch-works]\n", "")
    letter = {LETTER: portrayed(), "book/messages/admiral.jpg": portrait()}
    return make_world(tmp_path, {**files(), PROFILE: alone, **letter})


def digest(root: Path) -> str:
    return content_digest(catalogue.load(root))


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PROFILE, "No one", "Nobody"),
        (PROFILE, "Diya at sea off Alibag.}", "Diya at sea off Alibag., focus: [0.2, 0.5]}"),
        (PROFILE, "status: published", "status: draft"),
        (f"startups/{SLUG}.hi.md", "दीया रोशनी", "दीप रोशनी"),
        (f"startups/{SLUG}.hi.md", "इसे कोई", "उसे कोई"),
        ("data/ui.yml", "en: Founders", "en: Begun by"),
        (LETTER, "name: ", "name: The late "),
    ],
)
def test_it_changes_with_what_files_state(root: Path, path: str, old: str, new: str) -> None:
    before = digest(root)
    change(root, path, old, new)
    assert digest(root) != before


@pytest.mark.parametrize("path", [f"images/{SLUG}/sea.jpg", "book/messages/admiral.jpg"])
def test_it_changes_with_the_bytes_of_a_picture(root: Path, path: str) -> None:
    before = digest(root)
    (root / path).write_bytes(portrait(1700, 2100))
    assert digest(root) != before


@pytest.mark.parametrize("path", [PROFILE, f"startups/{SLUG}.hi.md", LETTER])
def test_a_remark_does_not_count(root: Path, path: str) -> None:
    before = digest(root)
    change(root, path, "---\n", "---\n# a remark\n")
    assert digest(root) == before
