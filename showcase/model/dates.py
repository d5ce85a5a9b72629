"""Dates as sources give them: a year, a month of a year, or a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import total_ordering
from typing import Any, Literal

from pydantic_core import CoreSchema, core_schema

Language = Literal["en", "hi"]
LANGUAGES: tuple[Language, Language] = ("en", "hi")

MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "hi": (
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून",
        "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ),
}  # fmt: skip

_NUMBERS = {
    spelling.casefold(): number
    for names in MONTHS.values()
    for number, name in enumerate(names, 1)
    for spelling in ((name, name[:3], name[:4]) if name.isascii() else (name,))
}
# 7 Oct 2025, Oct 7 2025, Oct 2025, 2025 Oct 7, 2025-10-7 and 2025/10/07; 20/02/2023 and 02/20/2023, where only
# one of the numbers can be a month: no order of day and month is guessed.
_SPOKEN = [
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<day>\d{1,2})[ -](?P<month>[^\s\d-]+)[ -](?P<year>\d{4})",
        r"(?P<month>[^\s\d]+) (?P<day>\d{1,2}) (?P<year>\d{4})",
        r"(?P<month>[^\s\d]+) (?P<year>\d{4})",
        r"(?P<year>\d{4}) (?P<month>[^\s\d]+) (?P<day>\d{1,2})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})",
        r"(?P<day>1[3-9]|2\d|3[01])[-/ ](?P<month>\d{1,2})[-/ ](?P<year>\d{4})",
        r"(?P<month>\d{1,2})[-/ ](?P<day>1[3-9]|2\d|3[01])[-/ ](?P<year>\d{4})",
        r"(?P<day>0?(?P<same>[1-9]|1[0-2]))[-/ ](?P<month>0?(?P=same))[-/ ](?P<year>\d{4})",
    )
]
_PLAIN = {ord("०") + digit: str(digit) for digit in range(10)} | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
"""Devanagari digits, and dashes that stand for hyphens."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day; `month` and `day` are None where unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: Any) -> PartialDate:
        """Read 2023, "2023-01" or "2023-01-05" (or a `date`). Raises ValueError with a sentence."""
        if isinstance(value, cls):
            return value
        if isinstance(value, date) and not isinstance(value, datetime):
            return cls(value.year, value.month, value.day)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        match = _ISO.fullmatch(value) if isinstance(value, str) else None
        if not match:
            raise ValueError("is not a date")
        year, month, day = (int(part) if part else None for part in match.groups())
        date(year, 1 if month is None else month, 1 if day is None else day)  # type: ignore[arg-type]  # refuses 2023-13 and 2023-02-30
        return cls(year, month, day)  # type: ignore[arg-type]

    @classmethod
    def guess(cls, text: str) -> PartialDate | None:
        """The date that a text in another form means beyond doubt, such as "7 Oct 2025", or None."""
        plain = text.translate(_PLAIN).replace(",", " ").replace(".", " ")
        words = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", plain)
        for pattern in _SPOKEN:
            if found := pattern.fullmatch(" ".join(words.split())):
                return cls._spoken(found["month"], found["year"], found.groupdict().get("day"))
        return None

    @classmethod
    def _spoken(cls, month: str, year: str, day: str | None) -> PartialDate | None:
        name = month.casefold()
        number = int(name) if name.isdecimal() else _NUMBERS.get(name, 0)
        try:
            return cls.parse("-".join([year, f"{number:02d}", *([f"{int(day):02d}"] if day else [])]))
        except ValueError:
            return None

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as precise as it is known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def long(self, language: Language = "en") -> str:
        """The date in words: "6 November 2024", "January 2023" or "2013"."""
        words = [str(self.day)] if self.day else []
        words += [MONTHS[language][self.month - 1]] if self.month else []
        return " ".join([*words, str(self.year)])

    def __lt__(self, other: PartialDate) -> bool:
        return self._sort_key < other._sort_key

    @property
    def _sort_key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def __str__(self) -> str:
        return self.iso

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
