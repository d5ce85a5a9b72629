"""The measures of the book, from book/book.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from showcase.problems import ContentErrors, Problem

FILE = "book/book.yml"
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

    @model_validator(mode="after")
    def _line_on_page(self) -> Settings:
        if self.horizon >= self.trim.height:
            raise ValueError("the horizon lies below the page")
        if self.margins.inner + self.margins.outer >= self.trim.width:
            raise ValueError("the margins leave no room for text")
        return self

    @property
    def measure(self) -> float:
        """Width between the margins, in millimetres."""
        return self.trim.width - self.margins.inner - self.margins.outer

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
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentErrors([_problem(1, 1, "the book's measures are missing.")]) from None
    try:
        return Settings.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise ContentErrors([_problem(line, column, "the file is not YAML.")]) from None
    except ValidationError as error:
        raise ContentErrors([_wrong(text, detail) for detail in error.errors()]) from None


def _wrong(text: str, detail: dict) -> Problem:
    """One of pydantic's findings as a problem on the line of its key."""
    path = [str(step) for step in detail["loc"]]
    key = path[0] if path else ""
    lines = text.split("\n")
    line = next((n for n, row in enumerate(lines, 1) if key and row.startswith(f"{key}:")), 1)
    sentence = {
        "missing": "is missing",
        "extra_forbidden": "is not a measure of the book",
    }.get(detail["type"], detail["msg"].removeprefix("Value error, "))
    name = ".".join(path)
    message = f"`{name}` {_lower(sentence)}." if name else f"{sentence}."
    return _problem(line, 1, message, excerpt=lines[line - 1])


def _lower(sentence: str) -> str:
    return sentence.replace("Input should", "should")


def _problem(line: int, column: int, message: str, excerpt: str = "") -> Problem:
    return Problem(
        "P810", FILE, line, column, message, excerpt=excerpt,
        fix="write it as in the book.yml that came with the project.",
    )  # fmt: skip
