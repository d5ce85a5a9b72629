"""Whole sites for tests: a small project built by MkDocs as a person would build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from atexit import register
from functools import cache
from pathlib import Path

from made_up import write_content
from world import PROFILE, ROOT, make_world, profile

THIN = """\
---
id: quiet-box
name: Quiet Box
name_hi: क्वाइट बॉक्स
status: published
headline: A box of which little is on record
headline_hi: एक डिब्बा, जिसके बारे में कम ही दर्ज है
summary: Quiet Box is named by iDEX, and no more is on record.
summary_hi: क्वाइट बॉक्स का नाम आईडेक्स ने दिया है।
hi_reviewed: null
technologies: [quantum-technologies]
challenges:
  - {id: named, programme: idex, src: [1]}
stage:
  - {step: listed, of: named, src: [1]}
sources:
  - {id: 1, publisher: idex.gov.in, url: "https://example.org/list", copy: true, language: hi}
clearance: {basis: public-sources}
verified_on: 2026-11-22
review_by: 2027-05-22
---
It is named by iDEX.[^1]
"""
DRAFT = profile(
    ("id: lantern-works", "id: hidden-forge"),
    ("name: Lantern Works", "name: Hidden Forge"),
    ("name_hi: लैंटर्न वर्क्स", "name_hi: हिडन फ़ोर्ज"),
    ("summary: Lantern Works of", "summary: Hidden Forge of"),
    ("status: published", "status: draft"),
)
HINDI = """\
---
innovations:
  diya: {name: दीया, specs: {Endurance: {label: समय, value: 12 घंटे}}}
figures:
  endurance: {value: 12 घंटे, label: दीया कितनी देर तैरता है}
---
"""
CONTENT = {
    "startups/lantern-works.md": PROFILE,
    "startups/lantern-works.hi.md": HINDI,
    "startups/quiet-box.md": THIN,
    "startups/hidden-forge.md": DRAFT,
}
PARTS = ("docs", "theme", "hooks", "mkdocs.yml")


def make_site_parts(folder: Path) -> None:
    """What a site is made with, without what it tells."""
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(ROOT / part, folder / part)


def make_project(
    folder: Path, files: dict[str, str | bytes] | None = None, content: dict[str, str] = CONTENT
) -> Path:
    """A project under `folder` that MkDocs can build, with the pictures of earlier ones at hand."""
    make_site_parts(folder)
    if (_shelf() / "cache").is_dir():
        shutil.copytree(_shelf() / "cache", folder / ".cache", dirs_exist_ok=True)
    return make_world(folder, {**content, **(files or {})})


def build(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in the project; what it says is all in `stdout`."""
    settings = {
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1795000000",
    }
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, **settings, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
    )


@cache
def built_project() -> Path:
    """The project of CONTENT, built once for all tests; they only read it."""
    project = _shelf() / "project"
    project.mkdir()
    done = build(make_project(project))
    assert done.returncode == 0, done.stdout
    shutil.copytree(project / ".cache", _shelf() / "cache")
    return project


HOME = "https://example.org/book/"
"""The address of a site that knows its own."""


@cache
def addressed_project() -> Path:
    """The project of CONTENT with an address of its own, HOME, built once for all tests; they only read it."""
    project = _shelf() / "addressed"
    project.mkdir()
    built_project()  # its pictures are used again
    data = make_project(project) / "data" / "site.yml"
    data.write_text(data.read_text().replace('site_url: ""', f"site_url: {HOME}"))
    done = build(project)
    assert done.returncode == 0, done.stdout
    return project


def made_up_project(root: Path, count: int) -> Path:
    """A project of so many made-up profiles in the empty folder `root`, not built."""
    write_content(root, ROOT, count)
    make_site_parts(root)
    return root


@cache
def real_project(address: str = "") -> Path:
    """This project's own profiles as a site, built once for all tests that only read it; with `address`, at that one."""
    project = Path(tempfile.mkdtemp(prefix="real-", dir=_shelf()))
    for part in ("startups", "images", ".cache/site"):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, project / part)
    told = (ROOT / "data" / "site.yml").read_text(encoding="utf-8")
    files = {"data/site.yml": told.replace('site_url: ""', f'site_url: "{address}"')} if address else {}
    done = build(make_project(project, files, content={}))
    assert done.returncode == 0, done.stdout
    return project


def page_kinds() -> list[str]:
    """An address of each kind of the real site's pages: each with a name of its own, and one of those alike."""
    site = real_project() / "site"
    found = [Path("404.html")]
    for home in (site, site / "hi"):
        tops = [one for one in _pages_in(home) if one.name != "hi"]
        found += [home, *tops, *(page for top in tops for page in _pages_in(top)[:1])]
    return ["" if one == site else _address(one, site) for one in found]


def _pages_in(folder: Path) -> list[Path]:
    return sorted(one.parent for one in folder.glob("*/index.html"))


def _address(page: Path, site: Path) -> str:
    return f"{page.relative_to(site).as_posix()}/" if page.suffix != ".html" else page.name


@cache
def _shelf() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="shared-horizons-tests-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    return folder
