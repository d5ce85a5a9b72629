"""Records as files: CSV, JSON, and a workbook for Excel and LibreOffice."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import BytesIO, StringIO

from showcase.records import COLUMNS, Record, Value
from showcase.release.version import VERSION

APART = "; "
"""Between the texts of a list where one cell holds them all."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
ROWS = "innovators"
"""What the rows are, as the name of a sheet and the key of a JSON object."""
_WIDTHS = {"headline": 48, "headline_hi": 48, "slug": 24, "name": 28, "name_hi": 28, "founded": 9}
_MADE = datetime(2000, 1, 1)
"""A workbook names the day it was made; one day for all, so that one content is one file."""


def as_csv(rows: Sequence[Record]) -> bytes:
    """RFC 4180 in UTF-8, marked as such, since Excel takes it for another coding without the mark.

    A text that a spreadsheet would run as a formula is given with an apostrophe before it.
    """
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(one) for one in _cells(row)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_json(rows: Sequence[Record]) -> bytes:
    """An object with the version of the columns and the rows; lists stay lists, and what is not known is null."""
    told = {"schema_version": VERSION, ROWS: rows}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def as_xlsx(rows: Sequence[Record]) -> bytes:
    """One sheet, its head frozen and filtered. Texts are texts, whatever they begin with."""
    import xlsxwriter  # slow to load, and most builds find their tables in the cache

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "Innovators of iDEX", "created": _MADE})
        sheet = book.add_worksheet(ROWS)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
        for place, name in enumerate(COLUMNS):
            sheet.set_column(place, place, _WIDTHS.get(name, 20))
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, _cells(row))
    return out.getvalue()


FORMATS: dict[str, Callable[[Sequence[Record]], bytes]] = {
    "csv": as_csv,
    "json": as_json,
    "xlsx": as_xlsx,
}


def _cells(row: Record) -> Iterable[str | int]:
    return (_cell(row[name]) for name in COLUMNS)


def _cell(value: Value) -> str | int:
    if isinstance(value, list):
        return APART.join(value)
    return "" if value is None else value


def guarded(value: str | int) -> str | int:
    """The value of a cell; a text that a spreadsheet would run is given with an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
