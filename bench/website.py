"""How fast check, site build and the directory's filter are, on made-up profiles.

The site is held against a bare Material site with the same number of pages and
the same words on each, built on the same machine in the same minute. Like the site
itself, it keeps its pages out of the navigation and has a search over all of them:
with the one it would be slower than it need be, without the other it would do less.

The first build draws every plate and card and cuts the fonts, which a bare site
has none of; they are kept in .cache/, so the ratio is that of the builds after
it. Its seconds are printed beside.
"""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import directory
from judging import judge
from made_up import write_content
from running import run

ROOT = Path(__file__).resolve().parent.parent
SMALL, LARGE = 250, 1000
CHECK_SECONDS = 2.0
BARE_RATIO = 1.5
GROWTH_RATIO = 4.4
RUNS = 3
SITE_PARTS = ("docs", "theme", "hooks", "mkdocs.yml")

BARE_CONFIG = """\
site_name: Bare
theme: {name: material, font: false}
plugins: [search]
nav: [index.md]
not_in_nav: "**"
"""


@dataclass(frozen=True)
class SiteTimes:
    """Seconds that builds took: the first, the best after it, and a bare site's best."""

    first: float
    ours: float
    bare: float


def measure(folder: Path) -> None:
    """Measures and prints each figure beside its target."""
    judge_check(folder)
    small, large = (measure_site(folder, count) for count in (SMALL, LARGE))
    directory.measure(folder / f"site-{LARGE}" / "site", judge)
    judge(f"site of {SMALL} ÷ bare Material", small.ours / small.bare, BARE_RATIO)
    judge(f"site of {LARGE:,} ÷ bare Material", large.ours / large.bare, BARE_RATIO)
    judge(f"site of {LARGE:,} ÷ site of {SMALL}", large.ours / small.ours, GROWTH_RATIO)
    judge("the same, first builds with empty caches", large.first / small.first, GROWTH_RATIO)


def judge_check(folder: Path) -> None:
    """`check` on 1,000 profiles, the best of three runs."""
    root = folder / "check"
    root.mkdir()
    write_content(root, ROOT, LARGE)
    command = [sys.executable, "-m", "showcase", "--root", str(root), "check"]
    seconds = min(run(command, ROOT).seconds for _ in range(3))
    judge(f"check of {LARGE:,} profiles, seconds", seconds, CHECK_SECONDS)


def measure_site(folder: Path, count: int) -> SiteTimes:
    """Times the site of `count` profiles, and a bare site with its pages and words.

    The two are built in turn, so that a busy minute slows both; the best of each counts.
    """
    root, bare = folder / f"site-{count}", folder / f"bare-{count}"
    root.mkdir()
    write_content(root, ROOT, count)
    for part in SITE_PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(ROOT / part, root / part)
    first = build(root)
    pages = write_bare_site(bare, root / "site")
    ours, theirs = zip(*((build(root), build(bare)) for _ in range(RUNS)), strict=True)
    times = SiteTimes(first, min(ours), min(theirs))
    print(
        f"{count:,} profiles, {pages:,} pages: first build {times.first:.1f} s, "
        f"after it {times.ours:.1f} s, bare Material {times.bare:.1f} s",
        flush=True,
    )
    return times


def write_bare_site(folder: Path, built: Path) -> int:
    """A Material site with the pages of `built` and their words; returns how many pages."""
    pages = sorted(built.rglob("index.html"))
    for page in pages:
        place = page.parent.relative_to(built)
        path = folder / "docs" / (place / "index.md" if page.parent == built else f"{place}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {place.name}\n\n{words_of(page)}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(BARE_CONFIG, encoding="utf-8")
    return len(pages)


def words_of(page: Path) -> str:
    """The words that the page's main part shows, in paragraphs of sixty."""
    html = page.read_text(encoding="utf-8")
    main = re.search(r"<main.*</main>", html, re.DOTALL)
    shown = re.sub(
        r"<(script|style|svg)\b.*?</\1>|<[^>]+>", " ", main[0] if main else html, flags=re.DOTALL
    )
    words = re.findall(r"\w+", unescape(shown))
    return "\n\n".join(" ".join(words[start : start + 60]) for start in range(0, len(words), 60))


def build(root: Path) -> float:
    """Seconds that `mkdocs build` takes in `root`."""
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], root).seconds
