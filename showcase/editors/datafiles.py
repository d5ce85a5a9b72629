"""The files of data/ as JSON Schema: they are YAML of their own kind, which extensions of editors do check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from showcase import leniency
from showcase.data_reader import words_model
from showcase.editors.schema import DRAFT, Schema
from showcase.model import vocabulary_files as files
from showcase.vocabulary import file_model


def models() -> Mapping[str, type[BaseModel]]:
    """The model of each file, by its name under data/; the States share one."""
    lists = {name: file_model(name) for name in files.LISTS}
    alone: dict[str, type[BaseModel]] = {
        files.SITE_FILE: files.SITE, files.AUDIT_FILE: files.AUDIT, files.WORDS_FILE: words_model(),
        leniency.FILE: leniency.Allowances,
    }  # fmt: skip
    return {**lists, **alone, f"{files.STATES_FOLDER}/*.yml": files.STATE}


def place(name: str) -> str:
    """Where the schema of a file lies."""
    stem = files.STATES_FOLDER if "*" in name else Path(name).stem
    return f"editors/data/{stem}.schema.json"


def schema(name: str) -> Schema:
    """The schema of a file, by its name under data/."""
    made = models()[name].model_json_schema(by_alias=True)
    return {"$schema": DRAFT, **made, "title": f"data/{name}"}
