"""G4: a page's date is the last change of what it is made from, as git has it; without git the day it was verified."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from sites import CONTENT
from world import make_world

from showcase import catalogue
from showcase.site import history
from showcase.site.crawling import modified
from showcase.site.plan import Plan


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True,
                   env={**when, "PATH": "/usr/bin:/bin", "HOME": str(folder)})  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two profiles and their Hindi, committed on days of their own."""
    folder = tmp_path_factory.mktemp("project")
    make_world(folder, CONTENT)
    git(folder, "init", "-q")
    days = {"data": "2026-02-01", "startups/quiet-box.md": "2026-03-03", "startups/lantern-works.md": "2026-04-04",
            "startups/lantern-works.hi.md": "2026-05-05"}  # fmt: skip
    for name, day in days.items():
        git(folder, "add", name)
        git(folder, "commit", "-qm", name, day=day)
    return folder


def dates(folder: Path) -> dict[str, date | None]:
    plan = Plan(catalogue.load(folder), history=history.read(folder))
    return {page.address: plan.updated(vars(page)) for page in plan.pages}


def test_each_page_has_the_day_of_its_own_files(project: Path) -> None:
    found = dates(project)
    assert found["startups/quiet-box/"] == date(2026, 3, 3)
    assert found["startups/lantern-works/"] == date(2026, 4, 4)
    assert found["hi/startups/lantern-works/"] == date(2026, 5, 5)
    assert found["technologies/quantum-technologies/"] == date(2026, 3, 3)
    assert found["states/goa/"] == date(2026, 2, 1)
    assert found["startups/"] == date(2026, 5, 5)


def test_the_map_of_the_site_tells_the_day_of_a_page_written_by_hand(project: Path) -> None:
    """D10: nothing where git does not know it."""
    told = Plan(catalogue.load(project), history=history.read(project))
    assert modified({"files": ("docs/help.md", "data/archive.yml")}, told) == date(2026, 2, 1)
    assert modified({"files": ("docs/help.md",)}, told) is None


def test_a_second_look_is_one_call_of_the_log(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda args, **more: calls.append(args) or run(args, **more))
    dates(project)
    assert sum("log" in call for call in calls) == 1


def test_a_clone_that_was_cut_short_and_a_folder_without_git_fall_back(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), "short")
    make_world(tmp_path / "plain", CONTENT)
    for folder in (tmp_path / "short", tmp_path / "plain"):
        assert history.read(folder) == history.History()
        found = dates(folder)
        assert found["startups/quiet-box/"] == date(2026, 11, 22)
        assert set(found.values()) == {date(2026, 11, 22)}
