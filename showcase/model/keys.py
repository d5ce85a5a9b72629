"""The keys of the models, as files write them: which there are, and an example of each."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

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
    "office": "office: The office they hold",
    "office_hi": "office_hi: उनका पद",
    "sent": "sent: {by: Who sent these words for the book, day: 2026-11-22}",
    "verified_on": "verified_on: 2026-11-22",
    "review_by": "review_by: 2027-05-22",
    "src": "src: [1]",
    "credit": "credit: Who took the picture",
    "licence": "licence: The terms on which it may be used",
    "alt": "alt: What the picture shows, for those who cannot see it",
    "paper": "paper: {name: Coated matt art paper, gsm: 170, bulk: 0.85}",
    "gsm": "gsm: 170",
    "bulk": "bulk: 0.85",
    "signature": "signature: 16",
    "part_sections": "part_sections: [8], or [] where whole sections alone are bound",
    "marks": "marks: [crop, registration, colour-bar], or [] for none",
    "ink_limit": "ink_limit: 300",
    "isbn": 'isbn: {bilingual: "978-0-306-40615-7"}, or null while there is none',
    "quantity": "quantity: 1000",
    "foil": "foil: false",
}


def keys_at(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that a file may use at `path`, under the names used in files."""
    here: Any = model
    for step in path:
        here = _bare(_inside(here, step))
    return list(_fields(here))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _inside(kind: Any, step: Any) -> Any:
    """The type of what stands under a key or an index of `kind`."""
    if isinstance(kind, type) and issubclass(kind, RootModel):  # a file that is one table of entries
        return _inside(_bare(kind.model_fields["root"].annotation), step)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _fields(kind)[step]
    return get_args(kind)[-1] if get_origin(kind) is dict else get_args(kind)[0]


def _bare(kind: Any) -> Any:
    """The type without "or nothing" and without its annotations."""
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
    return kind
