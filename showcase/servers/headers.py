"""What a server says with each file, once for every kind of server.

The policy in a page itself says nothing of who may frame it, for browsers heed that in a header alone.
A file that is opened by itself has no page around it: drawings are shut off from everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from showcase.catalogue import Catalogue
from showcase.model.dates import LANGUAGES
from showcase.release.version import FOLDER
from showcase.site import addresses, csp, stamps
from showcase.site.logo import LOGOS

YEAR = 365 * 24 * 3600
ALWAYS = {
    "Strict-Transport-Security": f"max-age={YEAR}",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What goes with every answer; all that it forbids, no page asks for."""
DRAWING = "default-src 'none'; sandbox"
LASTING = f"public, max-age={YEAR}, immutable"
BRIEF = "public, max-age=300"
DRAWN = ("assets/icons/", "assets/plates/", f"{LOGOS.removeprefix('docs/')}/")
"""The folders of drawings, for servers that know folders alone."""
FRAMED = ("embed/", "hi/embed/")
"""The folders of the cards that other sites may frame."""
SHARED = (FOLDER, "new/", "hi/new/")
"""The folders of data and feeds, which the pages of other sites may read."""
LEFT = f"({LANGUAGES[1]}/)?({addresses.DIRECTORY}|{addresses.EMBED})"
"""Where profiles stand, before their slugs, as a regular expression: pages and cards, in both languages."""
KEPT = rf"[?]v=[0-9a-f]{{{stamps.DIGITS}}}$|[.-][0-9a-f]{{10}}[.](woff2|css|json)$|/search/(en|hi)/(fragment|index)/"
"""Addresses that carry a digest of what lies there: they may be kept for good."""
KEPT_FOLDERS = (*(f"assets/{name}/" for name in ("fonts", *stamps.FOLDERS)), "search/*/fragment/", "search/*/index/")
"""The same for servers that know folders alone: pages name what lies there by its digest only."""
PACKED = (
    "text/css", "text/csv", "text/plain", "text/xml", "application/atom+xml", "application/feed+json",
    "application/javascript", "application/json", "application/ld+json", "application/xml", "image/svg+xml",
    "text/javascript",
)  # fmt: skip
"""What is sent compressed, beside HTML; fonts, pictures and the search index are so already."""
TYPES = {"csv": "text/csv", "jsonld": "application/ld+json", "woff2": "font/woff2", "webp": "image/webp",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}  # fmt: skip


@dataclass(frozen=True)
class Served:
    """A site on a server: where it lies, under which name, and what its pages may do."""

    policy: str
    framed: str
    """The policy of the cards that other sites may frame."""
    host: str = "example.org"
    base: str = "/"
    """The path of the site's own front page."""
    folder: str = "/var/www/shared-horizons"
    certificate: str = "/etc/ssl/certs/shared-horizons.pem"
    key: str = "/etc/ssl/private/shared-horizons.key"
    http: tuple[str, ...] = ("80", "[::]:80")
    https: tuple[str, ...] = ("443", "[::]:443")
    """Where it listens: ports, or addresses with ports."""
    gone: tuple[str, ...] = ()
    """The slugs of profiles that were withdrawn."""
    moved: tuple[tuple[str, str], ...] = ()
    """Slugs that profiles once had, each with the one it has now."""

    @property
    def moves(self) -> list[tuple[str, str]]:
        """Every address that leads on, from the root of the host, and the one that it leads to."""
        kinds = (addresses.DIRECTORY, addresses.EMBED)
        folders = [addresses.local(kind, language) for kind in kinds for language in LANGUAGES]
        return [(f"{self.base}{one}{old}/", f"{self.base}{one}{new}/") for old, new in self.moved for one in folders]


def served(site: Path, catalogue: Catalogue, folder: str) -> Served:
    """How the built site in `site`, made from `catalogue`, is to be served from `folder` on the server."""
    parts, forms = [], []
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        parts += csp.inline(html)
        forms += csp.forms(html)
    address = urlsplit(catalogue.site.site_url)
    return Served(
        csp.policy(parts, forms, frame_ancestors="'none'"),
        csp.policy(parts, forms, frame_ancestors="*"),
        address.hostname or "example.org",
        address.path or "/",
        re.sub(r"/+$", "", folder),
        gone=tuple(one.slug for one in catalogue.withdrawals),
        moved=tuple((one.slug, one.to) for one in catalogue.renamings),
    )
