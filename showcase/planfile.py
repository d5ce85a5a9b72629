"""The plan file: what a made book holds, page by page, for programs that have only the file.

Beside `shared-horizons-reading.pdf` lies `shared-horizons-reading.plan.json`, one line of JSON:

    {"format": 1, "title": …, "edition": "reading", "language": "bilingual", "press": …, "whole": true,
     "file": {"name": …, "pages": 92, "bytes": …, "sha256": …},
     "catalogue": digest of the profiles and data that it was made from,
     "sheets": the flatplan's files, where it was drawn, each as `file`, without pages,
     "sections": the pages of each section of a text block, in the order of binding: [16, 16, 8, 16],
     "pages": [{"page": 24, "label": "22", "part": "startup/pixxel", "kind": "startup", "title": "Pixxel"}, …],
     "profiles": [{"slug": "pixxel", "first": 24, "last": 25, "pattern": "plate/open",
                   "blocks": [{"name": "milestones: launch", "page": 25,
                               "file": "startups/pixxel.md", "line": 41}, …]}, …]}

Pages count from 1 in the file; a label is what stands on the page. The site reads it to offer the
book, preflight to name the profile and the line behind a finding. A plan is worth nothing without
its file: it holds the file's digest, and goes before the file is replaced.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.dataclasses import dataclass as pydantic_dataclass

from showcase.files import write_whole

FORMAT = 1
SUFFIX = ".plan.json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MadeFile(_Part):
    """A file of the folder as it was written; `pages` of a book alone."""

    name: Annotated[str, Field(pattern=r"^\w[\w.-]*$")]
    bytes: int
    sha256: str
    pages: int = 0

    @classmethod
    def of(cls, path: Path, pages: int = 0) -> MadeFile:
        """The file at `path` as it is now."""
        data = path.read_bytes()
        return cls(name=path.name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest(), pages=pages)

    def lies_in(self, folder: Path) -> bool:
        """Whether the folder holds this very file."""
        path = folder / self.name
        return path.is_file() and path.stat().st_size == self.bytes and self == self.of(path, self.pages)


_row = pydantic_dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
"""What a plan has thousands of takes little room."""


@_row
class PlannedPage:
    """One page of the file, from 1, and the part that it belongs to."""

    page: int
    label: str
    part: str
    kind: str
    title: str
    title_hi: str = ""
    """The Hindi beside its title, if any."""

    def called(self, language: str) -> str:
        """What its part is called on a page in that language."""
        return self.title_hi or self.title if language == "hi" else self.title


@_row
class PlannedBlock:
    """A block of a profile, the page that tells it, and the line that states it."""

    name: str
    page: int
    file: str
    line: int


class PlannedProfile(_Part):
    """A startup's pages, the pattern in which they are set, and its blocks."""

    slug: str
    first: int
    last: int
    pattern: str
    blocks: tuple[PlannedBlock, ...]


class PlanFile(_Part):
    """The whole plan of one made book."""

    format: int = FORMAT
    title: str
    edition: str
    language: str
    press: str = ""
    """The press that it is made for, by its name in book.yml; nothing in an edition for screens."""
    whole: bool = True
    """Whether it is the whole book; else only some spreads were asked for."""
    file: MadeFile
    catalogue: str
    sheets: tuple[MadeFile, ...] = ()
    sections: tuple[int, ...] = ()
    """Of a whole text block for a press: the pages of each section, in the order of binding."""
    pages: tuple[PlannedPage, ...]
    profiles: tuple[PlannedProfile, ...]

    @model_validator(mode="after")
    def _is_in_order(self) -> PlanFile:
        """Pages are counted without a gap, and profiles stand on them."""
        count = len(self.pages)
        if [page.page for page in self.pages] != list(range(1, count + 1)):
            raise ValueError("the pages are not counted from 1")
        if not all(1 <= one.first <= one.last <= count for one in self.profiles):
            raise ValueError("a profile stands on pages that there are not")
        return self

    def label(self, page: int) -> str:
        """What a reader calls a page of the file."""
        return self.pages[page - 1].label


def path_of(book: Path) -> Path:
    """Where the plan of a book lies."""
    return book.with_suffix(SUFFIX)


def write(book: Path, plan: PlanFile) -> Path:
    """Writes the plan beside its book; returns its path."""
    return write_whole(path_of(book), plan.model_dump_json() + "\n")


def beside(book: Path) -> PlanFile | None:
    """The plan that lies beside a book; None where none does that can be read."""
    try:
        return PlanFile.model_validate_json(path_of(book).read_bytes())
    except (OSError, ValidationError):
        return None


def remove(book: Path) -> None:
    """Takes away the plan of a book that is about to be replaced."""
    path_of(book).unlink(missing_ok=True)


def in_folder(folder: Path) -> list[PlanFile]:
    """The plans in a folder whose books lie beside them as they were made, in the order of their names.

    What is no plan, or no plan of this format, is passed over, as is a plan without its book.
    """
    plans = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            plan = PlanFile.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            continue
        if plan.format == FORMAT and plan.file.lies_in(folder):
            plans.append(plan)
    return plans
