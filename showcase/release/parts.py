"""The list of parts (SBOM) of a release, in CycloneDX 1.6: every package of requirements.txt, with its hashes.

The lock is the source, so that the list names what is installed and nothing else; the licences are those that the
installed packages state themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

PARTS = "sbom.cdx.json"
_PACKAGE = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)[^\n]*((?:\n\s+--hash=sha256:\w+[ \\]*)+)", re.MULTILINE)
_HASH = re.compile(r"sha256:(\w+)")


def parts(root: Path) -> dict[str, Any]:
    """The list for the project under `root`, as it is written to a JSON file."""
    lock = (root / "requirements.txt").read_text(encoding="utf-8")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "shared-horizons", "name": "shared-horizons"}},
        "components": [_part(*found) for found in _PACKAGE.findall(lock)],
    }


def _part(name: str, version: str, hashes: str) -> dict[str, Any]:
    purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
    told = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    licences = list(_licences(name))
    return told | ({"licenses": licences} if licences else {}) | {
        "hashes": [{"alg": "SHA-256", "content": one} for one in _HASH.findall(hashes)],
    }


def _licences(name: str) -> Iterator[dict[str, Any]]:
    """The licence that an installed package states, as an expression or by its name; none of one that is not here."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return
    if expression := about.get("License-Expression"):
        yield {"expression": expression}
        return
    classes = about.get_all("Classifier") or ()
    classified = [one.rsplit(" :: ", 1)[-1] for one in classes if one.startswith("License :: ")]
    for one in classified or [(about.get("License") or "").partition("\n")[0]]:
        if one:
            yield {"license": {"name": one}}
