"""The job ticket as one page, set like the book."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pikepdf import ObjectStreamMode, Pdf

from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.model.dates import PartialDate

BINDINGS = {"perfect": "perfect-bound in a soft cover", "sewn": "sewn in a soft cover", "case": "sewn, in a hard case"}
LANGUAGES = {"bilingual": "English and Hindi", "en": "English", "hi": "Hindi"}


def ticket_page(stationery: Stationery, ticket: dict[str, Any]) -> bytes:
    """The ticket as a PDF of one page. Raises TypesettingError where it takes more."""
    html = stationery.page(
        "job-ticket", ticket=ticket, day=PartialDate.parse(ticket["date"]), facts=list(_facts(ticket)),
        covers=[_cover(one) for one in ticket["covers"]],
    )  # fmt: skip
    document = stationery.lay_out(html, {}, "the job ticket")
    if len(document.pages) != 1:
        raise TypesettingError(f"the job ticket takes {len(document.pages)} pages, not one")
    with Pdf.open(io.BytesIO(document.write_pdf())) as pdf:
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _facts(ticket: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Label and value of each row."""
    paper, extent, ink, intent = (ticket[key] for key in ("paper", "extent", "ink", "intent"))
    spines = ", ".join(f"{width:.1f} mm ({kind})" for kind, width in ticket["spine"].items())
    yield "Language", LANGUAGES[ticket["language"]]
    yield "Trimmed page", f"{ticket['trim']['width']:g} × {ticket['trim']['height']:g} mm, bleed {ticket['bleed']:g} mm"
    yield "Extent", f"{extent['pages']} pages, {extent['leaves']} leaves"
    yield "Sections", f"{len(extent['sections'])}, in the order of binding: {extent['listed']}"
    yield "Paper", f"{paper['name']}, {paper['gsm']:g} g/m², {paper['bulk']:g} cm³/g, {paper['caliper']:.3f} mm a sheet"
    yield "Binding", BINDINGS[ticket["binding"]]
    yield "Spine", spines
    yield "Inks", f"{ink['colours']}, {ink['limit']} % at most{', and foil' if ink['foil'] else ''}"
    yield "Standard", f"{ticket['standard']}, output intent {intent['condition']} ({intent['profile']})"
    yield "Pictures", f"{ticket['ppi']['least']} ppi at least at the size placed"
    yield "Marks", ", ".join(ticket["marks"]) or "none"
    yield "ISBN", ticket["isbn"] or "none"
    yield "Preflight", _passed(ticket["preflight"])


def _passed(reports: list[dict[str, Any]]) -> str:
    """What the gate said of all files; a kit has none that it refused."""
    warned = sum(report["warnings"] for report in reports)
    kinds = f"{warned} kind{'' if warned == 1 else 's'} of warning" if warned else "no warning"
    return f"all {len(reports)} files passed, {kinds}"


def _cover(sheet: dict[str, Any]) -> tuple[str, str, str]:
    """Kind, size and panels of a cover's sheet."""
    panels = " · ".join(f"{panel['name']} {panel['width']:.1f}" for panel in sheet["panels"])
    return sheet["kind"], f"{sheet['width']:.1f} × {sheet['height']:.1f} mm, bleed {sheet['bleed']:g} mm", panels
