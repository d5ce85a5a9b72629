"""Sheets that go beside the book: named for those who open them, and the same file of the same content."""

from __future__ import annotations

import io

from pikepdf import Dictionary, ObjectStreamMode, Pdf


def named(written: bytes, title: str) -> bytes:
    """The PDF with its title, which programs show in place of the name of the file."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(written)) as pdf:
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as meta:
            meta["dc:title"] = title
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()
