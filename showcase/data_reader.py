"""Reading the files under data/ one by one, with every problem of each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, RootModel

from showcase import frontmatter, leniency
from showcase.causes import cause
from showcase.frontmatter import Document, Unreadable
from showcase.model import vocabulary as v
from showcase.model import vocabulary_files as files
from showcase.problems import Problem, at_most
from showcase.rules import documents, shape

COMMON_NAMES = "common-names.txt"
WORD_LISTS = {COMMON_NAMES, "english-words.txt", "hindi-words.txt"}


class DataReader:
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
        words = self.file(name, words_model())
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
                slug = cause("P601", "state", slug=state.slug, file=path.name)
                self.problems.append(document.problem(slug, document.at(("slug",))))
            if state.code in found:
                code = cause("P206", "state", name=found[state.code].name, code=state.code)
                self.problems.append(document.problem(code, document.at(("code",))))
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
        known = {*self.documents, *files.LISTS, *files.ALONE, leniency.FILE, *WORD_LISTS}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if (
                path.is_file()
                and name not in known
                and not documents.is_litter(path)
            ):
                self.problems.append(Problem(cause("P606", "data"), f"data/{name}"))

    def _is_there(self, name: str) -> bool:
        path = self.folder / name
        if path.is_file() and not path.is_symlink():
            return True
        self.problems.append(Problem(cause("P701", "file"), f"data/{name}"))
        return False


@cache
def words_model() -> type[BaseModel]:
    """The model of the file of interface strings, a table of words by key."""
    return RootModel[dict[str, files.WORDS]]  # type: ignore[valid-type]
