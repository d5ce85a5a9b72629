"""The last hand on a built site: bundles of style sheets, assets under addresses that may be kept, policies."""

from __future__ import annotations

from pathlib import Path

from showcase.site import bundles, csp, stamps


def finish(site: Path) -> None:
    """Bundle and stamp the assets of the built site in `site`, and guard its pages. Raises csp.NotGuarded."""
    bundled = bundles.Bundles(site)
    pages = {path: bundled.on(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    stamped = stamps.stamp_assets(site)
    for path, page in pages.items():
        html, name = stamped.on(page), path.relative_to(site).as_posix()
        path.write_text(csp.guarded(html, name), encoding="utf-8")
