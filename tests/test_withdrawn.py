"""A profile that was withdrawn or renamed leaves its address a page in both languages, and nothing anywhere else (G52)."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from sites import build, make_project
from world import PROFILE, ROOT, make_world, profile

from showcase import catalogue, checker, cli
from showcase.servers import headers, writing
from showcase.site.built import BuiltSite
from showcase.site.search.indexing import indexed
from showcase.verify import verify

ARCHIVE = """issues:
  - {id: first, title: The first issue, title_hi: पहला अंक, released_on: 2026-01-05, archived_on: 2026-11-20, url: "https://example.org/first.pdf"}
withdrawn:
  - {id: old-lamp, name: Old Lamp, name_hi: पुराना दीप, withdrawn_on: 2026-11-20, reason: Its source took the report back., reason_hi: स्रोत ने ख़बर वापस ली।}
  - {id: hidden-forge, name: Hidden Forge, name_hi: हिडन फ़ोर्ज, withdrawn_on: 2026-11-21}
renamed:
  - {id: lamp-works, to: lantern-works, renamed_on: 2026-11-22}
  - {id: older-lamp, to: old-lamp, renamed_on: 2026-11-22}
"""
GONE = ("old-lamp", "hidden-forge", "lamp-works", "older-lamp")
PAGES = {f"{language}{folder}{slug}/" for language in ("", "hi/") for folder in ("startups/", "embed/") for slug in GONE}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which two profiles were withdrawn, of one a draft is being written anew, and two had other names."""
    root = make_project(tmp_path_factory.mktemp("withdrawn"), {"data/archive.yml": ARCHIVE})
    done = build(root)
    assert done.returncode == 0, done.stdout
    return root


@pytest.mark.parametrize("page", ["editorial", "contingency"])
@pytest.mark.parametrize("language", ["", ".hi"])
def test_every_policy_on_taking_a_profile_back_names_the_file_that_does_it(page: str, language: str) -> None:
    """A profile that is no longer published and that this file does not name is an error, P705."""
    assert "`data/archive.yml`" in (ROOT / "docs" / "policies" / f"{page}{language}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(project: Path) -> BuiltSite:
    return BuiltSite(project / "site")


def test_its_address_says_that_it_was_withdrawn_when_and_why_in_both_languages(site: BuiltSite) -> None:
    assert site.pages.keys() >= PAGES
    told = {address: " ".join(site.pages[address].text.split()) for address in PAGES}
    for said in ("Old Lamp", "This profile was withdrawn on 20 November 2026.", "Its source took the report back."):
        assert said in told["startups/old-lamp/"]
    for said in ("पुराना दीप", "यह परिचय 20 नवंबर 2026 को हटाया गया।", "स्रोत ने ख़बर वापस ली।"):
        assert said in told["hi/startups/old-lamp/"]
    assert "The reason is not told in public." in told["startups/hidden-forge/"]
    assert "कारण सार्वजनिक नहीं किया गया है।" in told["hi/startups/hidden-forge/"]
    assert "A hidden" not in told["startups/hidden-forge/"] and "was withdrawn" in told["embed/old-lamp/"]


def test_the_archive_lists_it_and_no_list_search_data_or_site_map_does(project: Path, site: BuiltSite) -> None:
    for language, said in (("", "20 November 2026"), ("hi/", "20 नवंबर 2026")):
        page = site.pages[f"{language}archive/"]
        assert said in page.text and f"{language}startups/old-lamp/" in {site.resolved(page.address, one)[0] for one in page.links}
    leading = {address for address, page in site.pages.items()
               if {site.resolved(address, link)[0] for link in page.links} & {f"{one}startups/{slug}/" for one in ("", "hi/") for slug in GONE}}  # fmt: skip
    own = {address for address, page in site.pages.items() if page.metas.get("robots") == "noindex"}
    assert leading - own == {"archive/", "hi/archive/"}
    assert not any(slug in address for language in ("en", "hi") for address in indexed(site.folder, language) for slug in GONE)
    held = [name for name in site.files if any(slug in name for slug in GONE)]
    assert {name.removesuffix("index.html") for name in held} == PAGES
    for path in (site.folder / "data").rglob("*"):
        assert path.suffix not in (".csv", ".json") or b"Old Lamp" not in path.read_bytes()


def test_an_old_address_leads_on_to_the_new_one(site: BuiltSite) -> None:
    for address in ("startups/lamp-works/", "hi/startups/lamp-works/", "embed/lamp-works/", "hi/embed/lamp-works/"):
        (there,) = [one for one in site.pages[address].loads if one == "../lantern-works/"]
        assert site.resolved(address, there)[0] == address.replace("lamp-works", "lantern-works")
    assert "../old-lamp/" in site.pages["startups/older-lamp/"].loads


def test_the_site_agrees_and_a_lost_notice_is_told(project: Path, site: BuiltSite) -> None:
    loaded = catalogue.load(project)
    assert verify(site.folder, loaded) == []
    (site.folder / "hi/startups/old-lamp/index.html").rename(project / "kept.html")
    wrong = verify(site.folder, loaded)
    (project / "kept.html").rename(site.folder / "hi/startups/old-lamp/index.html")
    assert "hi/startups/old-lamp/index.html is missing: old-lamp is in data/archive.yml." in wrong


def test_servers_are_told_who_is_gone_and_who_is_called_otherwise_now(project: Path, site: BuiltSite) -> None:
    told = headers.served(site.folder, catalogue.load(project), "/srv")
    assert told.gone == ("old-lamp", "hidden-forge")
    assert told.moved == (("lamp-works", "lantern-works"), ("older-lamp", "old-lamp"))
    assert {address.removeprefix("/") for address, _to in told.moves} == {one for one in PAGES if one.split("/")[-2] in dict(told.moved)}
    for name in ("nginx.conf", "apache.conf"):
        assert "old-lamp|hidden-forge" in writing.rendered(name, told)


def test_the_archive_keeps_each_issue_of_the_book_with_its_days(project: Path) -> None:
    """G38: the one at hand with its release, and what it replaced with the day on which it was laid aside."""
    edition = catalogue.load(project).site.edition
    for folder, days in (("", ("5 January 2026", "20 November 2026")), ("hi/", ("5 जनवरी 2026", "20 नवंबर 2026"))):
        html = (project / "site" / folder / "archive" / "index.html").read_text(encoding="utf-8")
        current, earlier = re.findall(r'<section aria-labelledby="(?:current|earlier)">.*?</section>', html, re.DOTALL)
        assert edition in current and re.search(r"\d{1,2} \S+ 2026", current)
        assert 'href="https://example.org/first.pdf"' in earlier
        assert all(f"<td>{day}</td>" in earlier for day in days)


def test_from_a_stick_it_leads_on_as_well(project: Path) -> None:
    target = project / "offline.zip"
    assert cli.main(["--root", str(project), "offline", str(project / "site"), "--output", str(target)]) == 0
    with zipfile.ZipFile(target) as packed:
        page = packed.read("shared-horizons/startups/lamp-works/index.html").decode()
    assert 'content="0; url=../lantern-works/index.html"' in page


ROW = "{id: %s, name: Old Lamp, name_hi: पुराना दीप, withdrawn_on: 2026-11-20%s}"


@pytest.mark.parametrize(
    ("withdrawn", "renamed", "line", "sentence"),
    [
        (ROW % ("lantern-works", ""), "", 2, "lantern-works is withdrawn here, but startups/lantern-works.md is published."),
        (ROW % ("old", ", reason: Asked for."), "", 2, "the reason stands in one language only: `reason_hi` is missing."),
        ("", "{id: old, to: lantern-work, renamed_on: 2026-11-20}", 3, "“lantern-work” is neither a published profile nor a withdrawn one."),
        ("", "{id: draft, to: lantern-works, renamed_on: 2026-11-20}", 3, "draft leads to another profile here, but it is the address of one itself."),
        ("", "{id: old, to: draft, renamed_on: 2026-11-20}", 3, "“draft” is neither a published profile nor a withdrawn one."),
    ],
)  # fmt: skip
def test_an_archive_that_contradicts_the_profiles_is_told(
    tmp_path: Path, withdrawn: str, renamed: str, line: int, sentence: str
) -> None:
    draft = profile(("id: lantern-works", "id: draft"), ("name: Lantern Works", "name: Draft"), ("status: published", "status: draft"))
    text = f"issues: []\nwithdrawn: [{withdrawn}]\nrenamed: [{renamed}]\n"
    world = make_world(tmp_path, {"startups/lantern-works.md": PROFILE, "startups/draft.md": draft, "data/archive.yml": text})
    (problem,) = [one for one in checker.examine(world).problems if one.code == "P704"]
    assert (problem.path, problem.line, problem.message) == ("data/archive.yml", line, sentence)


def test_a_draft_that_has_the_address_again_is_shown_in_a_preview(project: Path) -> None:
    from showcase.site.plan import Plan

    loaded = catalogue.load(project)
    for drafts, template in ((False, "withdrawn.html"), (True, "profile.html")):
        (page,) = [one for one in Plan(loaded, drafts).pages if one.address == "startups/hidden-forge/"]
        assert page.template == template
