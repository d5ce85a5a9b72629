"""What the States do: a line for each, with its policy, its hubs and its innovators in the book.

States stand on the horizon, Union Territories hang from it, each in the order
of their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from showcase import collation
from showcase.book.citations import Cited, Use, cited
from showcase.book.flow import Entry, Folios
from showcase.book.wording import goto, index_name, profile_name
from showcase.catalogue import Catalogue
from showcase.model.dates import Language, PartialDate

SLUG = "what-the-states-do"
NONE = Markup('<span class="none">–</span>')
MOST = 8
"""Innovators of a State whose pages are given; of more the page of the index is."""

_PARTS = re.compile(r", | / | and ")
_COMMON = re.compile(r"\b[a-z]")
"""A word without a capital: "near", "district"."""


def line_name(state: Any) -> str:
    """The key of a State's line and the destination of links to it: its file."""
    return f"data/{_file(state)}.yml"


def lines(catalogue: Catalogue, folios: Folios, kind: str, language: Language) -> list[Entry]:
    """The cells of each line of one kind, "state" or "union-territory", in the order of the names.

    `language` is that of the index to which a line with many innovators leads.
    """
    told = sources(catalogue)
    at_home = {shelf.id: shelf.startups for shelf in catalogue.states()}
    listed = []
    for state in in_order(catalogue, kind):
        index = index_name(language, "state", state.slug)
        innovators = _innovators(catalogue, at_home.get(state.code, ()), index, folios)
        cells = (*_cells(catalogue, told, state), Markup('<td class="at-home">{}</td>').format(innovators))
        listed.append(Entry(line_name(state), Markup("").join(cells)))
    return listed


def in_order(catalogue: Catalogue, kind: str) -> list[Any]:
    """The States or the Union Territories by name."""
    states = (one for one in catalogue.vocabulary.states.values() if one.kind == kind)
    return sorted(states, key=lambda state: collation.key(state.name))


def sources(catalogue: Catalogue) -> Cited:
    """The sources of the section, numbered."""
    return cited(catalogue, SLUG, _uses(catalogue))


def newest(catalogue: Catalogue) -> PartialDate | None:
    """The date of the newest source that the section cites."""
    return max((row.date for row in sources(catalogue).rows if row.date), default=None)


def _uses(catalogue: Catalogue) -> Iterator[Use]:
    for kind in ("state", "union-territory"):
        for state in in_order(catalogue, kind):
            if state.current_policy:
                yield _file(state), state.current_policy.src
            yield from ((_file(state), hub.src) for hub in state.hubs)


def _file(state: Any) -> str:
    return f"states/{state.slug}"


def _cells(catalogue: Catalogue, told: Cited, state: Any) -> Iterator[Markup]:
    """Name, policy, year and hubs."""
    policy, hubs = state.current_policy, places(state)
    beside = Markup(' <span class="beside-hi" lang="hi">{}</span>').format(state.name_hi)
    yield Markup('<th scope="row" id="{}">{}{}</th>').format(line_name(state), state.name, beside)
    yield Markup('<td class="policy">{}</td>').format(_policy(catalogue, told, state))
    yield Markup('<td class="of-year">{}</td>').format(policy.year if policy and policy.year else NONE)
    cites = told.cites_runs(_file(state), [one for hub in state.hubs for one in hub.src])
    listed = Markup("<span>{}</span>").format(", ".join(hubs)) if hubs else NONE
    yield Markup('<td class="places">{}{}</td>').format(listed, cites)


def _policy(catalogue: Catalogue, told: Cited, state: Any) -> Markup:
    """The policy that counts, and under it whether it is the sector's own; or that none was found."""
    policy, scope = state.current_policy, f"policy-{state.policy.kind}"
    said = Markup('{} <span lang="hi">{}</span>').format(catalogue.ui(scope), catalogue.ui(scope, "hi"))
    if not policy:
        return Markup('<span class="none">{}</span>').format(said)
    cites = told.cites_runs(_file(state), policy.src)
    return Markup('<span>{}</span>{} <span class="scope">{}</span>').format(policy.short, cites, said)


def places(state: Any) -> list[str]:
    """Where the hubs of a State are, each place once: towns, or what is told in their stead."""
    found: dict[str, None] = {}
    for hub in state.hubs:
        if not _is_whole(state, hub.place):
            found |= dict.fromkeys(_towns(hub.place, found))
    return list(found) or [hub.place for hub in state.hubs][:1]


def _towns(place: str, known: Iterable[str]) -> list[str]:
    """The names in a place: "Hazira, near Surat" is Hazira, and "near Amravati" stays as it is."""
    towns = [part for part in _PARTS.split(place) if not _COMMON.search(part)]
    return towns or ([] if place.startswith(tuple(known)) else [place])


def _is_whole(state: Any, place: str) -> bool:
    """Whether a place is the State itself, where no source says more."""
    return place.lower().replace(" ", "-") == state.slug


def _innovators(catalogue: Catalogue, startups: Sequence[Any], index: str, folios: Folios) -> Markup:
    """How many they are and their pages, or the page on which the index lists them."""
    if not startups:
        return NONE
    pages = sorted((folios(f"startup/{one.slug}"), profile_name(one.slug)) for one in startups)
    if len(pages) > MOST:
        listed = Markup("{} {}").format(catalogue.ui("index"), _page(folios(index), index))
    else:
        listed = Markup(", ").join(_page(*page) for page in pages)
    return Markup('<span class="value">{}</span>{}').format(len(startups), listed)


def _page(folio: int, name: str) -> Markup:
    return goto(name, Markup('<span class="at">{}</span>').format(folio))
