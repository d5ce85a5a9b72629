"""The gate before a public release: every value that only the owner can supply, and every review that is overdue.

Nothing here stops a build: pages say what is not yet announced. The release alone is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from showcase import frontmatter
from showcase.catalogue import Catalogue
from showcase.causes import Cause, Phrase, cause
from showcase.frontmatter import Document
from showcase.model.owner import OwnerOnly
from showcase.model.site import Site
from showcase.model.vocabulary_files import SITE_FILE
from showcase.problems import Problem, in_order
from showcase.site.logo import HEAVIEST, KINDS, LOGOS

MISSING = "P830"
GOVERNMENT = (".gov.in", ".nic.in")
AUDIT_HOLDS = timedelta(days=365)
DONE = {("content", "approved_on"): "G50", ("assurance", "security_audit_on"): "1.4"}
"""Days on which something was done, and what asks for them."""
_STANDS_IN = re.compile(r"(?i)\bexamples?\b|उदाहरण|\b(?:todo|tbd|tba|xxx+)\b|lorem ipsum|\b0000 0000\b|/0000\b")
"""What the messages themselves give as an example, and other words for what is not known yet."""
Place = tuple[str, ...]


def problems(root: Path, catalogue: Catalogue) -> list[Problem]:
    """What keeps the site under `root` from a public release, in the order of the files."""
    name = f"data/{SITE_FILE}"
    document = frontmatter.read_data(root / name, name)
    site = catalogue.site
    return in_order(
        [
            *_missing(document, site),
            *(document.problem(found, _line(document, place)) for place, found in _wrong(catalogue, root)),
            *_overdue(catalogue),
        ]
    )


def owner_only(model: type[BaseModel], place: Place = ()) -> Iterator[tuple[Place, OwnerOnly, str]]:
    """Every field of the model that only the owner can fill: its place, its mark, what it means."""
    for key, field in model.model_fields.items():
        here = (*place, key)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from owner_only(field.annotation, here)
        for mark in field.metadata:
            if isinstance(mark, OwnerOnly):
                yield here, mark, str(field.description)


def unfilled(site: Site) -> Iterator[tuple[Place, OwnerOnly, str]]:
    """Every field that only the owner can fill and that is empty, as `owner_only` tells it."""
    return (one for one in owner_only(Site) if _value(site, one[0]) is None)


def _missing(document: Document, site: Site) -> Iterator[Problem]:
    for place, mark, meaning in unfilled(site):
        found = cause("P830", "empty", key=".".join(place), id=mark.id, meaning=Phrase(meaning, mark.meaning_hi),
                      example=mark.example)  # fmt: skip
        yield document.problem(found, _line(document, place))


def _wrong(catalogue: Catalogue, root: Path) -> Iterator[tuple[Place, Cause]]:
    """Where a value that is there is not good enough: its place, and why."""
    site, today, logo = catalogue.site, catalogue.today, catalogue.site.owner.logo
    content, assurance = site.content, site.assurance
    tested = (
        (not _is_government(site.site_url), ("site_url",), "address"),
        (content.contributor and content.contributor == content.approver, ("content", "approver"), "one-person"),
        (assurance.stqc_valid_until and assurance.stqc_valid_until < today,
         ("assurance", "stqc_valid_until"), "run-out"),
        (assurance.security_audit_on and assurance.security_audit_on + AUDIT_HOLDS < today,
         ("assurance", "security_audit_on"), "old-audit"),
        (assurance.hosting_in_india is False, ("assurance", "hosting_in_india"), "abroad"),
    )  # fmt: skip
    yield from ((place, cause("P831", kind)) for is_wrong, place, kind in tested if is_wrong)
    if logo and (unfit := _logo(root / LOGOS / logo)):
        yield ("owner", "logo"), unfit
    yield from _stand_ins(site)
    yield from _misdated(catalogue)


def _stand_ins(site: Site) -> Iterator[tuple[Place, Cause]]:
    """Values that only hold the place of the true ones."""
    asked = [(place, mark.id) for place, mark, _meaning in owner_only(Site)]
    for place, why in (*asked, (("site_url",), "1.4")):
        if _STANDS_IN.search(str(_value(site, place))):
            yield place, cause("P831", "stands-in", key=".".join(place), id=why)


def _misdated(catalogue: Catalogue) -> Iterator[tuple[Place, Cause]]:
    """Days that cannot be: of what is not done yet, and of an approval that knew other profiles than these."""
    days = {place: _value(catalogue.site, place) for place in DONE}
    for place, day in days.items():
        if day and day > catalogue.today:
            yield place, cause("P831", "to-come", key=".".join(place), day=day, id=DONE[place])
    approved = days[place := ("content", "approved_on")]
    newest = max((one.verified_on for one in catalogue.published), default=None)
    if approved and newest and approved < newest:
        yield place, cause("P831", "approved-before", day=approved, newest=newest)


def _is_government(address: str) -> bool:
    return address.startswith("https://") and (urlsplit(address).hostname or "").endswith(GOVERNMENT)


def _logo(file: Path) -> Cause | None:
    """What is wrong with the mark's file, or nothing."""
    name = f"{LOGOS}/{file.name}"
    if not file.is_file():
        return cause("P831", "no-logo", file=name)
    if file.suffix.lower() not in KINDS:
        return cause("P831", "logo-kind", file=name, kinds=", ".join(KINDS))
    return cause("P831", "heavy-logo", file=name, most=HEAVIEST) if file.stat().st_size > HEAVIEST else None


def _overdue(catalogue: Catalogue) -> Iterator[Problem]:
    """Profiles whose review is overdue by more than the period of grace."""
    grace = timedelta(days=catalogue.site.content.review_grace_days)
    for startup in catalogue.published:
        if startup.review_by + grace < catalogue.today:
            found = cause("P831", "overdue", day=startup.review_by, days=grace.days)
            yield startup.document.problem(found, startup.document.at(("review_by",)), width=10)


def _line(document: Document, place: Place) -> tuple[int, int]:
    """Where the value stands, or the part that lacks it."""
    parts = [place[:length] for length in range(len(place), 0, -1)]
    found = (document.at(part, of_key=True) for part in parts if _is_there(document.meta, part))
    return next(found, (1, 1))


def _is_there(meta: Any, place: Place) -> bool:
    for key in place:
        if not isinstance(meta, dict) or key not in meta:
            return False
        meta = meta[key]
    return True


def _value(site: Site, place: Place) -> Any:
    value: Any = site
    for key in place:
        value = getattr(value, key)
    return value
