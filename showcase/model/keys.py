"""The keys of the models, as files write them: which there are, and an example of each."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

EXAMPLES = {
    "id": "id: name-of-the-firm",
    "name": "name: Name of the Firm",
    "name_hi": "name_hi: फ़र्म का नाम",
    "status": "status: draft",
    "headline": "headline: A sentence worth reading",
    "headline_hi": "headline_hi: पढ़ने योग्य एक वाक्य",
    "summary": "summary: What the firm makes, for whom, and how far it has got.",
    "summary_hi": "summary_hi: फ़र्म क्या बनाती है, किसके लिए, और काम कहाँ तक पहुँचा है।",
    "technologies": "technologies: [unmanned-aerial-systems]",
    "challenges": "challenges: [{id: first, programme: idex, src: [1]}]",
    "stage": "stage: [{step: listed, of: first, src: [1]}]",
    "sources": 'sources: [{id: 1, title: "…", publisher: "…", url: "https://…"}]',
    "clearance": "clearance: {basis: public-sources}",
    "verified_on": "verified_on: 2026-11-22",
    "review_by": "review_by: 2027-05-22",
    "src": "src: [1]",
    "credit": "credit: Who took the picture",
    "licence": "licence: The terms on which it may be used",
    "alt": "alt: What the picture shows, for those who cannot see it",
}


def keys_at(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that a file may use at `path`, under the names used in files."""
    here: Any = model
    for step in path:
        if isinstance(step, str) and _is_model(here):
            fields = {field.alias or name: field for name, field in here.model_fields.items()}
            here = fields[step].annotation
        here = _inner(here)
    return [field.alias or name for name, field in here.model_fields.items()]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _inner(kind: Any) -> Any:
    """The model inside optional, list, mapping and annotated types."""
    while not _is_model(kind):
        if get_origin(kind) in (Annotated, tuple):
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, types.UnionType):
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            kind = get_args(kind)[-1]
    return kind
