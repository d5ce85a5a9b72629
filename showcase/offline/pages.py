"""A page, and what scripts read, as they must be on a disk: links end in a file, nothing is a module."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from showcase.site import fetched
from showcase.site.stamps import STAMP

_LINK = re.compile(r"((?:href|action|data-page)=\")([^\"]*)(?=\")")
_REFRESH = re.compile(r"(<meta http-equiv=\"refresh\" content=\"0; url=)([^\"]*)")
_PRELOADS = re.compile(r"<link rel=\"(?:modulepreload|preload)\"[^>]*>\n?")
_MODULE = re.compile(r"<script type=\"module\" src=\"([^\"]*)\">")
_SELF = re.compile(r"(?<=content=\"default-src 'none'; )[^\"]*")
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)


def pointed(link: str) -> str:
    """A link that ends in a file: "../states/?a#b" becomes "../states/index.html?a#b"."""
    path, rest = _PARTS.fullmatch(link).groups()
    if fetched.is_foreign(link) or not (path.endswith("/") or path in (".", "..")):
        return link
    return f"{path.rstrip('/') if path != '/' else path}/index.html{rest}"


def page(html: str, said: dict[str, str]) -> str:
    """A page of the site for a disk; `said` are sentences that are true on the web alone, with those in their place."""
    html = STAMP.sub("", _PRELOADS.sub("", html)).replace("<html ", "<html data-offline ", 1)
    html = _LINK.sub(lambda found: found[1] + pointed(found[2]), html)
    html = _REFRESH.sub(lambda found: found[1] + pointed(found[2]), html)
    html = _MODULE.sub(r'<script src="\1" defer>', html)
    # A file has no origin that `'self'` could name.
    html = _SELF.sub(lambda found: found[0].replace("'self'", "file:"), html)
    for web, disk in said.items():
        html = html.replace(escape(web, quote=False), escape(disk, quote=False))
    return html


def told(value: Any, site: Path, said: dict[str, str]) -> Any:
    """What a file of JSON tells, for a disk: links to pages end in a file."""
    if isinstance(value, dict):
        return {key: told(one, site, said) for key, one in value.items()}
    if isinstance(value, list):
        return [told(one, site, said) for one in value]
    if not isinstance(value, str):
        return value
    text = STAMP.sub("", said.get(value, value))
    path = _PARTS.fullmatch(text)[1]
    is_page = path.endswith("/") and "://" not in path and " " not in path and (site / path / "index.html").is_file()
    return pointed(text) if is_page else text
