"""What may not go out with the site, and names that stand in nobody's way.

Holds S10 of docs/standards.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import build, built_project, make_project
from world import profile

from showcase import catalogue
from showcase.site.handwritten import LinkedOut, clean, refuse_links
from showcase.verify import verify


def like_lantern(slug: str, name: str, *changes: tuple[str, str]) -> str:
    """A profile like that of Lantern Works under another slug and name."""
    return profile(
        ("id: lantern-works", f"id: {slug}"),
        ("name: Lantern Works", f"name: {name}"),
        ("summary: Lantern Works of", "summary: It comes from"),
        *changes,
    )


DRAFT = ("status: published", "status: draft")
AWKWARD = {
    "startups/house.md": like_lantern("house", "Zeta's Works"),
    "startups/sources.md": like_lantern("sources", "Sources", ("- id: diya", "- id: sources")),
    "startups/cards.md": like_lantern("cards", "Cards", DRAFT),
    "startups/indian-navy.md": like_lantern("indian-navy", "Indian Navy", DRAFT),
    "startups/maharashtra.md": like_lantern("maharashtra", "Maharashtra", DRAFT),
}


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("awkward"), AWKWARD)
    done = build(project)
    assert done.returncode == 0, done.stdout
    return project


def test_no_name_of_a_profile_draft_or_innovation_gives_a_false_problem(awkward: Path) -> None:
    assert verify(awkward / "site", catalogue.load(awkward)) == []
    html = (awkward / "site" / "startups" / "sources" / "index.html").read_text(encoding="utf-8")
    assert html.count('id="sources"') == html.count('id="innovation-sources"') == 1


def test_a_profile_called_house_leaves_the_houses_own_plate_alone(awkward: Path) -> None:
    plates = awkward / "site" / "assets" / "plates"
    own = built_project() / "site" / "assets" / "plates" / "house.svg"
    assert (plates / "house.svg").read_bytes() == own.read_bytes()
    assert (plates / "startups" / "house.svg").is_file()


def test_a_hand_written_page_may_hold_no_code_and_name_no_numbers(tmp_path: Path) -> None:
    docs = make_project(tmp_path) / "docs"
    page = (docs / "about.md").read_text(encoding="utf-8")
    harm = "\n\n<script>alert(1)</script> [here](javascript:alert(1)) <b onclick='alert(1)'>harm</b>\n"
    (docs / "about.md").write_text(page + harm, encoding="utf-8")
    front = (docs / "index.md").read_text(encoding="utf-8")
    (docs / "index.md").write_text(
        front.replace("numbers: [engaged-2025, ordered-2025, disc-editions]", "numbers:")
    )
    done = build(tmp_path)
    assert done.returncode == 0, done.stdout
    html = (tmp_path / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert "<a>here</a> harm" in html
    assert "alert" not in html
    assert '<h2 id="the-pictures">The pictures</h2>' in html
    assert verify(tmp_path / "site", catalogue.load(tmp_path)) == []


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<a href="../states/" onclick="a()">a</a>', '<a href="../states/">a</a>'),
        ('<a href="mailto:a@example.org">a</a>', '<a href="mailto:a@example.org">a</a>'),
        ('<a href="https://example.org/">a</a>', '<a href="https://example.org/">a</a>'),
        ('<a href="//example.org/">a</a>', "<a>a</a>"),
        ('<a href="ftp://example.org/">a</a>', "<a>a</a>"),
        ('<img src="assets/a.png" alt="a">', '<img src="assets/a.png" alt="a">'),
        ('<img src="https://example.org/a.png" alt="a">', '<img alt="a">'),
        ('<img src="/\\example.org/a.png" alt="a">', '<img alt="a">'),
        ('<p style="color: red" id="a">a</p>', '<p id="a">a</p>'),
        ("a<iframe src=a></iframe><form action=a></form><style>p {}</style>", "a"),
    ],
)
def test_only_harmless_html_is_left(html: str, left: str) -> None:
    assert clean(html) == left


ELSEWHERE = (
    "{} leads to a file or folder elsewhere, which must not be published. "
    "To mend: put the file itself into docs/, or take the link out."
)


def test_a_link_in_docs_stops_the_build(tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "docs" / "assets" / "notes").symlink_to("..")
    done = build(tmp_path)
    assert done.returncode == 1
    assert ELSEWHERE.format("docs/assets/notes") in done.stdout
    assert "Traceback" not in done.stdout
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["docs/a/b.txt", "docs/a", "docs/broken.md"])
def test_every_kind_of_link_in_docs_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "docs" / ("a" if name.endswith("b.txt") else "other")).mkdir(parents=True)
    target = {"docs/a/b.txt": "../../secret.txt", "docs/a": "other", "docs/broken.md": "nowhere"}
    (tmp_path / "secret.txt").write_text("secret")
    refuse_links(tmp_path / "docs", tmp_path)
    (tmp_path / name).symlink_to(target[name])
    with pytest.raises(LinkedOut) as told:
        refuse_links(tmp_path / "docs", tmp_path)
    assert str(told.value) == ELSEWHERE.format(name)


def test_docs_outside_the_project_are_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "project").mkdir()
    with pytest.raises(LinkedOut) as told:
        refuse_links(tmp_path / "docs", tmp_path / "project")
    assert str(told.value) == ELSEWHERE.format("../docs")


def test_a_whole_project_has_no_link() -> None:
    refuse_links(built_project() / "docs", built_project())
