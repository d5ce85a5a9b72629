"""How heavy the directory is, and how long one tick of its filter takes on a slow phone.

The browser's processor is slowed down four times, as the tools of Chromium do it. A tick is
measured from the click until its result is laid out.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, sync_playwright

KILOBYTES = {"facet file": 25, "directory": 100, "its scripts": 15}
TICK_MILLISECONDS = 50
SLOWER = 4
TICKS = 30
SWITCHES = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SCREENS = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 800}}

# Boxes of every facet, each ticked and then unticked, which brings all cards back.
TICK = """async ticks => {
  const boxes = [...document.querySelectorAll("form input")].filter(one => !one.closest("[hidden]"));
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const taken = [];
  for (let n = 0; n < ticks; n += 1) {
    const box = boxes[(n >> 1) * 7 % boxes.length];
    await frame(); await frame();
    const begun = performance.now();
    box.click();
    document.body.getBoundingClientRect();
    taken.push(performance.now() - begun);
  }
  return taken;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure(site: Path, judge: Callable[[str, float, float], None]) -> None:
    """What the directory of a site weighs, and how fast its filter answers; `judge` prints each figure."""
    for name, kilobytes in weights(site).items():
        judge(f"{name}, kB compressed", kilobytes, KILOBYTES[name])
    for screen, (median, longest) in ticks(site).items():
        judge(f"a tick on a slow {screen}, ms (longest {longest:.0f})", median, TICK_MILLISECONDS)


def zipped(path: Path) -> float:
    """The kilobytes of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), 6)) / 1000


def weights(site: Path) -> dict[str, float]:
    """Kilobytes, compressed: of the facet file, the directory's page and its scripts."""
    scripts = (site / "assets" / "js" / "directory").glob("*.js")
    return {
        "facet file": zipped(next((site / "assets" / "data").glob("facets-*.json"))),
        "directory": zipped(site / "startups" / "index.html"),
        "its scripts": sum(zipped(path) for path in scripts),
    }


def ticks(site: Path) -> dict[str, tuple[float, float]]:
    """By screen: the median and the longest of some ticks, in milliseconds."""
    handler = partial(Quiet, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        times = {name: _ticks(browser.new_page(viewport=size), server.server_port)
                 for name, size in SCREENS.items()}  # fmt: skip
        browser.close()
        server.shutdown()
    return times


def _ticks(page: Page, port: int) -> tuple[float, float]:
    page.goto(f"http://127.0.0.1:{port}/startups/")
    page.wait_for_selector("[data-ready]")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(TICK, 4)
    taken = page.evaluate(TICK, TICKS)
    return statistics.median(taken), max(taken)
