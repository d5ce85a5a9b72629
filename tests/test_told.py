"""Who tells what is declared for every field there is, and for none that is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from showcase.model.hindi import HindiText
from showcase.model.profile import Profile
from showcase.told import TOLD, tells

BODY = {"story"}
"""What a profile tells outside its front matter."""


def fields(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Every field that holds a value, by its path; fields that hold parts by the parts' fields."""
    for name, info in model.model_fields.items():
        parts = list(models(info.annotation))
        if parts:
            yield from (path for part in parts for path in fields(part, f"{before}{name}."))
        else:
            yield f"{before}{name}"


def models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from models(one)


def test_every_field_of_a_profile_is_declared_and_nothing_else() -> None:
    known = set(fields(Profile)) | BODY
    assert "innovations.specs.value" in known
    assert sorted(known - TOLD.keys()) == []
    assert sorted(TOLD.keys() - known) == []


def test_whatever_has_a_hindi_text_is_told() -> None:
    hindi = set(fields(HindiText))
    assert "milestones.what" in hindi
    assert [path for path in sorted(hindi) if not TOLD[path].by] == []


def test_every_declaration_has_its_reason_and_a_place_only_for_the_book() -> None:
    assert [path for path, telling in TOLD.items() if not telling.why] == []
    assert [path for path, telling in TOLD.items() if telling.places and "book" not in telling.by] == []


def test_a_field_that_is_not_declared_is_told_by_its_name() -> None:
    assert tells("site", "summary")
    assert not tells("book", "summary")
    with pytest.raises(KeyError, match="motto"):
        tells("site", "motto")
