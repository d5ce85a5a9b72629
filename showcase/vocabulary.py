"""The reviewed vocabularies and programme facts under data/, loaded and looked up by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, RootModel, create_model

from showcase import frontmatter
from showcase.frontmatter import Document, Unreadable
from showcase.model import vocabulary as v
from showcase.model import vocabulary_files as files
from showcase.model.fields import Part
from showcase.problems import Problem, at_most, errors
from showcase.rules import data as data_rules
from showcase.rules import documents, shape

COMMON_NAMES = "common-names.txt"
WORD_LISTS = {COMMON_NAMES, "hindi-words.txt"}
OPTIONAL_FILES = {"messages.yml"}  # read by the book where it is there


@dataclass(frozen=True)
class Vocabulary:
    """Everything under data/. `files` holds each list file by name, validated."""

    files: Mapping[str, Any]
    site: v.Site
    ui: Mapping[str, v.Words]
    states: Mapping[str, v.State]
    common_names: frozenset[str]

    @cached_property
    def families(self) -> dict[str, v.Family]:
        return _by_id(self.files["families.yml"].families)

    @cached_property
    def technologies(self) -> dict[str, v.Technology]:
        return _by_id(self.files["technologies.yml"].technologies)

    @cached_property
    def end_users(self) -> dict[str, v.EndUser]:
        return _by_id(self.files["end-users.yml"].end_users)

    @cached_property
    def programmes(self) -> dict[str, v.Programme]:
        return _by_id(self.files["programmes.yml"].programmes)

    @cached_property
    def editions(self) -> dict[str, v.Edition]:
        return _by_id(
            edition for programme in self.programmes.values() for edition in programme.editions
        )

    @cached_property
    def stages(self) -> dict[str, v.Stage]:
        """By rank, the first rung first."""
        return _by_id(sorted(self.files["stages.yml"].stages, key=lambda stage: stage.rank))

    @cached_property
    def cities(self) -> dict[str, v.City]:
        """By name."""
        return {city.name: city for city in self.files["cities.yml"].cities}

    @property
    def timeline(self) -> tuple[v.TimelineEvent, ...]:
        return self.files["timeline.yml"].events

    @property
    def statistics(self) -> tuple[v.Statistic, ...]:
        return self.files["statistics.yml"].statistics

    @property
    def production(self) -> tuple[v.YearValue, ...]:
        return self.files["production-and-exports.yml"].production

    @property
    def exports(self) -> tuple[v.YearValue, ...]:
        return self.files["production-and-exports.yml"].exports

    def sources(self, file: str) -> dict[Any, v.DataSource]:
        """The sources of one list file, such as "statistics.yml", by id."""
        return _by_id(self.files[file].sources)


def load(folder: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """Everything under `folder`, or None, with every problem of its files."""
    reader = _Reader(folder)
    lists = {name: reader.file(name, _file_model(name)) for name in files.LISTS}
    site = reader.file(files.SITE_FILE, files.SITE)
    words = reader.words(files.WORDS_FILE)
    states = reader.states()
    names = reader.lines(COMMON_NAMES)
    reader.report_strangers()
    if errors(reader.problems):
        return None, reader.problems
    by_code = {state.code: state for state in states}
    vocabulary = Vocabulary(lists, site, words, by_code, names)
    problems = [*reader.problems, *data_rules.problems(vocabulary, reader.documents)]
    return (None if errors(problems) else vocabulary), problems


class _Reader:
    """Reads data files one by one and keeps their problems."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}

    def document(self, name: str) -> Document | None:
        """The file `name` under the folder, or None and its problem."""
        if not self._is_there(name):
            return None
        try:
            self.documents[name] = frontmatter.read_data(self.folder / name, f"data/{name}")
        except Unreadable as error:
            self.problems.append(error.problem)
        return self.documents.get(name)

    def file(self, name: str, model: type[BaseModel]) -> Any:
        """The file `name` as `model`, or None and its problems."""
        if (document := self.document(name)) is None:
            return None
        value, problems = shape.validate(document, model)
        self.problems += at_most(problems)
        self.problems += at_most(documents.characters_are_clean(document))
        return value

    def words(self, name: str) -> dict[str, v.Words]:
        """The interface strings of the file `name`."""
        words = self.file(name, _words_model())
        return words.root if words else {}

    def states(self) -> list[v.State]:
        """The States, each from the file that bears its slug."""
        found = {}
        for path in sorted((self.folder / files.STATES_FOLDER).glob("*.yml")):
            name = f"{files.STATES_FOLDER}/{path.name}"
            if (state := self.file(name, files.STATE)) is None:
                continue
            document = self.documents[name]
            if state.slug != path.stem:
                message = f"the slug “{state.slug}” differs from the file name {path.name}."
                self.problems.append(
                    document.problem("P601", message, document.at(("slug",)), fix="make them one.")
                )
            if state.code in found:
                message = f"{found[state.code].name} has the code {state.code} already."
                self.problems.append(
                    document.problem(
                        "P206", message, document.at(("code",)), fix="correct the code."
                    )
                )
            found[state.code] = state
        return list(found.values())

    def lines(self, name: str) -> frozenset[str]:
        """The lines of a word list in small letters, without comments."""
        if not self._is_there(name):
            return frozenset()
        try:
            text = frontmatter.decode((self.folder / name).read_bytes(), f"data/{name}")
        except Unreadable as error:
            self.problems.append(error.problem)
            return frozenset()
        lines = (line.strip().lower() for line in text.split("\n"))
        return frozenset(line for line in lines if line and not line.startswith("#"))

    def report_strangers(self) -> None:
        """A file that nothing reads is a misspelt name: say so instead of ignoring it."""
        known = {*self.documents, *files.LISTS, files.SITE_FILE, files.WORDS_FILE, *WORD_LISTS}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if (
                path.is_file()
                and name not in known
                and name not in OPTIONAL_FILES
                and not documents.is_litter(path)
            ):
                fix = "correct the name (lists end in .yml, States lie in states/), or remove the file."
                self.problems.append(
                    Problem(
                        "P606",
                        f"data/{name}",
                        1,
                        1,
                        "nothing reads this file.",
                        fix=fix,
                        severity="warning",
                    )
                )

    def _is_there(self, name: str) -> bool:
        path = self.folder / name
        if path.is_file() and not path.is_symlink():
            return True
        self.problems.append(
            Problem(
                "P701", f"data/{name}", 1, 1, "this file is missing.", fix="restore it from git."
            )
        )
        return False


@cache
def _file_model(name: str) -> type[BaseModel]:
    """The model of a whole list file; `notes` and `sources` may be absent."""
    fields: dict[str, Any] = {
        key: (tuple[row, ...], () if key in files.OPTIONAL else ...)  # type: ignore[valid-type]
        for key, row in files.LISTS[name].items()
    }
    return create_model(f"File_{Path(name).stem.replace('-', '_')}", __base__=Part, **fields)


@cache
def _words_model() -> type[BaseModel]:
    return RootModel[dict[str, files.WORDS]]  # type: ignore[valid-type]


def _by_id(rows: Any) -> dict[Any, Any]:
    return {row.id: row for row in rows}
