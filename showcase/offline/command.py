"""`python -m showcase offline`: the copy as a command."""

from __future__ import annotations

import argparse
import sys

from showcase import catalogue
from showcase.offline import making

OK, USAGE = 0, 2
MEGABYTE = 1_000_000


def run(options: argparse.Namespace) -> int:
    """Makes the copy and says how large it is. Returns 0, or 2 where there is no site."""
    if not (options.site / "index.html").is_file():
        print(f"{options.site} holds no site; build it first with `mkdocs build`.", file=sys.stderr)
        return USAGE
    target = options.output or options.root / "dist" / "shared-horizons-offline.zip"
    made = making.make(options.site, catalogue.load(options.root), target)
    print(f"{made}: {made.stat().st_size / MEGABYTE:.1f} MB. Unpack it on a stick and open {making.NAME}/index.html.")
    return OK
