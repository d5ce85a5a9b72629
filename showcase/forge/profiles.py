"""The profiles that a proposal touches, with the figures that a reviewer looks for first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from showcase import frontmatter
from showcase.forge import objects
from showcase.forge.changes import Change, slug_of
from showcase.forge.report import LONGEST, ProfileRow
from showcase.frontmatter import Document, Unreadable
from showcase.model.profile import Profile
from showcase.rules import shape


def rows(repository: Path, base: str, folder: Path, changes: Sequence[Change]) -> list[ProfileRow]:
    """A row for each profile that a change of its text or its pictures touches, by slug. Raises GitError."""
    touched: dict[str, list[Change]] = {}
    for one in changes:
        if one.is_content and one.slug:
            touched.setdefault(one.slug, []).append(one)
    gone = {one.path for one in changes if one.kind == "deleted"}
    told = objects.read(repository, [one for one in objects.blobs(repository, base, ("startups",)) if one.path in gone])
    return [row for slug in sorted(touched) for row in _row(folder, slug, touched[slug], told)]


def _row(folder: Path, slug: str, changes: Sequence[Change], told: Mapping[str, bytes]) -> Iterator[ProfileRow]:
    own = next((one for one in changes if one.path == f"startups/{slug}.md"), None)
    path = folder / "startups" / f"{slug}.md"
    if own and own.kind == "deleted":
        yield ProfileRow(slug=slug, kind="deleted", **_names(own.path, told.get(own.path, b"")))
    elif path.is_file():
        kind, before = (own.kind, slug_of(own.before)) if own else ("changed", "")
        yield _read(path, ProfileRow(slug=slug, kind=kind, before=before))


def _names(path: str, data: bytes) -> dict[str, str]:
    """The names that a profile had in both languages, as far as its file could be read."""
    try:
        meta = frontmatter.parse(frontmatter.decode(data, path), path).meta
    except Unreadable:
        return {}
    return {key: meta[key][:LONGEST] for key in ("name", "name_hi") if isinstance(meta.get(key), str)}


def _read(path: Path, row: ProfileRow) -> ProfileRow:
    try:
        document = frontmatter.read(path, f"startups/{path.name}")
    except Unreadable:
        return row
    profile, _problems = shape.read_as(document, Profile)
    return row if profile is None else _with_figures(row, document, profile, path)


def _with_figures(row: ProfileRow, document: Document, profile: Profile, path: Path) -> ProfileRow:
    told = {
        "name": profile.name, "name_hi": profile.name_hi, "status": profile.status, "words": _words(document),
        "words_hi": _hindi_words(path), "photographs": len(profile.photographs), "sources": len(profile.sources),
    }  # fmt: skip
    return row.model_copy(update=told)


def _hindi_words(path: Path) -> int:
    hindi = path.with_suffix(".hi.md")
    try:
        return _words(frontmatter.read(hindi, f"startups/{hindi.name}")) if hindi.is_file() else 0
    except Unreadable:
        return 0


def _words(document: Document) -> int:
    return len(document.body.split())
