"""The files of the release: the tables in each form, and what describes them.

Site and command make the same files here. A table is made once and kept in a cache folder under a
name that holds all that goes into it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from showcase import records, tables
from showcase.catalogue import Catalogue
from showcase.files import write_whole
from showcase.release import dcat, package, schema
from showcase.release.sums import SUMS, listed, summed
from showcase.release.table import Table, Told
from showcase.release.version import FOLDER, VERSION
from showcase.site import addresses
from showcase.site.assets import Asset

KILOBYTE, MEGABYTE = 1_000, 1_000_000


@dataclass(frozen=True)
class Release:
    """The release as files: `made` gives each by its path within it."""

    about: Told
    made: dict[str, Path]
    tables: tuple[Table, ...]

    version = VERSION

    @property
    def columns(self) -> tuple[schema.Column, ...]:
        """What the dictionary tells."""
        return schema.columns(self.about.ui)

    @property
    def versions(self) -> tuple[dict[str, Any], ...]:
        """The versions of the columns, the newest first."""
        return tuple(schema.versions(self.about.ui))

    @property
    def files(self) -> tuple[Asset, ...]:
        """Every file, where it lies on the site."""
        return tuple(Asset(f"{FOLDER}{path}", file) for path, file in self.made.items())

    @cached_property
    def descriptions(self) -> dict[str, str]:
        """By its name in data/ui.yml, each file that describes the tables."""
        names = ("datapackage.json", package.SCHEMA_FILE, "dictionary.json", "dcat.jsonld", SUMS)
        return {f"file-{name.lower().replace('.', '-')}": f"{FOLDER}{name}" for name in names}

    def size(self, address: str) -> str:
        """The size of a file in words, within a hundredth: "4.12 KB"."""
        return size(self.made[address.removeprefix(FOLDER)].stat().st_size)


def size(length: int) -> str:
    """A length in bytes in words, within a hundredth: "4.12 KB"."""
    unit, name = (MEGABYTE, "MB") if length >= 0.9995 * MEGABYTE else (KILOBYTE, "KB")
    return f"{length / unit:.3g} {name}"


def make(catalogue: Catalogue, folder: Path) -> Release:
    """The release of what is published; what the cache `folder` does not hold yet is made now."""
    about = Told(catalogue)
    own = tuple(about.tables())
    made = dict(_tables(catalogue, own, folder))
    sums = {path: summed(file) for path, file in made.items()}
    told = {
        package.SCHEMA_FILE: schema.table_schema(about.ui),
        "dictionary.json": schema.dictionary(about.ui),
        "datapackage.json": package.data_package(about, own, sums),
        "dcat.jsonld": dcat.dcat(about, own[0], sums),
    }
    for name, content in told.items():
        made[name] = _kept(folder, name, as_json(content))
        sums[name] = summed(made[name])
    made[SUMS] = _kept(folder, SUMS, listed(sums))
    return Release(about, made, own)


def _tables(catalogue: Catalogue, own: tuple[Table, ...], folder: Path) -> Iterator[tuple[str, Path]]:
    told = dict(zip(catalogue.published, records.records(catalogue.published, addresses.public), strict=True))
    for table in own:
        rows = [told[one] for one in table.startups]
        digest = hashlib.sha256(_code() + tables.as_json(rows)).hexdigest()[:16]
        for form, write in tables.FORMATS.items():
            path = folder / f"{digest}.{form}"
            yield table.path(form), path if path.exists() else write_whole(path, write(rows))


def _kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / f"{hashlib.sha256(content).hexdigest()[:16]}.{name}"
    return path if path.exists() else write_whole(path, content)


def as_json(content: Any) -> bytes:
    """A JSON file of the release."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


@cache
def _code() -> bytes:
    """What writes the tables: they are made anew when it changes."""
    return Path(tables.__file__).read_bytes()
