"""For whom a startup works, and which sources say so."""

from __future__ import annotations

from showcase.model.vocabulary import EndUser
from showcase.startup import Startup


def end_users(startup: Startup) -> tuple[tuple[EndUser, tuple[int, ...]], ...]:
    """The startup's end users, each with the numbers of the sources that name it."""
    rows = [(row.end_user.id, row.src) for row in startup.challenges if row.end_user]
    rows += [(row.id, row.src) for row in startup.profile.end_users]
    return tuple(
        (user, tuple(sorted({source for name, sources in rows if name == user.id for source in sources})))
        for user in startup.end_users
    )
