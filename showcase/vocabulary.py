"""The reviewed vocabularies and programme facts under data/, loaded and looked up by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, create_model

from showcase.data_reader import COMMON_NAMES, DataReader
from showcase.model import vocabulary as v
from showcase.model import vocabulary_files as files
from showcase.model.fields import Part
from showcase.problems import Problem, errors
from showcase.rules import data as data_rules


@dataclass(frozen=True)
class Vocabulary:
    """Everything under data/. `files` holds each list file by name, validated."""

    files: Mapping[str, Any]
    site: v.Site
    audit: v.Audit
    """Of the site's accessibility: no book tells it, so it is not among `models`."""
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

    def programme_of(self, edition: v.Edition) -> v.Programme:
        """The programme that an edition belongs to."""
        return next(one for one in self.programmes.values() if edition in one.editions)

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

    def models(self) -> Iterator[BaseModel]:
        """Everything that data/ states of the programme and the innovators, in a settled order."""
        yield from (self.files[name] for name in sorted(self.files))
        yield self.site
        yield from (self.ui[key] for key in sorted(self.ui))
        yield from (self.states[code] for code in sorted(self.states))

    def sources(self, file: str) -> dict[Any, v.DataSource]:
        """The sources of one list file, such as "statistics.yml", by id."""
        return _by_id(self.files[file].sources)


def load(folder: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """Everything under `folder`, or None, with every problem of its files."""
    reader = DataReader(folder)
    lists = {name: reader.file(name, file_model(name)) for name in files.LISTS}
    site = reader.file(files.SITE_FILE, files.SITE)
    audit = reader.file(files.AUDIT_FILE, files.AUDIT)
    words = reader.words(files.WORDS_FILE)
    states = reader.states()
    names = reader.lines(COMMON_NAMES)
    reader.report_strangers()
    if errors(reader.problems):
        return None, reader.problems
    by_code = {state.code: state for state in states}
    vocabulary = Vocabulary(lists, site, audit, words, by_code, names)
    problems = [*reader.problems, *data_rules.problems(vocabulary, reader.documents)]
    return (None if errors(problems) else vocabulary), problems


@cache
def file_model(name: str) -> type[BaseModel]:
    """The model of a whole list file; `notes` and `sources` may be absent."""
    fields: dict[str, Any] = {
        key: (tuple[row, ...], () if key in files.OPTIONAL else ...)  # type: ignore[valid-type]
        for key, row in files.LISTS[name].items()
    }
    return create_model(f"File_{Path(name).stem.replace('-', '_')}", __base__=Part, **fields)


def _by_id(rows: Any) -> dict[Any, Any]:
    return {row.id: row for row in rows}
