"""Pages written by hand in docs/: what the lines at their head must say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from showcase.problems import listed, nearest
from showcase.site.plan import Plan

NEEDED = {"title": "About", "description": "What this page tells, in one sentence."}


class IncompletePage(Exception):
    """A page of docs/ that cannot be built; its text says what is missing and how to mend it."""


def complete(path: str, meta: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """The head of the page docs/`path` with all that templates ask for.

    `numbers`, ids of data/statistics.yml, become those statistics. Raises IncompletePage.
    """
    for key, example in NEEDED.items():
        if not isinstance(meta.get(key), str):
            raise IncompletePage(
                f"docs/{path}: `{key}` is missing from the lines between --- at its head. "
                f"To mend: add a line such as {key}: {example}"
            )
    known = {one.id: one for one in plan.catalogue.vocabulary.statistics}
    for name in meta.get("numbers", ()):
        if name not in known:
            raise IncompletePage(_unknown(path, name, list(known)))
    numbers = tuple(known[name] for name in meta.get("numbers", ()))
    return {"language": "en", "translation": "", **meta, "numbers": numbers}


def _unknown(path: str, name: str, known: list[str]) -> str:
    meant = nearest(name, known)
    guess = f" Did you mean “{meant}”?" if meant else ""
    return (
        f"docs/{path}: numbers: “{name}” is no id of data/statistics.yml.{guess} "
        f"Allowed: {listed(known)}."
    )
