"""Names must lead somewhere: vocabularies, sources, steps, related profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.causes import cause
from showcase.problems import Problem
from showcase.rules import names
from showcase.rules.context import Context


def technologies_are_known(context: Context) -> Iterator[Problem]:
    """Each technology area stands in data/technologies.yml."""
    known = context.vocabulary.technologies
    for index, name in enumerate(context.profile.technologies):
        if name not in known:
            right = names.meant(name, known)
            yield context.unknown(cause("P201", "technology", value=name), ("technologies", index), known, right)


def end_users_are_known(context: Context) -> Iterator[Problem]:
    """Each end user stands in data/end-users.yml."""
    known = context.vocabulary.end_users
    named: list[tuple[tuple[Any, ...], str | None]] = [
        (("end_users", index, "id"), user.id)
        for index, user in enumerate(context.profile.end_users)
    ]
    named += [
        (("challenges", index, "end_user"), challenge.end_user)
        for index, challenge in enumerate(context.profile.challenges)
    ]
    for path, name in named:
        if name is not None and name not in known:
            yield context.unknown(cause("P201", "end-user", value=name), path, known, names.meant(name, known))


def programmes_and_editions_are_known(context: Context) -> Iterator[Problem]:
    """Each challenge names a programme, and an edition of that programme."""
    programmes = context.vocabulary.programmes
    for index, challenge in enumerate(context.profile.challenges):
        path = ("challenges", index)
        programme = programmes.get(challenge.programme)
        if programme is None:
            found = cause("P201", "programme", value=challenge.programme)
            yield context.unknown(found, (*path, "programme"), programmes)
        elif challenge.edition:
            editions = [edition.id for edition in programme.editions]
            if challenge.edition not in editions:
                found = cause("P201", "edition", value=challenge.edition, programme=programme.id)
                yield context.unknown(found, (*path, "edition"), editions)


def steps_are_known(context: Context) -> Iterator[Problem]:
    """Each step is a rung of the ladder, tied to a challenge or an innovation of this profile."""
    profile, rungs = context.profile, context.vocabulary.stages
    ties = [row.id for row in (*profile.challenges, *profile.innovations)]
    for index, step in enumerate(profile.stage):
        if step.step not in rungs:
            yield context.unknown(cause("P201", "step", value=step.step), ("stage", index, "step"), rungs)
        if step.of not in ties:
            yield context.unknown(cause("P203", "tie", value=step.of), ("stage", index, "of"), ties)


def home_is_on_the_map(context: Context) -> Iterator[Problem]:
    """The State is one of the 36, the city is known, and it lies in that State."""
    home, vocabulary = context.profile.home, context.vocabulary
    if home is None:
        return
    if not (home.city or home.state):
        yield context.problem(cause("P102", "home"), ("home",))
    if home.state and home.state not in vocabulary.states:
        right = names.state_meant(home.state, home.city, vocabulary)
        yield context.unknown(cause("P201", "state", value=home.state), ("home", "state"), vocabulary.states, right)
    if not home.city:
        return
    city = vocabulary.cities.get(home.city)
    if city is None:
        yield context.unknown(cause("P201", "city", value=home.city), ("home", "city"), vocabulary.cities)
    elif home.state in vocabulary.states and city.state != home.state:
        found = cause("P205", "city", value=home.state, city=home.city, state=home.state, right=city.state)
        yield context.problem(found, ("home", "state"), width=2, by=city.state)


def related_profiles_exist(context: Context) -> Iterator[Problem]:
    """Each related slug is another profile."""
    for index, slug in enumerate(context.profile.related):
        if slug == context.slug or slug not in context.slugs:
            others = sorted(context.slugs - {context.slug})
            yield context.unknown(cause("P207", "slug", value=slug), ("related", index), others)


RULES = (
    technologies_are_known,
    end_users_are_known,
    programmes_and_editions_are_known,
    steps_are_known,
    home_is_on_the_map,
    related_profiles_exist,
)
