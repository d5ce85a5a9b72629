"""Names must lead somewhere: vocabularies, sources, steps, related profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.problems import Problem
from showcase.rules.context import Context


def technologies_are_known(context: Context) -> Iterator[Problem]:
    """Each technology area stands in data/technologies.yml."""
    known = context.vocabulary.technologies
    for index, name in enumerate(context.profile.technologies):
        if name not in known:
            yield context.unknown(
                "P201",
                ("technologies", index),
                name,
                "a technology area",
                known,
                "use an id of data/technologies.yml.",
            )


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
            yield context.unknown(
                "P201", path, name, "an end user", known, "use an id of data/end-users.yml."
            )


def programmes_and_editions_are_known(context: Context) -> Iterator[Problem]:
    """Each challenge names a programme, and an edition of that programme."""
    programmes = context.vocabulary.programmes
    for index, challenge in enumerate(context.profile.challenges):
        path = ("challenges", index)
        programme = programmes.get(challenge.programme)
        if programme is None:
            yield context.unknown(
                "P201",
                (*path, "programme"),
                challenge.programme,
                "a programme",
                programmes,
                "use an id of data/programmes.yml.",
            )
        elif challenge.edition:
            editions = [edition.id for edition in programme.editions]
            if challenge.edition not in editions:
                yield context.unknown(
                    "P201",
                    (*path, "edition"),
                    challenge.edition,
                    f"an edition of the programme {programme.id}",
                    editions,
                    "correct it, or remove the line where the source states no edition.",
                )


def steps_are_known(context: Context) -> Iterator[Problem]:
    """Each step is a rung of the ladder, tied to a challenge or an innovation of this profile."""
    profile, rungs = context.profile, context.vocabulary.stages
    ties = [row.id for row in (*profile.challenges, *profile.innovations)]
    for index, step in enumerate(profile.stage):
        if step.step not in rungs:
            yield context.unknown(
                "P201",
                ("stage", index, "step"),
                step.step,
                "a step",
                rungs,
                "use one of the steps.",
            )
        if step.of not in ties:
            yield context.unknown(
                "P203",
                ("stage", index, "of"),
                step.of,
                "a challenge or an innovation of this profile",
                ties,
                "name the id of the challenge or innovation that took this step.",
            )


def home_is_on_the_map(context: Context) -> Iterator[Problem]:
    """The State is one of the 36, the city is known, and it lies in that State."""
    home, vocabulary = context.profile.home, context.vocabulary
    if home is None:
        return
    if not (home.city or home.state):
        yield context.problem("P102", "`home` names neither a city nor a State.", ("home",),
                              fix="add city: or state:, or remove the line.")  # fmt: skip
    if home.state and home.state not in vocabulary.states:
        yield context.unknown(
            "P201",
            ("home", "state"),
            home.state,
            "the code of a State or Union Territory",
            vocabulary.states,
            "use the code from data/states/.",
        )
    if not home.city:
        return
    city = vocabulary.cities.get(home.city)
    if city is None:
        yield context.unknown(
            "P201",
            ("home", "city"),
            home.city,
            "a city of data/cities.yml",
            vocabulary.cities,
            "correct the name, or add the city with its State to data/cities.yml.",
        )
    elif home.state and city.state != home.state:
        yield context.problem(
            "P205",
            f"{home.city} lies in {city.state}, not in {home.state}.",
            ("home", "state"),
            width=2,
            fix=f"write state: {city.state}",
        )


def related_profiles_exist(context: Context) -> Iterator[Problem]:
    """Each related slug is another profile."""
    for index, slug in enumerate(context.profile.related):
        if slug == context.slug or slug not in context.slugs:
            others = sorted(context.slugs - {context.slug})
            yield context.unknown(
                "P207",
                ("related", index),
                slug,
                "the slug of another profile",
                others,
                "use the file name of a profile without .md.",
            )


RULES = (
    technologies_are_known,
    end_users_are_known,
    programmes_and_editions_are_known,
    steps_are_known,
    home_is_on_the_map,
    related_profiles_exist,
)
