"""The data release, held against its own standards' checkers: D4 to D8 of the data users' requirements, and S2.

Holds G16, S22, D5, D6 and D7 of docs/standards.md.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
from io import StringIO
from itertools import pairwise
from pathlib import Path

import frictionless
import pytest
from openpyxl import load_workbook
from pyld import jsonld
from sites import CONTENT, DRAFT, built_project
from world import ROOT, make_world, profile

from showcase import catalogue, cli
from showcase.catalogue import Catalogue
from showcase.records import COLUMNS, Row
from showcase.release import making, schema
from showcase.release.rights import package_licences
from showcase.release.table import Told
from showcase.release.version import FOLDER, VERSION, VERSIONS, next_version

NASTY = '=HYPERLINK("x") ]]> </script <img onerror=y'
"""What the check lets pass, for no tag ends in it; a page around it would end the tag."""
SECRET = profile(
    ("id: lantern-works", "id: sealed-lamp"), ("name: Lantern Works", "name: Sealed Lamp"),
    ("summary: Lantern Works of", "summary: Sealed Lamp of"), ("review_by: 2027-05-22", "review_by: 2027-05-22\nembargo_until: 2100-01-01"),
)  # fmt: skip
FILES = {**CONTENT, "startups/sealed-lamp.md": SECRET}
GOLDEN = json.loads((ROOT / "tests" / "golden" / "columns.json").read_text(encoding="utf-8"))


def written(root: Path, *options: str) -> Path:
    """The folder into which the command writes the release of the project at `root`."""
    assert cli.main(["--root", str(root), "release", *options]) == 0
    return root / "dist" / "data-v1"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_world(tmp_path_factory.mktemp("release"), FILES)


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return written(root)


@pytest.fixture(scope="module")
def known(root: Path) -> Catalogue:
    return catalogue.load(root)


def told(folder: Path, name: str) -> dict[str, object]:
    return json.loads((folder / name).read_bytes())


def test_d5_the_data_package_is_valid_and_every_row_is_what_its_schema_says(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert (report.valid, report.stats["errors"]) == (True, 0)
    package = told(folder, "datapackage.json")
    assert package["version"] == VERSION
    assert [one["version"] for one in package["changes"]] == list(reversed(VERSIONS))
    assert {one["path"] for one in package["resources"]} == {
        path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.suffix in (".csv", ".xlsx")
    } | {path.relative_to(folder).as_posix() for path in folder.rglob("*.json") if not is_description(path.name)}


def is_description(name: str) -> bool:
    return name in ("datapackage.json", "dictionary.json", "table-schema.json")


@pytest.mark.parametrize(("old", "new"), [('"2026-11-22"', '"yesterday"'), ('"lantern-works"', '"Lantern Works"')])
def test_d5_a_row_of_another_kind_is_found(folder: Path, tmp_path: Path, old: str, new: str) -> None:
    for name in ("datapackage.json", "table-schema.json", "innovators.csv"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    package = told(folder, "datapackage.json")
    package["resources"] = [{**package["resources"][0], "bytes": None, "hash": None}]
    for key in ("bytes", "hash"):
        del package["resources"][0][key]
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
    table = tmp_path / "innovators.csv"
    table.write_text(table.read_text().replace(old, new, 1))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_d4_the_three_forms_hold_the_same_rows_of_what_is_published_alone(folder: Path, known: Catalogue) -> None:
    slugs = [one.slug for one in known.published]
    assert slugs == ["lantern-works", "quiet-box"]
    rows = told(folder, "innovators.json")["innovators"]
    table = list(csv.DictReader(StringIO((folder / "innovators.csv").read_bytes().decode("utf-8-sig"), newline="")))
    sheet = load_workbook(folder / "innovators.xlsx").active
    assert [one["slug"] for one in rows] == [one["slug"] for one in table] == [row[0].value for row in sheet.iter_rows(2)] == slugs
    assert list(rows[0]) == list(table[0]) == [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert [Row.model_validate(one).model_dump(mode="json") for one in rows] == rows
    assert {cell.data_type for row in sheet.iter_rows(2) for cell in row} <= {"s", "n"}


def test_d4_nothing_of_drafts_of_embargoed_profiles_or_of_persons_is_in_any_file(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if path.suffix == ".xlsx":
                content = str([[cell.value for cell in row] for row in load_workbook(path).active]).encode()
            hidden = [name for name in (b"hidden-forge", b"sealed-lamp", b"Sealed Lamp", b"Asha Rao") if name in content]
            assert hidden == [], path.name
    assert not {"founders", "clearance", "embargo_until", "status", "photographs"} & set(COLUMNS)


def test_d4_each_value_of_each_facet_has_a_table_of_its_own(folder: Path, known: Catalogue) -> None:
    for table in Told(known).tables():
        rows = told(folder, table.path("json"))["innovators"]
        assert [one["slug"] for one in rows] == [one.slug for one in table.startups]
    assert told(folder, "states/maharashtra.json")["schema_version"] == VERSION


def test_d5_the_checksums_are_those_of_all_files(folder: Path) -> None:
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.split(": ")[0] for line in done.stdout.splitlines()} == files - {"SHA256SUMS"}


def test_d6_the_catalogue_entry_is_linked_data_with_the_elements_of_data_gov_in(folder: Path) -> None:
    (entry,) = jsonld.expand(told(folder, "dcat.jsonld"), {"base": "https://example.org/data/v1/"})
    dcat, terms, schema_org = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "https://schema.org/"
    assert entry["@type"] == [f"{dcat}Dataset"]
    assert {one["@language"] for one in entry[f"{terms}title"]} == {"en", "hi"}
    assert entry[f"{dcat}landingPage"] == [{"@id": "https://example.org/data/"}]
    elements = {one[f"{schema_org}propertyID"][0]["@value"] for one in entry[f"{schema_org}additionalProperty"]}
    assert {"category", "sector", "sub-sector", "jurisdiction", "access-method", "group", "frequency", "granularity",
            "policy-compliance"} == elements  # fmt: skip
    forms = entry[f"{dcat}distribution"]
    assert [one[f"{dcat}downloadURL"][0]["@id"].rsplit(".")[-1] for one in forms] == ["csv", "json", "xlsx"]
    for one in forms:
        content = (folder / one["@id"].rpartition("/")[2]).read_bytes()
        assert int(one[f"{dcat}byteSize"][0]["@value"]) == len(content)
        assert hashlib.sha256(content).hexdigest() in str(one)


def test_d7_without_a_chosen_licence_none_is_named_and_that_is_said(folder: Path) -> None:
    package = told(folder, "datapackage.json")
    assert "licenses" not in package
    assert "not yet chosen" in package["rights"]["data"] and "not yet chosen" in package["rights"]["pictures"]
    assert "dct:license" not in told(folder, "dcat.jsonld")


def test_d7_data_and_pictures_have_licences_of_their_own(tmp_path: Path) -> None:
    files = {"startups/lantern-works.md": FILES["startups/lantern-works.md"]}
    root = make_world(tmp_path, files)
    site = root / "data" / "site.yml"
    site.write_text(site.read_text().replace("  data: null", "  data: GODL-India").replace("  pictures: null", "  pictures: All rights reserved"))
    package = told(written(root), "datapackage.json")
    assert package["licenses"] == [{"name": "GODL-India", "title": "GODL-India"}]
    assert package["rights"] == {"data": "GODL-India", "pictures": "All rights reserved"}
    assert package_licences(catalogue.load(root).site)[0]["name"] == "GODL-India"
    assert frictionless.validate(str(root / "dist" / "data-v1" / "datapackage.json")).valid


def test_d8_the_columns_are_those_that_their_version_promised(known: Catalogue) -> None:
    own = {one.name: one.kind for one in schema.columns(known.vocabulary.ui)}
    assert GOLDEN[VERSION] == own, "the columns changed: add a version to showcase/release/version.py and to this file"
    assert tuple(GOLDEN) == VERSIONS


def test_d8_what_is_taken_away_needs_a_major_version() -> None:
    for before, after in pairwise(GOLDEN):
        assert after == next_version(before, GOLDEN[before], GOLDEN[after])
    columns = GOLDEN[VERSION]
    less = {name: kind for name, kind in columns.items() if name != "city"}
    renamed = {("town" if name == "city" else name): kind for name, kind in columns.items()}
    assert next_version("1.4.0", columns, less) == next_version("1.4.0", columns, renamed) == "2.0.0"
    assert next_version("1.4.0", columns, {**columns, "founded": "string"}) == "2.0.0"
    assert next_version("1.4.0", columns, {**columns, "more": "string"}) == "1.5.0"
    assert next_version("1.4.0", columns, columns) == "1.4.0"
    assert FOLDER == f"data/v{VERSION.split('.')[0]}/"


def test_d8_the_dictionary_tells_every_column_in_both_languages(folder: Path) -> None:
    columns = told(folder, "dictionary.json")["columns"]
    assert [one["name"] for one in columns] == list(COLUMNS)
    assert all(one["what"]["en"] and re.search("[\u0900-\u097f]", one["what"]["hi"]) for one in columns)


def test_s2_texts_that_would_run_somewhere_run_nowhere(tmp_path: Path) -> None:
    files = {"startups/lantern-works.md": profile(("name: Lantern Works", f"name: '{NASTY}'"), ("summary: Lantern Works of", "summary: A firm of"))}
    folder = written(make_world(tmp_path, files))
    table = (folder / "innovators.csv").read_bytes().decode("utf-8-sig")
    assert next(csv.DictReader(StringIO(table, newline="")))["name"] == f"'{NASTY}"
    assert load_workbook(folder / "innovators.xlsx").active["B2"].data_type == "s"
    assert told(folder, "innovators.json")["innovators"][0]["name"] == NASTY
    assert frictionless.validate(str(folder / "datapackage.json")).valid


def test_no_text_of_a_list_holds_what_stands_between_two(known: Catalogue) -> None:
    words = known.vocabulary
    names = [one.name for kind in (words.technologies, words.end_users, words.programmes, words.editions) for one in kind.values()]
    assert [name for name in names if ";" in name] == []


def test_the_command_says_what_it_made(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(root)
    said = capsys.readouterr().out
    assert "innovators.csv: 2 innovators, " in said
    assert f"version {VERSION}" in said and "sha256sum -c SHA256SUMS" in said


def test_d5_what_a_release_no_longer_has_is_taken_away_and_what_is_somebodys_own_stays(tmp_path: Path) -> None:
    """A profile that goes takes its lists along, which nothing else would make anew; all that is left is checked."""
    root = make_world(tmp_path, {**FILES, "requirements.txt": (ROOT / "requirements.txt").read_text()})
    folder = written(root)
    gone, own = folder / "technologies" / "quantum-technologies.csv", folder / "technologies" / "quantum-technologies.json"
    assert "quiet-box" in gone.read_text()
    own.write_text("{}")
    outside = root / "dist" / "outside.txt"
    outside.write_text("")
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write(f"{hashlib.sha256(b'').hexdigest()}  ../outside.txt\n")
    for file in (root / "startups").glob("quiet-box*.md"):
        file.unlink()
    written(root)
    assert not gone.exists() and own.read_text() == "{}" and outside.exists()
    assert [path.name for path in folder.rglob("*") if path.is_file() and path != own and b"quiet-box" in path.read_bytes()] == []
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.split(": ")[0] for line in done.stdout.splitlines()} == files - {"SHA256SUMS", "technologies/quantum-technologies.json"}
    assert "sbom.cdx.json" in files


def test_a_folder_with_sums_of_something_else_loses_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "cover.pdf").write_bytes(b"")
    (tmp_path / "SHA256SUMS").write_text(f"{hashlib.sha256(b'').hexdigest()}  cover.pdf\n")
    written(root, "--output", str(tmp_path))
    assert (tmp_path / "cover.pdf").exists() and (tmp_path / "datapackage.json").exists()


def test_the_site_has_the_same_release_as_the_command(tmp_path: Path) -> None:
    folder = written(make_world(tmp_path, CONTENT))
    site = built_project() / "site" / FOLDER
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert [name for name in sorted(names) if (folder / name).read_bytes() != (site / name).read_bytes()] == []
    assert "hidden-forge" in DRAFT


@pytest.mark.parametrize("folder_of", ["", "hi/"])
def test_g16_the_page_names_every_file_with_its_size(folder_of: str) -> None:
    site = built_project() / "site"
    html = (site / folder_of / "data" / "index.html").read_text(encoding="utf-8")
    for path in sorted((site / FOLDER).rglob("*")):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            assert f'/{name}"' in html, name
    shown = re.findall(rf'{FOLDER}innovators\.csv" download(?: lang="en")?>innovators\.csv</a></th><td>CSV</td><td class="number">([\d.]+) KB', html)
    assert float(shown[0]) * 1000 == pytest.approx((site / FOLDER / "innovators.csv").stat().st_size, rel=0.01)


@pytest.mark.parametrize(("length", "words"), [(812, "0.812 KB"), (4_123, "4.12 KB"), (999_499, "999 KB"), (999_600, "1 MB"), (3_210_000, "3.21 MB")])
def test_g16_a_size_is_told_within_a_hundredth(length: int, words: str) -> None:
    assert making.size(length) == words
