"""What every data file is made of: immutable rows, their sources and their remarks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from showcase.model.dates import PartialDate
from showcase.model.fields import LanguageCode, Part, Slug, Text, WebAddress

SourceKey = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SourceNumber = Annotated[int, Field(strict=True, ge=1)]
Count = Annotated[int, Field(strict=True, ge=0)]
Basis = Literal["official", "statement", "press", "secondary"]


class Named(Part):
    """A thing with a stable id and a name in both languages."""

    id: Slug
    name: Text
    name_hi: Text


class Sourced(Part):
    """A row whose `src` are ids of the file's sources; empty where the facts came without one."""

    src: tuple[SourceKey, ...] = ()


class DataSource(Part):
    """A published source of a data file.

    `circa` says that the date was inferred from the page. `basis` is what kind of page it is: an
    official one, a report carrying an official statement, a press report, or a secondary account.
    """

    id: SourceKey | SourceNumber
    title: Text | None = None
    publisher: Text
    date: PartialDate | None = None
    circa: bool = Field(default=False, strict=True)
    url: WebAddress | None = None
    language: LanguageCode | None = None
    # The key is `copy`: the page was read in a copy.
    read_in_copy: bool = Field(default=False, alias="copy", strict=True)
    basis: Basis | None = None


class Note(Sourced):
    """A remark on a whole file: a doubt, a gap, a choice of words."""

    text: Text
    text_hi: Text | None = None
