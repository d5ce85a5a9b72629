"""What a look at a proposal found, as JSON: made where its content is, believed by nobody without a check."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

VERSION = 1
MAX_BYTES = 2 * 1024**2
"""As large as a report may be."""
ROWS = 2000
LONGEST = 2000
"""Letters of one text; who makes a report cuts there."""
Words = Annotated[str, StringConstraints(max_length=LONGEST)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Kind = Literal["added", "changed", "deleted", "renamed"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ChangedFile(_Part):
    """A file of the content."""

    path: Words
    kind: Kind
    before: Words = ""


class ProfileRow(_Part):
    """A profile that the proposal touches; a deleted or unreadable one has no figures, a deleted one the
    name that it had."""

    slug: Words
    kind: Kind
    before: Words = ""
    name: Words = ""
    name_hi: Words = ""
    status: Literal["draft", "published", ""] = ""
    words: Count = 0
    words_hi: Count = 0
    photographs: Count = 0
    sources: Count = 0


class LeavingRow(_Part):
    """A profile that is withdrawn, or, where it says `to`, one whose address leads on from the day named."""

    slug: Words
    to: Words = ""
    name: Words = ""
    name_hi: Words = ""
    day: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    reason: Words = ""
    reason_hi: Words = ""


class Both(_Part):
    """A text in both languages."""

    en: Words
    hi: Words


class ProblemRow(_Part):
    """One problem of the check; lines and columns count from 1."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
    severity: Literal["error", "warning"]
    path: Words
    line: Count
    column: Count
    message: Both
    fix: Both


class Report(_Part):
    """All that the comment says. `refused` are reasons for which nothing was looked at, `failed` why a build ended,
    `unset` why a draft cannot be printed yet, which stops nothing."""

    version: Literal[1] = VERSION
    files: Annotated[list[ChangedFile], Field(max_length=ROWS)] = []
    profiles: Annotated[list[ProfileRow], Field(max_length=ROWS)] = []
    leaving: Annotated[list[LeavingRow], Field(max_length=ROWS)] = []
    problems: Annotated[list[ProblemRow], Field(max_length=ROWS)] = []
    code: Count = 0
    refused: Annotated[list[Words], Field(max_length=ROWS)] = []
    failed: Words = ""
    unset: Words = ""
    pages: Annotated[list[Words], Field(max_length=ROWS)] = []
    spreads: Annotated[list[Words], Field(max_length=ROWS)] = []

    @property
    def errors(self) -> int:
        return sum(one.severity == "error" for one in self.problems)

    @property
    def is_clean(self) -> bool:
        """Whether nothing stops it."""
        return not (self.errors or self.refused or self.failed)


def read(raw: bytes) -> Report:
    """The report in a file. Raises ValueError with a sentence for what is none, or too large."""
    if len(raw) > MAX_BYTES:
        raise ValueError(f"The report has {len(raw)} bytes; {MAX_BYTES} are the most.")
    try:
        return Report.model_validate_json(raw)
    except ValueError as error:
        raise ValueError(f"The report is not one: {str(error).splitlines()[0]}.") from None
