"""Messages at the front of the book, one file each: read, checked, in their order.

The book alone shows them; the site does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from showcase import frontmatter
from showcase.causes import Cause, cause
from showcase.frontmatter import Document, Unreadable
from showcase.model.message import HindiMessage, MessageFacts
from showcase.problems import Problem, at_most
from showcase.rules import documents, shape
from showcase.rules.messages import RULES, STEM, Given
from showcase.rules.photographs import named_or_meant

FOLDER = "book/messages"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Message:
    """A message as it was sent. `text_hi` is empty where there is no Hindi; pictures lie in `folder`."""

    stem: str
    facts: MessageFacts
    text: str
    text_hi: str
    folder: Path


def read(root: Path) -> tuple[tuple[Message, ...], list[Problem]]:
    """Every message under `root` in the order of the book, and every problem of their files."""
    folder = root / FOLDER
    paths = [path for path in sorted(folder.glob("*")) if not documents.is_litter(path)]
    texts = [path for path in paths if _is_message(path)]
    found = [_read(path) for path in texts]
    given = [one for one, _problems in found if one]
    problems = [problem for _given, told in found for problem in told]
    problems += [*_misplaced(paths, texts, given), *_sharing_a_place(texts)]
    ordered = sorted(given, key=lambda one: (_place(one.document.path), one.document.path))
    return tuple(_linked(one) for one in ordered), problems


def _is_message(path: Path) -> bool:
    named = path.suffix == ".md" and STEM.fullmatch(path.stem)
    return bool(named) and path.is_file() and not path.is_symlink()


def _place(path: str) -> int:
    """The place of a message among the others, from the name of its file."""
    return int(Path(path).name.partition("-")[0])


def _linked(given: Given) -> Message:
    hindi = given.hindi[0].body.strip() if given.hindi else ""
    return Message(Path(given.document.path).stem, given.facts, given.document.body.strip(), hindi, given.pictures)


def _read(path: Path) -> tuple[Given | None, list[Problem]]:
    """A message with its Hindi, and the problems of both files."""
    document, facts, problems = _document(path, MessageFacts)
    hindi_path, hindi = path.with_suffix(".hi.md"), None
    if hindi_path.is_file() and not hindi_path.is_symlink():
        other, told, found = _document(hindi_path, HindiMessage)
        problems += found
        hindi = (other, told) if other and told else None
    if document is None or facts is None:
        return None, problems
    given = Given(document, facts, path.parent, hindi)
    return given, problems + [problem for rule in RULES for problem in at_most(rule(given))]


def _document(path: Path, model: type[T]) -> tuple[Document | None, T | None, list[Problem]]:
    try:
        document = frontmatter.read(path, f"{FOLDER}/{path.name}")
    except Unreadable as error:
        return None, None, [error.problem]
    value, problems = shape.read_as(document, model)
    return document, value, problems


def _misplaced(paths: Iterable[Path], texts: Sequence[Path], given: Sequence[Given]) -> Iterator[Problem]:
    """Every file of the folder that is no message, no Hindi of one and no picture that one names."""
    used = named_or_meant({name for one in given for _path, name in one.files}, [path.name for path in paths])
    stems = {path.stem for path in texts}
    unread = len(texts) > len(given)  # what a message that cannot be read would have named is not known
    for path in paths:
        if path in texts or path.name in used:
            continue
        stem = path.name.removesuffix(".hi.md")
        if path.name.endswith(".hi.md") and STEM.fullmatch(stem):
            if stem not in stems:
                yield _problem(path, cause("P822", "alone", stem=stem))
        elif path.suffix.lower() in PICTURES:
            if not unread:
                yield _problem(path, cause("P502", "message"))
        else:
            yield _problem(path, cause("P820", "name", file=path.name))


def _sharing_a_place(texts: Iterable[Path]) -> Iterator[Problem]:
    """Two messages of one number: which comes first would be left to chance."""
    by_place: defaultdict[int, list[Path]] = defaultdict(list)
    for path in texts:
        by_place[_place(path.name)].append(path)
    for place, (first, *others) in by_place.items():
        for path in others:
            yield _problem(path, cause("P821", "place", other=first.name, place=place))


def _problem(path: Path, found: Cause) -> Problem:
    return Problem(found, f"{FOLDER}/{path.name}")
