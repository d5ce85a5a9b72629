"""The measures of the book, from book/book.yml, and the words it alone says, from book/words.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel

from showcase import frontmatter
from showcase.book.press.profiles import Fault, Name, PressProfile
from showcase.causes import Cause, cause
from showcase.frontmatter import Unreadable
from showcase.model.site import Words
from showcase.problems import ContentErrors, Problem
from showcase.rules import shape

FILE = "book/book.yml"
WORDS_FILE = "book/words.yml"
MM_PER_POINT = 25.4 / 72
LINES_ABOVE = 23
FOOT = 21.0

Length = Annotated[float, Field(gt=0, le=1000)]
Points = Annotated[float, Field(gt=0, le=200)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Trim(_Part):
    """The finished page, in millimetres."""

    width: Length
    height: Length


class Margins(_Part):
    """Free edges of the page, in millimetres: at the fore-edge and in the gutter."""

    outer: Length
    inner: Length


class Settings(_Part):
    """What book.yml holds; lengths in millimetres, grids and sizes in points."""

    trim: Trim
    bleed: Annotated[float, Field(ge=0, le=20)]
    horizon: Length
    margins: Margins
    grid: Points
    grid_below: Points
    name_sizes: Annotated[tuple[Points, ...], Field(min_length=1)]
    name_lines: dict[int, Annotated[int, Field(ge=1, le=4)]]
    figure_sizes: Annotated[tuple[Points, ...], Field(min_length=1)]
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
    press: dict[Name, PressProfile] = {}
    """What presses ask for, by name; the first is the one that is meant where none is named."""

    @property
    def fault(self) -> tuple[str, Cause] | None:
        """A key and a cause where measures that are right alone do not go together."""
        if self.horizon >= self.trim.height:
            return "horizon", cause("P811", "horizon")
        if self.margins.inner + self.margins.outer >= self.trim.width:
            return "margins", cause("P811", "margins")
        if missing := [size for size in self.name_sizes if int(size) not in self.name_lines]:
            return "name_lines", cause("P811", "name-lines", points=f"{missing[0]:g}")
        return None

    def lacking(self, profile: PressProfile) -> Iterator[Fault]:
        """What a press asks for that pages have not."""
        if profile.bleed > self.bleed:
            yield ("bleed",), cause("P812", "bleed", drawn=f"{self.bleed:g}", asked=f"{profile.bleed:g}")

    @property
    def measure(self) -> float:
        """Width between the margins, in millimetres."""
        return self.trim.width - self.margins.inner - self.margins.outer

    @property
    def share(self) -> float:
        """Where the horizon is, as a share of the page's height."""
        return self.horizon / self.trim.height

    def left(self, page: int) -> float:
        """The left margin of a page in millimetres; even pages are left-hand ones."""
        return self.margins.inner if page % 2 else self.margins.outer

    @property
    def top(self) -> float:
        """Where text begins: a line of the grid that counts from the horizon, 23 lines above it."""
        return self.horizon - LINES_ABOVE * self.grid_mm

    @property
    def foot_of_story(self) -> float:
        """How far down the words above the line may go: one grid line short of the horizon."""
        return self.horizon - self.grid_mm

    @property
    def foot_of_facts(self) -> float:
        """How far down the words below the line may go, clear of the folio."""
        return self.trim.height - FOOT

    @property
    def grid_mm(self) -> float:
        """One line of the grid above the horizon, in millimetres."""
        return self.grid * MM_PER_POINT

    @property
    def grid_below_mm(self) -> float:
        """One line of the grid below the horizon, in millimetres."""
        return self.grid_below * MM_PER_POINT


def load_settings(root: Path) -> Settings:
    """Reads book/book.yml under `root`. Raises ContentErrors with every mistake in it."""
    return read_settings(root)[1]


def read_settings(root: Path) -> tuple[frontmatter.Document, Settings]:
    """book/book.yml and what it holds. Raises ContentErrors with every mistake in it."""
    document, settings = _read(root, FILE, Settings)
    if fault := settings.fault:
        key, found = fault
        raise ContentErrors([document.problem(found, document.at((key,)))])
    problems = [
        document.problem(found, document.at(("press", name, *keys)))
        for name, profile in settings.press.items()
        for keys, found in (*profile.faults(), *settings.lacking(profile))
    ]
    if problems:
        raise ContentErrors(problems)
    return document, settings


def load_words(root: Path) -> dict[str, Words]:
    """Reads book/words.yml, the strings that the book alone says. Raises ContentErrors."""
    return _read(root, WORDS_FILE, RootModel[dict[str, Words]])[1].root


def _read(root: Path, name: str, model: type[BaseModel]) -> tuple[frontmatter.Document, Any]:
    """A file of the book and what it holds. Raises ContentErrors with every mistake in it."""
    file = root / name
    if not file.is_file():
        raise ContentErrors([Problem(cause("P810", "file"), name)])
    try:
        document = frontmatter.read_data(file, name)
    except Unreadable as error:
        raise ContentErrors([error.problem]) from None
    value, problems = shape.validate(document, model)
    if value is None:
        raise ContentErrors(problems)
    return document, value
