"""`python -m showcase servers`: the configurations as a command."""

from __future__ import annotations

import argparse
import sys

from showcase import catalogue
from showcase.servers import headers, writing

OK, USAGE = 0, 2


def run(options: argparse.Namespace) -> int:
    """Writes the configurations and says where. Returns 0, or 2 where there is no site."""
    if not (options.site / "index.html").is_file():
        print(f"{options.site} holds no site; build it first with `mkdocs build`.", file=sys.stderr)
        return USAGE
    loaded = catalogue.load(options.root)
    output = options.output or options.root / "dist" / "server"
    for path in writing.write(headers.served(options.site, loaded, options.folder), output):
        print(path)
    if not loaded.site.site_url:
        print("data/site.yml names no site_url: set the server's name in them by hand.")
    return OK
