"""The pages and spreads of some profiles, built by the base's own programs."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from showcase.forge import world
from showcase.model.dates import LANGUAGES
from showcase.site import addresses
from showcase.site.built import BuiltSite

ENOUGH = 24
"""Lines of what a program said that tell why it failed: a problem, in both languages."""


class BuildFailed(Exception):
    """A program of the base ended with an error; the message is the end of what it said."""


def pages(folder: Path, slugs: Sequence[str], output: Path) -> list[str]:
    """Builds the site with its drafts, and copies the slugs' pages with all that they load; returns their paths.

    Raises BuildFailed.
    """
    _run(folder, "-m", "mkdocs", "build", "--strict", "--quiet", SHOWCASE_DRAFTS="1")
    site = BuiltSite(folder / "site")
    shown = [address for slug in slugs for language in LANGUAGES
             if (address := addresses.local(f"{addresses.DIRECTORY}{slug}/", language)) in site.pages]  # fmt: skip
    for name in sorted(set().union(*(needed(site, address) for address in shown))):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site.folder / name, output / name)
    return [f"{address}index.html" for address in shown]


def needed(site: BuiltSite, address: str) -> set[str]:
    """The files that a page is made of: itself, what it loads, and what its style sheets load."""
    loaded = {site.resolved(address, link)[0] for link in site.pages[address].loads} & site.files
    sheets = {name for name in loaded if name in site.sheets}
    from_sheets = {site.resolved(name, link)[0] for name in sheets for link in site.sheets[name]} & site.files
    return {f"{address}index.html"} | loaded | from_sheets


def spreads(folder: Path, slugs: Sequence[str], output: Path) -> list[str]:
    """Makes the slugs' part of the book, and a picture of each of their spreads; returns the pictures' names.

    A draft, or a profile under an embargo, is set as it would be printed if it were published. Raises BuildFailed.
    """
    made = folder / "made"
    shutil.rmtree(made, ignore_errors=True)
    _run(folder, "-m", "showcase.live.printed", ".", made.name, *slugs)
    output.mkdir(parents=True, exist_ok=True)
    pictures = sorted(made.glob("*.png"))
    return [shutil.copyfile(one, output / one.name).name for one in pictures]


def _run(folder: Path, *arguments: str, **environment: str) -> None:
    done = world.run(folder, *arguments, **environment)
    if done.returncode:
        said = done.stderr.strip() or done.stdout.strip()
        raise BuildFailed("\n".join(said.splitlines()[-ENOUGH:]))
