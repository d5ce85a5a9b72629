"""The data files agree with one another: sources exist, ids are unique, links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from showcase.causes import cause
from showcase.colour import FAMILIES
from showcase.frontmatter import Document
from showcase.problems import Problem

if TYPE_CHECKING:
    from showcase.vocabulary import Vocabulary


def problems(vocabulary: Vocabulary, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Every disagreement within and between the data files."""
    for name, content in vocabulary.files.items():
        yield from _list_file(documents[name], content)
    for state in vocabulary.states.values():
        yield from _state(documents[f"states/{state.slug}.yml"], state)
    yield from _families(vocabulary, documents["technologies.yml"])
    yield from _cities(vocabulary, documents["cities.yml"])


def _list_file(document: Document, content: Any) -> Iterator[Problem]:
    known = {source.id for source in content.sources}
    for key, rows in content:
        yield from _unique(document, key, rows)
        for index, row in enumerate(rows):
            yield from _sourced(document, (key, index), row, known)
            for n, edition in enumerate(getattr(row, "editions", ())):
                if not isinstance(edition, str):
                    yield from _sourced(document, (key, index, "editions", n), edition, known)


def _state(document: Document, state: Any) -> Iterator[Problem]:
    known = {source.id for source in state.sources}
    for key in ("policies", "targets", "incentives", "hubs", "notes"):
        for index, row in enumerate(getattr(state, key)):
            yield from _sourced(document, (key, index), row, known)


def _sourced(
    document: Document, path: tuple[Any, ...], row: Any, known: set[Any]
) -> Iterator[Problem]:
    for index, source in enumerate(getattr(row, "src", ())):
        if source not in known:
            found = cause("P201", "source", value=source)
            yield document.unknown(found, (*path, "src", index), sorted(str(each) for each in known))


def _unique(document: Document, key: str, rows: Iterable[Any]) -> Iterator[Problem]:
    seen = set()
    for index, row in enumerate(rows):
        name = getattr(row, "id", None)
        if name is not None and name in seen:
            found = cause("P206", "id", id=name, lists=f"`{key}`")
            yield document.problem(found, document.at((key, index, "id")), width=len(str(name)))
        seen.add(name)


def _families(vocabulary: Vocabulary, document: Document) -> Iterator[Problem]:
    for index, technology in enumerate(vocabulary.technologies.values()):
        if technology.family not in vocabulary.families or technology.family not in FAMILIES:
            found = cause("P201", "family", value=technology.family)
            yield document.unknown(found, ("technologies", index, "family"), vocabulary.families)


def _cities(vocabulary: Vocabulary, document: Document) -> Iterator[Problem]:
    for index, city in enumerate(vocabulary.cities.values()):
        if city.state not in vocabulary.states:
            found = cause("P201", "state-of-city", value=city.state)
            yield document.unknown(found, ("cities", index, "state"), vocabulary.states)
