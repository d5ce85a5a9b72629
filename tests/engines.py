"""The site in other engines than Chromium's: Gecko in Firefox, and WebKit in the browser that WebKitGTK is tried with.

Puppeteer drives Firefox over WebDriver BiDi, which Firefox speaks by itself; Selenium drives
WebKitGTK through its own WebDriver. Each page comes with one script more, before all others, that
notes what goes wrong on it: WebKit's driver tells nothing of its console.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

from browsing import Quiet
from node_tools import HERE
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

DESK = 1280
NOTING = b"""
window.faults = [];
addEventListener("error", (one) => faults.push(one.message || `not loaded: ${one.target.src || one.target.href}`), true);
addEventListener("unhandledrejection", (one) => faults.push(String(one.reason)));
addEventListener("securitypolicyviolation", (one) => faults.push(`${one.violatedDirective} ${one.blockedURI}`));
for (const kind of ["error", "warn"]) console[kind] = (...said) => faults.push(said.join(" "));
"""
FRAMED = b"<!DOCTYPE html><title>Framed</title><iframe style='border:0;width:%dpx;height:900px' src='%s'></iframe>"


class Watched(Quiet):
    """Serves a site, each page with the script that notes faults, and any page in a frame of a width."""

    def do_GET(self) -> None:
        """Answers with a page made here, or with a file as it is."""
        path, _, query = self.path.partition("?")
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if path == "/noting.js":
            self._send(NOTING, "text/javascript")
        elif path == "/framed":
            width, _, address = query.partition("&")
            self._send(FRAMED % (int(width), address.encode()), "text/html")
        elif file.suffix == ".html" and file.is_file():
            page = file.read_bytes().replace(b"<head>", b'<head><script src="/noting.js"></script>', 1)
            self._send(page, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def watched(site: Path) -> Iterator[str]:
    """Where the site is served with the script that notes faults."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Watched, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Engine(Protocol):
    """A browser with one page."""

    def open(self, address: str, width: int = DESK) -> None:
        """Opens a page so many pixels wide, and waits until it is loaded."""

    def run(self, body: str) -> Any:
        """What the body of an asynchronous function returns on the page."""


class Firefox:
    """Gecko: its window is as narrow as it is asked to be."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def open(self, address: str, width: int = DESK) -> None:
        self._ask(address=address, width=width)

    def run(self, body: str) -> Any:
        return self._ask(script=f"(async () => {{{body}}})()")

    def _ask(self, **request: object) -> Any:
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        told = json.loads(self.process.stdout.readline())
        assert "error" not in told, told["error"]
        return told.get("value")


@contextmanager
def firefox() -> Iterator[Engine]:
    """Debian's Firefox, without a window."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "firefox-esr is not installed; `make test` installs it"
    node = Path(sys.executable).parent / "node"
    command = [node, HERE / "firefox.mjs", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Firefox(process)
        process.stdin.close()
        process.wait(timeout=20)


class WebKit:
    """WebKitGTK: its window is 447 pixels wide at least, so a narrower page stands in a frame."""

    NARROWEST = 447

    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self.driver = driver

    def open(self, address: str, width: int = DESK) -> None:
        if width >= self.NARROWEST:
            self.driver.set_window_size(width, 900)
            self.driver.get(address)
            return
        home = "/".join(address.split("/")[:3])
        self.driver.get(f"{home}/framed?{width}&{address.removeprefix(home)}")
        self.driver.switch_to.frame(0)

    def run(self, body: str) -> Any:
        told = self.driver.execute_async_script(
            f"const done = arguments[0]; (async () => {{{body}}})()"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }))"
        )
        assert "error" not in told, told["error"]
        return told.get("value")


@contextmanager
def webkit() -> Iterator[Engine]:
    """Debian's WebKitGTK, on a screen that nobody sees."""
    program = shutil.which("WebKitWebDriver")
    assert program, "webkit2gtk-driver is not installed; `make test` installs it"
    with screen() as display:
        service = Service(program, env={**os.environ, "DISPLAY": display})
        driver = webdriver.WebKitGTK(options=Options(), service=service)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def screen() -> Iterator[str]:
    """An X server without a screen: the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=10)


ENGINES = {"firefox": firefox, "webkit": webkit}
