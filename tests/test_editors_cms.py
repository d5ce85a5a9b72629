"""The editor in the browser: its settings are sound, and a profile that went through it says what it said before."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from browsing import served
from playwright.sync_api import Browser, Page, expect
from world import ROOT

from showcase import catalogue, frontmatter
from showcase.editors import cms
from showcase.editors.outline import outline
from showcase.model.profile import Profile

PACKAGE = ROOT / "editors/cms/node_modules/@sveltia/cms"
VOCABULARY = catalogue.load(ROOT).vocabulary
REFERENCE = (ROOT / "editors/reference.md").read_text(encoding="utf-8")
HINDI = (ROOT / "editors/reference.hi.md").read_text(encoding="utf-8")
SHELF = """async () => (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', {create: true})
  .then(top => top.getDirectoryHandle('startups', {create: true}))"""
WRITE = f"""async files => {{
  const shelf = await ({SHELF})();
  for (const [name, text] of Object.entries(files)) {{
    const stream = await (await shelf.getFileHandle(name, {{create: true}})).createWritable();
    await stream.write(text);
    await stream.close();
  }}
}}"""
READ = f"async name => (await (await (await ({SHELF})()).getFileHandle(name)).getFile()).text()"


def test_the_settings_are_by_the_schema_of_the_pinned_package() -> None:
    schema = json.loads((PACKAGE / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    made = yaml.safe_load(cms.text(VOCABULARY))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(made)] == []
    (collection,) = made["collections"]
    assert [one["name"] for one in _asked(collection) if not _is_known(one, schema)] == []
    for wrong in ({"widget": "no-such-widget"}, {"widget": "string", "maxlenght": 60}):
        assert not _is_known({"name": "x", **wrong}, schema)


def _is_known(field: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether it is as one of the package's own fields asks; the schema as a whole lets fields of others through."""
    parts = schema["definitions"]
    own = [name for name, one in parts.items() if one.get("properties", {}).get("widget", {}).get("const") == field["widget"]]
    asked = {"anyOf": [{"$ref": f"#/definitions/{name}"} for name in own] or [False], "definitions": parts}
    return jsonschema.Draft7Validator(asked).is_valid(field)


def test_the_forms_ask_for_every_key_in_both_languages() -> None:
    (collection,) = cms.config(VOCABULARY)["collections"]
    assert [one["name"] for one in collection["fields"]] == [*(one.key for one in outline(VOCABULARY)), "body"]
    for asked in _asked(collection):
        assert re.fullmatch(r"[^\u0900-\u097f]+ · .*[\u0900-\u097f].*", asked["label"]), asked["name"]


def _asked(held: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for one in held.get("fields", []) for each in (one, *_asked(one))]


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """What `make editor-cms` packs, with a store in the browser in place of a forge."""
    folder = tmp_path / "cms"
    shutil.copy2(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "editors/cms", tmp_path / "editors/cms", ignore=shutil.ignore_patterns("node_modules"))
    (tmp_path / "editors/cms/node_modules").symlink_to(ROOT / "editors/cms/node_modules")
    subprocess.run(["make", "-s", "-o", "ready-editor", "editor-cms"], cwd=tmp_path, check=True, capture_output=True)
    shutil.move(tmp_path / "dist/cms", folder)
    made = cms.config(VOCABULARY) | {"backend": {"name": "test-repo"}, "publish_mode": "simple"}
    (folder / "config.yml").write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
    return folder


def test_a_profile_that_went_through_it_says_what_it_said(browser: Browser, packed: Path) -> None:
    with served(packed) as host:
        page = browser.new_context(bypass_csp=False).new_page()
        asked = list[str]()
        page.on("requestfinished", lambda request: asked.append(request.url))
        page.goto(host)
        page.evaluate(WRITE, {"lantern-works.md": REFERENCE, "lantern-works.hi.md": HINDI})
        page.reload()
        page.get_by_role("button", name="Test Repository").click()
        expect(page.get_by_role("row")).to_have_count(1)  # the Hindi file is none of its entries
        page.goto(f"{host}#/collections/startups/entries/lantern-works")
        _rename(page)
        after = page.evaluate(READ, "lantern-works.md")
        assert page.evaluate(READ, "lantern-works.hi.md") == HINDI
        page.context.close()
    assert {url for url in asked if not url.startswith((host, "blob:", "data:"))} == set()
    assert _profile(after) == _profile(REFERENCE.replace("name: Lantern Works\n", "name: Lantern House\n"))


def _rename(page: Page) -> None:
    page.get_by_role("textbox").nth(1).fill("Lantern House")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_function(f"async () => (await ({READ})('lantern-works.md')).includes('Lantern House')")


def _profile(text: str) -> tuple[Profile, str]:
    document = frontmatter.parse(text, "")
    return Profile.model_validate(document.meta), document.body.strip()
