"""The site as a public record: what GIGW and DBIM ask of every page (docs/standards.md has the ids).

Holds A10, D15 and P7 of docs/standards.md.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sites import real_project
from world import ROOT

from showcase import catalogue, causes, fonts
from showcase.release.making import size
from showcase.site import addresses, leaving
from showcase.site.built import BuiltSite

SERVICE = ("about", "contribute", "contribute/startup", "contribute/book", "contribute/code", "contact", "feedback", "help", "sitemap", "search", "related", "archive")
POLICIES = ("terms", "privacy", "copyright", "hyperlinking", "accessibility", "screen-reader", "content", "archival",
            "review", "monitoring", "contingency", "security", "editorial")  # fmt: skip
PLACEHOLDER = re.compile(r"(?i)lorem ipsum|coming soon|under construction|\bTBD\b|\bTODO\b|जल्द आ रहा")
FOR_WRITERS = ("problems/", "contribute/", "policies/editorial/")
"""Pages that speak of the mark TODO itself."""
EDITED_BY_HAND = {"doc", "docx", "odt", "rtf", "xls", "ods", "ppt", "pptx", "odp"}
"""Kinds of file that no link offers (G36); a table of data as XLSX is none of them."""


class Reader(HTMLParser):
    """A page as a list of what begins, is said and ends: ("a", {...}), "text", "/a"."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.parts: list[tuple[str, dict[str, str]] | str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"/{tag}")

    def each(self, wanted: str) -> list[tuple[dict[str, str], str]]:
        """Attributes and text of every element of a kind that has no other of its kind inside."""
        found, start = [], None
        for place, part in enumerate(self.parts):
            if isinstance(part, tuple) and part[0] == wanted:
                start = place
            elif part == f"/{wanted}" and start is not None:
                text = "".join(one for one in self.parts[start:place] if isinstance(one, str) and one[:1] != "/")
                found.append((self.parts[start][1], " ".join(text.split())))
                start = None
        return found


@pytest.fixture(scope="module")
def site() -> BuiltSite:
    """The site without the cards that other sites frame: they are no pages of their own."""
    built = BuiltSite(real_project() / "site")
    vars(built)["pages"] = {address: page for address, page in built.pages.items() if addresses.is_for_readers(address)}
    return built


@pytest.fixture(scope="module")
def texts(site: BuiltSite) -> dict[str, str]:
    """The HTML of every page."""
    names = {one: f"{one}index.html" if not one.endswith(".html") else one for one in site.pages}
    return {one: (site.folder / name).read_text(encoding="utf-8") for one, name in names.items()}


@pytest.fixture(scope="module")
def read(texts: dict[str, str]) -> dict[str, Reader]:
    return {address: Reader(text) for address, text in texts.items()}


def foot(text: str) -> str:
    return text[text.index('<footer class="foot">') :]


def test_every_page_says_whose_it_is_and_when_it_was_updated(texts: dict[str, str]) -> None:
    """G1 (the truthful sentence until the owner is named), G4."""
    told = catalogue.load(real_project()).site
    for address, text in texts.items():
        hindi = address.startswith("hi/")
        assert (told.lineage_hi if hindi else told.lineage) in foot(text), address
        day = r"अंतिम अद्यतन: \d{1,2} \S+ \d{4}<" if hindi else r"Last updated on \d{1,2} [A-Z][a-z]+ \d{4}<"
        assert len(re.findall(day, foot(text))) == 1, address


def test_every_page_leads_to_policies_sitemap_links_help_feedback_and_contact(site: BuiltSite, texts: dict[str, str]) -> None:
    """G5: from the footer, to pages that are there."""
    wanted = {"policies/", "sitemap/", "related/", "help/", "feedback/", "contact/"}
    for address, text in texts.items():
        own = "hi/" if address.startswith("hi/") else ""
        links = re.findall(r'href="([^"]+)"', foot(text))
        ends = {site.resolved(address, link)[0] for link in links if not link.startswith("http")}
        assert {f"{own}{one}" for one in wanted} <= ends, address
        assert ends <= site.pages.keys()


def test_the_pages_of_service_and_the_policies_are_there_and_say_something(site: BuiltSite) -> None:
    """G6, G7, G18: no page of the site is empty or a promise of one."""
    for own in ("", "hi/"):
        assert {f"{own}{one}/" for one in SERVICE} | {f"{own}policies/{one}/" for one in POLICIES} <= site.pages.keys()
    short = {address for address, page in site.pages.items() if len(" ".join(page.text.split())) < 100}
    assert short - {"404.html"} == set()
    assert [address for address, page in site.pages.items()
            if PLACEHOLDER.search(page.text) and not addresses.english(address).startswith(FOR_WRITERS)] == []  # fmt: skip


def test_the_sitemap_names_every_page_of_its_language_once(site: BuiltSite, texts: dict[str, str]) -> None:
    """G8: two levels at least."""
    for own in ("", "hi/"):
        text = texts[f"{own}sitemap/"]
        inner = text[text.index('aria-label="Sitemap"' if not own else 'aria-label="साइट मानचित्र"') : text.index("</main>")]
        ends = [site.resolved(f"{own}sitemap/", link)[0] for link in re.findall(r'href="([^"]+)"', inner)]
        expected = {one for one in site.pages if one.startswith("hi/") == bool(own)} - {"404.html"}
        assert sorted(ends) == sorted(expected)
        assert inner.count("<h2>") > 8 and inner.count("<ul") == inner.count("<h2>")


def test_the_front_page_has_what_a_front_page_has(site: BuiltSite, read: dict[str, Reader]) -> None:
    """G10, G11: name, about, every part, contact, feedback, the National Portal, search, sitemap, terms."""
    for own, said in (("", "opens a new window"), ("hi/", "नई विंडो में खुलता है")):
        links = read[own].each("a")
        ends = {site.resolved(own, values["href"])[0] for values, _text in links if not values["href"].startswith("http")}
        parts = ("about/", "contact/", "feedback/", "search/", "sitemap/", "policies/terms/", *(one for one, _ in addresses.SECTIONS))
        assert {f"{own}{one}" for one in parts} <= ends
        ((values, text),) = [one for one in links if "india.gov.in" in one[0]["href"]]
        assert (values["target"], values["href"]) == ("_blank", "https://www.india.gov.in/")
        assert said in text


def test_nothing_but_the_national_portal_opens_a_window(read: dict[str, Reader]) -> None:
    """1.5: new windows."""
    opened = {values["href"] for page in read.values() for values, _ in page.each("a") if values.get("target")}
    assert opened == {"https://www.india.gov.in/"}


def test_every_page_shows_the_way_to_it(site: BuiltSite, texts: dict[str, str]) -> None:
    """G11: home, what lies over the page, and the page itself."""
    for address in texts.keys() - {"", "hi/", "404.html"}:
        own = "hi/" if address.startswith("hi/") else ""
        found = re.search(r'<nav class="crumbs.*?</nav>', texts[address], re.DOTALL)
        assert found, address
        links = [site.resolved(address, link)[0] for link in re.findall(r'href="([^"]+)"', found[0])]
        depth = address.removeprefix(own).count("/")
        assert links[0] == own and len(links) == depth, address
        assert all(address.startswith(link) for link in links)
        assert found[0].count('aria-current="page"') == 1


def test_titles_and_descriptions_are_there_and_each_is_one_page_s_own(texts: dict[str, str]) -> None:
    """G12, G37."""
    titles: dict[str, str] = {}
    told: dict[str, str] = {}
    for address, text in texts.items():
        title = re.search("<title>(.*?)</title>", text)[1]
        assert 3 < len(title) <= 150, address
        assert re.search(r'<html lang="(en|hi)">', text), address
        description = re.search('<meta name="description" content="([^"]*)"', text)[1]
        assert len(description) > 20, address
        if address != "404.html":
            assert re.search('<meta name="keywords" content="[^"]+"', text), address
        assert titles.setdefault(title, address) == address, (title, titles[title], address)
        assert told.setdefault(description, address) == address, (description, told[description], address)


def test_the_shipped_fonts_have_every_sign_of_every_page(site: BuiltSite) -> None:
    """G15: no empty boxes, and Unicode alone. Examples of signs that the check refuses are in the reader's own face."""
    have = fonts.LATIN | fonts.DEVANAGARI | {ord(sign) for one in causes.catalogue().values() for sign in one.wrong}
    text = {sign for page in site.pages.values() for sign in page.text if not sign.isspace()}
    assert sorted(sign for sign in text if ord(sign) not in have) == []


def test_a_download_says_its_format_and_its_true_size(
    site: BuiltSite, texts: dict[str, str], read: dict[str, Reader]
) -> None:
    """G16, G36: within 1 per cent; and no file of an office is there to be linked."""
    assert [one for one in site.files if one.rpartition(".")[2].lower() in EDITED_BY_HAND] == []
    seen = 0
    for address, page in read.items():
        for values, text in page.each("a"):
            if values["href"].startswith("http"):
                continue  # at other publishers
            if "download" in values or values["href"].partition("#")[0].endswith((".pdf", ".xlsx", ".csv")):
                file = site.folder / site.resolved(address, values["href"])[0]
                beside = re.split(r"</?[a-z][^>]*>", texts[address].split(f'href="{values["href"]}"', 1)[1].partition(">")[2])
                number, unit = re.search(r"([\d.]+)\s(bytes|KB|MB)", " ".join(beside[:6])).groups()
                told = float(number) * {"KB": 1_000, "MB": 1_000_000}[unit]
                assert file.suffix[1:].upper() in text or "data/" in address, (address, text)
                assert abs(told - file.stat().st_size) <= file.stat().st_size * 0.01, (address, text)
                seen += 1
    assert seen > 100


@pytest.mark.parametrize("count", [10, 998, 1_000, 1_234, 9_994, 9_996, 99_949, 999_499, 999_500, 3_245_678, 25_000_000])
def test_a_size_in_words_is_true_within_one_per_cent(count: int) -> None:
    """G16."""
    number, unit = size(count).split()
    assert abs(float(number) * {"KB": 1_000, "MB": 1_000_000}[unit] - count) <= count * 0.01


def test_links_that_leave_are_marked_and_safe(texts: dict[str, str], read: dict[str, Reader]) -> None:
    """G17: for the eye and for screen readers, by https alone."""
    seen = 0
    for address, page in read.items():
        for values, text in page.each("a"):
            if values["href"].startswith("http"):
                assert values["href"].startswith("https://"), (address, values["href"])
                assert values["aria-describedby"] == leaving.NOTE, (address, text)
                assert values["rel"] == "noopener external", (address, text)
                seen += 1
        assert texts[address].count(f'id="{leaving.NOTE}"') == 1
    assert seen > 300


def test_a_link_is_marked_however_it_is_written() -> None:
    """G17."""
    bare = '<a href="https://example.org/a">A</a>'
    assert leaving.marked(bare, "") == '<a href="https://example.org/a" aria-describedby="elsewhere" rel="noopener external">A</a>'
    own = '<a href="https://example.gov.in/a/">A</a><a href="../b/">B</a><a href="mailto:a@b.c">C</a>'
    assert leaving.marked(own, "https://example.gov.in/") == own


def test_pictures_have_words_and_a_modest_weight(site: BuiltSite, read: dict[str, Reader]) -> None:
    """G20, G21, and P7 for cards."""
    said = {values["alt"] for page in read.values() for tag, values in tags(page) if tag == "img"}
    assert [alt for alt in said if len(alt) > 140 or alt.lower().startswith(("image of", "picture of"))] == []
    pictures = [one for one in site.files if one.endswith((".webp", ".jpg", ".png"))]
    weights = {one: (site.folder / one).stat().st_size for one in pictures}
    assert [one for one, weight in weights.items() if weight > (40_000 if "/cards/" in one else 500_000)] == []
    assert any("/cards/" in one for one in weights)


def test_a_profile_says_how_to_cite_it_and_where_it_stays(site: BuiltSite, texts: dict[str, str]) -> None:
    """D15: the line names the page, its publisher, the day it was verified, and the address that stays."""
    told = catalogue.load(real_project())
    for startup in told.published:
        for own, name in (("", startup.name), ("hi/", startup.name_hi)):
            text = texts[f"{own}startups/{startup.slug}/"]
            line = html.unescape(re.search(r'<dd class="cite-line">(.*?)</dd>', text)[1])
            assert line.startswith(name) and f"startups/{startup.slug}/" in line, line
            assert str(startup.verified_on.year) in line


def test_fields_say_what_is_wrong_and_what_they_are_for() -> None:
    """A10: none asks who the reader is, so none needs a token of its own; what can be wrong has its words beside it."""
    sources = re.sub(r"{{.*?}}|{%.*?%}", "", "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "theme").rglob("*.html"))))
    fields = re.findall(r"<(?:input|select|textarea)\b[^>]*>", sources)
    assert len(fields) >= 5
    for field in fields:
        about = re.search(r'type="(email|tel|password|url)"|name="(name|email|phone|tel|address)"', field)
        assert not about or "autocomplete=" in field, field
        if " required" in field:
            described = re.search(r'aria-describedby="([\w-]+)"', field)
            assert described and f'id="{described[1]}"' in sources, field
    assert "captcha" not in sources.lower()


def tags(page: Reader) -> list[tuple[str, dict[str, str]]]:
    return [part for part in page.parts if isinstance(part, tuple)]


def test_buttons_have_three_words_at_most(read: dict[str, Reader]) -> None:
    """G28. A name in it counts as one word."""
    told = {text for page in read.values() for _values, text in page.each("button") if text}
    assert [text for text in told if len(text.split()) > 3] == []


def test_without_a_style_sheet_a_page_is_in_order(texts: dict[str, str], read: dict[str, Reader]) -> None:
    """G31: what skips to the text, header, text, footer; one main heading before all others."""
    for address, text in texts.items():
        places = [text.index(part) for part in ('<a class="skip"', "<header", "<main", "<h1", "</main>", "<footer")]
        assert places == sorted(places), address
        assert "style=" not in text.replace("data-style=", ""), address
        levels = [int(tag[1]) for tag, _values in tags(read[address]) if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, address


def test_tables_have_a_caption_and_headings_with_a_scope(texts: dict[str, str]) -> None:
    """G33."""
    seen = 0
    for address, text in texts.items():
        for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
            assert "<caption" in table, address
            assert re.findall(r"<th(?![^>]*scope=)[\s>]", table) == [], address
            assert "scope=" in table, address
            seen += 1
    assert seen > 20


def test_no_page_sets_a_cookie(browser: Browser, real_host: str) -> None:
    """G39: nor is anything kept but what the reader chose."""
    context = browser.new_context()
    page = context.new_page()
    for address in ("", "startups/", "hi/search/?q=drone", "feedback/"):
        page.goto(real_host + address)
        page.wait_for_load_state("networkidle")
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []
    context.close()


@pytest.mark.parametrize("address", ["", "startups/", "hi/policies/terms/", "related/"])
def test_a_page_prints_on_a4_without_menus_and_with_the_targets_of_its_links(
    page: Page, real_host: str, address: str, tmp_path: Path
) -> None:
    """G32."""
    import pypdfium2

    page.goto(real_host + address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # A4 without its margins, at 96 dpi
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    hidden = page.locator(".masthead, .crumbs, .foot nav, form, .take")
    assert [one for one in hidden.all() if one.is_visible()] == []
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    text = "".join(one.get_textpage().get_text_bounded() for one in document)
    outer = page.locator("main a[href^='http']").evaluate_all("all => all.filter(a => a.checkVisibility()).map(a => a.href)")
    squeezed = re.sub(r"\s", "", text).replace("\ufffe", "-")
    assert [href for href in outer if href.rstrip("/") not in squeezed] == []


def test_the_accessibility_statement_is_made_from_the_last_audit(site: BuiltSite) -> None:
    """A11: standard, day, tools, known gaps, contact."""
    audit = catalogue.load(real_project()).vocabulary.audit
    for own, hindi in (("", False), ("hi/", True)):
        page = site.pages[f"{own}policies/accessibility/"]
        gaps = [gap.what_hi if hindi else gap.what for gap in audit.gaps]
        assert all(told in page.text for told in [audit.standard_hi if hindi else audit.standard, *gaps])
        assert str(audit.tested_on.year) in page.text
        ends = {site.resolved(page.address, link)[0] for link in page.links if not link.startswith("http")}
        assert {f"{own}feedback/", f"{own}contact/"} <= ends
    assert audit.gaps and audit.tools and audit.tested
