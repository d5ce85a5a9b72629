"""Every link to elsewhere that profiles, data and the pages of docs/ give, with the file that first gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown import markdown
from pydantic import BaseModel

from showcase.catalogue import Catalogue
from showcase.model import vocabulary_files as files
from showcase.site.built import read_page
from showcase.vocabulary import Vocabulary

_LINK = re.compile(r"https?://\S+")


def links(root: Path, loaded: Catalogue) -> dict[str, str]:
    """The file of each link, as its path under the root: profiles first, then data/, then docs/."""
    places: dict[str, str] = {}
    for path, found in (*_in_profiles(loaded), *_in_data(loaded.vocabulary), *_in_pages(root)):
        for link in found:
            places.setdefault(link, path)
    return places


def _in_profiles(loaded: Catalogue) -> Iterator[tuple[str, list[str]]]:
    for startup in loaded.startups:
        yield startup.document.path, _of(startup.profile)


def _in_data(vocabulary: Vocabulary) -> Iterator[tuple[str, list[str]]]:
    told = {**vocabulary.files, files.SITE_FILE: vocabulary.site, files.AUDIT_FILE: vocabulary.audit}
    told |= {f"{files.STATES_FOLDER}/{state.slug}.yml": state for state in vocabulary.states.values()}
    yield from ((f"data/{name}", _of(told[name])) for name in sorted(told))


def _in_pages(root: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted((root / "docs").rglob("*.md")):
        html = markdown(path.read_text(encoding="utf-8"), extensions=["fenced_code"])
        yield path.relative_to(root).as_posix(), list(filter(_LINK.fullmatch, read_page("", html).links))


def _of(told: BaseModel) -> list[str]:
    """Every value that is a web address, wherever it stands."""
    return list(_links(told.model_dump()))


def _links(value: Any) -> Iterator[str]:
    if isinstance(value, str) and _LINK.fullmatch(value):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _links(one)
