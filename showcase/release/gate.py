"""`python -m showcase release --check`: whether the site may be released to the public, and what keeps it from that."""

from __future__ import annotations

from pathlib import Path

from showcase import catalogue
from showcase.causes import Term
from showcase.model.dates import Language
from showcase.release import owner
from showcase.reports import text

OK, PROBLEMS = 0, 1


def check(root: Path, language: Language = "en") -> int:
    """Print everything that keeps the site from a public release. Returns 0 when there is nothing."""
    found = owner.problems(root, catalogue.load(root))
    if not found:
        print(Term("may-be-released").in_language(language))
        return OK
    print(text.report(found, language))
    missing = sum(one.code == owner.MISSING for one in found)
    told = Term("not-to-be-released", missing=missing, unfit=len(found) - missing)
    print(f"\n{told.in_language(language)}")
    return PROBLEMS
