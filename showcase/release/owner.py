"""The gate before a public release: every value that only the owner can supply, and every review that is overdue.

Nothing here stops a build: pages say what is not yet announced. The release alone is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from showcase import frontmatter
from showcase.catalogue import Catalogue
from showcase.causes import said
from showcase.frontmatter import Document
from showcase.model.owner import OwnerOnly
from showcase.model.site import Site
from showcase.model.vocabulary_files import SITE_FILE
from showcase.problems import Problem, in_order
from showcase.site.logo import HEAVIEST, KINDS, LOGOS

MISSING, UNFIT = "P830", "P831"
GOVERNMENT = (".gov.in", ".nic.in")
AUDIT_HOLDS = timedelta(days=365)
Place = tuple[str, ...]


def problems(root: Path, catalogue: Catalogue) -> list[Problem]:
    """What keeps the site under `root` from a public release, in the order of the files."""
    name = f"data/{SITE_FILE}"
    document = frontmatter.read_data(root / name, name)
    site = catalogue.site
    return in_order(
        [
            *_missing(document, site),
            *(_unfit(document, *found) for found in _wrong(site, catalogue.today, root)),
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
        message = f"`{'.'.join(place)}` is not filled ({mark.id}). {meaning}"
        found = said(MISSING, message, f"write, for example, {mark.example}")
        yield document.problem(found, _line(document, place))


def _wrong(site: Site, today: date, root: Path) -> Iterator[tuple[Place, str, str]]:
    """Where a value that is there is not good enough: its place, why, and what to do."""
    why = _logo(root / LOGOS / site.owner.logo) if site.owner.logo else ""
    content, assurance, logo = site.content, site.assurance, site.owner.logo
    tested = (
        (not _is_government(site.site_url), ("site_url",),
         "`site_url` is no address by https under gov.in or nic.in (1.4).", "write the site's own, such as site_url: https://example.gov.in/"),
        (content.contributor and content.contributor == content.approver, ("content", "approver"),
         "contributor and approver are one person (G50).", "name another."),
        (assurance.stqc_valid_until and assurance.stqc_valid_until < today, ("assurance", "stqc_valid_until"),
         "the certificate has run out (1.4).", "have it renewed, then write its new last day."),
        (assurance.security_audit_on and assurance.security_audit_on + AUDIT_HOLDS < today,
         ("assurance", "security_audit_on"), "the security audit is older than a year (1.4).",
         "have one made, then write its day."),
        (assurance.hosting_in_india is False, ("assurance", "hosting_in_india"),
         "the site is hosted outside India (1.4).", "move it, then write true."),
        (why, ("owner", "logo"), f"{LOGOS}/{logo} {why} (G2).",
         "put a file there that is fit for it."),
    )  # fmt: skip
    yield from ((place, message, fix) for is_wrong, place, message, fix in tested if is_wrong)


def _is_government(address: str) -> bool:
    return address.startswith("https://") and (urlsplit(address).hostname or "").endswith(GOVERNMENT)


def _logo(file: Path) -> str:
    """What is wrong with the mark's file, or nothing."""
    if not file.is_file():
        return "is not there"
    if file.suffix.lower() not in KINDS:
        return f"is no file of the kinds {', '.join(KINDS)}"
    return f"has more than {HEAVIEST} bytes" if file.stat().st_size > HEAVIEST else ""


def _overdue(catalogue: Catalogue) -> Iterator[Problem]:
    """Profiles whose review is overdue by more than the period of grace."""
    grace = timedelta(days=catalogue.site.content.review_grace_days)
    for startup in catalogue.published:
        if startup.review_by + grace < catalogue.today:
            message = f"the review was due on {startup.review_by}, and the {grace.days} days of grace are over (G51)."
            found = said(UNFIT, message, "look at the sources again, then set verified_on and review_by.")
            yield startup.document.problem(found, startup.document.at(("review_by",)), width=10)


def _unfit(document: Document, place: Place, message: str, fix: str) -> Problem:
    return document.problem(said(UNFIT, message, fix), _line(document, place))


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
