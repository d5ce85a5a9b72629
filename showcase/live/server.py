"""A server for one editor: a page is made when it is asked for, and shown anew when a file was saved."""

from __future__ import annotations

import json
import re
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit

from showcase.live import overlay
from showcase.live.desk import Desk, Look
from showcase.live.spreads import Spreads
from showcase.model.dates import Language

PAUSE = 0.15
"""Seconds between two looks at the files."""
PATIENCE = 20.0
"""Seconds that a page waits for a save before it asks again."""

OWN_HOSTS = ("127.0.0.1", "localhost")
FOREIGN = HTTPStatus.FORBIDDEN, "text/plain", b"Ask for http://127.0.0.1"
"""The answer to whoever reaches this machine by another name, as a page of elsewhere might have it do."""
LOST = "404.html"
"""The page for an address that leads nowhere; it too waits for the next save, which may bring the page."""

_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Shown:
    """A page as it was made. `slug` is that of the profile it is of, if any."""

    html: str
    slug: str
    language: Language


class Pages(Protocol):
    """Whoever makes pages and files of the site, by their addresses from its root: "startups/pixxel/"."""

    def take(self, look: Look) -> None:
        """Show this from now on; its catalogue is there."""

    def page(self, address: str) -> Shown | None:
        """A page, None where there is none at that address."""

    def file(self, address: str) -> bytes | None:
        """Another file of the site."""


class Preview:
    """The desk, the pages made from it, and who waits for the next save."""

    def __init__(self, desk: Desk, pages: Pages, spreads: Spreads) -> None:
        self.desk, self.pages, self.spreads = desk, pages, spreads
        self._making, self._saved = threading.Lock(), threading.Condition()
        self.look = desk.look()
        if self.look.catalogue:
            pages.take(self.look)

    def watch(self, stopped: threading.Event) -> None:
        """Looks at the files until it is stopped."""
        while not stopped.wait(PAUSE):
            try:
                self.renew()
            except Exception:  # noqa: BLE001 - whatever it was, the next save may mend it
                traceback.print_exc()
                print("What was saved last could not be shown; pages stand as they were before it.", file=sys.stderr)

    def renew(self) -> None:
        """Takes what was saved since the last look, and tells those who wait."""
        with self._making:
            look = self.desk.look()
            if look.number == self.look.number:
                return
            if look.catalogue:
                self.pages.take(look)
        with self._saved:
            self.look = look
            self._saved.notify_all()

    def number_after(self, seen: int) -> int:
        """The number of the look at hand, when it is another than the one that was seen, or after PATIENCE."""
        with self._saved:
            self._saved.wait_for(lambda: self.look.number != seen, PATIENCE)
            return self.look.number

    def page(self, address: str) -> tuple[HTTPStatus, str]:
        """The page at an address with what is laid over it, or the one that says that there is none."""
        if self.look.catalogue is None:
            return HTTPStatus.OK, overlay.in_its_place(self.look)
        with self._making:
            found = self.pages.page(address)
            shown = found or self.pages.page(LOST) or Shown("<body>404</body>", "", "en")
        html = overlay.laid_over(shown.html, self.look, shown.slug, shown.language)
        return HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, html

    def has(self, address: str) -> bool:
        """Whether there is a page at that address."""
        with self._making:
            return self.look.catalogue is not None and self.pages.page(address) is not None

    def file(self, address: str) -> bytes | None:
        """A file of the site; None for an address that no file can have."""
        if not address.isascii() or not address.isprintable():
            return None
        with self._making:
            return self.pages.file(address) if self.look.catalogue else None


def server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """The server, for this machine alone. Raises OSError where the port is taken."""
    return ThreadingHTTPServer(("127.0.0.1", port), _handler(preview))


def _host(header: str) -> str | None:
    """The host that a request names; None where it names none that can be read."""
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None


def _handler(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            """Answers as to GET, without the body."""
            self.do_GET()

        def do_GET(self) -> None:
            """Answers one request."""
            is_own = _host(self.headers.get("Host", "")) in OWN_HOSTS
            try:
                self._answer(*(_answered(preview, unquote(urlsplit(self.path).path)) if is_own else FOREIGN))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
            self.send_response(status)
            if status == HTTPStatus.MOVED_PERMANENTLY:
                self.send_header("Location", body.decode())
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, *_said: object) -> None:
            """Says nothing: the check speaks on the page."""

    return Handler


def _answered(preview: Preview, path: str) -> tuple[HTTPStatus, str, bytes]:
    """Status, media type and body for a path."""
    for start, answer in _OWN.items():
        if path.startswith(start):
            return answer(preview, path.removeprefix(start).strip("/"))
    if path.endswith("/"):
        status, html = preview.page(path[1:])
        return status, "text/html; charset=utf-8", html.encode()
    if (body := preview.file(path[1:])) is not None:
        return HTTPStatus.OK, guess_type(path)[0] or "application/octet-stream", body
    if preview.has(f"{path[1:]}/"):
        return HTTPStatus.MOVED_PERMANENTLY, "text/plain", quote(f"/{path.strip('/')}/").encode()
    status, html = preview.page(path[1:])
    return status, "text/html; charset=utf-8", html.encode()


def _number(preview: Preview, seen: str) -> tuple[HTTPStatus, str, bytes]:
    number = preview.number_after(int(seen) if _NUMBER.fullmatch(seen) else 0)
    return HTTPStatus.OK, "application/json", json.dumps({"number": number}).encode()


def _spread(preview: Preview, asked: str) -> tuple[HTTPStatus, str, bytes]:
    slug, _, picture = asked.partition("/")
    if picture:
        body = preview.spreads.picture(slug, picture)
        return (HTTPStatus.OK, "image/png", body) if body else (HTTPStatus.NOT_FOUND, "text/plain", b"404")
    return HTTPStatus.OK, "text/html; charset=utf-8", preview.spreads.page(slug, preview.look).encode()


_OWN: dict[str, Callable[[Preview, str], tuple[HTTPStatus, str, bytes]]] = {
    overlay.CHANGES: _number, overlay.SPREADS: _spread,
}  # fmt: skip
