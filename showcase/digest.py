"""One name for the whole content: whether two things were made from the very same profiles and data."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from showcase.catalogue import Catalogue
from showcase.messages import Message
from showcase.startup import Startup


def content_digest(catalogue: Catalogue) -> str:
    """A digest of data/, the published profiles with their photographs, and the messages: 64 hexadecimal figures.

    Values count, not how files write them: a remark in a file is no part of it. Raises OSError for
    a picture that cannot be read.
    """
    whole = sha256()
    for part in _parts(catalogue):
        whole.update(f"{len(part)} ".encode() + part)
    return whole.hexdigest()


def _parts(catalogue: Catalogue) -> Iterator[bytes]:
    yield from (model.model_dump_json().encode() for model in catalogue.vocabulary.models())
    for startup in catalogue.published:
        yield from _profile(startup)
    for message in catalogue.messages:
        yield from _message(message)


def _profile(startup: Startup) -> Iterator[bytes]:
    texts = (startup.slug, startup.profile.model_dump_json(), startup.story)
    yield from map(str.encode, (*texts, startup.hindi.model_dump_json(), startup.story_hi))
    yield from (_picture(startup.pictures / row.file) for row in startup.photographs)


def _message(message: Message) -> Iterator[bytes]:
    facts = message.facts
    yield from map(str.encode, (message.stem, facts.model_dump_json(), message.text, message.text_hi))
    names = (facts.portrait and facts.portrait.file, facts.signature)
    yield from (_picture(message.folder / name) for name in names if name)


def _picture(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
