"""What editors' tools read is fresh, says what the check says, and leads to profiles that pass."""

from __future__ import annotations

import copy
import io
import json
import re
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image
from pydantic import ValidationError
from test_cli import run
from test_mistakes import MISTAKES
from world import PROFILE, ROOT, make_world, profile

from showcase import catalogue, causes, checker, frontmatter, yamltree
from showcase.editors import samples, schema, vscode, writing
from showcase.editors.guide import as_json, example, guide
from showcase.editors.outline import Field, outline
from showcase.model.profile import Profile
from showcase.reports import machine, text

VOCABULARY = catalogue.load(ROOT).vocabulary
WHOLE = schema.profile(VOCABULARY)
SCHEMA = jsonschema.Draft202012Validator(WHOLE)
HINDI = jsonschema.Draft202012Validator(schema.hindi())
PATH = "startups/lantern-works.md"


def keys(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from keys(field.fields)


FIELDS = list(keys(outline(VOCABULARY)))


@pytest.mark.parametrize("path", writing.ARTEFACTS)
def test_each_file_is_fresh(path: str) -> None:
    made = writing.ARTEFACTS[path](VOCABULARY)
    assert (ROOT / path).read_text(encoding="utf-8") == made, "write it anew: python -m showcase editors"


def test_a_stale_file_is_named_and_written_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    for path in writing.ARTEFACTS:
        (world / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, world / path)
    assert run(capsys, "--root", str(world), "editors", "--check") == (0, "", "")
    rows = (world / "data/cities.yml").read_text(encoding="utf-8").replace("name: Agartala,", "name: Agartola,")
    (world / "data/cities.yml").write_text(rows, encoding="utf-8")
    status, _, told = run(capsys, "--root", str(world), "editors", "--check")
    assert status == 1
    assert "editors/profile.schema.json is stale; write it anew: python -m showcase editors\n" in told
    assert ".github" not in told  # the form has no list of cities
    assert run(capsys, "--root", str(world), "editors")[0] == 0
    assert run(capsys, "--root", str(world), "editors", "--check") == (0, "", "")


def test_the_guide_tells_of_every_key_and_of_no_other() -> None:
    paths = {field.path for field in FIELDS}
    assert {path for path in guide() if path != "src"} <= paths
    assert {code for one in guide().values() for code in one.codes} <= set(causes.catalogue())
    assert all(field.told.codes for field in FIELDS)


@pytest.mark.parametrize("validator", [SCHEMA, HINDI], ids=["profile", "hindi"])
def test_the_schema_is_sound_and_each_key_has_title_text_and_example(validator: jsonschema.Validator) -> None:
    jsonschema.Draft202012Validator.check_schema(validator.schema)
    told = list(_properties(validator.schema))
    assert len(told) > 15
    assert all(one["title"] and one["description"] and one["examples"] for one in told)
    assert all(jsonschema.Draft202012Validator(one).is_valid(one["examples"][0]) for one in told)


def _properties(held: Any) -> Iterator[dict[str, Any]]:
    if isinstance(held, dict):
        yield from held.get("properties", {}).values()
        for value in held.values():
            yield from _properties(value)


def test_every_profile_of_today_is_by_the_schema() -> None:
    found = checker.examine(ROOT).entries
    wrong = {one.slug: [error.message for error in SCHEMA.iter_errors(as_json(one.document.meta))] for one in found}
    hindi = {one.slug: as_json(one.hindi.document.meta) for one in found if one.hindi}
    wrong |= {f"{slug}.hi": [error.message for error in HINDI.iter_errors(meta)] for slug, meta in hindi.items()}
    assert len(wrong) > 20
    assert {slug: errors for slug, errors in wrong.items() if errors} == {}


DATA = {path.relative_to(ROOT / "data").as_posix(): path for path in sorted((ROOT / "data").rglob("*.yml"))}


@pytest.mark.parametrize("name", DATA)
def test_every_file_of_data_is_by_the_schema_that_the_settings_name(name: str) -> None:
    (place,) = (place for place, glob in vscode.settings()["yaml.schemas"].items() if fnmatch(f"data/{name}", glob))
    validator = jsonschema.Draft202012Validator(json.loads((ROOT / place).read_text(encoding="utf-8")))
    held = as_json(frontmatter.read_data(DATA[name], name).meta)
    assert [error.message for error in validator.iter_errors(held)] == []
    assert not validator.is_valid({**held, "nobody_knows": 1})


SHAPE = {"P101", "P102", "P103", "P104", "P105", "P106", "P107", "P201", "P301", "P503"}
"""The codes that a schema can say."""
BEYOND = {"YAML's date", "date that does not parse"}
"""What no schema sees: that YAML took a text for a date, and how many days a month has."""
READ = [name for name in MISTAKES if MISTAKES[name][1][0] not in {f"P00{number}" for number in range(4, 10)}]


@pytest.mark.parametrize("mistake", READ)
def test_the_schema_refuses_what_the_check_refuses(mistake: str) -> None:
    change, (code, *_) = MISTAKES[mistake]
    meta = as_json(frontmatter.parse(profile(change), PATH).meta)
    assert SCHEMA.is_valid(meta) == (code not in SHAPE or mistake in BEYOND)


WILD = [None, "", " x", "x  y", "x y\n", 0, -1, 7, True, [], {}, [{}], 1.5, "2023-13", "2023-01-09", "Not a slug", "x" * 400]


def places(held: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a value within another."""
    for key, value in held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ():
        yield (*path, key)
        yield from places(value, (*path, key))


def changed(path: tuple[Any, ...], value: Any = ..., extra: str = "") -> Any:
    """The made-up profile with another value at a place, without it, or with a key that nobody knows."""
    whole = here = copy.deepcopy(as_json(example().meta))
    for step in path[:-1]:
        here = here[step]
    if extra:
        here[path[-1]][extra] = 1
    elif value is ...:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return whole


def test_schema_and_model_agree_on_every_place_of_a_profile() -> None:
    found = list(places(as_json(example().meta)))
    free = [path for path in found if ".".join(key for key in path if isinstance(key, str)) not in schema.VOCABULARIES]
    wild = [changed(path, value) for path in free for value in WILD] + [changed(path) for path in found]
    wild += [changed(path, extra="hedline") for path in found if isinstance(_at(path), dict)]
    apart = [one for one in wild if SCHEMA.is_valid(one) != _is_by_the_model(one)]
    assert len(wild) > 1500
    assert [_difference(one) for one in apart] == []


def _at(path: tuple[Any, ...]) -> Any:
    here = as_json(example().meta)
    for step in path:
        here = here[step]
    return here


def _is_by_the_model(meta: Any) -> bool:
    try:
        Profile.model_validate(meta)
    except ValidationError:
        return False
    return True


def _difference(meta: Any) -> dict[str, Any]:
    whole = as_json(example().meta)
    apart = {key: meta.get(key) for key in {**whole, **meta} if meta.get(key) != whole.get(key)}
    return apart | {"by the schema": SCHEMA.is_valid(meta)}


STOP = re.compile(r"\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^|,\\])*)[^}]*\|\}")


def expanded(snippet: dict[str, Any]) -> str:
    """The text that a snippet leaves when every stop is passed by."""
    lines = (STOP.sub(lambda stop: stop[1] if stop[1] is not None else stop[2], line) for line in snippet["body"])
    return re.sub(r"\\([\\$}])", r"\1", "\n".join(lines))


def test_every_snippet_leaves_what_the_schema_allows() -> None:
    made = vscode.snippets(VOCABULARY)
    assert expanded(made["A whole profile"]) + "\n" == samples.blank(VOCABULARY)
    tops = outline(VOCABULARY)
    rows = {f"{one.key}-row" for one in tops if one.fields and one.many}
    assert {one["prefix"] for one in made.values()} == {"profile", *(one.key for one in tops), *rows}
    assert {one["scope"] for one in made.values()} == {"markdown,yaml"}  # the front matter is YAML to the editor
    for snippet in made.values():
        key = snippet["prefix"].removesuffix("-row")
        if key != "profile":
            read = yamltree.read(expanded(snippet))
            value = read[key] if isinstance(read, dict) else read
            jsonschema.validate(as_json(value), WHOLE["properties"][key])


def test_the_task_puts_each_problem_in_its_place(tmp_path: Path) -> None:
    broken = profile(("status: published", "status: publish"), ("year: 2016", "year: 16"))
    found = checker.examine(make_world(tmp_path, {PATH: broken})).problems
    lines = text.report(found).splitlines()
    head, place = (re.compile(one["regexp"]) for one in vscode.tasks()["tasks"][0]["problemMatcher"]["pattern"])
    matched = [(head.match(first), place.match(second)) for first, second in zip(lines, lines[1:], strict=False)]
    told = [(one[2], other[1], int(other[2]), int(other[3]), one[1], one[3]) for one, other in matched if one and other]
    parts = ("code", "path", "line", "column", "severity", "message")
    assert told == [tuple(map(machine.as_json(problem).get, parts)) for problem in found]
    assert len(told) == 2


def test_the_task_knows_when_a_watch_begins_and_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", stop)
    for content in (PROFILE, profile(("status: published", "status: publish"))):
        world = make_world(tmp_path, {PATH: content})
        lines = run(capsys, "--root", str(world), "check", "--watch")[1].splitlines()
        background = vscode.tasks()["tasks"][1]["problemMatcher"]["background"]
        assert sum(bool(re.search(background["beginsPattern"], line)) for line in lines) == 1
        assert re.search(background["endsPattern"], lines[-1])


def picture() -> bytes:
    made = io.BytesIO()
    Image.radial_gradient("L").resize((2400, 1600)).convert("RGB").save(made, "JPEG")
    return made.getvalue()


@pytest.mark.parametrize("status", ["draft", "published"])
def test_the_reference_profile_holds_every_key_and_passes(status: str, tmp_path: Path) -> None:
    reference = (ROOT / "editors/reference.md").read_text(encoding="utf-8")
    reference = reference.replace("status: draft", f"status: {status}")
    hindi = (ROOT / "editors/reference.hi.md").read_text(encoding="utf-8")
    files = {PATH: reference, "startups/lantern-works.hi.md": hindi, "images/lantern-works/sea.jpg": picture()}
    assert [one.place + " " + one.message for one in checker.examine(make_world(tmp_path, files)).problems] == []
    assert list(frontmatter.parse(reference, PATH).meta) == [one.key for one in outline(VOCABULARY)]
    assert reference.count("\n# ") > 2 * len(outline(VOCABULARY))


def test_the_blank_profile_has_nothing_but_marks(tmp_path: Path) -> None:
    blank = (ROOT / "editors/blank.md").read_text(encoding="utf-8")
    world = make_world(tmp_path, {PATH: PROFILE, f"startups/{samples.SLUG}.md": blank})
    told = checker.examine(world).problems
    assert {(one.code, one.severity) for one in told} == {("P620", "warning")}
    assert len(told) == sum("TODO" in line for line in blank.splitlines())


def test_no_sample_is_a_profile() -> None:
    slugs = {one.slug for one in checker.examine(ROOT).entries}
    assert not slugs & {samples.SLUG, example().meta["id"]}
    assert not any(path.startswith(("startups/", "docs/", "images/")) for path in writing.ARTEFACTS)


def test_json_with_a_comment_is_json_below_it() -> None:
    for path in writing.ARTEFACTS:
        if path.startswith(".vscode/"):
            head, _, rest = (ROOT / path).read_text(encoding="utf-8").partition("\n")
            assert head.startswith("// Made by")
            assert json.loads(rest)
