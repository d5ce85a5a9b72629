"""Reading every content file once, with every problem of every file."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from showcase import frontmatter
from showcase.frontmatter import Document, Unreadable
from showcase.model.hindi import HindiText
from showcase.model.profile import Profile
from showcase.problems import Problem, errors, in_order
from showcase.rules import files, hindi, photographs, references, shape, story, wording
from showcase.rules.context import Context, HindiDocument, Rule
from showcase.vocabulary import Vocabulary
from showcase.vocabulary import load as load_vocabulary

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *references.RULES,
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
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _examine(root: Path, only: Iterable[Path]) -> Examination:
    vocabulary, problems = load_vocabulary(root / "data")
    if vocabulary is None:
        return Examination(root, None, (), tuple(in_order(problems)))
    entries, found = _read_profiles(root, vocabulary)
    problems = [*problems, *found, *_named_twice(entries)]
    wanted = {_relative(path, root) for path in only}
    if wanted:
        problems = [problem for problem in problems if _is_wanted(problem.path, wanted)]
    return Examination(root, vocabulary, tuple(entries), tuple(in_order(problems)))


def _read_profiles(root: Path, vocabulary: Vocabulary) -> tuple[list[Entry], list[Problem]]:
    folder, entries, problems = root / "startups", [], []
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    slugs = frozenset(path.stem for path in paths if _is_profile(path))
    for path in paths:
        if problem := _misplaced(path, slugs):
            problems.append(problem)
        elif _is_profile(path):
            entry, found = _read_profile(path, root, vocabulary, slugs)
            entries += [entry] if entry else []
            problems += found
    return entries, problems


def _is_profile(path: Path) -> bool:
    return path.suffix == ".md" and not path.name.endswith(".hi.md")


def _misplaced(path: Path, slugs: frozenset[str]) -> Problem | None:
    """The problem of a file that is no profile, or of a name that cannot be an address."""
    slug = path.name.removesuffix(".md").removesuffix(".hi")
    if path.is_symlink() or not path.is_file():
        found = ("P606", "this is not an ordinary file.", "startups/ holds one .md file a profile.")
    elif path.suffix != ".md":
        found = ("P606", "this file is not a profile.", "startups/ holds .md files only; move it.")
    elif not files.SLUG.fullmatch(slug):
        message = f"the file name {path.name} cannot be a web address."
        fix = "use small letters a–z, digits and single hyphens, such as qnu-labs.md"
        found = ("P607", message, fix)
    elif slug not in slugs:
        message = f"this Hindi file has no English profile {slug}.md."
        found = ("P608", message, "correct the file name, or add the profile.")
    else:
        return None
    code, message, fix = found
    return Problem(code, f"startups/{path.name}", 1, 1, message, fix=fix)


def _read_profile(
    path: Path, root: Path, vocabulary: Vocabulary, slugs: frozenset[str]
) -> tuple[Entry | None, list[Problem]]:
    try:
        document = frontmatter.read(path, f"startups/{path.name}")
    except Unreadable as error:
        return None, [error.problem]
    problems = list(files.characters_are_clean(document))
    profile, found = shape.validate(document, Profile)
    hindi_document, hindi_found = _read_hindi(path.with_suffix(".hi.md"))
    problems += [*found, *hindi_found]
    if profile is None:
        return None, problems
    pictures = root / "images" / path.stem
    context = Context(path.stem, document, profile, vocabulary, pictures, slugs, hindi_document)
    problems += [problem for rule in RULES for problem in rule(context)]
    return Entry(path.stem, document, profile, hindi_document, pictures), problems


def _read_hindi(path: Path) -> tuple[HindiDocument | None, list[Problem]]:
    if not path.is_file() or path.is_symlink():
        return None, []
    try:
        document = frontmatter.read(path, f"startups/{path.name}")
    except Unreadable as error:
        return None, [error.problem]
    text, problems = shape.validate(document, HindiText)
    problems += files.characters_are_clean(document)
    return (HindiDocument(document, text) if text else None), problems


def _named_twice(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Two profiles of one name are one firm told twice."""
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_name[entry.profile.name.casefold()].append(entry)
    for first, *others in by_name.values():
        for entry in others:
            yield entry.document.problem(
                "P609",
                f"{first.document.path} is about “{entry.profile.name}” already.",
                entry.document.at(("name",)),
                width=len(entry.profile.name),
                fix="put what is new into that profile and delete this file.",
            )


def _relative(path: Path, root: Path) -> str:
    absolute = path.resolve()
    return (
        absolute.relative_to(root.resolve()).as_posix()
        if absolute.is_relative_to(root.resolve())
        else path.as_posix()
    )


def _is_wanted(path: str, wanted: set[str]) -> bool:
    return any(path == name or name == "." or path.startswith(f"{name}/") for name in wanted)
