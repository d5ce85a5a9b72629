"""What changed since a tag, read through git (D5, D8); without git, and without that tag, it is said plainly."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from sites import CONTENT, HINDI
from test_release import SECRET, written
from world import PROFILE, make_world, profile

from showcase import cli

BEFORE = {**CONTENT, "startups/gone-home.md": profile(
    ("id: lantern-works", "id: gone-home"), ("name: Lantern Works", "name: Gone Home"),
    ("summary: Lantern Works of", "summary: Gone Home of"))}  # fmt: skip
BEFORE["startups/old-name.md"] = profile(
    ("id: lantern-works", "id: old-name"), ("name: Lantern Works", "name: Old Name"),
    ("summary: Lantern Works of", "summary: Old Name of"))  # fmt: skip
ARCHIVE = """issues: []
withdrawn:
  - {id: gone-home, name: Gone Home, name_hi: गॉन होम, withdrawn_on: 2026-11-26, reason: The firm asked for it., reason_hi: फ़र्म ने कहा।}
renamed: [{id: old-name, to: sealed-lamp, renamed_on: 2026-11-26}]
"""
NOW = profile(
    ("what: A lamp that floats for 12 hours.", "what: A lamp that floats for 14 hours."),
    ("review_by: 2027-05-22", "review_by: 2027-06-22"),
    ("Diya, which floats for 12 hours", "Diya, which floats"),
    ("{basis: public-sources}", "{basis: firm, by: A. Clerk, date: 2026-11-20}"),
)


def git(root: Path, *arguments: str) -> None:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "tag.gpgsign=false")
    done = subprocess.run(["git", *named, *arguments], cwd=root, env={**os.environ, **own}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose tag holds other profiles than the folder does now."""
    root = make_world(tmp_path_factory.mktemp("changes"), BEFORE)
    git(root, "init", "--quiet")
    git(root, "add", "startups")
    git(root, "commit", "--quiet", "--message", "As it was")
    git(root, "tag", "data-2026-11")
    for slug in ("gone-home", "old-name"):
        (root / "startups" / f"{slug}.md").unlink()
    (root / "data" / "archive.yml").write_text(ARCHIVE)
    (root / "startups" / "lantern-works.md").write_text(NOW)
    (root / "startups" / "lantern-works.hi.md").write_text(HINDI.replace("12 घंटे, label", "14 घंटे, label"))
    shown = SECRET.replace("embargo_until: 2100-01-01", "embargo_until: 2026-01-01")
    (root / "startups" / "sealed-lamp.md").write_text(shown)
    return root


def test_d5_it_is_told_what_is_new_changed_in_which_fields_and_withdrawn(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads((written(root, "--since", "data-2026-11") / "changes.json").read_bytes())
    assert told["since"] == "data-2026-11"
    assert told["new"] == [{"slug": "sealed-lamp", "name": "Sealed Lamp"}]
    assert told["withdrawn"] == [{"slug": "gone-home", "name": "Gone Home", "withdrawn_on": "2026-11-26",
                                  "reason": "The firm asked for it.", "reason_hi": "फ़र्म ने कहा।"}]  # fmt: skip
    assert told["renamed"] == [{"slug": "old-name", "name": "Old Name", "to": "sealed-lamp"}]
    fields = ["innovations", "review_by", "story", "hindi.figures"]
    assert told["changed"] == [{"slug": "lantern-works", "name": "Lantern Works", "fields": fields}]
    said = capsys.readouterr().out
    assert "  withdrawn: 1\n    gone-home\n  renamed: 1\n    old-name → sealed-lamp\n" in said and "lantern-works: innovations, review_by, story" in said


def test_d5_what_was_under_embargo_then_is_new_when_it_is_over(root: Path, tmp_path: Path) -> None:
    other = make_world(tmp_path, {"startups/sealed-lamp.md": SECRET, "startups/lantern-works.md": PROFILE})
    git(other, "init", "--quiet")
    git(other, "add", "startups")
    git(other, "commit", "--quiet", "--message", "As it was")
    git(other, "tag", "before")
    (other / "startups" / "sealed-lamp.md").write_bytes((root / "startups" / "sealed-lamp.md").read_bytes())
    told = json.loads((written(other, "--since", "before") / "changes.json").read_bytes())
    assert [one["slug"] for one in told["new"]] == ["sealed-lamp"]
    assert told["changed"] == told["withdrawn"] == []


def test_d5_an_empty_list_that_came_or_went_is_no_change(tmp_path: Path) -> None:
    root = make_world(tmp_path, {"startups/lantern-works.md": PROFILE, "startups/lantern-works.hi.md": HINDI})
    git(root, "init", "--quiet")
    git(root, "add", "startups")
    git(root, "commit", "--quiet", "--message", "As it was")
    git(root, "tag", "before")
    (root / "startups" / "lantern-works.md").write_text(profile(("sources:\n", "photographs: []\nsources:\n")))
    (root / "startups" / "lantern-works.hi.md").write_text(HINDI.replace("---\n", "---\nphotographs: {}\n", 1))
    assert json.loads((written(root, "--since", "before") / "changes.json").read_bytes())["changed"] == []


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("data-2026-12", "There is no tag “data-2026-12”. Did you mean “data-2026-11”? There are: data-2026-11."),
        ("HEAD", "There is no tag “HEAD”. There are: data-2026-11."),
        ("--all", "There is no tag “--all”."),
        ("", "There is no tag “”."),
    ],
)
def test_a_tag_that_is_not_there_is_told(root: Path, capsys: pytest.CaptureFixture[str], tag: str, sentence: str) -> None:
    assert cli.main(["--root", str(root), "release", f"--since={tag}", "--output", str(root / "none")]) == 1
    said = capsys.readouterr()
    assert said.out == "" and sentence in said.err
    assert not (root / "none").exists()


def test_without_a_checkout_or_without_git_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_world(tmp_path, {"startups/lantern-works.md": PROFILE})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert cli.main(["--root", str(root), "release", "--since", "any"]) == 1
    assert "is no checkout of git" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cli.main(["--root", str(root), "release", "--since", "any"]) == 1
    assert "The program git is not installed" in capsys.readouterr().err
    assert not (root / "dist").exists()
