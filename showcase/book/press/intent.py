"""What the file says of itself: PDF/X-4, for one printing condition, by one maker, at one time."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import BinaryIO
from uuid import UUID

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String
from pikepdf.models.metadata import PdfMetadata

from showcase.book.assembly import Imprint
from showcase.book.press.loading import Press
from showcase.clock import today

STANDARD = "PDF/X-4"
VERSION = "1.6"
_X_ID = "http://www.npes.org/pdfx/ns/id/"


def finish(pdf: Pdf, press: Press, imprint: Imprint, content: str, out: BinaryIO) -> None:
    """Writes the file for the press. `content` is a fingerprint of what is printed: equal files have equal names.

    What it is made of is compressed already; doing that again would take most of the time.
    """
    _state_intent(pdf, press)
    _describe(pdf, imprint, press, content)
    pdf.save(
        out, compress_streams=True, recompress_flate=False, deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate, force_version=VERSION,
    )  # fmt: skip


def _state_intent(pdf: Pdf, press: Press) -> None:
    """Says for which printing condition the file is made, with the ICC profile of that condition."""
    profile = pdf.make_stream(press.icc.read_bytes(), N=4, Alternate=Name.DeviceCMYK)
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String(press.profile.condition),
        RegistryName=String(press.profile.registry), Info=String(press.profile.title),
        DestOutputProfile=profile,
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _describe(pdf: Pdf, imprint: Imprint, press: Press, content: str) -> None:
    """Title, times and names."""
    PdfMetadata.register_xml_namespace(_X_ID, "pdfxid")
    day = datetime.combine(today(), datetime.min.time(), UTC)
    pdf.Root.Lang = String(imprint.language)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as meta:
        meta["pdfxid:GTS_PDFXVersion"] = STANDARD
        meta["dc:title"], meta["dc:description"] = imprint.title, imprint.subject
        meta["dc:format"] = "application/pdf"
        meta["xmp:CreateDate"] = meta["xmp:ModifyDate"] = meta["xmp:MetadataDate"] = day.isoformat()
        meta["xmp:CreatorTool"] = meta["pdf:Producer"] = imprint.maker
        meta["pdf:Trapped"] = "False"
        meta["xmpMM:DocumentID"] = _name(imprint.title, imprint.language, press.name)
        meta["xmpMM:InstanceID"] = _name(content, day.isoformat())
        meta["xmpMM:VersionID"], meta["xmpMM:RenditionClass"] = "1", "default"
    stamp = day.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo[Name.CreationDate] = pdf.docinfo[Name.ModDate] = String(stamp)
    pdf.docinfo[Name.Trapped] = Name("/False")


def _name(*parts: str) -> str:
    """A name for a document that follows from what it is."""
    return UUID(bytes=sha256("\0".join(parts).encode()).digest()[:16], version=4).urn
