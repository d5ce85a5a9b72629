"""Reading every content file once, with every problem of every file."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from showcase import frontmatter, leniency, messages
from showcase.frontmatter import Document, Unreadable
from showcase.leniency import Allowances, Suppressed
from showcase.messages import Message
from showcase.model.hindi import HindiText
from showcase.model.profile import Profile
from showcase.placement import is_profile, misplaced, slugs, strangers
from showcase.problems import Problem, at_most, errors, in_order
from showcase.rules import (
    across,
    archive,
    echoes,
    files,
    hindi,
    lists,
    names,
    never,
    photographs,
    references,
    shape,
    story,
    wording,
    world,
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
    *never.RULES,
    *hindi.RULES,
    *world.RULES,
)


@dataclass(frozen=True)
class Entry:
    """One profile as read: its file, what it states, and its Hindi file where there is one."""

    slug: str
    document: Document
    profile: Profile
    hindi: HindiDocument | None
    pictures: Path

    def as_published(self) -> Entry:
        """The same profile as if it were published and under no embargo."""
        return replace(self, profile=self.profile.model_copy(update={"status": "published", "embargo_until": None}))


@dataclass(frozen=True)
class Examination:
    """All that was read under a root, and every problem in it, in order."""

    root: Path
    vocabulary: Vocabulary | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    messages: tuple[Message, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    """What is not told for an allowance of data/check.yml."""

    @property
    def home(self) -> str:
        """The address of the site; empty while it has none, or what says so cannot be read."""
        return self.vocabulary.site.site_url if self.vocabulary else ""

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing that stops a build."""
        return not errors(self.problems)

    def as_published(self, slugs: Collection[str]) -> Examination:
        """The same with some profiles as if they were published and under no embargo.

        The problems stay as they were found: what is allowed in a draft is no error for being shown.
        """
        return replace(self, entries=tuple(one.as_published() if one.slug in slugs else one for one in self.entries))


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
    known = slugs(root)
    entries, found = Reader(root, vocabulary, known).profiles()
    found += archive.problems(root, vocabulary, entries, known)
    sent, told = messages.read(root)
    found, suppressed = settled(root, [*found, *across.problems(entries), *told])
    problems = [*problems, *found]
    wanted = {_relative(path, root) for path in only}
    if wanted:
        problems = [problem for problem in problems if _is_wanted(problem.path, wanted)]
    return Examination(root, vocabulary, tuple(entries), tuple(in_order(problems)), sent, suppressed)


def settled(root: Path, problems: list[Problem]) -> tuple[list[Problem], tuple[Suppressed, ...]]:
    """The problems as data/check.yml has them, and what it keeps silent; what is wrong with that file is told too."""
    if not (file := leniency.path_of(root)).is_file():
        return problems, ()
    try:
        document = frontmatter.read_data(file, f"data/{file.name}")
    except Unreadable as error:
        return [*problems, error.problem], ()
    allowances, wrong = shape.validate(document, Allowances)
    if allowances is None:
        return [*problems, *wrong], ()
    told, suppressed = leniency.settle(problems, allowances.allowances)
    return [*told, *leniency.unfit(document, allowances.allowances, problems)], suppressed


@dataclass(frozen=True)
class Reader:
    """Reads the profiles of a project one by one, each with the problems of its own file."""

    root: Path
    vocabulary: Vocabulary
    slugs: frozenset[str]

    @classmethod
    def of(cls, root: Path) -> Reader | None:
        """The reader of the project at `root`; None where its data/ has errors."""
        vocabulary, _problems = load_vocabulary(root / "data")
        return None if vocabulary is None else cls(root, vocabulary, slugs(root))

    def profiles(self) -> tuple[list[Entry], list[Problem]]:
        """Every profile, and the problems of all files of startups/ and images/."""
        read = [self.read(path, path.read_bytes()) for path in map(self.path, sorted(self.slugs))]
        problems = [*self.strays(), *(problem for _entry, found in read for problem in found)]
        return [entry for entry, _found in read if entry], problems

    def path(self, slug: str) -> Path:
        """The file of a profile."""
        return self.root / "startups" / f"{slug}.md"

    def strays(self) -> Iterator[Problem]:
        """The files of startups/ and images/ that belong to no profile."""
        yield from strangers(self.root / "images", self.slugs)
        placed = (misplaced(path, self.slugs) for path in sorted((self.root / "startups").glob("*")))
        yield from (problem for problem in placed if problem)

    def read(self, path: Path, data: bytes) -> tuple[Entry | None, list[Problem]]:
        """The profile that the file `path` is when it holds `data`, with its Hindi file, and the problems of both."""
        try:
            document = frontmatter.parse(frontmatter.decode(data, name := f"startups/{path.name}"), name)
        except Unreadable as error:
            return None, [error.problem]
        profile, found = shape.read_as(document, Profile)
        problems = [names.looked_up(one, document, self.vocabulary) for one in found]
        hindi_document, hindi_found = _read_hindi(path.with_suffix(".hi.md"))
        problems += hindi_found
        if profile is None:
            return None, problems
        pictures = self.root / "images" / path.stem
        context = Context(path.stem, document, profile, self.vocabulary, pictures, self.slugs, hindi_document)
        problems += [problem for rule in RULES for problem in at_most(rule(context))]
        return Entry(path.stem, document, profile, hindi_document, pictures), echoes.without(problems)

    def problems(self, path: Path, data: bytes) -> list[Problem]:
        """The problems of one file, a profile or the Hindi of one, when it holds `data`."""
        found = self.read(path, data)[1] if is_profile(path) else _hindi(path, data)[1]
        return in_order(one for one in found if one.path == f"startups/{path.name}")


def _read_hindi(path: Path) -> tuple[HindiDocument | None, list[Problem]]:
    return _hindi(path, path.read_bytes()) if path.is_file() and not path.is_symlink() else (None, [])


def _hindi(path: Path, data: bytes) -> tuple[HindiDocument | None, list[Problem]]:
    try:
        document = frontmatter.parse(frontmatter.decode(data, name := f"startups/{path.name}"), name)
    except Unreadable as error:
        return None, [error.problem]
    text, problems = shape.read_as(document, HindiText)
    return (HindiDocument(document, text) if text else None), problems


def _relative(path: Path, root: Path) -> str:
    absolute, whole = path.resolve(), root.resolve()
    return (absolute.relative_to(whole) if absolute.is_relative_to(whole) else path).as_posix()


def _is_wanted(path: str, wanted: set[str]) -> bool:
    return any(path == name or name == "." or path.startswith(f"{name}/") for name in wanted)
