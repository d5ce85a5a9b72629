"""Reading every content file once, with every problem of every file."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from showcase import frontmatter, messages
from showcase.causes import cause
from showcase.frontmatter import Document, Unreadable
from showcase.messages import Message
from showcase.model.hindi import HindiText
from showcase.model.profile import Profile
from showcase.placement import is_profile, misplaced, strangers
from showcase.problems import Problem, at_most, errors, in_order
from showcase.rules import (
    files,
    hindi,
    lists,
    photographs,
    references,
    shape,
    story,
    wording,
)
from showcase.rules.context import Context, HindiDocument, Rule
from showcase.vocabulary import Vocabulary
from showcase.vocabulary import load as load_vocabulary

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *references.RULES,
    *lists.RULES,
    *story.RULES,
    *wording.RULES,
    *photographs.RULES,
    *hindi.RULES,
)


@dataclass(frozen=True)
class Entry:
    """One profile as read: its file, what it states, and its Hindi file where there is one."""

    slug: str
    document: Document
    profile: Profile
    hindi: HindiDocument | None
    pictures: Path


@dataclass(frozen=True)
class Examination:
    """All that was read under a root, and every problem in it, in order."""

    root: Path
    vocabulary: Vocabulary | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    messages: tuple[Message, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing that stops a build."""
        return not errors(self.problems)


def examine(root: Path, only: Iterable[Path] = ()) -> Examination:
    """Read and check the content under `root`; with `only`, report on those files alone."""
    with _without_collecting():
        return _examine(root, only)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """What is read stays to the end: looking for garbage in it only takes time, a fifth of the whole."""
    was_on = gc.isenabled()
    gc.disable()
    gc.unfreeze()  # what an earlier reading left may go
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _examine(root: Path, only: Iterable[Path]) -> Examination:
    vocabulary, problems = load_vocabulary(root / "data")
    if vocabulary is None:
        return Examination(root, None, (), tuple(in_order(problems)))
    entries, found = _read_profiles(root, vocabulary)
    sent, told = messages.read(root)
    problems = [*problems, *found, *_named_twice(entries), *told]
    wanted = {_relative(path, root) for path in only}
    if wanted:
        problems = [problem for problem in problems if _is_wanted(problem.path, wanted)]
    return Examination(root, vocabulary, tuple(entries), tuple(in_order(problems)), sent)


def _read_profiles(root: Path, vocabulary: Vocabulary) -> tuple[list[Entry], list[Problem]]:
    folder, entries = root / "startups", []
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    slugs = frozenset(path.stem for path in paths if is_profile(path))
    problems = [*strangers(root / "images", slugs)]
    for path in paths:
        if problem := misplaced(path, slugs):
            problems.append(problem)
        elif is_profile(path):
            entry, found = _read_profile(path, root, vocabulary, slugs)
            entries += [entry] if entry else []
            problems += found
    return entries, problems


def _read_profile(
    path: Path, root: Path, vocabulary: Vocabulary, slugs: frozenset[str]
) -> tuple[Entry | None, list[Problem]]:
    try:
        document = frontmatter.read(path, f"startups/{path.name}")
    except Unreadable as error:
        return None, [error.problem]
    profile, problems = shape.read_as(document, Profile)
    hindi_document, hindi_found = _read_hindi(path.with_suffix(".hi.md"))
    problems += hindi_found
    if profile is None:
        return None, problems
    pictures = root / "images" / path.stem
    context = Context(path.stem, document, profile, vocabulary, pictures, slugs, hindi_document)
    problems += [problem for rule in RULES for problem in at_most(rule(context))]
    return Entry(path.stem, document, profile, hindi_document, pictures), problems


def _read_hindi(path: Path) -> tuple[HindiDocument | None, list[Problem]]:
    if not path.is_file() or path.is_symlink():
        return None, []
    try:
        document = frontmatter.read(path, f"startups/{path.name}")
    except Unreadable as error:
        return None, [error.problem]
    text, problems = shape.read_as(document, HindiText)
    return (HindiDocument(document, text) if text else None), problems


def _named_twice(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Two profiles of one name are one firm told twice."""
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_name[entry.profile.name.casefold()].append(entry)
    for first, *others in by_name.values():
        for entry in others:
            found = cause("P609", "name", other=first.document.path, name=entry.profile.name)
            yield entry.document.problem(found, entry.document.at(("name",)), width=len(entry.profile.name))


def _relative(path: Path, root: Path) -> str:
    absolute = path.resolve()
    return (
        absolute.relative_to(root.resolve()).as_posix()
        if absolute.is_relative_to(root.resolve())
        else path.as_posix()
    )


def _is_wanted(path: str, wanted: set[str]) -> bool:
    return any(path == name or name == "." or path.startswith(f"{name}/") for name in wanted)
