"""What lies where programs look for it: whom to tell of a hole in the site (RFC 9116), once the owner names somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from showcase.model.site import Site

VALID = timedelta(days=180)
"""How long the address holds after a build; the standard asks for less than a year."""


def files(site: Site, today: date) -> Iterator[tuple[str, str]]:
    """The address and the text of each file."""
    address = site.contact.email and f"mailto:{site.contact.email}"
    if address:
        lines = [f"Contact: {address}", f"Expires: {today + VALID}T00:00:00Z", "Preferred-Languages: en, hi"]
        if site.site_url:
            lines += [f"Canonical: {site.site_url}.well-known/security.txt", f"Policy: {site.site_url}policies/"]
        yield ".well-known/security.txt", "\n".join(lines) + "\n"
