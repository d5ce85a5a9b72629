"""Marks links that leave the site, for the eye and for screen readers, wherever on a page they stand."""

from __future__ import annotations

import re

from showcase.site.fetched import scheme

NOTE = "elsewhere"
"""The id of the words that describe such a link; they stand once on each page."""
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>')
_REL = 'rel="noopener external"'


def marked(html: str, home: str) -> str:
    """The page with every link to another host marked; `home` is the site's own address, or empty."""
    return _LINK.sub(lambda link: _mark(link, home), html)


def is_secure(address: str | None) -> bool:
    """Whether an address is linked to: by https alone. Another one is told as text."""
    return bool(address) and str(address).startswith("https://")


def _mark(link: re.Match[str], home: str) -> str:
    if scheme(link[1]) not in ("http", "https") or (home and link[1].startswith(home)):
        return link[0]
    tag = link[0] if _REL in link[0] else f"{link[0][:-1]} {_REL}>"
    return tag.replace(_REL, f'aria-describedby="{NOTE}" {_REL}')
