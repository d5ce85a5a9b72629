"""Every page of the site stands in two languages, each leading to the other and staying in its own.

Holds G13, G14 and A7 of docs/standards.md.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hindi_pages import DEVANAGARI, unmarked
from sites import build, built_project, make_project, real_project

from showcase import catalogue, causes
from showcase.editors.outline import outline
from showcase.site import addresses, handwritten
from showcase.site.built import BuiltSite
from showcase.site.mixed import marked
from showcase.verify import verify


@pytest.fixture(scope="module")
def site() -> BuiltSite:
    return BuiltSite(built_project() / "site")


def html(site: BuiltSite, address: str) -> str:
    return (site.folder / address / "index.html").read_text(encoding="utf-8")


def ends(site: BuiltSite, address: str) -> set[str]:
    """Where the links of a page lead within the site."""
    links = (link for link in site.pages[address].links if not link.startswith(("http", "mailto:")))
    return {site.resolved(address, link)[0] for link in links}


def pages(site: BuiltSite) -> list[str]:
    """Those for readers; a card for other people's pages names its profile instead."""
    return sorted(address for address in site.pages.keys() - {"404.html"} if addresses.is_for_readers(address))


def test_every_page_stands_in_both_languages(site: BuiltSite) -> None:
    english = {address for address in pages(site) if addresses.english(address) == address}
    assert {addresses.local(address, "hi") for address in english} | english == set(pages(site))
    assert {"", "about/", "book/", "policies/", "states/", "states/maharashtra/", "search/"} <= english


def test_every_page_says_its_language_and_where_the_other_one_is(site: BuiltSite) -> None:
    for address in pages(site):
        english, text = addresses.english(address), html(site, address)
        language = "en" if address == english else "hi"
        assert f'<html lang="{language}">' in text
        told = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', text))
        found = {name: site.resolved(address, link)[0] for name, link in told.items()}
        assert found == {"en": english, "hi": addresses.local(english, "hi"), "x-default": english}, address
        switch = re.search(r'<a class="masthead-language" href="([^"]+)"', text)
        assert site.resolved(address, switch[1])[0] == addresses.translation(english, language), address


YARD = """\
hubs:
  - {name: A yard, {hindi}kind: shipyard, place: On a river, src: [1]}
sources:
  - {id: 1, title: A list of yards, publisher: Example, url: "https://example.org/yards"}
"""


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site has an address, in a folder of a host; of two States a yard is told, of one in Hindi too."""
    project = make_project(tmp_path_factory.mktemp("hosted"))
    data = project / "data" / "site.yml"
    data.write_text(data.read_text().replace('site_url: ""', "site_url: https://example.org/book"))
    for name, hindi in (("nagaland", ""), ("mizoram", "name_hi: एक पोत कारख़ाना, ")):
        state = project / "data" / "states" / f"{name}.yml"
        head = re.split(r"(?m)^(?:policies|hubs|notes|sources):", state.read_text(encoding="utf-8"))[0]
        state.write_text(head + YARD.replace("{hindi}", hindi), encoding="utf-8")
    done = build(project)
    assert done.returncode == 0, done.stdout
    return project


def test_the_page_for_what_is_lost_leads_home_also_from_a_folder_of_a_host(hosted: Path, tmp_path: Path) -> None:
    loaded = catalogue.load(hosted)
    assert verify(hosted / "site", loaded) == []
    shutil.copytree(hosted / "site", site := tmp_path / "site")
    html = (site / "404.html").read_text(encoding="utf-8")
    (site / "404.html").write_text(html.replace('"/book/hi/"', '"/hi/"').replace('"/book/about/"', '"/book/gone/"'))
    lost = {f"404.html links to {link}, which is not there." for link in ("/hi/", "/book/gone/")}
    assert set(verify(site, loaded)) == lost


def test_a_note_says_that_a_state_is_told_in_english_and_beside_hindi_each_text_is_marked(hosted: Path) -> None:
    made = BuiltSite(hosted / "site")
    note, mark = "आगे का विवरण अभी अंग्रेज़ी में है।", 'class="in-english"'
    english, mixed = (html(made, f"hi/states/{name}/").partition("<main")[2] for name in ("nagaland", "mizoram"))
    assert note in english and mark not in english
    assert note not in mixed and "एक पोत कारख़ाना" in mixed
    assert mixed.count(mark) == 2, "its kind and its place"
    assert note not in html(made, "states/nagaland/")


def test_with_an_address_of_its_own_the_site_tells_others_of_both_languages(hosted: Path) -> None:
    home, made = "https://example.org/book/", BuiltSite(hosted / "site")
    sitemap = (made.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert set(re.findall("<loc>(.+)</loc>", sitemap)) == {f"{home}{address}" for address in pages(made)}
    entry = next(part for part in sitemap.split("<url>") if f"<loc>{home}hi/about/</loc>" in part)
    links = {"en": f"{home}about/", "hi": f"{home}hi/about/", "x-default": f"{home}about/"}
    assert dict(re.findall('hreflang="(.+)" href="(.+)"/>', entry)) == links
    text = html(made, "hi/about/")
    assert f'<link rel="canonical" href="{links["hi"]}">' in text
    assert dict(re.findall('<link rel="alternate" hreflang="(.+)" href="(.+)">', text)) == links


def test_links_stay_in_the_language_of_the_page(site: BuiltSite) -> None:
    for address in pages(site):
        english = addresses.english(address)
        own = "hi/" if address != english else ""
        strays = {end for end in ends(site, address) if end in site.pages and end.startswith("hi/") != bool(own)}
        assert strays == {addresses.translation(english, "hi" if own else "en")}, address


def test_a_list_in_hindi_gives_away_the_same_tables(site: BuiltSite) -> None:
    tables = [end for end in ends(site, "hi/states/maharashtra/") if end.startswith("data/v1/")]
    assert sorted(tables) == sorted(end for end in ends(site, "states/maharashtra/") if end.startswith("data/v1/"))
    assert len(tables) == 3


def test_a_written_page_is_built_from_its_hindi_or_for_want_of_it_from_the_english() -> None:
    places = handwritten.places(["about.md", "about.hi.md", "more.md"])
    assert places == {
        "about.md": "about.md", "hi/about.md": "about.hi.md", "more.md": "more.md", "hi/more.md": "more.md",
    }  # fmt: skip


def test_a_written_page_without_hindi_is_shown_in_english_and_says_so(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / "docs" / "about.hi.md").unlink()
    done = build(project)
    assert done.returncode == 0, done.stdout
    text = html(BuiltSite(project / "site"), "hi/about/")
    assert '<p class="not-yet">अभी हिंदी में नहीं</p>' in text
    assert re.search(r'<div lang="en">\s*<p>Shared Horizons', text)


def test_a_page_in_hindi_has_a_title_of_its_own(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"docs/about.hi.md": "---\ndescription: परिचय।\n---\nपाठ\n"})
    done = build(project)
    assert done.returncode == 1
    assert "docs/about.hi.md: `title` is missing" in done.stdout


def test_an_address_that_leads_nowhere_is_told_in_both_languages(site: BuiltSite) -> None:
    text = (site.folder / "404.html").read_text(encoding="utf-8")
    assert "This page lies beyond the horizon." in text
    assert "यह पृष्ठ क्षितिज के पार है।" in text
    assert {"/hi/", "/hi/startups/", "/", "/startups/"} <= set(re.findall(r'href="([^"]+)"', text))


def names(project: Path) -> set[str]:
    """What is written in Latin letters in either language: forms and sizes of files, a standard, a mark, the codes of the States."""
    states = catalogue.load(project).vocabulary.states
    return {"EN", "CSV", "JSON", "XLSX", "PDF", "KB", "MB", "ISO", *states}


@pytest.mark.parametrize("made", [built_project, real_project])
def test_nothing_in_english_stands_unmarked_on_a_page_in_hindi(made: Callable[[], Path]) -> None:
    project = made()
    pages = {path.parent.relative_to(project / "site"): path for path in (project / "site" / "hi").rglob("index.html")}
    strays = {str(name): set(unmarked(path.read_text(encoding="utf-8"))) - names(project) for name, path in pages.items()}
    assert len(pages) > 20
    assert {name: sorted(found) for name, found in strays.items() if found} == {}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="hi"><p>नाम Name</p>', ["Name"]),
        ('<html lang="hi"><p>नाम <span lang="en">Name <b>of</b></span> it</p>', ["it"]),
        ('<html lang="hi"><img alt="A plate" src="plate.svg">', ["plate"]),
        ('<html lang="hi"><p>पता /hi/startups/pixxel/ और 24 m</p>', []),
        ('<html lang="en"><p>Name <i lang="hi">नाम DISC</i></p>', ["DISC"]),
    ],
)
def test_latin_letters_that_are_said_to_be_hindi_are_found(html: str, found: list[str]) -> None:
    assert unmarked(html) == found


@pytest.mark.parametrize("folder", ["", "hi/"])
def test_the_page_of_keys_tells_each_and_leads_to_the_codes(site: BuiltSite, folder: str) -> None:
    told, codes = html(site, f"{folder}fields/"), html(site, f"{folder}problems/")
    fields = outline(catalogue.load(built_project()).vocabulary)
    assert re.findall(r'<section class="problem" id="(\w+)"', told) == [one.key for one in fields]
    rows = [row.path.partition(".")[2] for one in fields for row in one.rows]
    assert re.findall(r'<th scope="row"><code[^>]*>([\w.]+)</code>', told) == rows
    assert re.findall(r'<section class="problem" id="(\w+)"', codes) == [code.lower() for code in causes.catalogue()]
    assert set(re.findall(r"problems/#(\w+)", told)) <= {code.lower() for code in causes.catalogue()}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>साइट PDF/X-4 &amp; <b>Debian 12</b></p>", '<p>साइट <span lang="en">PDF/X-4</span> &amp; <b><span lang="en">Debian</span> 12</b></p>'),
        ("<p>यह <code>make &lt;x&gt;</code><br>है</p>", '<p>यह <code lang="en">make &lt;x&gt;</code><br>है</p>'),
        ('<p><span lang="en">As it is</span> <em lang="mr">Pune</em></p>', '<p><span lang="en">As it is</span> <em lang="mr">Pune</em></p>'),
    ],
)  # fmt: skip
def test_latin_words_of_a_written_page_in_hindi_are_marked_as_english(html: str, told: str) -> None:
    assert marked(html, "hi") == told


def test_hindi_words_of_a_written_page_in_english_are_marked_as_hindi() -> None:
    """In code too, where a line of a file holds them."""
    html = '<p>With the nukta: ख़रीद, फ़ाइबर <em lang="hi">बना</em></p><pre><code>name_hi: "TODO: नाम हिंदी में"</code></pre>'
    assert marked(html, "en") == ('<p>With the nukta: <span lang="hi">ख़रीद, फ़ाइबर</span> <em lang="hi">बना</em></p>'
                                  '<pre><code>name_hi: &#34;TODO: <span lang="hi">नाम हिंदी में</span>&#34;</code></pre>')  # fmt: skip


def test_nothing_in_hindi_stands_unmarked_in_english(hosted: Path) -> None:
    """A7: on no page, whichever language it is in and whatever holds it; with an address, code for other sites too."""
    pages = [path for project in (hosted, real_project()) for path in (project / "site").rglob("*.html")]
    strays = {str(path): found for path in pages if (found := unmarked(path.read_text(encoding="utf-8"), DEVANAGARI))}
    assert len(pages) > 400
    assert strays == {}
