"""Which shape the released tables have, as a semantic version, and where they lie on the site.

Who builds on the tables reads this number: a column more is a minor version, a column less or of
another type a major one, and a major version has a folder of its own. `tests/golden/columns.json`
remembers every version there has been.
"""

from __future__ import annotations

from collections.abc import Mapping

VERSIONS = ("1.0.0",)
"""Every version there has been; data/ui.yml says what each brought, as `columns-…`."""
VERSION = VERSIONS[-1]
FOLDER = f"data/v{VERSION.split('.')[0]}/"
"""Where the release lies, from the root of the site."""


def next_version(version: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """The version that must follow when columns, as names and types, change from `before` to `after`."""
    major, minor, patch = map(int, version.split("."))
    if any(after.get(name) != kind for name, kind in before.items()):
        return f"{major + 1}.0.0"
    if list(after)[: len(before)] != list(before) or len(after) > len(before):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch}"
