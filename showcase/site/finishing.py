"""The last hand on a built site: assets under addresses that may be kept, and each page under its policy."""

from __future__ import annotations

from pathlib import Path

from showcase.site import csp, stamps


def finish(site: Path, guard: bool = True) -> None:
    """Stamp the assets of the built site in `site`, and guard all its pages if asked. Raises csp.NotGuarded."""
    stamped = stamps.stamp_assets(site)
    for path in sorted(site.rglob("*.html")):
        html = stamped.on(path.read_text(encoding="utf-8"))
        name = path.relative_to(site).as_posix()
        path.write_text(csp.guarded(html, name) if guard else html, encoding="utf-8")
