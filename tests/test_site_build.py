"""The site as MkDocs builds it from a small project: its pages, and what stops it.

Holds P11 of docs/standards.md.
"""

from __future__ import annotations

import filecmp
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sites import CONTENT, build, built_project, make_project
from world import profile

from showcase import catalogue
from showcase.verify import verify

HOOKS = ("catalogue", "pages", "assets", "release", "book", "search", "output")


@pytest.fixture(scope="module")
def site() -> Path:
    return built_project() / "site"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def section(html: str, identity: str) -> str:
    """The section of a page that is headed by the anchor `identity`."""
    found = re.search(rf'<section[^>]*aria-labelledby="{identity}".*?</section>', html, re.DOTALL)
    assert found, f"no section {identity}"
    return found[0]


def test_each_published_startup_has_a_page_in_both_languages(site: Path) -> None:
    pages = {
        path.parent.relative_to(site).as_posix() for path in site.glob("**/startups/*/index.html")
    }
    assert pages == {
        "startups/lantern-works",
        "startups/quiet-box",
        "hi/startups/lantern-works",
        "hi/startups/quiet-box",
    }


def test_each_edition_each_state_and_each_other_facet_that_has_a_profile_has_a_page(site: Path) -> None:
    kinds = ("technologies", "challenges", "end-users", "states", "programmes", "stages", "years")
    pages = {
        path.parent.relative_to(site).as_posix()
        for kind in kinds
        for path in site.glob(f"{kind}/*/index.html")
    }
    assert pages == {
        "technologies/unmanned-marine-systems",
        "technologies/quantum-technologies",
        *(f"challenges/{name}" for name in catalogue.load(built_project()).vocabulary.editions),
        "end-users/indian-navy",
        *(f"states/{one.slug}" for one in catalogue.load(built_project()).vocabulary.states.values()),
        "programmes/disc",
        "programmes/idex",
        "stages/contract",
        "stages/listed",
        "years/2023",
    }


def test_the_site_agrees_with_its_catalogue(site: Path) -> None:
    assert verify(site, catalogue.load(built_project())) == []


def test_a_profile_shows_its_rows_with_their_sources(site: Path) -> None:
    html = page(site, "startups/lantern-works")
    assert "<h1>Lantern Works</h1>" in html
    assert '<p class="hero-other" lang="hi">जो दीप स्वयं घर का रास्ता खोज ले</p>' in html
    assert '<a href="#source-2" id="cite-2-6" aria-label="Source 2">2</a>' in section(html, "milestones")
    assert '<time datetime="2023-01-09">9 January 2023</time>' in section(html, "milestones")
    assert "A lamp that floats for 12\u00a0hours." in section(html, "innovations")
    assert "Asha Rao began in Pune in 2016.<sup" in html


def test_only_sourced_rungs_are_reached(site: Path) -> None:
    ladder = section(page(site, "startups/lantern-works"), "reach")
    names = re.findall(r'<li class="rung( reached)?"[^>]*>\s*<p class="rung-name">([^<]*)', ladder)
    assert [name for reached, name in names if reached] == ["Development contract"]
    assert len(names) == 8
    assert ladder.count('<span class="unseen">: no source found</span>') == 7


def test_a_source_without_a_title_is_its_publisher_with_the_date(site: Path) -> None:
    sources = section(page(site, "startups/lantern-works"), "sources")
    assert (
        'rel="noopener external">Naval Notes</a> <span class="source-rest">January 2023</span>'
        in sources
    )


def test_a_source_says_its_language_and_that_it_was_read_in_a_copy(site: Path) -> None:
    sources = section(page(site, "startups/quiet-box"), "sources")
    assert '<span class="source-rest">Report in Hindi · Read in a copy</span>' in sources


def test_a_thin_profile_has_no_empty_sections(site: Path) -> None:
    html = page(site, "startups/quiet-box")
    assert set(re.findall(r'<section[^>]*aria-labelledby="([^"]*)"', html)) == {
        "reach",
        "facts",
        "sources",
        "this-page",
    }
    assert 'class="figures"' not in html
    assert re.findall(r"<dt>([^<]*)</dt>", section(html, "facts")) == [
        "Name in Hindi", "Challenge", "Technologies", "Verified",
    ]  # fmt: skip


def test_a_hindi_page_is_hindi_and_marks_what_is_not(site: Path) -> None:
    html = page(site, "hi/startups/lantern-works")
    assert '<html lang="hi">' in html
    assert "<h1>लैंटर्न वर्क्स</h1>" in html
    assert "<h3>दीया</h3>" in html
    assert '<span lang="en">A lamp that floats for 12\u00a0hours.</span>&nbsp;<abbr class="in-english"' in html
    assert '<p class="not-yet">अभी हिंदी में नहीं</p>' in html
    assert '<span lang="en">Naval Notes</span>' not in html and 'lang="en">Naval Notes</a>' in html
    assert '· EN: अंग्रेज़ी में</p>' in section(html, "sources")
    assert 'hreflang="en">English</a>' in html


STEPS = """\
  - {step: winner, of: lamp, note: one of six, src: [2]}
  - {step: contract, of: lamp, date: 2023-01, note: the 50th, src"""


@pytest.fixture(scope="module")
def sprint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose lamp was sought by an edition that has sources, with no figure in Hindi."""
    project = tmp_path_factory.mktemp("sprint")
    files = {
        "startups/lantern-works.md": profile(
            ("edition: disc-7,", "edition: disc-7-sprint,"),
            ("  - {step: contract, of: lamp, date: 2023-01, src", STEPS),
        ),
        "startups/lantern-works.hi.md": "---\nfigures: {}\nstage: {winner: {note: छह में से एक}}\n---\n",
    }
    done = build(make_project(project, files))
    assert done.returncode == 0, done.stdout
    return project / "site"


def test_a_figure_without_hindi_is_marked_as_english(sprint: Path) -> None:
    figure = '<dd><span lang="en">12\u00a0hours</span> <abbr class="in-english"'
    assert figure in page(sprint, "hi/startups/lantern-works")


def test_the_note_of_a_step_is_hindi_or_marked_as_english(sprint: Path) -> None:
    reach = section(page(sprint, "hi/startups/lantern-works"), "reach")
    assert "<br>छह में से एक<sup" in reach
    assert '<br><span lang="en">the 50th</span>&nbsp;<abbr class="in-english"' in reach
    assert "<br>one of six<sup" in section(page(sprint, "startups/lantern-works"), "reach")


def test_who_set_a_challenge_and_what_it_is_have_their_sources(sprint: Path) -> None:
    facts = section(page(sprint, "startups/lantern-works"), "facts")
    navy = 'end-users/indian-navy/">Indian Navy</a><sup class="cites"><a href="#source-2" '
    assert navy in facts
    html = page(sprint, "challenges/disc-7-sprint")
    assert '<a href="#source-1" aria-label="Source 1">' in html
    assert '<li id="source-1">' in html
    assert "the sources stand on its page" in page(sprint, "challenges")


PHOTOGRAPH = """\
photographs:
  - {id: bench, file: bench.png, alt: A box on a bench, credit: Quiet Box, licence: by permission,
     caption: The box., focus: [0.5, 0.4]}
sources:"""


def test_a_photograph_takes_the_plates_place_with_its_credit(tmp_path: Path) -> None:
    picture = BytesIO()
    Image.effect_noise((1300, 900), 60).convert("RGB").save(picture, "PNG")
    thin = profile(("sources:", PHOTOGRAPH), base=CONTENT["startups/quiet-box.md"])
    files = {"startups/quiet-box.md": thin, "images/quiet-box/bench.png": picture.getvalue()}
    done = build(make_project(tmp_path, files))
    assert done.returncode == 0, done.stdout
    html = page(tmp_path / "site", "startups/quiet-box")
    assert 'alt="A box on a bench"' in html
    assert '<p class="hero-caption">The box. Photograph: Quiet Box, by permission</p>' in html
    made = {path.name for path in (tmp_path / "site" / "assets" / "photographs").iterdir()}
    assert made == {f"quiet-box-wide-{width}.webp" for width in (400, 800, 1200)} | {
        "quiet-box-wide-1200.jpg",
        "quiet-box-tall-400.webp",
        "quiet-box-tall-675.jpg",
    }
    assert "assets/plates/startups/quiet-box.svg" not in html
    assert verify(tmp_path / "site", catalogue.load(tmp_path)) == []


def test_drafts_are_nowhere_in_the_site(site: Path) -> None:
    told = b"\n".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    names = "\n".join(path.as_posix() for path in site.rglob("*"))
    assert b"hidden-forge" not in told and b"Hidden Forge" not in told
    assert "hidden-forge" not in names


def test_the_preview_shows_drafts_with_a_mark(tmp_path: Path) -> None:
    done = build(make_project(tmp_path), SHOWCASE_DRAFTS="1")
    assert done.returncode == 0, done.stdout
    html = page(tmp_path / "site", "startups/hidden-forge")
    assert '<p class="draft">Draft: not published until better sourced</p>' in html
    assert "Hidden Forge</a></h3>" in page(tmp_path / "site", "startups")


@pytest.mark.parametrize("hook", HOOKS)
def test_without_a_hook_nothing_is_built(tmp_path: Path, hook: str) -> None:
    settings = make_project(tmp_path) / "mkdocs.yml"
    line = f"  - hooks/{hook}.py\n"
    assert line in settings.read_text()
    settings.write_text(settings.read_text().replace(line, ""))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("as it was")
    done = build(tmp_path)
    assert done.returncode == 1
    assert f"hooks/{hook}.py did not run: name it under `hooks:` in mkdocs.yml" in done.stdout
    assert "Traceback" not in done.stdout
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old.html"]


@pytest.mark.parametrize("seed", ["0", "1"], ids=["map-first", "page-first"])
def test_a_builder_that_passes_over_hooks_in_silence_builds_nothing(tmp_path: Path, seed: str) -> None:
    """MkDocs makes sitemap.xml and 404.html in the order of a set: either may be the first."""
    settings = make_project(tmp_path) / "mkdocs.yml"
    settings.write_text(re.sub(r"hooks:\n(  - .*\n)+", "", settings.read_text()))
    assert "hooks/" not in settings.read_text().replace("# ", "")
    done = build(tmp_path, PYTHONHASHSEED=seed)
    assert done.returncode == 1
    assert "hooks/catalogue.py did not run: name it under `hooks:` in mkdocs.yml" in done.stdout


def test_every_hook_of_the_project_is_under_test() -> None:
    names = re.findall(r"hooks/(\w+)\.py", (built_project() / "mkdocs.yml").read_text())
    assert tuple(names) == HOOKS


def test_a_malformed_profile_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    make_project(tmp_path, {"startups/lantern-works.md": profile(("name: Lantern Works\n", ""))})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("as it was")
    done = build(tmp_path)
    assert done.returncode == 1
    assert "error[P102]: the key `name` is missing.\n --> startups/lantern-works.md:1:1\n" in done.stdout
    assert "Traceback" not in done.stdout
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old.html"]


@pytest.mark.parametrize(
    ("path", "old", "new", "sentence"),
    [
        (
            "docs/about.md",
            "description: ",
            "descriptoin: ",
            "docs/about.md: `description` is missing from the lines between --- at its head. "
            "To mend: add a line such as description: What this page tells, in one sentence.",
        ),
        (
            "docs/about.md",
            "title: About",
            "title: [About",
            "docs/about.md: `title` is missing from the lines between --- at its head. "
            "To mend: add a line such as title: About",
        ),
        (
            "docs/index.md",
            "[engaged-2025",
            "[engaged-2024",
            "docs/index.md: numbers: “engaged-2024” is no id of data/statistics.yml. "
            "Did you mean “engaged-2025”? Allowed: engaged-2025, ",
        ),
        (
            "docs/index.md",
            "[engaged-2025, ordered-2025, disc-editions]",
            "[[7]]",
            "docs/index.md: numbers: “[7]” is no id of data/statistics.yml. Allowed: engaged-2025, ",
        ),
    ],
)
def test_a_hand_written_page_with_a_faulty_head_stops_the_build(
    tmp_path: Path, path: str, old: str, new: str, sentence: str
) -> None:
    file = make_project(tmp_path) / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))
    done = build(tmp_path)
    assert done.returncode == 1
    assert sentence in done.stdout
    assert "Traceback" not in done.stdout


def test_without_an_address_there_is_no_sitemap_and_no_canonical_link(site: Path) -> None:
    assert not list(site.glob("sitemap*.xml*"))
    assert "canonical" not in page(site, "startups/quiet-box")


def test_with_an_address_there_are_both(tmp_path: Path) -> None:
    data = make_project(tmp_path) / "data" / "site.yml"
    data.write_text(data.read_text().replace('site_url: ""', "site_url: https://example.org/book/"))
    done = build(tmp_path)
    assert done.returncode == 0, done.stdout
    address = "https://example.org/book/startups/quiet-box/"
    assert f'<link rel="canonical" href="{address}">' in page(
        tmp_path / "site", "startups/quiet-box"
    )
    assert f"<loc>{address}</loc>" in (tmp_path / "site" / "sitemap.xml").read_text()


def test_words_that_look_like_html_stay_words(tmp_path: Path) -> None:
    name = 'name: "<img src=x onerror=alert(1) & Sons"'  # no tag ends in it: that the check would refuse
    project = make_project(tmp_path)
    file = project / "startups" / "quiet-box.md"
    file.write_text(
        file.read_text()
        .replace("name: Quiet Box", name)
        .replace("Quiet Box is named", "It is named")
    )
    done = build(project)
    assert done.returncode == 0, done.stdout
    told = "".join(path.read_text() for path in (project / "site").rglob("*.html"))
    assert "&lt;img src=x onerror=alert(1) &amp; Sons" in told
    assert "<img src=x" not in told


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path, site: Path) -> None:
    done = build(make_project(tmp_path))
    assert done.returncode == 0, done.stdout
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    again = tmp_path / "site"
    assert names == sorted(
        path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file()
    )
    _, differing, missing = filecmp.cmpfiles(site, again, names, shallow=False)
    assert (differing, missing) == ([], [])


def test_nothing_of_the_themes_own_files_is_published(site: Path) -> None:
    assert not [path for path in site.rglob("*") if path.name.startswith("bundle.") or "lunr" in path.name]
