"""What `verify` says of a site that does not hold what the catalogue meant.

Holds G17 and S19 of docs/standards.md.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import built_project

from showcase import catalogue
from showcase.site import addresses
from showcase.site.built import BuiltSite
from showcase.verify import verify

LANTERN = "startups/lantern-works/index.html"


def changed(old: str, new: str, path: str = LANTERN) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        text = (site / path).read_text(encoding="utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def removed(path: str) -> Callable[[Path], None]:
    return lambda site: (
        shutil.rmtree(site / path) if (site / path).is_dir() else (site / path).unlink()
    )


def copied(path: str, to: str) -> Callable[[Path], None]:
    def copy(site: Path) -> None:
        (site / to).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site / path, site / to)

    return copy


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        (site / LANTERN).write_text((site / LANTERN).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def unindexed(language: str, address: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        for path in (site / "search" / language / "fragment").iterdir():
            if f'"/{address}"'.encode() in gzip.decompress(path.read_bytes()):
                path.unlink()

    return change


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (
            removed("hi/startups/quiet-box"),
            "hi/startups/quiet-box/index.html is missing: Quiet Box is published.",
        ),
        (
            changed("<h1>Lantern Works</h1>", "<h1>Lantern</h1>"),
            "startups/lantern-works/ is headed ['Lantern'], not “Lantern Works”.",
        ),
        (
            changed('<meta name="startup" content="lantern-works">', ""),
            "startups/lantern-works/ is not marked as the profile of lantern-works.",
        ),
        (
            changed('content="lantern-works"', 'content="hidden-forge"'),
            "startups/lantern-works/ is a profile of hidden-forge, which is not published.",
        ),
        (
            copied("assets/cards/quiet-box.webp", "assets/cards/hidden-forge.webp"),
            "assets/cards/hidden-forge.webp is there, but hidden-forge is not published.",
        ),
        (
            changed(
                '<article class="card"', '<article class="picture"', "states/maharashtra/index.html"
            ),
            "states/maharashtra/ shows 0, the catalogue has 1.",
        ),
        (
            changed('<article class="card"', '<article class="picture"', "startups/index.html"),
            "startups/ shows 1, the catalogue has 2.",
        ),
        (
            removed("challenges/disc-7"),
            "challenges/disc-7/index.html is missing: it should show 1.",
        ),
        (
            removed("assets/data/columns/quiet-box.hi.json"),
            "assets/data/columns/quiet-box.hi.json is missing: Quiet Box is published.",
        ),
        (
            copied("assets/data/columns/quiet-box.hi.json", "assets/data/columns/hidden-forge.hi.json"),
            "assets/data/columns/hidden-forge.hi.json is there, but hidden-forge is not published.",
        ),
        (
            removed("assets/plates/startups/quiet-box.svg"),
            "assets/plates/startups/quiet-box.svg is missing: Quiet Box is published.",
        ),
        (
            changed("<main", '<img src="https://example.org/dot.gif" alt=""><main'),
            "startups/lantern-works/ loads https://example.org/dot.gif from another host.",
        ),
        (
            changed("<main", '<script src="//example.org/a.js"></script><main'),
            "startups/lantern-works/ loads //example.org/a.js from another host.",
        ),
        (
            changed(
                "body {", '@import url("https://example.org/f.css"); body {', "assets/css/frame.css"
            ),
            "assets/css/frame.css loads https://example.org/f.css from another host.",
        ),
        (
            changed("style-src 'self'", "style-src *", "hi/startups/lantern-works/index.html"),
            "hi/startups/lantern-works/ is guarded by default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src *; "
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
            "that lets in more than its content asks for.",
        ),
        (
            changed('<meta http-equiv="Content-Security-Policy"', "<meta"),
            "startups/lantern-works/ is guarded by nothing; that lets in more than its content asks for.",
        ),
        (
            changed("<main", '<a href="../nowhere/">there</a><main'),
            "startups/lantern-works/ links to ../nowhere/, which is not there.",
        ),
        (
            changed("<main", '<a href="#nowhere">there</a><main'),
            "startups/lantern-works/ links to #nowhere, which is not there.",
        ),
        (
            changed("<main", '<a href="../hidden-forge/">there</a><main'),
            "startups/lantern-works/ links to hidden-forge, which is not published.",
        ),
        (
            changed("<main", '<p id="sources"></p><main'),
            "startups/lantern-works/ has the anchor #sources more than once.",
        ),
        (
            changed("<main", "<h1>Again</h1><main", "about/index.html"),
            "about/ has 2 main headings; a page has one.",
        ),
        (
            changed("Contract signed for the lamp.", "Contract."),
            "startups/lantern-works/ does not tell milestones: contract of startups/lantern-works.md:30:5: "
            "“Contract signed for the lamp.” is missing.",
        ),
        (
            changed("the Navy signed for Diya, which", "the Navy signed. It"),
            "startups/lantern-works/ does not tell story paragraph 1 of startups/lantern-works.md:38:1: "
            "“On 9 January 2023 the Navy signed for Diya, which floats for 12 hours.” is missing.",
        ),
        (
            changed("<dd>Asha Rao", "<dd>"),
            "startups/lantern-works/ does not tell founders: Asha Rao of startups/lantern-works.md:14:5: "
            "“Asha Rao” is missing.",
        ),
        (
            changed("<dt>समय</dt>", "<dt>EN</dt>", f"hi/{LANTERN}"),
            "hi/startups/lantern-works/ does not tell innovations: diya, Endurance of "
            "startups/lantern-works.hi.md:3:41: “समय” is missing.",
        ),
        (
            changed('content="Lantern Works of Pune', 'content="Lantern Works'),
            "startups/lantern-works/ does not tell summary of startups/lantern-works.md:8:10: "
            "“Lantern Works of Pune makes a floating lamp for the Indian Navy.” is missing.",
        ),
        (
            replaced("example.org/contract", "example.org/contact"),
            "startups/lantern-works/ does not tell sources: 2 of startups/lantern-works.md:33:5: "
            "a link to https://example.org/contract is missing.",
        ),
        (
            copied("end-users/indian-navy/index.html", "end-users/hal/index.html"),
            "end-users/hal/ is there, but no published profile belongs on it.",
        ),
        (
            removed("data/v1/states/maharashtra.xlsx"),
            "data/v1/states/maharashtra.xlsx is missing: the innovators of states/maharashtra/ as a table.",
        ),
        (
            copied("data/v1/stages/listed.json", "data/v1/stages/contract.json"),
            "data/v1/stages/contract.json does not tell the 1 of stages/contract/.",
        ),
        (
            unindexed("en", "startups/lantern-works/"),
            "startups/lantern-works/ is not in the search index.",
        ),
        (
            removed("search/hi"),
            "hi/startups/quiet-box/ is not in the search index.",
        ),
        (
            removed("end-users"),
            "end-users/indian-navy/ is in the search index, but is no page.",
        ),
        (
            removed("assets/fonts"),
            "There is no font in the site; pages would be set in whatever the reader has.",
        ),
    ],
)
def test_damage_is_told_in_a_sentence(
    tmp_path: Path, damage: Callable[[Path], None], sentence: str
) -> None:
    site = shutil.copytree(built_project() / "site", tmp_path / "site")
    damage(site)
    assert sentence in verify(site, catalogue.load(built_project()))


FROM_ELSEWHERE = {
    '<img src="//example.org/a.png" src="a.png" alt="">': "//example.org/a.png",
    '<img srcset="../../assets/icons/horizon.svg 1x,https://example.org/b.png 2x" alt="">': "https://example.org/b.png",
    '<video poster="/\\example.org/a.png"></video>': "/\\example.org/a.png",
    '<object data="https://example.org/a"></object>': "https://example.org/a",
    '<svg><image href="https://example.org/a.png"/></svg>': "https://example.org/a.png",
    '<svg><use xlink:href="https://example.org/a.svg#b"/></svg>': "https://example.org/a.svg#b",
    '<link rel="alternate stylesheet" href="//example.org/a.css">': "//example.org/a.css",
    '<base href="https://example.org/">': "https://example.org/",
    '<p style="background: URL( https://example.org/a.png )">': "https://example.org/a.png",
    '<p style="background: u\\72l(//example.org/a.png)">': "//example.org/a.png",
    '<style>@import "//example.org/a.css";</style>': "//example.org/a.css",
    '<style>p {background: image-set("//example.org/a.png" 1x)}</style>': "//example.org/a.png",
    '<meta http-equiv="Refresh" content="0; URL=https://example.org/">': "https://example.org/",
    '<iframe srcdoc="&lt;img src=//example.org/a.png>"></iframe>': "//example.org/a.png",
    '<img src="http://[" alt="">': "http://[",
}
INLINE = {
    "<script>alert(1)</script>": "<script>alert(1)",
    "<script/>alert(1)</script>": "<script>alert(1)",
    '<p onclick="alert(1)">': 'onclick="alert(1)"',
    '<a href=" java\tscript:alert(1)">a</a>': 'href="java script:alert(1)"',
    '<button formaction="JavaScript:alert(1)">': 'formaction="JavaScript:alert(1)"',
    '<iframe src="javascript:alert(1)"></iframe>': 'src="javascript:alert(1)"',
    '<iframe src="data:text/html,a"></iframe>': 'src="data:text/html,a"',
    '<iframe srcdoc="&lt;p onclick=alert(1)>"></iframe>': 'onclick="alert(1)"',
}


def told_of(html: str, tmp_path: Path) -> list[str]:
    """What is told of a whole site with `html` put into a page."""
    site = shutil.copytree(built_project() / "site", tmp_path / "site")
    changed("<main", f"{html}<main")(site)
    return verify(site, catalogue.load(built_project()))


@pytest.mark.parametrize(("html", "address"), FROM_ELSEWHERE.items())
def test_whatever_a_browser_would_fetch_elsewhere_is_told(
    tmp_path: Path, html: str, address: str
) -> None:
    sentence = f"startups/lantern-works/ loads {address} from another host."
    assert told_of(html, tmp_path) == [sentence]


@pytest.mark.parametrize("html", ['<form action="{}">', '<a href="../" ping="{}">a</a>'])
def test_whatever_a_browser_would_send_elsewhere_is_told(tmp_path: Path, html: str) -> None:
    assert told_of(html.format("//example.org/"), tmp_path) == [
        "startups/lantern-works/ sends what is typed or done to //example.org/, on another host."
    ]


@pytest.mark.parametrize(("html", "excerpt"), INLINE.items())
def test_code_that_stands_in_a_page_is_told(tmp_path: Path, html: str, excerpt: str) -> None:
    sentence = f"startups/lantern-works/ runs code that stands in the page itself: {excerpt}"
    assert told_of(html, tmp_path) == [sentence]


HARMLESS = """\
<a href="https://example.org/">a</a> <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<link rel="canonical" href="https://example.org/"> <p style="color: red">url(//example.org/)</p>
<script type="application/ld+json">{"url": "https://example.org/"}</script>
<style>/* url(//example.org/) */ p {content: "/*"}</style>"""


def test_links_and_words_that_fetch_nothing_are_not_told(tmp_path: Path) -> None:
    assert told_of(HARMLESS, tmp_path) == []


def test_a_whole_site_gives_no_sentence() -> None:
    assert verify(built_project() / "site", catalogue.load(built_project())) == []


def test_an_index_that_holds_fewer_pages_than_it_says_is_told(tmp_path: Path) -> None:
    site = shutil.copytree(built_project() / "site", tmp_path / "site")
    unindexed("hi", "hi/startups/quiet-box/")(site)
    ours = [address for address in BuiltSite(site).pages if addresses.is_for_readers(address)]
    held = sum(address.startswith("hi/") for address in ours) - 1  # all but the search's own page
    told = f"search/hi/ says that it holds {held} pages, but holds {held - 1}."
    assert told in verify(site, catalogue.load(built_project()))


def test_a_page_that_is_there_in_one_language_alone_is_told(tmp_path: Path) -> None:
    site = shutil.copytree(built_project() / "site", tmp_path / "site")
    shutil.rmtree(site / "hi" / "about")
    (site / "book" / "index.html").unlink()
    told = verify(site, catalogue.load(built_project()))
    assert "hi/about/index.html is missing: about/ is there in the other language alone." in told
    assert "book/index.html is missing: hi/book/ is there in the other language alone." in told
