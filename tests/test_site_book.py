"""The book on the site: offered with its size and its pages where it was made of these very profiles.

Holds G29 and F11 of docs/standards.md.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import full
import pytest
from axe import broken
from browsing import served
from full import SLUG
from PIL import Image
from playwright.sync_api import Browser, Page
from sites import build, built_project
from world import make_world

from showcase import catalogue, planfile
from showcase.blocks import blocks, told_by
from showcase.book.edition import Made
from showcase.book.readback import read_back
from showcase.letters import letters
from showcase.release.making import size
from showcase.site import offered
from showcase.site.built import BuiltSite
from showcase.told import TOLD
from showcase.verify import verify

PDF = "shared-horizons-reading.pdf"
PLAN = "shared-horizons-reading.plan.json"


@pytest.fixture(scope="module")
def site() -> Path:
    """The whole project's site, built when its book lay there in two editions."""
    assert full.made("bilingual").flatplan
    assert full.made("hi").pages
    root = full.project()
    done = build(root)
    assert done.returncode == 0, done.stdout
    return root / "site"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def told_of(made: Made) -> str:
    return f"PDF, {made.pages} pages, {size(made.path.stat().st_size)}"


def test_the_book_is_offered_with_its_language_its_pages_and_its_size(site: Path) -> None:
    made, hindi = full.made("bilingual"), full.made("hi")
    rows = re.findall(r'<li><a href="([^"]+\.pdf)"[^>]*>([^<]+)</a> <span>([^<]+)</span>', page(site, "book"))
    assert [(name, unescape(said).replace("\u00a0", " ")) for _address, name, said in rows] == [
        ("English and Hindi side by side", told_of(made)),
        ("Hindi", told_of(hindi)),
    ]
    assert (site / "book" / PDF).read_bytes() == made.path.read_bytes()
    assert "has not been made" not in page(site, "book")


def test_what_is_inside_is_listed_with_folios_that_open_the_file_there(site: Path) -> None:
    html = page(site, "book")
    for part in full.made("bilingual").plan.parts:
        entry = f'<a href="../book/{PDF}#page={part.first}">{part.title} <span>{part.folio}</span></a>'
        is_listed = part.kind not in {"cover", "half-title", "title", "back-cover"}
        assert (entry in html) == is_listed, part.key
    html = html.partition('id="inside"')[2]
    assert html.index("Before the profiles") < html.index("Lantern Works") < html.index("After the profiles")


def test_all_spreads_are_shown_in_sizes_for_the_web(site: Path) -> None:
    html = page(site, "book")
    tag = re.search(r'<img src="\.\./book/spreads-800\.webp"[^>]*>', html)[0]
    width, height = (int(re.search(rf'{name}="(\d+)"', tag)[1]) for name in ("width", "height"))
    for name in (800, 1600, 2400):
        with Image.open(site / "book" / f"spreads-{name}.webp") as picture:
            assert picture.width == name
            assert picture.height == pytest.approx(name * height / width, abs=1)
        assert f"spreads-{name}.webp {name}w" in tag
    assert (site / "book" / "spreads-800.webp").stat().st_size < 60_000
    assert re.search(r'alt="[^"]{40,}"', tag)
    assert '<a href="../book/shared-horizons-flatplan.pdf" type="application/pdf"><img' in html


def test_each_profile_says_on_which_pages_of_the_book_it_stands(site: Path) -> None:
    spread = full.made("bilingual").plan.by_key[f"startup/{SLUG}"]
    folios = f"{spread.folio}–{spread.folio + 1}"
    english, hindi = page(site, f"startups/{SLUG}"), page(site, f"hi/startups/{SLUG}")
    said = '<dt>{}</dt><dd class="linked"><a href="{}book/{}#page={}" type="application/pdf">{} {}</a> (PDF)</dd>'
    assert said.format("In the book", "../../", PDF, spread.first, "pages", folios) in english
    own = "shared-horizons-reading-hi.pdf"
    assert said.format("पुस्तक में", "../../../", own, spread.first, "पृष्ठ", folios) in hindi


def test_a_site_with_a_book_agrees_with_its_catalogue(site: Path) -> None:
    assert verify(site, catalogue.load(full.project())) == []


@pytest.mark.parametrize(("language", "edition", "told"), [("en", "bilingual", "One line runs through this book"),
                                                           ("hi", "hi", "आरंभ से अंत तक एक ही रेखा")])  # fmt: skip
def test_what_only_the_book_tells_is_found_at_its_page(site: Path, language: str, edition: str, told: str) -> None:
    """All of the index's pages of the book: they lead to its file, and none of them is a profile's."""
    plan = full.made(edition).plan
    held = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in (site / "search" / language / "fragment").iterdir()
    ]
    pages = {one["meta"]["to"]: one for one in held if "to" in one["meta"]}
    colophon = next(part for part in plan.parts if part.kind == "colophon")
    file = f"book/{full.made(edition).path.name}"
    assert told in pages[f"{file}#page={colophon.first}"]["content"]
    startups = [part.first for part in plan.parts if part.kind == "startup"]
    assert not pages.keys() & {f"{file}#page={page}" for page in startups}


def test_some_spreads_can_be_leafed_through_and_only_the_first_is_loaded_at_once(site: Path) -> None:
    strip = re.search(r'<ol class="leaves-strip".*?</ol>', page(site, "book"), re.DOTALL)[0]
    plan = full.made("bilingual").plan
    shown = [int(number) for number in re.findall(rf'{PDF}#page=(\d+)"', strip)]
    assert shown == sorted(set(shown))
    kinds = [part.kind for number in shown for part in plan.parts if part.first == number]
    assert kinds[:2] == ["cover", "contents"]
    assert "startup" in kinds and "states" in kinds
    pictures = re.findall(r"<img [^>]*>", strip)
    assert len(pictures) == len(shown)
    assert [one for one in pictures if 'loading="lazy"' not in one] == pictures[:1]
    cover, *others = map(unescape, pictures)
    assert 'alt="Pages of the book: Front cover"' in cover
    assert all(re.search(r'alt="Pages of the book: [^"]+, [\d–]+"', one) for one in others)
    for one in pictures:
        for address, width in re.findall(r"\.\./(book/leaves/\S+) (\d+)w", one):
            with Image.open(site / address) as picture:
                high = int(re.search(r'height="(\d+)"', one)[1]) / int(re.search(r'width="(\d+)"', one)[1])
                assert picture.width == int(width)
                assert picture.height == pytest.approx(picture.width * high, abs=2)
            assert (site / address).stat().st_size < 100_000


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    with served(site) as host:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        page.goto(f"{host}book/", wait_until="networkidle")
        yield page
        page.close()


def test_leaves_are_turned_by_button_and_by_key_and_the_place_is_told(opened: Page) -> None:
    place, strip = opened.locator("[data-place]"), opened.locator("[data-strip]")
    total = strip.locator("li").count()
    assert place.inner_text() == f"1 of {total}"
    opened.get_by_role("button", name="Next spread").click()
    assert place.inner_text() == f"2 of {total}"
    strip.focus()
    opened.keyboard.press("ArrowRight")
    assert place.inner_text() == f"3 of {total}"
    opened.wait_for_timeout(300)
    assert place.inner_text() == f"3 of {total}"
    opened.keyboard.press("End")
    opened.wait_for_timeout(300)
    assert place.inner_text() == f"{total} of {total}"
    assert opened.get_by_role("button", name="Next spread").get_attribute("aria-disabled") == "true"
    last = strip.locator("li").last.bounding_box()
    assert last and last["x"] >= 0 and last["x"] + last["width"] <= 1280
    opened.get_by_role("button", name="Previous spread").press("Enter")
    assert place.inner_text() == f"{total - 1} of {total}"
    strip.evaluate("one => one.scrollTo({left: 0})")
    opened.wait_for_function(f"document.querySelector('[data-place]').textContent === '1 of {total}'")


def test_the_page_on_a_made_book_breaks_no_rule_of_access(opened: Page) -> None:
    assert broken(opened) == []


def test_without_scripts_the_leaves_are_a_strip_that_scrolls(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    with served(site) as host:
        page = context.new_page()
        page.goto(f"{host}book/")
        assert not page.get_by_role("button", name="Next spread").is_visible()
        strip = page.locator("[data-strip]")
        wide, shown = strip.evaluate("one => [one.scrollWidth, one.clientWidth]")
        assert wide > 2 * shown
        style = strip.evaluate("one => [getComputedStyle(one).scrollSnapType, getComputedStyle(one).overflowX]")
        assert style == ["x mandatory", "auto"]
        strip.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('[data-strip]').scrollLeft > 0")
    context.close()


def test_the_first_view_of_the_page_on_the_book_is_light(browser: Browser, site: Path) -> None:
    """On a phone: all that is asked for before anything is scrolled, but the fonts that every page has."""
    got: dict[str, int] = {}
    with served(site) as host:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.on("response", lambda answer: got.update({answer.url.removeprefix(host): len(answer.body())}))
        page.goto(f"{host}book/", wait_until="networkidle")
        page.close()
    leaves = [address for address in got if address.startswith("book/leaves/")]
    assert not [address for address in got if address.endswith(".pdf")]
    assert sum(got[address] for address in leaves) < 120_000
    own = sum(size for address, size in got.items() if not address.startswith("assets/fonts/"))
    assert own < 450_000, got


def test_without_a_book_the_site_says_so_in_a_sentence_and_agrees_too() -> None:
    site = built_project() / "site"
    assert "The book has not been made yet from the profiles as they stand." in page(site, "book")
    assert [path.name for path in (site / "book").iterdir()] == ["index.html"]
    for path in site.glob("**/startups/*/index.html"):
        assert not {"In the book", "पुस्तक में"} & set(re.findall("<dt>([^<]+)</dt>", path.read_text(encoding="utf-8")))
    assert verify(site, catalogue.load(built_project())) == []


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def cut(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-9])


@pytest.mark.parametrize(
    "change",
    [
        remove(PDF),
        cut(PDF),
        remove(PLAN),
        cut(PLAN),
        edit(PLAN, '"format":1', '"format":2'),
        edit(PLAN, '"edition":"reading"', '"edition":"press"'),
        edit(PLAN, '"catalogue":"', '"catalogue":"0'),
        edit(PLAN, '"whole":true', '"whole":false'),
        edit(PLAN, '"page":2,', '"page":3,'),
        edit(PLAN, '"last":', '"last":9'),
        edit(PLAN, f'"name":"{PDF}"', f'"name":"../dist/{PDF}"'),
    ],
    ids=["no file", "another file", "no plan", "half a plan", "a later plan", "a press file", "other profiles",
         "a few spreads", "pages out of order", "pages it has not", "a file elsewhere"],
)  # fmt: skip
def test_a_book_that_is_not_the_one_of_its_plan_and_of_these_profiles_is_not_offered(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    assert full.made("bilingual").flatplan
    loaded, dist = catalogue.load(full.project()), tmp_path / "dist"
    dist.mkdir()
    for name in (PDF, PLAN):
        shutil.copy(full.project() / "dist" / name, dist)
    assert [one.language for one in offered.find(dist, loaded, tmp_path / "cache").editions] == ["bilingual"]
    change(dist)
    assert offered.find(dist, loaded, tmp_path / "cache") == offered.OfferedBook()


def test_a_sheet_of_another_book_is_not_shown(tmp_path: Path) -> None:
    assert full.made("bilingual").flatplan
    dist = shutil.copytree(full.project() / "dist", tmp_path / "dist")
    cut("shared-horizons-flatplan.png")(dist)
    found = offered.find(dist, catalogue.load(full.project()), tmp_path / "cache")
    assert found.editions
    assert (found.sheet, found.pictures) == (None, ())


def test_a_changed_profile_takes_the_book_off_the_site(tmp_path: Path) -> None:
    changed = full.files()[f"startups/{SLUG}.md"].replace("Asha Rao began in Pune", "Asha Rao started in Pune")
    loaded = catalogue.load(make_world(tmp_path, {**full.files(), f"startups/{SLUG}.md": changed}))
    assert full.made("bilingual").flatplan
    assert offered.find(full.project() / "dist", loaded, tmp_path / "cache") == offered.OfferedBook()


def test_the_plan_names_the_page_and_the_line_of_every_block() -> None:
    made, root = full.made("bilingual"), full.project()
    plan = json.loads(planfile.path_of(made.path).read_text(encoding="utf-8"))
    assert (plan["title"], plan["edition"], plan["language"]) == ("Shared Horizons of Innovation", "reading", "bilingual")
    assert plan["file"]["pages"] == len(plan["pages"]) == made.pages
    assert [page["label"] for page in plan["pages"]] == [made.plan.label(n) for n in range(1, made.pages + 1)]
    for profile in plan["profiles"]:
        part = made.plan.by_key[f"startup/{profile['slug']}"]
        assert (profile["first"], profile["last"]) == (part.first, part.last)
        assert profile["pattern"] == made.patterns[profile["slug"]]
    (lantern,) = [one for one in plan["profiles"] if one["slug"] == SLUG]
    (milestone,) = [one for one in lantern["blocks"] if one["name"] == "milestones: contract"]
    line = (root / milestone["file"]).read_text(encoding="utf-8").split("\n")[milestone["line"] - 1]
    assert line.startswith("  - {id: contract, date")
    assert milestone["page"] == lantern["last"]


def test_the_plan_is_the_same_for_the_same_book_and_goes_before_its_book_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showcase.book import edition

    made, root = full.made("bilingual"), full.project()
    loaded = catalogue.load(root)
    again = edition.make_reading_edition(root, loaded, tmp_path, flatplan=True)
    plan = planfile.path_of(again.path)
    assert plan.read_bytes() == planfile.path_of(made.path).read_bytes()
    monkeypatch.setattr(edition, "write_whole", lambda path, _data: pytest.fail("no plan") if plan.exists() else 1 / 0)
    with pytest.raises(ZeroDivisionError):
        edition.make_reading_edition(root, loaded, tmp_path)


def read_on_site(site: Path, language: str) -> str:
    address = f"{'hi/' if language == 'hi' else ''}startups/{SLUG}/"
    built = BuiltSite(site).pages[address]
    return letters(f"{built.text} {built.metas['description']} {' '.join(built.links)}")


def read_in_book(language: str) -> str:
    return "|".join(read_back(full.made(language).path.read_bytes()).pages)


def test_site_and_book_tell_every_field_that_they_are_said_to_tell_and_no_other(site: Path) -> None:
    """Each text is looked for where a reader would meet it, whatever the tables and proofs believe."""
    startup = catalogue.load(full.project()).by_slug[SLUG]
    read = {("site", "en"): read_on_site(site, "en"), ("site", "hi"): read_on_site(site, "hi"),
            ("book", "en"): read_in_book("bilingual"), ("book", "hi"): read_in_book("hi")}  # fmt: skip
    for (teller, language), text in read.items():
        others = "|".join(letters(one.text) for one in told_by(teller, startup, language))
        for piece in (piece for block in blocks(startup, language) for piece in block.pieces):
            wanted = letters(piece.text)
            is_spoken = teller == "book" and not TOLD[piece.field].places and teller in TOLD[piece.field].by
            if is_spoken:
                continue
            if teller in TOLD[piece.field].by:
                assert wanted in text, (teller, language, piece)
            elif wanted not in others and piece.field != "related":
                assert wanted not in text, (teller, language, piece)
