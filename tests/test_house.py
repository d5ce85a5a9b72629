"""The house keeps its own rules: rooms, sizes and what may not be said in it."""

from __future__ import annotations

import ast
import subprocess
import sys

import conftest
import pytest
from world import ROOT

LIBRARY = sorted((ROOT / "showcase").rglob("*.py"))
CODE = [*LIBRARY, *sorted((ROOT / "hooks").glob("*.py")), ROOT / "build_pdf.py"]
LONGEST_FILE, LONGEST_FUNCTION = 220, 40


def tracked_files() -> list[str]:
    """The names of all files that git holds."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in names.stdout.split("\0") if name and (ROOT / name).is_file()]


def imports(path: object) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    return names | {
        node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }


def test_the_library_knows_nothing_of_mkdocs() -> None:
    assert [
        path.name for path in LIBRARY if any(name.startswith("mkdocs") for name in imports(path))
    ] == []


@pytest.mark.parametrize("module", ["startup", "vocabulary", "site.statements", "rules.examples", "editors.vscode", "checker"])
def test_a_module_may_be_the_first_that_is_imported(module: str) -> None:
    """Rules read the vocabularies' files and the vocabularies know no rule of profiles, in whatever order they come."""
    run = subprocess.run([sys.executable, "-c", f"import showcase.{module}"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_the_check_needs_no_typesetting_and_no_site_builder() -> None:
    script = ("import sys; from showcase.cli import main; main(['check']); "
              "print(sorted({'weasyprint', 'mkdocs', 'pikepdf', 'PIL', 'fontTools'} & set(sys.modules)))")  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_the_site_offers_the_book_without_the_programs_that_make_it() -> None:
    script = ("import sys; from showcase import verify; from showcase.site import artwork, offered, words; "
              "print(sorted({'weasyprint', 'pikepdf', 'pypdfium2'} & set(sys.modules)))")  # fmt: skip
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_short(path: object) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions}
    assert text.count("\n") <= LONGEST_FILE
    assert {name: length for name, length in long.items() if length > LONGEST_FUNCTION} == {}


FOREIGN_HOSTS = ("fonts.googleapis", "fonts.gstatic", "cdn.jsdelivr", "unpkg.com", "cdnjs.")


def test_nothing_points_to_a_font_or_script_server() -> None:
    shipped = [
        name
        for name in tracked_files()
        if name.startswith(("theme/", "docs/", "hooks/", "book/", "editors/", "mkdocs.yml", "Makefile"))
    ]
    said = {name: host for name in shipped for host in FOREIGN_HOSTS
            if host.encode() in (ROOT / name).read_bytes()}  # fmt: skip
    assert shipped
    assert said == {}


def test_nothing_generated_is_committed() -> None:
    generated = ("site/", "dist/", ".cache/", ".venv/")
    assert [
        name
        for name in tracked_files()
        if name.startswith(generated) or name.endswith((".pyc", ".woff2"))
    ] == []


def test_the_files_that_are_begun_first_are_there():
    assert [name for name in conftest.LONGEST if not (ROOT / "tests" / f"{name}.py").is_file()] == []
