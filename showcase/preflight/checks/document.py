"""The file as a whole: its version, what it says of itself, what must not be in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pikepdf import Dictionary, Name, Pdf, PdfError, Stream
from pikepdf.models.metadata import XmpDocument

from showcase.preflight.demands import Demands
from showcase.preflight.findings import Finding

FileCheck = Callable[[Pdf, Demands], Iterator[Finding]]
"""Looks at the file as a whole."""

_X1A = re.compile(r"PDF/X-1a:200[13]|PDF/X-1:2001")


def version_fits(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G101: the version that the standard is written on."""
    version = tuple(int(part) for part in pdf.pdf_version.split("."))
    most = (1, 6) if demands.standard == "x-4" else (1, 4)
    if version > most:
        yield Finding("G101", f"the file is PDF {pdf.pdf_version}; {_title(demands)} is PDF {most[0]}.{most[1]}.")
    elif demands.standard == "x-1a" and pdf.trailer.get("/Type") == Name.XRef:
        yield Finding("G101", "the file's objects are kept in streams, which PDF 1.4 does not know.")


def nothing_is_locked(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G102: no encryption, not even with an empty password."""
    if pdf.is_encrypted:
        yield Finding("G102", "the file is encrypted.")


def nothing_runs(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G103, G104: no scripts, no actions of the document or its pages."""
    root = pdf.Root
    actions = [one for one in (root.get("/OpenAction"),) if isinstance(one, Dictionary)]
    scripts = "/JavaScript" in root.get("/Names", {}) or any(one.get("/S") == Name.JavaScript for one in actions)
    if scripts:
        yield Finding("G103", "the file holds JavaScript.")
    elif actions:
        yield Finding("G104", "opening the file starts an action.")
    if "/AA" in root:
        yield Finding("G104", "the file has actions that follow what its reader does.")
    for number, page in enumerate(pdf.pages, 1):
        if "/AA" in page.obj:
            yield Finding("G104", "turning to the page starts an action.", number)


def nothing_is_attached(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G105, G106, G110: no files within, no forms, no layers."""
    if "/EmbeddedFiles" in pdf.Root.get("/Names", {}) or len(pdf.Root.get("/AF", [])):
        yield Finding("G105", "other files are embedded in it.")
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and (len(form.get("/Fields", [])) or "/XFA" in form):
        yield Finding("G106", "the file has a form to be filled in.")
    if "/OCProperties" in pdf.Root:
        yield Finding("G110", "the file has layers that can be switched.")


def standard_is_named(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G107: the standard is named where it asks to be."""
    if demands.standard == "x-1a":
        said = str(pdf.docinfo.get("/GTS_PDFXVersion", ""))
        if not _X1A.fullmatch(said):
            yield Finding("G107", f"Info names {said or 'no standard'}, not PDF/X-1a:2001 or PDF/X-1a:2003.")
        return
    said = _meta(pdf).get("pdfxid:GTS_PDFXVersion", "")
    if said != "PDF/X-4":
        yield Finding("G107", f"the XMP names {said or 'no standard'}, not PDF/X-4.")


def trapping_is_stated(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G108: trapped or not, never unknown, and the same wherever it is said."""
    info = str(pdf.docinfo.get("/Trapped", ""))[1:]
    xmp = _meta(pdf).get("pdf:Trapped", "")
    said = [one for one in (info, xmp) if one]
    if not said or any(one not in ("True", "False") for one in said):
        yield Finding("G108", f"the file does not say whether it is trapped ({' and '.join(said) or 'nothing'}).")
    elif len(set(said)) > 1:
        yield Finding("G108", f"Info says trapped {info}, the XMP {xmp}.")


def file_says_who_it_is(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G109: title, dates, and the marks by which one file is told from another."""
    meta, info = _meta(pdf), pdf.docinfo
    if "/Metadata" in pdf.Root and isinstance(meta, dict):
        yield Finding("G109", "the XMP cannot be read.")
    if "/ID" not in pdf.trailer:
        yield Finding("G109", "the file has no ID.")
    asked = _DATES + _MARKS if demands.standard == "x-4" else []
    missing = [key for key in asked if not meta.get(key)]
    if missing:
        yield Finding("G109", f"the XMP does not say {', '.join(missing)}.")
    if not meta.get("dc:title") and not info.get("/Title"):
        yield Finding("G109", "the file has no title.")
    dates = [key for key in ("/CreationDate", "/ModDate") if key not in info]
    if dates and demands.standard == "x-1a":
        yield Finding("G109", f"Info does not say {' and '.join(key[1:] for key in dates)}.")


def info_and_xmp_agree(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G109: what is said in both places is the same."""
    meta, info = _meta(pdf), pdf.docinfo
    title = meta.get("dc:title")
    if title and info.get("/Title") and str(info.Title) != str(title):
        yield Finding("G109", f"Info calls the file “{info.Title}”, the XMP “{title}”.")
    for key, ours in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        if key in info and meta.get(ours) and _day(str(info[key])) != _day(str(meta[ours])):
            yield Finding("G109", f"Info and XMP differ on {ours.partition(':')[2]}.")


_DATES = ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"]
_MARKS = ["xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"]


def _title(demands: Demands) -> str:
    return "PDF/X-4" if demands.standard == "x-4" else "PDF/X-1a"


def _day(date: str) -> str:
    """The figures of a date up to the minute."""
    return re.sub(r"\D", "", date)[:12]


def _meta(pdf: Pdf) -> XmpDocument | dict[str, Any]:
    """The XMP; nothing where there is none that can be read."""
    if not isinstance(pdf.Root.get("/Metadata"), Stream):
        return {}
    try:
        return XmpDocument(pdf.Root.Metadata.read_bytes(), overwrite_invalid_xml=False)
    except (ValueError, SyntaxError, PdfError):  # what is no XML, and XML that is no XMP
        return {}


FILE_CHECKS: tuple[FileCheck, ...] = (
    version_fits, nothing_is_locked, nothing_runs, nothing_is_attached, standard_is_named,
    trapping_is_stated, file_says_who_it_is, info_and_xmp_agree,
)  # fmt: skip
