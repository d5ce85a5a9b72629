"""`python -m showcase release --check`: whether the site may be released to the public, and what keeps it from that."""

from __future__ import annotations

from pathlib import Path

from showcase import catalogue
from showcase.release import owner
from showcase.reports import text

OK, PROBLEMS = 0, 1


def check(root: Path) -> int:
    """Print everything that keeps the site from a public release. Returns 0 when there is nothing."""
    found = owner.problems(root, catalogue.load(root))
    if not found:
        print("Nothing that the owner has to supply is missing, and no review is overdue.")
        return OK
    print(text.report(found))
    missing = sum(one.code == owner.MISSING for one in found)
    print(f"\nNot to be released: {missing} values that only the owner can fill are missing, "
          f"{len(found) - missing} more are not as they must be.")  # fmt: skip
    return PROBLEMS
