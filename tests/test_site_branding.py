"""`brand: dbim` (G23–G26), and a site whose owner has filled everything (G1, G2, G9, G40–G42)."""

from __future__ import annotations

import re

import pytest
from sites import CONTENT, build, make_project
from test_release_owner import as_true, filled
from world import ROOT

from showcase import fonts
from showcase.colour import contrast
from showcase.fonts.faces import site_faces
from showcase.site import addresses, branding, stylesheets
from showcase.site.built import BuiltSite

SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/assets/css").glob("*.css"))}
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
OWN_FACES = re.compile(r"Horizon (?:Serif|Sans|Devanagari)|Source S|Georgia|system-ui|FiraGO")


def whole(group: str) -> str:
    """All style sheets of the site in one colour group."""
    dressed = "".join(branding.dressed(text, group) for text in SHEETS.values())
    return stylesheets.colours(branding.values(group)) + branding.rules() + dressed


@pytest.mark.parametrize("group", branding.GROUPS)
def test_one_colour_group_and_the_palette_and_no_other_colour(group: str) -> None:
    """G24; black and white may be seen through."""
    css = whole(group)
    found = {one.lower() for one in HEX.findall(re.sub(r"url\([^)]*\)", "", css))}
    short = {"#" + "".join(sign * 2 for sign in one[1:]) if len(one) == 4 else one for one in found}
    assert short - {*branding.GROUPS[group], *branding.FUNCTIONAL} == set()
    assert branding.GROUPS[group][0] in short
    assert set(re.findall(r"rgb\(([^/)]*)", css)) <= {"0 0 0 ", "255 255 255 "}


@pytest.mark.parametrize("group", branding.GROUPS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_every_group(group: str, scheme: str) -> None:
    """G25: the footer is the key colour; 1.5: the key for links on tints, no status colour for words on light."""
    value = branding.values(group)
    paper = value("paper", scheme)
    accent = value("sea.accent_dark" if scheme == "dark" else "sea.accent", scheme)
    words = [value(name, scheme) for name in ("ink", "muted", "caution", "focus")] + [accent]
    assert min(contrast(one, paper) for one in words) >= 4.5
    assert value("sea.ground_foot", scheme) == branding.GROUPS[group][0]
    assert "--foot: var(--sea-ground-foot)" in SHEETS["frame.css"]
    assert contrast(value("sea.light", scheme), value("sea.ground_foot", scheme)) >= 8
    assert contrast(value("sea.on_sky", scheme), value("sea.sky_foot", scheme)) >= 4.5
    for tile in ("tile_none", "tile_few", "tile_some", "tile_many"):
        assert contrast(value(tile, scheme), value(f"on_{tile}", scheme)) >= 4.5


def test_noto_sans_sets_every_script() -> None:
    """G23."""
    faces = site_faces("dbim")
    assert {one.typeface for one in faces} == {"Noto Sans", "Noto Sans Devanagari"}
    latin, hindi = ([one for one in faces if one.is_devanagari == devanagari] for devanagari in (False, True))
    assert fonts.missing("".join(map(chr, fonts.DEVANAGARI - {0x200C, 0x200D})), *hindi) == ""
    assert fonts.missing("The quick brown fox, 1,500 km", *latin) == ""
    assert OWN_FACES.findall(whole("blue")) == []


def test_icons_are_of_one_size_and_one_style() -> None:
    """G27: lines in the colour of the words beside them, 24 pixels either way, and no face of icons."""
    sources = re.sub(r"{{.*?}}|{%.*?%}", "", "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "theme").rglob("*.html"))))
    drawn = re.findall(r"<(?:a|button)\b[^>]*>\s*(<svg[^>]*>)", sources)
    assert len(drawn) >= 3
    assert {one for one in drawn if 'class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"' not in one} == set()
    icon = re.search(r"\.icon\s*\{([^}]*)\}", whole("blue"))[1]
    assert all(rule in icon for rule in ("fill: none", "stroke: currentColor", "flex: none"))
    assert not re.search(r"@font-face[^}]*(?:icon|symbol|awesome)", whole("blue"), re.IGNORECASE)


CAPPED = {"min(2.4rem, 10vw)", "min(1.6rem, 7vw)"}
"""Headings that a reader has asked to be larger than a phone is wide."""


def test_every_size_of_type_is_one_of_the_scale() -> None:
    """G26, with the ruling of 1.5: nothing under 12 pixels, and body text of 16, or larger where a reader asks for it."""
    sizes = re.findall(r"font-size:\s*([^;}!]+)|font:\s*(?:italic\s+)?\d00\s+([^/\s]+)", whole("blue"))
    said = {(first or second).strip() for first, second in sizes}
    on_screen = {one for one in said if not one.endswith("pt")}
    assert {one for one in on_screen if not re.fullmatch(r"var\(--t[0-5]\)|inherit|1(00|25|50)%", one)} == CAPPED
    assert set(branding.SCALE) == {36, 24, 20, 16, 14, 12}
    assert set(branding.PHONE) <= {24, 20, 16, 14, 12} and branding.PHONE[3] == 16
    assert "text-transform: uppercase" not in whole("blue")


def test_the_look_of_the_house_is_left_as_it_is() -> None:
    assert {one.family for one in site_faces()} == {"Horizon Serif", "Horizon Sans", "Horizon Devanagari"}
    assert "#062c38" in stylesheets.colours()


@pytest.fixture(scope="module")
def owned(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of an owner who has filled everything, in the look of the manual."""
    project = make_project(tmp_path_factory.mktemp("owned"))
    changes = (
        ("brand: horizon", "brand: dbim"),
        ('repository_url: ""', "repository_url: https://git.example.gov.in/idex/showcase"),
        ("ccps: none", "ccps: https://ccps.example.gov.in/"),
        ("social: []", "social: [{name: Example, url: https://social.example/office}]"),
    )
    filled(project, *changes, story=CONTENT["startups/lantern-works.md"])
    done = build(project)
    assert done.returncode == 0, done.stdout
    return BuiltSite(project / "site")


def html(site: BuiltSite, address: str) -> str:
    return (site.folder / address / "index.html").read_text(encoding="utf-8")


def test_the_footer_says_whose_it_is_once_that_is_filled(owned: BuiltSite) -> None:
    """G1, G41: the sentence from one value, on every page; plain links to pages elsewhere."""
    for address in filter(addresses.is_for_readers, owned.pages.keys() - {"404.html"}):
        text = html(owned, address)
        sentence = ("यह वेबसाइट उदाहरण कार्यालय, उदाहरण विभाग, उदाहरण मंत्रालय, भारत सरकार की है।" if address.startswith("hi/")
                    else "The website belongs to Office of the Example, Department of Examples, Ministry of Examples, "
                    "Government of India.")  # fmt: skip
        assert as_true(sentence) in text, address
        assert 'href="https://social.example/office"' in text


def test_the_header_bears_the_mark_in_its_own_shape(owned: BuiltSite) -> None:
    """G2, G3: with words, within 1 per cent of its shape; no emblem among the files."""
    for address, alt in (("", "Office of the Example"), ("hi/about/", "उदाहरण कार्यालय")):
        found = re.search(r'<img src="[^"]*assets/owner/logo.svg" alt="([^"]+)" width="(\d+)" height="(\d+)"', html(owned, address))
        assert found[1] == as_true(alt)
        assert int(found[2]) / int(found[3]) == pytest.approx(3, rel=0.01)
    assert [name for name in owned.files if "emblem" in name.lower() or "ashok" in name.lower()] == []


def test_the_manager_the_form_and_the_publishing_system_stand_where_they_belong(owned: BuiltSite) -> None:
    """G9, G40, G42."""
    contact = owned.pages["contact/"].text
    for told in ("Dr A. Rao", "Joint Secretary", "1 Example Road, New Delhi 110001", "+91 11 0000 0000", "wim@example.gov.in"):
        assert as_true(told) in contact
    feedback = html(owned, "feedback/")
    assert 'action="https://git.example.gov.in/idex/showcase/issues/new"' in feedback
    assert all(f'name="{name}"' in feedback for name in ("title", "body")) and "<label" in feedback
    assert as_true('href="https://example.gov.in/feedback"') in feedback
    assert 'href="https://ccps.example.gov.in/"' in html(owned, "")


def test_the_built_site_wears_the_look(owned: BuiltSite) -> None:
    """G23, G24 in what was built: hooks dress every sheet, and the plates too."""
    sheets = [path.read_text(encoding="utf-8") for path in sorted((owned.folder / "assets/css").glob("*.css"))]
    allowed = {*branding.GROUPS["blue"], *branding.FUNCTIONAL}
    found = {one.lower() for text in sheets for one in HEX.findall(re.sub(r"url\([^)]*\)", "", text)) if len(one) == 7}
    assert found - allowed == set()
    assert any('font-family:"Noto Sans Devanagari"' in text for text in sheets)
    plate = (owned.folder / "assets/plates/house.svg").read_text()
    assert {one.lower() for one in HEX.findall(plate)} <= set(branding.GROUPS["blue"])


def test_a_letter_is_opened_where_there_is_mail_alone(owned: BuiltSite) -> None:
    """G40: without a forge the same form opens the reader's mail; with neither there is none."""
    from types import SimpleNamespace

    from showcase.site.feedback import Form, feedback

    mail = SimpleNamespace(repository_url="", contact=SimpleNamespace(email="desk@example.gov.in"))
    assert feedback(mail) == Form("mail", "mailto:desk@example.gov.in", "subject", "body")
    assert feedback(SimpleNamespace(repository_url="", contact=SimpleNamespace(email=None))) is None
    lab = SimpleNamespace(repository_url="https://gitlab.example.org/a/b/", contact=None)
    assert feedback(lab).action == "https://gitlab.example.org/a/b/-/issues/new"
