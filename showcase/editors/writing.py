"""Every file that editors' tools read: made anew, or held against what it would be if it were."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from showcase.editors import cms, datafiles, samples, schema, vscode
from showcase.files import write_whole
from showcase.forge import form
from showcase.vocabulary import Vocabulary

COMMENT = "// Made by `python -m showcase editors`; change showcase/editors/ or data/ instead.\n"
Maker = Callable[[Vocabulary], str]


def _json(made: Callable[[Vocabulary], Any], head: str = "") -> Maker:
    return lambda vocabulary: f"{head}{json.dumps(made(vocabulary), ensure_ascii=False, indent=2)}\n"


ARTEFACTS: Mapping[str, Maker] = {
    "editors/profile.schema.json": _json(schema.profile),
    "editors/hindi.schema.json": _json(lambda _: schema.hindi()),
    "editors/reference.md": samples.reference,
    "editors/reference.hi.md": lambda _: samples.reference_in_hindi(),
    "editors/blank.md": samples.blank,
    "editors/cms/config.yml": cms.text,
    **{datafiles.place(name): _json(lambda _, name=name: datafiles.schema(name)) for name in datafiles.models()},
    ".vscode/settings.json": _json(lambda _: vscode.settings(), COMMENT),
    ".vscode/tasks.json": _json(lambda _: vscode.tasks(), COMMENT),
    ".vscode/extensions.json": _json(lambda _: vscode.extensions(), COMMENT),
    ".vscode/profile.code-snippets": _json(vscode.snippets, COMMENT),
    form.PATH: form.text,
}
"""Path of each file, and what makes its text."""


def stale(root: Path, vocabulary: Vocabulary) -> list[str]:
    """The files that are missing, or not what they would be if made now."""
    return [path for path, make in ARTEFACTS.items() if _read(root / path) != make(vocabulary)]


def write(root: Path, vocabulary: Vocabulary) -> list[str]:
    """Makes the files that are stale, and gives their paths."""
    behind = stale(root, vocabulary)
    for path in behind:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / path, ARTEFACTS[path](vocabulary))
    return behind


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return None
