"""What a build does again and what it does not, counted: speed follows from it on any machine."""

from __future__ import annotations

import pickle
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup
from test_book_cache import TORCH, change
from world import PROFILE, ROOT, make_world, share_fonts

from showcase import catalogue, yamltree
from showcase.blocks import told_by
from showcase.book import front, modules, processes, sheaves, watching
from showcase.book.edition import make_reading_edition
from showcase.book.plan import Part
from showcase.book.press import edition
from showcase.book.press.edition import MadeBlock, make_press_edition
from showcase.book.press.loading import load_press
from showcase.book.press.module import make_press_sheaf
from showcase.book.readback import read_back, read_pages
from showcase.book.running import Running
from showcase.book.stationery import Stationery
from showcase.book.typesetting import Typesetter, TypesettingError
from showcase.letters import letters
from showcase.preflight import pages

STORY = "startups/lantern-works.md"
STEPS = ["plan", "layout and inks", "assembly", "proof", "gate"]


def project(folder: Path) -> Path:
    """A project of two startups."""
    root = make_world(folder, {STORY: PROFILE, "startups/torch-works.md": TORCH})
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose press file has been made once."""
    root = project(tmp_path_factory.mktemp("speed"))
    made = press(root)
    assert len(made.why) == len(made.turned) == made.parts
    assert list(made.clock.seconds) == STEPS
    assert list(made.clock.within) == ["layout and inks"]
    assert re.search(r"layout and inks [\d.]+ s \(pictures [\d.]+ s of work\), assembly", str(made.clock))
    return root


def press(root: Path) -> MadeBlock:
    return make_press_edition(root, catalogue.load(root), root / "dist", press_name="digital-perfect")


def checked(made: MadeBlock) -> list[str]:
    """The parts of the pages that the gate looked at now."""
    new = [number for number, page in enumerate(made.report.pages, 1) if page.is_new]
    return [made.plan.part_at(number + 2).key for number in new]


def no_process(*_arguments: object) -> None:
    raise AssertionError("a process is started")


def begin_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "get_context", no_process)


def hold_it_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (processes, pages):
        monkeypatch.setattr(room, "SMALL", 0)


@pytest.mark.parametrize("hold", (begin_no_process, hold_it_large))
def test_a_second_press_build_makes_and_checks_nothing_and_gives_the_same_bytes(
    root: Path, monkeypatch: pytest.MonkeyPatch, hold: Callable[[pytest.MonkeyPatch], None]
) -> None:
    cold = (root / "dist" / "shared-horizons-press.pdf").read_bytes()
    hold(monkeypatch)
    made = press(root)
    assert (made.why, made.turned, checked(made)) == ({}, (), [])
    assert made.path.read_bytes() == cold


def test_an_edited_story_lays_out_turns_and_checks_its_own_pages_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = counted(monkeypatch, Typesetter, "write")
    begin_no_process(monkeypatch)
    change(root / STORY, "Asha Rao began in Pune", "Asha Rao started in Pune")
    made = press(root)
    assert made.why == {"startup/lantern-works": "the profile changed"}
    assert made.turned == ("startup/lantern-works",)
    assert len(written) == 1
    assert set(checked(made)) == {"startup/lantern-works"}


def test_what_is_held_of_a_made_part_is_without_its_pages(root: Path) -> None:
    press = load_press(root, "digital-perfect")
    book = modules.Book(catalogue.load(root), Stationery.of(root), press=press.profile)
    made = make_press_sheaf(edition._turning(press, book), book, *sheaves.sheaves(book.plan.by_key["opener/sea"]))
    assert len(pickle.dumps(made)) < len(b"".join(made.pages(book.stationery.cache))) / 10


def counted(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> list[int]:
    """How many pages each call of a method of the typesetter gave, from now on."""
    counts, own = [], getattr(owner, name)

    def count(*arguments, **named):
        made = own(*arguments, **named)
        counts.append(len(made.document.pages))
        return made

    monkeypatch.setattr(owner, name, count)
    return counts


def test_sheaves_hold_few_pages_and_give_the_same_book(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = make_reading_edition(root, catalogue.load(root), root / "dist")
    other = project(tmp_path)
    shutil.copy(root / STORY, other / STORY)
    written = counted(monkeypatch, Typesetter, "write")
    monkeypatch.setattr(sheaves, "FEW", 2)
    monkeypatch.setattr(processes, "get_all_start_methods", lambda: [])
    parted = make_reading_edition(other, catalogue.load(other), other / "dist")
    assert max(part.pages for part in whole.plan.parts) > max(written) == 2
    assert sum(written) == parted.plan.pages == whole.plan.pages
    first, second = (read_back(made.path.read_bytes()) for made in (whole, parted))
    assert first == second


@pytest.mark.parametrize(("pages", "laid_out"), [(2, [2]), (4, [4]), (5, [1] * 5), (40, [1] * 40)])
def test_a_long_part_is_laid_out_page_by_page(pages: int, laid_out: list[int]) -> None:
    head = Markup("<style></style>")
    written = Markup("").join(Markup('<section class="page">{}</section>').format(number) for number in range(pages))
    parted = [sheaf.of(head + written) for sheaf in sheaves.sheaves(Part("index", "index", 7, pages, "Index"))]
    assert [sheaf.count("<section") for sheaf in parted] == laid_out
    assert all(sheaf.startswith(head) for sheaf in parted)
    assert Markup("").join(sheaf.removeprefix(head) for sheaf in parted) == written


def test_a_long_part_with_a_page_too_few_stops_the_build() -> None:
    _first, second = sheaves.sheaves(Part("index", "index", 7, 6, "Index"))[:2]
    with pytest.raises(TypesettingError, match="index: 5 pages came out where the plan has 6"):
        second.of(Markup('<section class="page"></section>') * 5)


def test_of_a_long_part_only_the_pages_that_change_are_laid_out_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheaves, "FEW", 2)
    monkeypatch.setattr(processes, "get_all_start_methods", lambda: [])
    make_reading_edition(root, catalogue.load(root), root / "dist")
    written = counted(monkeypatch, Typesetter, "write")
    change(root / STORY, "The Harbour Times", "The Harbour News")
    made = make_reading_edition(root, catalogue.load(root), root / "dist")
    assert made.why == {"sources": "startups/lantern-works.md changed"}
    assert made.plan.by_key["sources"].pages == 6
    assert written == [1]


def test_a_field_with_too_many_startups_leads_to_the_contents(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "LISTED", ("in-contents",))
    book = modules.Book(catalogue.load(root), Stationery.of(root))
    html = front.opener(book, book.plan.by_key["opener/sea"]).html
    assert 'href="goto:part/contents"' in html
    assert "goto:startup/" not in html


@pytest.mark.parametrize(("startups", "widest"), [(2, 888), (299, 888), (300, 8888), (600, 8888)])
def test_rows_are_measured_with_a_folio_as_wide_as_the_book_has(startups: int, widest: int) -> None:
    class Shelf:
        published = range(startups)

    assert Running(Shelf(), None).widest_folio == widest


def test_what_is_saved_is_told_once_and_built(root: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    saves = watching.saved(root)
    (root / "startups" / ".lantern-works.md.swp").write_text("an editor's own file")
    change(root / STORY, "Asha Rao started in Pune", "Asha Rao set out in Pune")

    def wait(_seconds: float) -> None:
        if built:
            raise KeyboardInterrupt

    built: list[bool] = []
    monkeypatch.setattr(watching.time, "sleep", wait)
    watching.watch(saves, lambda: built.append(True) or True)
    assert built == [True]
    told = capsys.readouterr().out
    assert f"Saved: {STORY}\nBuilt, in 0.0 s" in told


def test_typst_sets_every_word_that_the_book_tells(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    monkeypatch.setattr(sys, "path", [str(ROOT / "bench"), *sys.path])
    import typst_book

    assets = tmp_path / "assets"
    assets.mkdir()
    for slug in ("lantern-works", "torch-works"):
        (assets / f"plate-{slug}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>')
    source = typst_book.write(root, assets, tmp_path / "book.typ")
    typst.compile(source, output=tmp_path / "book.pdf", font_paths=[(root / ".cache/book-fonts").resolve()])
    told = "".join(read_pages((tmp_path / "book.pdf").read_bytes()))
    pieces = [piece for one in catalogue.load(root).published for block in told_by("book", one, "en") for piece in block.pieces]
    assert len(pieces) > 40
    assert [piece.text for piece in pieces if letters(piece.text) not in told] == []


def test_a_process_reads_the_yaml_of_changed_files_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_world(tmp_path, {STORY: PROFILE, "startups/torch-works.md": TORCH})
    catalogue.load(root)
    read, own = [], yamltree.read
    monkeypatch.setattr(yamltree, "read", lambda text: read.append(text) or own(text))
    before = catalogue.load(root)
    assert read == []
    change(root / STORY, "headline: A lamp that", "headline: A lantern that")
    after = catalogue.load(root)
    assert len(read) == 1
    assert [one.headline.split()[1] for one in (before.published[0], after.published[0])] == ["lamp", "lantern"]
