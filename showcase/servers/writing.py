"""Writes the configurations."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from showcase.files import write_whole
from showcase.servers import headers
from showcase.servers.headers import Served

NAMES = ("nginx.conf", "apache.conf", "_headers", "_redirects")


def rendered(name: str, served: Served) -> str:
    """One configuration, of NAMES, for a served site."""
    loader = FileSystemLoader(Path(__file__).parent)
    # The syntax of servers, not of HTML: nothing is to be escaped.
    pages = Environment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    return pages.get_template(f"{name}.j2").render(served=served, headers=headers)


def write(served: Served, folder: Path) -> list[Path]:
    """Every configuration, into `folder`."""
    return [write_whole(folder / name, rendered(name, served)) for name in NAMES]
