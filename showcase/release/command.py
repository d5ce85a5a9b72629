"""`python -m showcase release`: the data release as a command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from showcase import catalogue
from showcase.release import changes, making, parts, past, sums
from showcase.release.changes import KINDS, Change, Changes
from showcase.release.sums import SUMS
from showcase.release.version import FOLDER, VERSION
from showcase.tables import FORMATS

OK, PROBLEMS, USAGE = 0, 1, 2
CHANGES = "changes.json"


def run(options: argparse.Namespace) -> int:
    """Writes the release and says what is in it. Returns 0, or 1 where there is no past to compare with."""
    root: Path = options.root
    output = options.output or root / "dist" / FOLDER.rstrip("/").replace("/", "-")
    loaded = catalogue.load(root)
    try:
        told = None if options.since is None else changes.since(past.at(root, options.since), loaded)
    except past.NoPast as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return PROBLEMS
    release = making.make(loaded, root / ".cache" / "site" / "downloads")
    files = {path: file.read_bytes() for path, file in release.made.items() if path != SUMS}
    if (root / "requirements.txt").is_file():
        files[parts.PARTS] = making.as_json(parts.parts(root))
    if told:
        files[CHANGES] = making.as_json(told.told)
    sums.put(output, files)
    _tell(release, output, files)
    if told:
        _tell_changes(told, output)
    return OK


def _tell(release: making.Release, output: Path, files: Mapping[str, bytes]) -> None:
    count = len(release.about.catalogue.published)
    whole = making.size(sum(map(len, files.values())))
    for form in FORMATS:
        print(f"  {release.tables[0].path(form)}: {count} innovators, {release.size(release.tables[0].address(form))}")
    print(f"  {len(release.tables) - 1} lists by facet, each as CSV, JSON and XLSX")
    for address in release.descriptions.values():
        print(f"  {address.removeprefix(FOLDER)}")
    print(f"{output}: version {VERSION}, {len(files)} files, {whole}. To check them: sha256sum -c {SUMS}")


def _tell_changes(told: Changes, output: Path) -> None:
    print(f"\nSince {told.past.tag} of {told.past.day}:")
    for name in KINDS:
        rows: tuple[Change, ...] = getattr(told, name)
        print(f"  {name}: {len(rows)}")
        for one in rows:
            now = f" → {one.more['to']}" if "to" in one.more else ""
            print(f"    {one.slug}{': ' + ', '.join(one.fields) if one.fields else ''}{now}")
    print(f"The same in {output / CHANGES}.")
