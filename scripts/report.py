"""The last words of `make`: what was built, how long it took, what to type next."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
BOOK = ROOT / "dist" / "shared-horizons-reading.pdf"


def main(started: float) -> None:
    """Prints the report; `started` is the second, since 1970, at which make began."""
    with pikepdf.open(BOOK) as book:
        book_pages = len(book.pages)
    site_pages = sum(1 for _ in SITE.rglob("*.html"))
    profiles = sum(1 for _ in SITE.glob("startups/*/index.html"))
    site_bytes = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
    lines = [
        ("site/index.html", f"{profiles} profiles, {site_pages} pages", site_bytes),
        (str(BOOK.relative_to(ROOT)), f"{book_pages} pages", BOOK.stat().st_size),
    ]
    print()
    for name, what, size in lines:
        print(f"  {name:34}  {what}, {size / 1e6:.1f} MB")
    print(f"\nBuilt in {time.time() - started:.0f} seconds. To see the site, type: make serve")


if __name__ == "__main__":
    main(float(sys.argv[1]))
