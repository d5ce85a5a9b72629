"""What lies on an editor's desk: each profile as it was last sound, read again only where a file was saved.

A thousand profiles are read once. What holds between profiles, such as one story told twice, is left to
`check`: here every save would cost the reading of all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from showcase import catalogue, checker, placement, saved
from showcase.catalogue import Catalogue
from showcase.checker import Entry, Examination, Reader
from showcase.clock import today as today_of_the_build
from showcase.problems import Problem, errors, in_order
from showcase.vocabulary import load as load_vocabulary


@dataclass(frozen=True)
class Look:
    """One look at the desk. `number` counts the looks at which something had changed."""

    number: int
    catalogue: Catalogue | None
    """The profiles that can be shown: one with errors as it was before them; None while data/ cannot be read."""
    problems: tuple[Problem, ...]

    def of(self, slug: str) -> list[Problem]:
        """The problems of one profile, and those of data/, which all are made from."""
        own = (f"startups/{slug}.md", f"startups/{slug}.hi.md", f"images/{slug}/", "data/")
        return [one for one in self.problems if one.path.startswith(own)]


@dataclass
class Desk:
    """The content under `root`, watched."""

    root: Path
    today: date = field(default_factory=today_of_the_build)

    def __post_init__(self) -> None:
        self._stamps: saved.Stamps = {}
        self._reader: Reader | None = None
        self._read: dict[str, tuple[Entry | None, list[Problem]]] = {}
        self.sound: dict[str, Entry] = {}
        """By slug: each profile as it was when it last had no error."""
        self._seen = Look(0, None, ())

    def look(self) -> Look:
        """What lies there now; the very same look as before where nothing was saved since."""
        now = saved.stamps(self.root)
        changed = {path for path in now.keys() | self._stamps.keys() if now.get(path) != self._stamps.get(path)}
        if changed or not self._seen.number:
            self._stamps = now
            self._seen = self._look_anew(changed)
        return self._seen

    def _look_anew(self, changed: set[Path]) -> Look:
        number, before = self._seen.number + 1, self._seen
        slugs = self._changed(changed)
        if self._reader is None:
            _vocabulary, problems = load_vocabulary(self.root / "data")
            return Look(number, before.catalogue, tuple(in_order(problems)))
        for slug in slugs:
            self._read_one(self._reader, slug)
        found = [problem for _entry, problems in self._read.values() for problem in problems]
        problems, _suppressed = checker.settled(self.root, [*self._reader.strays(), *found])
        return Look(number, self._catalogue(self._reader), tuple(in_order(problems)))

    def _changed(self, paths: set[Path]) -> set[str]:
        """The profiles to be read: those whose files were saved, or all where what they refer to was."""
        places = [path.relative_to(self.root).parts for path in paths]
        reader = Reader.of(self.root) if self._is_moved(places) else self._reader
        if reader is not self._reader:
            self._reader, self._read = reader, {}
            if any(place[0] == "data" for place in places):
                self.sound = {}  # what they refer to may be gone
            return set(reader.slugs) if reader else set()
        own = {place[1].split(".")[0] for place in places if place[0] in ("startups", "images") and len(place) > 1}
        return own & self._reader.slugs if self._reader else set()

    def _is_moved(self, places: list[tuple[str, ...]]) -> bool:
        """Whether data/ was saved, or a profile has come or gone."""
        slugs = self._reader.slugs if self._reader else frozenset()
        return any(place[0] == "data" for place in places) or placement.slugs(self.root) != slugs

    def _read_one(self, reader: Reader, slug: str) -> None:
        try:
            data = reader.path(slug).read_bytes()
        except OSError:  # an editor moved it away just now; the next look sees it
            return
        entry, problems = self._read[slug] = reader.read(reader.path(slug), data)
        if entry and not errors(problems):
            self.sound[slug] = entry

    def _catalogue(self, reader: Reader) -> Catalogue:
        shown = tuple(self.sound[slug] for slug in sorted(reader.slugs & self.sound.keys()))
        return catalogue.link(Examination(self.root, reader.vocabulary, shown, ()), self.today)
