"""The job ticket: what is printed, on what, how it is bound, and by which files."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary

from showcase.book.press.coveredition import OUTER
from showcase.book.press.profiles import CoverSheet, Paper, PressProfile
from showcase.book.press.sheets import spine_sum
from showcase.book.settings import Settings
from showcase.clock import today
from showcase.fonts import Face, faces
from showcase.fonts.licences import licence_name
from showcase.kit.gathered import Gathered
from showcase.model.site import Site
from showcase.release.owner import unfilled

FORMAT = 3
STANDARDS = {"x-4": "PDF/X-4", "x-1a": "PDF/X-1a"}
SPINE = "spine"
OWNED = {"owner": ("owner", "name"), "licence": ("licences",), "contact": ("contact",)}
"""What of data/site.yml a press asks after, and where it stands there."""
GIVEN_IN = {
    "owner": "owner in data/site.yml", "licence": "licences in data/site.yml", "contact": "contact in data/site.yml",
    "isbn": "isbn of the press in book/book.yml", "paper": "paper of the press in book/book.yml, with settled: true",
    "materials": "materials of the press in book/book.yml",
    "quantity": "quantity of the press in book/book.yml",
}  # fmt: skip
"""Where what may be open on a ticket is given."""


def ticket_of(
    gathered: Gathered, settings: Settings, site: Site, used: Sequence[Face], files: list[dict[str, Any]]
) -> dict[str, Any]:
    """The ticket, as JSON can hold it. Lengths in millimetres, ink in percent; null is what is not decided yet.

    `files` are those of the kit, as `listed` tells of them.
    """
    profile, plan = gathered.press.profile, gathered.plan
    isbn = (profile.isbn or {}).get(gathered.language)
    sheets = gathered.ticket["covers"]
    return {
        "format": FORMAT, "title": site.title, "title_hi": site.title_hi, "language": plan.language,
        "date": today().isoformat(), "catalogue": plan.catalogue, "quantity": profile.quantity,
        "press": {"name": gathered.press.name, "title": profile.title, "title_hi": profile.title_hi},
        "trim": {"width": settings.trim.width, "height": settings.trim.height}, "bleed": profile.bleed,
        "cover_bleed": profile.cover.bleed, "materials": _materials(profile),
        "extent": gathered.ticket["extent"], "paper": _paper(profile.paper),
        "binding": profile.binding, "case": _case(profile.cover),
        "spine": {one["kind"]: panel["width"] for one in sheets if one["kind"] in OUTER
                  for panel in one["panels"] if panel["name"] == SPINE},
        "spine_sum": {one["kind"]: spine_sum(one["kind"], gathered.ticket["extent"]["leaves"], profile)
                      for one in sheets if one["kind"] in OUTER},
        "ink": {"limit": profile.ink_limit, "colours": "CMYK", "foil": profile.foil, "sides": _sides(sheets)},
        "ppi": profile.ppi.model_dump(), "marks": list(profile.marks),
        "cover_marks": [*profile.marks, *(["fold"] if any(one["folds"] for one in sheets) else [])],
        "isbn": isbn, "open": list(_open(site, profile, isbn)), "standard": STANDARDS[profile.standard],
        "intent": {"condition": profile.condition, "registry": profile.registry, "profile": gathered.press.icc.name},
        "covers": [{key: one[key] for key in one if key not in {"bytes", "sha256"}} for one in sheets],
        "contact": {"owner": site.owner.name} | site.contact.model_dump(),
        "fonts": list(_fonts(used)), "preflight": list(_preflight(gathered)),
        "files": files,
    }  # fmt: skip


def _case(cover: CoverSheet) -> dict[str, Any] | None:
    """What a hard case is made of; nothing for a soft binding."""
    if not cover.boards:
        return None
    return {"boards": cover.boards.model_dump(), "endpaper": cover.endpaper and _paper(cover.endpaper)}


def _materials(profile: PressProfile) -> dict[str, Any]:
    return {key: one and one.model_dump() for key, one in profile.asked_materials.items()}


def _sides(sheets: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The inks on front and back of each sheet: pages on both sides, covers on the one that is seen."""
    return {"text": "4/4"} | {one["kind"]: "4/0" for one in sheets if one["kind"] != "foil"}


def _open(site: Site, profile: PressProfile, isbn: str | None) -> Iterator[str]:
    """What is to be decided before the book can be printed, each by its key in GIVEN_IN."""
    empty = {place for place, _mark, _meaning in unfilled(site)}
    yield from (key for key, place in OWNED.items() if any(one[: len(place)] == place for one in empty))
    yield from ["isbn"] if isbn is None else []
    yield from ["paper"] if not profile.paper.settled else []
    yield from ["materials"] if None in profile.asked_materials.values() else []
    yield from ["quantity"] if profile.quantity is None else []


def _paper(paper: Paper) -> dict[str, Any]:
    return paper.model_dump() | {"caliper": paper.caliper}


def used_faces(printed: Sequence[Path]) -> list[Face]:
    """The faces that are embedded in the files, in the order of the table."""
    names = {name for path in printed for name in _embedded(path)}
    keys = sorted((face.key for face in faces()), key=len, reverse=True)
    used = {next((key for key in keys if f"{name}-".startswith(f"Horizon-{key}-")), None) for name in names}
    return [face for face in faces() if face.key in used]


def _embedded(path: Path) -> Iterator[str]:
    """The names of the fonts in a file, without the mark of a subset."""
    with pikepdf.open(path) as pdf:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get("/Type") == "/FontDescriptor":
                yield str(one.FontName).rpartition("+")[2].lstrip("/")


def _fonts(used: Sequence[Face]) -> Iterator[dict[str, Any]]:
    embedded = defaultdict(list)
    for face in used:
        embedded[face.typeface, face.licence, licence_name(face)].append(face.book_family)
    for (typeface, licence, file), names in embedded.items():
        yield {"typeface": typeface, "licence": licence, "file": f"licences/{file}", "embedded": names}


def _preflight(gathered: Gathered) -> Iterator[dict[str, Any]]:
    """What the gate found, of each file that is printed."""
    for path in gathered.printed:
        report = json.loads(path.with_suffix(".preflight.json").read_bytes())
        yield {key: report[key] for key in ("file", "clean", "errors", "warnings")}
