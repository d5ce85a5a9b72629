"""The release described for programs: as a Data Package of Frictionless."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from showcase.release.rights import package_licences
from showcase.release.schema import versions
from showcase.release.table import Table, Told
from showcase.release.version import VERSION

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_FILE = "table-schema.json"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def data_package(about: Told, tables: Iterable[Table], sums: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    """The descriptor; `sums` gives length in bytes and SHA-256 of each file by its path in the release.

    Without a chosen licence it names none, and says so in `rights`.
    """
    site = about.site
    known = {
        "homepage": f"{site.site_url}data/" if site.site_url else None,
        "created": f"{about.day.isoformat()}T00:00:00Z" if about.day else None,
        "licenses": package_licences(site),
        "contributors": [{"title": site.owner.name}] if site.owner.name else [],
    }
    return {
        "$schema": PROFILE,
        "name": "shared-horizons",
        "title": about.title("en"),
        "title_hi": about.title("hi"),
        "description": about.what("en"),
        "description_hi": about.what("hi"),
        "version": VERSION,
        "keywords": list(about.keywords),
        **{key: value for key, value in known.items() if value},
        "rights": {"data": about.terms("data", "en"), "pictures": about.terms("pictures", "en")},
        "changes": list(versions(about.ui)),
        "resources": [_resource(table, form, sums) for table in tables for form in MEDIA_TYPES],
    }


def _resource(table: Table, form: str, sums: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    path = table.path(form)
    length, digest = sums[path]
    tabular = {} if form == "json" else {"type": "table", "schema": SCHEMA_FILE}
    return {
        "name": f"{table.name.replace('/', '-')}-{form}",
        "title": table.title("en"),
        "title_hi": table.title("hi"),
        "path": path,
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "encoding": "utf-8",
        "bytes": length,
        "hash": f"sha256:{digest}",
        **tabular,
    }
