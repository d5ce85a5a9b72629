"""The page of one profile: sources lead both ways, time is to scale, and the page says how far it is to be trusted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from sites import build, built_project, make_project, real_project
from world import profile

from showcase import catalogue
from showcase.bilingual import Text
from showcase.linked import LinkedChallenge
from showcase.model.site import Site
from showcase.site import addresses
from showcase.site.built import BuiltPage, BuiltSite
from showcase.site.imprint import Imprint
from showcase.site.words import Words
from showcase.startup import Startup

LANGUAGES = ("en", "hi")
AFTER_REVIEW = "1812000000"
"""A second of 3 June 2027."""


@pytest.fixture(scope="module")
def real() -> BuiltSite:
    return BuiltSite(real_project() / "site")


@pytest.fixture(scope="module")
def profiles(real: BuiltSite) -> list[tuple[BuiltPage, str]]:
    """Every profile's page, with its HTML."""
    pages = [page for page in real.pages.values() if "startup" in page.metas]
    return [(page, (real.folder / page.address / "index.html").read_text(encoding="utf-8")) for page in pages]


@pytest.fixture(scope="module")
def lantern() -> Startup:
    return catalogue.load(built_project()).by_slug["lantern-works"]


def written(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_every_citation_leads_to_its_source_and_the_source_back_to_every_place(
    profiles: list[tuple[BuiltPage, str]],
) -> None:
    assert len(profiles) == 2 * len(catalogue.load(real_project()).published)
    for page, html in profiles:
        cited = re.findall(r'<a href="#source-(\d+)" id="(cite-\d+-\d+)"', html)
        items = re.findall(r'<li id="source-(\d+)".*?</li>', html, re.DOTALL)
        assert cited and html.count('href="#source-') == len(cited)
        back = {
            number: re.findall(r'href="#(cite-[\d-]+)"', re.search(rf'<li id="source-{number}".*?</li>', html, re.DOTALL)[0])
            for number in items
        }
        wanted: dict[str, list[str]] = {number: [] for number in items}
        for number, anchor in cited:
            wanted[number].append(anchor)
        assert back == wanted, page.address


def test_the_margin_is_for_the_eye_alone_and_names_each_source_of_the_story_once(
    profiles: list[tuple[BuiltPage, str]],
) -> None:
    for _page, html in profiles:
        story = re.search(r'<div class="story">.*?<section class="facts"', html, re.DOTALL)[0]
        margins = re.findall(r'<ul class="margin"([^>]*)>(.*?)</ul>', story, re.DOTALL)
        assert all(attributes == ' aria-hidden="true"' for attributes, _list in margins)
        links = [link for _attributes, one in margins for link in re.findall(r"<a [^>]*>", one)]
        assert links and all('tabindex="-1"' in link for link in links)
        numbers = [n for _attributes, one in margins for n in re.findall(r'margin-number">(\d+)<', one)]
        assert numbers == list(dict.fromkeys(re.findall(r'href="#source-(\d+)"', story)))


def test_a_story_cites_in_its_own_language_on_a_page_of_either(lantern: Startup) -> None:
    words = Words(lantern.catalogue)
    told = words.citing(lantern, "en").passages("It flies.[^2]")[0]
    assert told.html == (
        '<p>It flies.<sup class="cites"><a href="#source-2" id="cite-2-1" aria-label="Source 2">2</a></sup></p>'
    )
    assert [one.id for one in told.sources] == [2]
    hindi, english = (
        words.citing(lantern, "hi").passages(Text("वह उड़ता है।[^1]", language))[0] for language in ("hi", "en")
    )
    assert (hindi.language, english.language) == ("hi", "en")
    assert 'aria-label="स्रोत 1"' in hindi.html and 'aria-label="Source 1"' in english.html


def test_the_way_back_is_told_by_section_in_the_order_of_the_page(lantern: Startup) -> None:
    citing = Words(lantern.catalogue).citing(lantern, "en")
    citing.under("figures")((1, 2))
    citing.passages("It flies.[^2] It lands.[^2]")
    assert citing.back(2) == [("Figures", ["cite-2-1"]), ("Story", ["cite-2-2", "cite-2-3"])]
    assert citing.back(7) == []


def test_each_milestone_draws_its_own_mark_on_the_line_to_scale(profiles: list[tuple[BuiltPage, str]]) -> None:
    loaded = catalogue.load(real_project())
    drawn = Counter()
    for page, html in profiles:
        rows = loaded.by_slug[page.metas["startup"]].milestones
        marks = re.findall(r'<svg class="course-mark" aria-hidden="true"><(rect|circle) c?x="([\d.]+)%"', html)
        if len(rows) < 2:
            assert marks == [] and "course-years" not in html
            continue
        assert [kind for kind, _at in marks] == ["circle" if row.date.day else "rect" for row in rows]
        places = [float(at) for _kind, at in marks]
        assert all(0 <= at <= 100 for at in places)
        exact = [at for (kind, _at), at in zip(marks, places, strict=True) if kind == "circle"]
        assert exact == sorted(exact)
        drawn[len(rows)] += 1
    assert drawn


def facets_of(one: Startup) -> set[str]:
    """What a profile's page and others must lead to each other by."""
    challenges: tuple[LinkedChallenge, ...] = one.challenges
    rows = [("edition", row.edition.id) for row in challenges if row.edition]
    rows += [("end-user", user.id) for user in one.end_users]
    rows += [("technology", item.id) for item in one.technologies]
    rows += [("state", one.home.state.slug)] if one.home and one.home.state else []
    return {f"{kind}/{slug}" for kind, slug in rows}


def test_challenge_innovator_end_user_and_state_lead_to_each_other_both_ways(real: BuiltSite) -> None:
    """Counted on the pages, both ways, against the catalogue."""
    loaded = catalogue.load(real_project())
    wanted = {(one.slug, facet) for one in loaded.published for facet in facets_of(one)}
    kinds = {facet.split("/")[0] for _slug, facet in wanted}
    assert kinds == {"edition", "end-user", "technology", "state"}

    def ends(page: BuiltPage, meta: str) -> list[str]:
        pages = (real.pages.get(real.resolved(page.address, link)[0]) for link in page.links)
        return [one.metas[meta] for one in pages if one and one.metas.get(meta)]

    for language in LANGUAGES:
        there = {
            (one.slug, facet)
            for one in loaded.published
            for facet in ends(real.pages[addresses.profile(one, language)], "shelf")
            if facet.split("/")[0] in kinds
        }
        assert there == wanted
    shelves = [page for page in real.pages.values() if page.metas.get("shelf", "").split("/")[0] in kinds]
    back = {(slug, page.metas["shelf"]) for page in shelves for slug in ends(page, "startup")}
    assert back == wanted


def test_each_related_profile_has_its_reason(profiles: list[tuple[BuiltPage, str]]) -> None:
    for page, html in profiles:
        related = re.search(r'<section class="wrap related".*?</section>', html, re.DOTALL)[0]
        said = re.findall(r'<p class="reason">([^<]+)</p>', related)
        assert len(said) == page.cards >= 3


def with_site(startup: Startup, **changes: object) -> Startup:
    """The startup in a catalogue whose site is described otherwise."""
    loaded = startup.catalogue
    site = Site.model_validate({**loaded.site.model_dump(), **changes})
    moved = replace(startup)
    moved.catalogue = replace(loaded, vocabulary=replace(loaded.vocabulary, site=site))
    return moved


def test_the_address_is_whole_where_the_sites_is_known_else_its_path(lantern: Startup) -> None:
    assert Imprint(lantern, "hi").address == "/hi/startups/lantern-works/"
    known = with_site(lantern, site_url="https://horizons.example.org/")
    assert Imprint(known, "en").address == "https://horizons.example.org/startups/lantern-works/"


@pytest.mark.parametrize(
    ("repository", "language", "address"),
    [
        ("https://github.com/o/n", "en", "https://github.com/o/n/blob/HEAD/startups/lantern-works.md"),
        ("https://github.com/o/n/", "hi", "https://github.com/o/n/blob/HEAD/startups/lantern-works.hi.md"),
        ("https://gitlab.com/o/n", "en", "https://gitlab.com/o/n/-/blob/HEAD/startups/lantern-works.md"),
    ],
)
def test_a_mistake_is_reported_where_the_file_lies(
    lantern: Startup, repository: str, language: str, address: str
) -> None:
    moved = with_site(lantern, repository_url=repository)
    assert Imprint(moved, language).report == ("file", address)


def test_without_a_forge_a_mistake_goes_to_the_owner_by_mail(lantern: Startup) -> None:
    contact = {**lantern.catalogue.site.contact.model_dump(), "email": "desk@example.org"}
    report = Imprint(with_site(lantern, contact=contact), "en").report
    assert report.kind == "mail"
    assert report.address == (
        "mailto:desk@example.org?subject=Shared%20Horizons%20of%20Innovation%3A%20startups/lantern-works.md"
    )


def test_with_neither_the_page_has_no_such_row(lantern: Startup) -> None:
    assert Imprint(lantern, "en").report is None
    for language, title in (("en", "Report a mistake"), ("hi", "ग़लती बताएँ")):
        assert title not in written(built_project() / "site", addresses.profile(lantern, language))


def test_a_page_says_how_it_is_cited(lantern: Startup) -> None:
    site = built_project() / "site"
    assert (
        '<dd class="cite-line">Lantern Works. Shared Horizons of Innovation. '
        "Verified on 22 November 2026. /startups/lantern-works/</dd>" in written(site, "startups/lantern-works")
    )
    assert (
        '<dd class="cite-line">लैंटर्न वर्क्स। नवाचार के साझा क्षितिज। 22 नवंबर 2026 को जाँचा गया। '
        "/hi/startups/lantern-works/</dd>" in written(site, "hi/startups/lantern-works")
    )


def test_a_forge_an_address_and_a_day_past_review_show_on_the_page(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    described = project / "data/site.yml"
    text = described.read_text(encoding="utf-8")
    for before, after in (
        ('repository_url: ""', 'repository_url: "https://github.com/o/n"'),
        ('site_url: ""', 'site_url: "https://horizons.example.org"'),
    ):
        assert before in text
        text = text.replace(before, after)
    described.write_text(text, encoding="utf-8")
    done = build(project, SOURCE_DATE_EPOCH=AFTER_REVIEW)
    assert done.returncode == 0, done.stdout
    english, hindi = (written(project / "site", f"{part}startups/lantern-works") for part in ("", "hi/"))
    assert 'href="https://github.com/o/n/blob/HEAD/startups/lantern-works.md"' in english
    assert 'href="https://github.com/o/n/blob/HEAD/startups/lantern-works.hi.md"' in hindi
    assert ">https://horizons.example.org/startups/lantern-works/</a>" in english
    assert '<p class="stale" data-review-by="2027-05-22">This page was due for review by 22 May 2027.' in english
    assert '<p class="stale" data-review-by="2027-05-22">' in hindi


def test_before_its_review_a_page_says_nothing_of_it(lantern: Startup) -> None:
    html = written(built_project() / "site", "startups/lantern-works")
    assert '<p class="stale" data-review-by="2027-05-22" hidden>' in html


def test_a_lone_milestone_draws_no_line_and_two_do(tmp_path: Path) -> None:
    html = written(built_project() / "site", "startups/lantern-works")
    assert 'class="milestones"' in html and "<svg" not in html.split("<main")[1]
    second = "  - {id: contract, date: 2023-01-09, what: Contract signed for the lamp., src: [2]}\n"
    project = make_project(
        tmp_path, {"startups/lantern-works.md": profile((second, second + "  - {id: sea, date: 2024, what: It floats., src: [1]}\n"))}
    )
    done = build(project)
    assert done.returncode == 0, done.stdout
    html = written(project / "site", "startups/lantern-works")
    assert re.findall(r'<(circle|rect) c?x="([\d.]+)%"', html) == [("circle", "1.1"), ("rect", "50.0")]
