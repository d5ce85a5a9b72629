"""What the threats of the standard ask for and no other file of tests holds: each test names its id.

Holds S3, S8, S10, S11, S12, S17, S20, S21, S22 and S23 of docs/standards.md.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from sites import real_project
from test_house import CODE, tracked_files
from test_mistakes import problems_of
from weasyprint.urls import FatalURLFetchingError
from world import ROOT, profile

from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.model.profile import Profile
from showcase.release.parts import parts
from showcase.site.built import BuiltSite
from showcase.site.fetched import is_foreign

DRAWN = set("svg g path rect circle ellipse line polyline polygon text tspan defs title desc linearGradient radialGradient "
            "stop clipPath mask pattern use symbol".split())  # fmt: skip
SECRETS = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bglpat-[\w-]{20}|\bxox[bp]-\d")


def test_s3_yaml_is_read_by_safe_loaders_alone() -> None:
    unsafe = re.compile(r"yaml\.(?:unsafe_load|full_load|UnsafeLoader|FullLoader|Loader\b|CLoader)|\byaml\.load\((?!.*Loader=_Loader)")
    code = [*CODE, *(ROOT / "scripts").glob("*.py"), *(ROOT / "bench").glob("*.py")]
    assert [path.name for path in code if unsafe.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['true']", "!unknown x", "!!binary aGk="])
def test_s3_a_tag_is_told_with_its_place(tmp_path: Path, tag: str) -> None:
    told = problems_of(tmp_path, profile(("name: Lantern Works", f"name: {tag}")))
    assert told and told[0].line == 3


def test_s8_drawings_of_the_site_can_run_fetch_and_frame_nothing() -> None:
    drawings = sorted((real_project() / "site").rglob("*.svg"))
    assert len(drawings) > 10
    for path in drawings:
        text = path.read_text(encoding="utf-8")
        assert "<!DOCTYPE" not in text and "<!ENTITY" not in text
        for one in ElementTree.fromstring(text).iter():
            assert one.tag.rpartition("}")[2] in DRAWN, f"{path.name}: {one.tag}"
            for name, value in one.attrib.items():
                assert not name.lower().startswith("on") and name != "style", f"{path.name}: {name}"
                assert "href" not in name or value.startswith("#"), f"{path.name}: {value}"


@pytest.mark.parametrize("mode", ["120000", "160000"], ids=["symlink", "submodule"])
def test_s10_the_tree_holds_no_link_and_no_other_repository(mode: str) -> None:
    entries = subprocess.run(["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert entries and [line for line in entries.splitlines() if line.startswith(mode)] == []


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="attachment" href="{}">', '<a rel="attachment" href="{}">a</a>', '<img src="{}">',
        '<p style="background: url({})">a</p>',
        '<link rel="stylesheet" href="{}">', '<style>@import url({});</style>', '<p style="list-style: url({}); display: list-item">a</p>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/a.png"])
def test_s11_a_page_of_the_book_reaches_no_file_and_no_host(element: str, address: str) -> None:
    stationery = Stationery.of(ROOT)
    with pytest.raises((TypesettingError, FatalURLFetchingError), match="which is not part of it"):
        stationery.lay_out(f'<section class="page">{element.format(address)}</section>', {}, "x").write_pdf()


def test_s12_no_extension_reads_files_or_the_environment() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)  # a !ENV would not pass
    assert settings["markdown_extensions"] == settings["plugins"] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_s17_every_package_is_pinned_by_version_and_hash(name: str) -> None:
    text = re.sub(r"^ *#.*$", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    packages = re.split(r"\n(?=\w)", text.strip())
    assert len(packages) > 10
    assert [one.split()[0] for one in packages if not re.match(r"[\w.\[\]-]+==\S+[^\n]*\\\n\s+--hash=sha256:", one)] == []


def test_s17_the_list_of_parts_is_valid_and_names_every_package_with_its_hashes_and_licence() -> None:
    """CycloneDX 1.6, by its own schema; hashes of the lock, licences of what is installed."""
    told = parts(ROOT)
    checker = JsonStrictValidator(SchemaVersion.V1_6)
    assert checker.validate_str(json.dumps(told)) is None
    assert checker.validate_str(json.dumps(told | {"bomFormat": "none"})) is not None
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert len(told["components"]) == len(re.findall(r"^[\w.-]+(?:\[[^\]]*\])?==", lock, re.MULTILINE)) > 30
    assert sum(len(one["hashes"]) for one in told["components"]) == lock.count("sha256:")
    known = [one["name"] for one in told["components"] if "licenses" in one]
    assert {"mkdocs", "weasyprint", "pillow", "nh3"} <= {name.lower() for name in known}


def test_s20_links_to_others_are_cut_from_this_window_and_run_nothing() -> None:
    """Some sources have no other address than one of http, and a source is named where it was read."""
    links = [tag for path in (real_project() / "site").rglob("*.html") for tag in re.findall(r"<a\b[^>]*>", path.read_text())]
    foreign = [tag for tag in links if is_foreign(html.unescape(re.search(r'href="([^"]*)"', f'{tag} href="#"')[1]))]
    assert len(foreign) > 500
    assert {tag for tag in foreign if not re.search(r'href="(?:https?://|mailto:|tel:)', tag)} == set()
    assert {tag for tag in foreign if 'href="http' in tag and "noopener" not in tag} == set()


def test_s21_pages_hold_no_character_that_turns_the_direction_of_text() -> None:
    turning = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    files = [*(real_project() / "site").rglob("*.html"), *(real_project() / "site" / "data").rglob("*.json")]
    assert [path.name for path in files if turning.search(path.read_text(encoding="utf-8"))] == []


def test_s22_a_profile_has_no_field_for_how_to_reach_a_person() -> None:
    told = str(Profile.model_json_schema()).lower()
    assert not re.search(r"'(?:e_?mail|phone|mobile|telephone|aadhaar|pan|date_of_birth)'", told)


def test_s23_neither_tree_nor_site_holds_a_secret_or_a_map_of_sources() -> None:
    site = BuiltSite(real_project() / "site")
    assert [name for name in site.files if name.endswith(".map") or name.startswith(".git")] == []
    paths = [*(ROOT / name for name in tracked_files()), *(site.folder / name for name in site.files)]
    assert [str(path) for path in paths if SECRETS.search(path.read_bytes())] == []
