"""What the book is made from, file by file: so that a build can say why a module was made again."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

from weasyprint.text.ffi import pango

from showcase.book.cache import FOLDER, fingerprint
from showcase.book.language import Edition
from showcase.files import write_whole

ENGINE = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "fonttools", "pillow")
LAYOUT_CODE = (
    "../typography.py", "english.py", "finish.py", "laid.py", "lines.py", "measure.py", "modules.py",
    "scripts.py", "sheaves.py", "strokes.py", "typesetting.py",
    "tags/elements.py", "tags/glyphs.py", "tags/marks.py", "tags/record.py",
    "tags/runs.py", "tags/tree.py", "tags/words.py",
)  # fmt: skip
"""The code between the HTML of a module and its finished pages, and what is measured on them."""

FIRST = "first build"
_READ = ("book/**/*", "data/**/*", "startups/*", "images/*/*", "showcase/**/*.py")
_SHARED = ("book/styles/", "book/book.yml", "showcase/", "data/")


@cache
def engine() -> str:
    """The versions of all that lays out a page."""
    versions = [f"{name} {metadata.version(name)}" for name in ENGINE]
    return ", ".join([*versions, f"Pango {pango.pango_version()}", f"Python {platform.python_version()}"])


@cache
def layout_code() -> str:
    """The fingerprint of the code that lays out a page."""
    folder = Path(__file__).parent
    return fingerprint(*((folder / name).read_bytes() for name in LAYOUT_CODE))


def files(root: Path) -> dict[str, str]:
    """The fingerprint of every file under `root` that the book is made from, by its path."""
    found = sorted({path for pattern in _READ for path in root.glob(pattern) if path.is_file()})
    return {path.relative_to(root).as_posix(): fingerprint(path.read_bytes()) for path in found}


@dataclass(frozen=True)
class Record:
    """The inputs of one build: files by path, and what each part used beside them."""

    engine: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    folios: Mapping[str, int] = field(default_factory=dict)
    templates: Mapping[str, list[str]] = field(default_factory=dict)
    """The page templates of each part, by its key."""

    def why(self, part: str, before: Record) -> str:
        """Why the part, which was made again, differs from that of the build before."""
        if part not in before.folios:
            return FIRST
        paths = self.files.keys() | before.files.keys()
        changed = {path for path in paths if self.files.get(path) != before.files.get(path)}
        reasons = [*self._own(part, changed), *self._shared(part, changed)]
        if self.engine != before.engine:
            reasons.append("the engine changed")
        if self.folios[part] != before.folios[part]:
            reasons.append("it stands on other pages")
        return ", ".join(reasons or self._others(changed) or ["it was not in the cache"])

    def _own(self, part: str, changed: set[str]) -> list[str]:
        kind, _, slug = part.partition("/")
        if kind != "startup":
            return []
        texts = {
            f"startups/{slug}.md": "the profile changed",
            f"startups/{slug}.hi.md": "the Hindi text changed",
        }
        told = [reason for path, reason in texts.items() if path in changed]
        return told + [f"{path} changed" for path in sorted(changed) if path.startswith(f"images/{slug}/")]

    def _shared(self, part: str, changed: set[str]) -> list[str]:
        own = {f"book/pages/{name}" for name in self.templates.get(part, [])}
        shared = (path for path in sorted(changed) if path in own or path.startswith(_SHARED))
        return [f"{path} changed" for path in shared]

    def _others(self, changed: Iterable[str]) -> list[str]:
        """Other profiles, where a part speaks of them or of the pages on which they stand."""
        return [f"{path} changed" for path in sorted(changed)]


def last(root: Path, edition: Edition) -> Record:
    """The record of the build before; an empty one where there is none that can be read."""
    try:
        return Record(**json.loads(_path(root, edition).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Record()


def keep(root: Path, edition: Edition, record: Record) -> None:
    """Keeps the record for the next build."""
    write_whole(_path(root, edition), json.dumps(vars(record), ensure_ascii=False))


def _path(root: Path, edition: Edition) -> Path:
    return root / FOLDER / f"last-{edition}.json"
