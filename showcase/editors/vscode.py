"""What Visual Studio Code reads: settings, snippets, tasks that put the check's words under the line, extensions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from showcase.editors import datafiles, samples
from showcase.editors.outline import Field, outline
from showcase.rules.files import SLUG
from showcase.vocabulary import Vocabulary
from showcase.yamlplain import plain

SCOPE = "markdown,yaml"
"""Within the front matter of a Markdown file Visual Studio Code takes the language to be YAML."""
_PYTHON = "${workspaceFolder}/.venv/bin/python"
_WINDOWS = "${workspaceFolder}\\.venv\\Scripts\\python.exe"
BEGINS, ENDS = r"^— \d\d:\d\d:\d\d —$", r"(checked: no errors|Nothing is built until)"
HEAD, PLACE = r"^(error|warning)\[(P\d{3})\]: (.+)$", r"^ *--> (.+):(\d+):(\d+)$"
"""The lines of the check: where a watch begins and ends, what is wrong, and where."""


def settings() -> dict[str, Any]:
    """Plain text as the check wants it, and suggestions of snippets within Markdown, where they are off otherwise."""
    writing = {
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
        "editor.snippetSuggestions": "top",
        "editor.suggest.showWords": False,
        "editor.wordWrap": "on",
        "editor.tabSize": 2,
        "editor.insertSpaces": True,
        "editor.detectIndentation": False,
    }
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[markdown]": writing,
        "[yaml]": {key: writing[key] for key in list(writing)[-3:]},
        "yaml.schemas": {f"./{datafiles.place(name)}": f"data/{name}" for name in datafiles.models()},
        "python.defaultInterpreterPath": _PYTHON,
    }


def extensions() -> dict[str, Any]:
    """What checks data/ as one writes. None reads the front matter of a Markdown file: there the tasks do it."""
    return {"recommendations": ["redhat.vscode-yaml"]}


def tasks() -> dict[str, Any]:
    """The check of the open file, and of all of them at each save; what it says stands under the line it is about."""
    return {
        "version": "2.0.0",
        "tasks": [
            _task("Check this profile", ["check", "${relativeFile}"], group={"kind": "build", "isDefault": True}),
            _task("Check at each save", ["check", "--watch"], isBackground=True),
            _task("Mend what is mechanical in this profile", ["fix", "${relativeFile}"]),
        ],
    }


def _task(label: str, arguments: list[str], **more: Any) -> dict[str, Any]:
    command = {"type": "process", "command": _PYTHON, "windows": {"command": _WINDOWS}}
    return {"label": label, **command, "args": ["-m", "showcase", *arguments], "options": {"env": {"NO_COLOR": "1"}},
            "problemMatcher": _matcher("--watch" in arguments), **more}  # fmt: skip


def _matcher(watching: bool) -> dict[str, Any]:
    matcher = {
        "owner": "showcase", "source": "check", "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": [{"regexp": HEAD, "severity": 1, "code": 2, "message": 3},
                    {"regexp": PLACE, "file": 1, "line": 2, "column": 3}],
    }  # fmt: skip
    background = {"activeOnStart": True, "beginsPattern": BEGINS, "endsPattern": ENDS}
    return matcher | ({"background": background} if watching else {})


def snippets(vocabulary: Vocabulary) -> dict[str, Any]:
    """A snippet for each key, one for a row of each list, and one for a whole profile."""
    blank = samples.blank(vocabulary).rstrip("\n").split("\n")
    made = {"A whole profile": _snippet("profile", [_plainly(line) for line in blank], "A draft with marks.")}
    for field in outline(vocabulary):
        made[field.told.title.en] = _snippet(field.key, _lines(field), field.told.what.en)
        if field.many and field.fields:
            row = [f"  - {_row(field.fields, field.example[0], count(1))}"]
            made[f"{field.told.title.en}: one more"] = _snippet(f"{field.key}-row", row, field.told.what.en)
    return made


def _snippet(prefix: str, body: list[str], what: str) -> dict[str, Any]:
    return {"scope": SCOPE, "prefix": prefix, "body": body, "description": what}


def _lines(field: Field) -> list[str]:
    stops = count(1)
    if field.many and field.fields:
        return [f"{field.key}:", *(f"  - {_row(field.fields, row, stops)}" for row in field.example[:1])]
    return [f"{field.key}: {_value(field, field.example, stops)}"]


def _row(fields: Iterable[Field], row: dict[str, Any], stops: Iterator[int]) -> str:
    pairs = (f"{one.key}: {_value(one, row[one.key], stops)}" for one in fields if one.key in row)
    return f"{{{', '.join(pairs)}}}"


def _value(field: Field, held: Any, stops: Iterator[int]) -> str:
    if field.many:
        parts = held[:1] if field.fields or field.choices else held
        return f"[{', '.join(_one(field, part, stops) for part in parts)}]"
    return _one(field, held, stops)


def _one(field: Field, held: Any, stops: Iterator[int]) -> str:
    if field.kind == "group":
        return _row(field.fields, held, stops)
    if field.choices:
        ordered = sorted(field.choices, key=lambda one: one != held)
        return f"${{{next(stops)}|{','.join(plain(one) for one in ordered)}|}}"
    # A text in quotes may hold a comma or a colon.
    if field.kind == "text" and not SLUG.fullmatch(str(held)):
        return f'"${{{next(stops)}:{_plainly(held)}}}"'
    return f"${{{next(stops)}:{held if isinstance(held, str) else json.dumps(held)}}}"


def _plainly(text: str) -> str:
    """The text as a snippet has it where no stop is meant."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
