"""How fast check and site build are, on made-up profiles: `make bench`.

The site is held against a bare Material site with the same number of pages and
the same words on each, built on the same machine in the same minute. Its pages are
out of the navigation and it has no search, like the site itself: either would
make any rival look fast.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from html import unescape
from pathlib import Path

from made_up import write_content

ROOT = Path(__file__).resolve().parent.parent
SMALL, LARGE = 250, 1000
CHECK_SECONDS = 2.0
BARE_RATIO = 1.5
GROWTH_RATIO = 4.4
SITE_PARTS = ("docs", "theme", "hooks", "mkdocs.yml")

BARE_CONFIG = """\
site_name: Bare
theme: {name: material, font: false}
plugins: []
nav: [index.md]
not_in_nav: "**"
"""


def main() -> int:
    """Measures, prints, and returns 1 when a target is missed."""
    print(f"On {machine()}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="shared-horizons-bench-") as name:
        folder = Path(name)
        met = [judge_check(folder)]
        small, large = (site_times(folder, count) for count in (SMALL, LARGE))
    for count, (first, again, bare) in ((SMALL, small), (LARGE, large)):
        met.append(judge(f"site of {count:,}, first build ÷ bare Material", first / bare, BARE_RATIO))
        met.append(judge(f"site of {count:,}, built again ÷ bare Material", again / bare, BARE_RATIO))
    met.append(judge(f"first build, {LARGE:,} ÷ {SMALL}", large[0] / small[0], GROWTH_RATIO))
    met.append(judge(f"built again, {LARGE:,} ÷ {SMALL}", large[1] / small[1], GROWTH_RATIO))
    return 0 if all(met) else 1


def machine() -> str:
    """The machine in a few words: processor, cores, system, Python."""
    model = re.search(r"model name\s*: (.+)", _read("/proc/cpuinfo"))
    processor = model[1] if model else platform.processor() or platform.machine()
    python = platform.python_version()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {python}"


def judge_check(folder: Path) -> bool:
    """`check` on 1,000 profiles, the best of three runs."""
    root = folder / "check"
    root.mkdir()
    write_content(root, ROOT, LARGE)
    command = [sys.executable, "-m", "showcase", "--root", str(root), "check"]
    return judge(f"check of {LARGE:,} profiles, seconds", min(timed(command, ROOT) for _ in range(3)), CHECK_SECONDS)


def site_times(folder: Path, count: int) -> tuple[float, float, float]:
    """Seconds for the site's first build, for the next one, and for a bare site like it."""
    root = folder / f"site-{count}"
    root.mkdir()
    write_content(root, ROOT, count)
    for part in SITE_PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(ROOT / part, root / part)
    first, again = build(root), build(root)
    bare = root.with_name(f"bare-{count}")
    pages = write_bare_site(bare, root / "site")
    seconds = min(build(bare), build(bare))
    print(
        f"{count:,} profiles, {pages:,} pages: first build {first:.1f} s, "
        f"again {again:.1f} s, bare Material {seconds:.1f} s",
        flush=True,
    )
    return first, again, seconds


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
    shown = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", " ", main[0] if main else html, flags=re.DOTALL)
    words = re.findall(r"\w+", unescape(shown))
    return "\n\n".join(" ".join(words[start : start + 60]) for start in range(0, len(words), 60))


def build(root: Path) -> float:
    """Seconds that `mkdocs build` takes in `root`."""
    return timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], root)


def timed(command: list[str], folder: Path) -> float:
    """Seconds that the command takes; stops the whole run when it fails."""
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit("\n".join([*done.stdout.splitlines()[-20:], f"This failed: {' '.join(command)}"]))
    return seconds


def judge(what: str, value: float, limit: float) -> bool:
    """Prints one figure beside its target; returns whether it is met."""
    met = value <= limit
    print(f"{what:46} {value:5.2f}   target {limit:g}   {'met' if met else 'NOT MET'}", flush=True)
    return met


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
