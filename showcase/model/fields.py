"""The kinds of value that fields hold, for profiles and data files alike."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from showcase.model.dates import PartialDate

HEADLINE_LENGTH = 70
SUMMARY_LENGTH = 320
LABEL_LENGTH = 60
NAME_LENGTH = 80
FIGURE_LENGTH = 16

TIDY = r"^\S(?:(?!  )[\s\S])*(?<=\S)(?![\s\S])"
"""What `_tidy` asks, and what `_web_address` asks as far as a pattern can say it, for other programs."""
WEB = r"^https?://[^\s\"'<>`\\]+$"


def _tidy(text: str) -> str:
    if text != text.strip() or "  " in text:
        raise ValueError("has blanks at an end or two in a row")
    return text


_Tidy = AfterValidator(_tidy)
Text = Annotated[str, StringConstraints(strict=True, min_length=1), _Tidy]
Headline = Annotated[Text, StringConstraints(max_length=HEADLINE_LENGTH)]
Summary = Annotated[Text, StringConstraints(max_length=SUMMARY_LENGTH)]
Label = Annotated[Text, StringConstraints(max_length=LABEL_LENGTH)]
Name = Annotated[Text, StringConstraints(max_length=NAME_LENGTH)]
BigFigure = Annotated[Text, StringConstraints(max_length=FIGURE_LENGTH)]
Slug = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
]
LanguageCode = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z]{2,3}$")]
StateCode = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]
SourceId = Annotated[int, Field(strict=True, ge=1)]
Year = Annotated[int, Field(strict=True, ge=1800, le=2100)]
Fraction = Annotated[float, Field(strict=True, ge=0, le=1)]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]
Status = Literal["draft", "published"]


def _web_address(url: str) -> str:
    wrong = not url.isprintable() or any(sign in url for sign in " \"'<>`\\")
    if wrong or not url.startswith(("https://", "http://")) or not _host(url):
        raise ValueError("is not a web address")
    return url


def _host(url: str) -> str | None:
    """The host; None where there is none, or a name before an @, which readers would take for the host."""
    try:
        address = urlsplit(url)
        return None if "@" in address.netloc else address.hostname
    except ValueError:
        return None


def _whole_day(value: object) -> PartialDate:
    day = PartialDate.parse(value)
    if day.day is None:
        raise ValueError("is not a day")
    return day


def _as_date(day: PartialDate) -> date:
    return date(day.year, day.month or 1, day.day or 1)


WebAddress = Annotated[Text, AfterValidator(_web_address)]
Day = Annotated[date, BeforeValidator(lambda value: _as_date(_whole_day(value)))]


class Part(BaseModel):
    """A part of a content file: immutable, with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
