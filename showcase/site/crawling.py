"""What programs that walk through the site are told: where its map is, and when the content of a page changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from showcase.facets import Shelf
from showcase.model.site import Site
from showcase.site.plan import Plan
from showcase.startup import Startup


def robots(site: Site) -> str:
    """robots.txt: all is open; the map is named where the site knows its own address."""
    told = "User-agent: *\nAllow: /\n"
    return f"{told}\nSitemap: {site.site_url}sitemap.xml\n" if site.site_url else told


def modified(meta: Mapping[str, Any], plan: Plan) -> date | None:
    """The day of a page's newest content, never that of the build: of one written by hand as git has it, if it does."""
    if "subject" not in meta:
        return plan.history.latest(meta.get("files") or ())
    match meta["subject"]:
        case Startup() as startup:
            return startup.verified_on
        case Shelf() as shelf:
            return max((one.verified_on for one in shelf.startups), default=None)
    return plan.last_verified
