"""The live preview: from a save to the page that shows it, with a thousand profiles."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median

from judging import judge, load, tell
from made_up import write_content
from projects import ROOT
from website import SITE_PARTS

COUNT = 1000
SECONDS = 1.0
WORDS = ("Onceword", "Twiceword", "Thriceword", "Fourword", "Fiveword")


def measure(folder: Path) -> None:
    """Measures the start, then saves of one profile, each until its page holds the new word."""
    root = folder / "live"
    root.mkdir()
    write_content(root, ROOT, COUNT)
    for part in SITE_PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(ROOT / part, root / part)
    started = time.perf_counter()
    command = [sys.executable, str(ROOT / "scripts" / "serve.py"), "--port", "0", "--root", str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        host = process.stdout.readline().split()[0].rstrip("/")
        tell(f"preview of {COUNT:,}: start, s", time.perf_counter() - started)
        judge(f"preview of {COUNT:,}: a saved edit seen, s", median(_edits(root, host)), SECONDS)
        process.terminate()
    tell("  load", load())


def _edits(root: Path, host: str) -> list[float]:
    """Seconds of each save."""
    path = sorted(one for one in (root / "startups").glob("*.md") if ".hi." not in one.name)[COUNT // 2]
    address, text = f"{host}/startups/{path.stem}/", path.read_text(encoding="utf-8").rstrip("\n")
    seconds = []
    for word in WORDS:
        started = time.perf_counter()
        path.write_text(f"{text}\n\n{word} is said here.\n", encoding="utf-8")
        while word not in urllib.request.urlopen(address).read().decode():
            time.sleep(0.02)
        seconds.append(time.perf_counter() - started)
    return seconds
