"""The job ticket as one page in English and Hindi, set like the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import PurePath
from typing import Any

from showcase.book.named import named
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.kit.told import Told, Words
from showcase.model.dates import LANGUAGES

COVER = "cover/"
PRINTED = ("text/", COVER)
"""The folders of the files that are printed; all others go with them."""


def ticket_page(stationery: Stationery, words: Words, ticket: Mapping[str, Any]) -> bytes:
    """The ticket as a PDF of one page. Raises TypesettingError where it takes more."""
    told = {language: Told(ticket, words, language) for language in LANGUAGES}
    english, hindi = (dict(one.rows()) for one in told.values())
    html = stationery.page(
        "job-ticket", ticket=ticket, words=words,
        rows=[(key, english[key], hindi[key]) for key in english],
        printed=list(_printed(ticket, told)),
        others=list(_others(ticket)),
    )  # fmt: skip
    document, written, _tree = stationery.write(html, {}, "the job ticket")
    if len(document.pages) != 1:
        raise TypesettingError(f"the job ticket takes {len(document.pages)} pages, not one")
    return named(written, f"{ticket['title']}: {words('job-ticket', 'en')}, {ticket['press']['name']}")


def _printed(ticket: Mapping[str, Any], told: Mapping[str, Told]) -> Iterator[dict[str, Any]]:
    """Each file that is printed, the text block first, with the panels of a cover in both languages."""
    sheets = {f"cover/{one['file']}": one for one in ticket["covers"]}
    for one in sorted(ticket["files"], key=lambda file: file["file"].startswith(COVER)):
        if _is_printed(one):
            sheet = sheets.get(one["file"])
            yield one | {"panels": {language: sheet and said.panels(sheet) for language, said in told.items()}}


def _others(ticket: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A row for each file that goes with them; those of one folder and purpose share one, without digests."""
    others = (one for one in ticket["files"] if not _is_printed(one))
    for (folder, purpose), group in groupby(others, lambda one: (PurePath(one["file"]).parent, one["for"])):
        files = list(group)
        together = {"file": f"{folder}/ ({len(files)})", "for": purpose, "bytes": sum(one["bytes"] for one in files)}
        yield files[0] if len(files) == 1 else together


def _is_printed(file: Mapping[str, Any]) -> bool:
    """Whether a file of the kit is one for the plates: the plan lies in a folder of such files and is none."""
    return file["file"].startswith(PRINTED) and "boxes" in file
