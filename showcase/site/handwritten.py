"""Pages written by hand in docs/: what their heads must say, and what may go out of that folder.

The Hindi of `about.md` is `about.hi.md`; what its head does not say is taken from the English one. A page
without Hindi is shown in English at its Hindi address, and says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import nh3

from showcase.problems import listed, nearest
from showcase.site import addresses
from showcase.site.fetched import is_foreign, scheme
from showcase.site.plan import Plan

NEEDED = {"title": "About", "description": "What this page tells, in one sentence."}

HINDI = ".hi.md"

_TEXT = """h1 h2 h3 h4 h5 h6 p br hr a abbr em span strong small sub sup code pre blockquote
ul ol li dl dt dd table thead tbody tr th td figure figcaption img""".split()
_ATTRIBUTES = {
    "*": {"id", "lang", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto"}
_OWN = re.compile(r"(?!//)[\w./%#~-]+")
"""An address within the site: no host, no scheme, and none of the signs that browsers read as one."""


class LinkedOut(Exception):
    """Something in docs/ lies elsewhere; its text says what and how to mend it."""


class IncompletePage(Exception):
    """A page of docs/ that cannot be built; its text says what is missing and how to mend it."""


def places(paths: Iterable[str]) -> dict[str, str]:
    """Where pages are built and from which file of docs/: {"about.md": "about.md", "hi/about.md": "about.hi.md"}."""
    known = set(paths)
    written = sorted(path for path in known if not path.endswith(HINDI))
    hindi = {path: f"{path.removesuffix('.md')}{HINDI}" for path in written}
    return {path: path for path in written} | {
        addresses.local(path, "hi"): own if own in known else path for path, own in hindi.items()
    }


def inherited(meta: Mapping[str, Any], from_english: Mapping[str, Any]) -> dict[str, Any]:
    """A page's head with what the English one says besides: its template, its numbers."""
    return {key: value for key, value in from_english.items() if key not in NEEDED} | dict(meta)


def complete(path: str, meta: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """The head of the page docs/`path` with all that its template asks for.

    `numbers`, ids of data/statistics.yml, become `statistics`; `told_in` is the language of its text; `files`
    are those it is made from: its own, and what its head names under `made_of`.
    Raises IncompletePage.
    """
    for key, example in NEEDED.items():
        if not isinstance(meta.get(key), str):
            raise IncompletePage(
                f"docs/{path}: `{key}` is missing from the lines between --- at its head. "
                f"To mend: add a line such as {key}: {example}"
            )
    known = {one.id: one for one in plan.catalogue.vocabulary.statistics}
    names = meta.get("numbers") or []
    if not isinstance(names, list):
        names = [names]
    for name in names:
        if not isinstance(name, str) or name not in known:
            raise IncompletePage(_unknown(path, str(name), list(known)))
    numbers = tuple(known[name] for name in names)
    own = {f"docs/{path}", f"docs/{path.removesuffix(HINDI)}.md" if path.endswith(HINDI) else f"docs/{path}"}
    files = (*sorted(own), *(meta.get("made_of") or ()))
    return {**meta, "statistics": numbers, "told_in": "hi" if path.endswith(HINDI) else "en", "files": files}


def place(address: str) -> dict[str, str]:
    """What templates ask of any page: its `address`, its `language` and the address of its `translation`."""
    language = "en" if addresses.english(address) == address else "hi"
    return {
        "address": address,
        "language": language,
        "translation": addresses.translation(addresses.english(address), language),
    }


def clean(html: str) -> str:
    """The page's own HTML with nothing but text, links, lists, tables and the site's own pictures.

    Links lead to http(s), mailto or a place within the site; all else is taken out.
    """
    return nh3.clean(
        html,
        tags=set(_TEXT),
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def refuse_links(docs: Path, root: Path) -> None:
    """Hold that everything under `docs` lies there, within the project's `root`.

    A link would publish whatever it leads to. Raises LinkedOut.
    """
    folders = ((folder, [*inner, *files]) for folder, inner, files in os.walk(docs))
    inside = (Path(folder) / name for folder, names in folders for name in names)
    for path in (docs, *sorted(inside)):
        if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
            name = Path(os.path.relpath(path, root)).as_posix()
            raise LinkedOut(
                f"{name} leads to a file or folder elsewhere, which must not be published. "
                "To mend: put the file itself into docs/, or take the link out."
            )


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if _OWN.fullmatch(value) else None
    leaves = attribute == "href" and is_foreign(value)
    return None if leaves and scheme(value) not in _SCHEMES else value


def _unknown(path: str, name: str, known: list[str]) -> str:
    meant = nearest(name, known)
    guess = f" Did you mean “{meant}”?" if meant else ""
    return (
        f"docs/{path}: numbers: “{name}” is no id of data/statistics.yml.{guess} "
        f"Allowed: {listed(known)}."
    )
