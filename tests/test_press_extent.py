"""The extent of a press edition: whole signatures, and in plain words how they came about."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from books import module_of
from test_book_profiles import book_of
from world import PROFILE

from showcase.book.book import Book
from showcase.book.flow import Box, Filled
from showcase.book.plan import Fillers
from showcase.book.press.extent import Extent, choose, for_press
from showcase.book.press.profiles import PressProfile
from showcase.book.press.sections import Binder
from showcase.book.press.tightening import last_rows

FIELDS = ("air", "sea", "space", "land", "spectrum")


def press_of(book: Book, signature: int = 4, **other: object) -> PressProfile:
    """The perfect-bound press of the worked examples, with a signature of its own."""
    press = book.stationery.settings.press["digital-perfect"]
    return press.model_copy(update={"signature": signature, **other})


def rows_on(*spreads: int) -> list[Filled]:
    """A list with so many rows on each of its spreads."""
    return [
        Filled(Box(2 * spread, 0, 0, 80, 200), tuple(f"row/{spread}/{row}" for row in range(rows)))
        for spread, rows in enumerate(spreads)
    ]


@pytest.mark.parametrize(
    ("missing", "plates", "blanks"),
    [
        (0, (), 0),
        (2, ("air",), 0),
        (8, ("air", "sea", "space", "land"), 0),
        (14, ("air", "sea", "space", "land", "air", "sea", "land"), 0),
        (30, ("air", "sea", "space", "land", "air", "sea", "space", "land"), 14),
    ],
)
def test_plates_are_chosen_first_and_blanks_as_a_last_resort(missing: int, plates: tuple[str, ...], blanks: int) -> None:
    assert choose(missing, FIELDS) == Fillers(plates, blanks)
    assert choose(missing, FIELDS) == choose(missing, FIELDS)


def test_a_book_without_fields_has_blanks_alone() -> None:
    assert choose(6, ()) == Fillers((), 6)


def test_a_whole_number_of_sections_needs_nothing() -> None:
    extent = Extent(96, Binder(16, (8,), is_sewn=True))
    assert (extent.over, extent.missing, extent.pages, extent.sections, extent.leaves) == (0, 0, 96, (16,) * 6, 48)
    assert extent.sentences() == ["The text block has 96 pages in 6 sections (6 × 16): nothing is over and nothing is missing."]


def test_what_is_missing_and_what_was_chosen_are_said() -> None:
    assert Extent(94, Binder(16), Fillers(("sea",)), plates=("Sea on 94–95",)).sentences() == [
        "The text block has 94 pages: 14 over 80, 2 short of 96, in sections of 16.",
        "To do with 80, 14 would have to go, and no spread is there to be tightened away.",
        "Chosen: 96 pages in 6 sections (6 × 16), the fewest pages to fill and then the fewest part sections.",
        "Added: 1 plate over two pages before the colophon: Sea on 94–95.",
    ]


def test_a_part_section_is_chosen_and_every_other_plan_is_said() -> None:
    extent = Extent(98, Binder(16, (8,), is_sewn=True), Fillers(("sea",) * 3), plates=("Sea on 98–99",) * 3)
    assert extent.sentences()[2:] == [
        "Without part sections it would have 112 pages in 7 sections (7 × 16), and 14 to fill (7 plates).",
        "Did the press bind a section of 4 too, it would have 100 pages in 7 sections (5 × 16 + 4 + 16), and 2 to fill (1 plate).",
        "Chosen: 104 pages in 7 sections (5 × 16 + 8 + 16), the fewest pages to fill and then the fewest part sections.",
        "The 8 lies next to last: the first and the last section hold the cover, and a thin one would work loose there.",
        "Added: 3 plates over two pages before the colophon: Sea on 98–99, Sea on 98–99, Sea on 98–99.",
    ]
    ticket = extent.ticket()
    assert (ticket["pages"], ticket["sections"], ticket["listed"]) == (104, [16] * 5 + [8, 16], "5 × 16 + 8 + 16")


def test_a_finer_section_is_named_where_it_needs_less_and_can_be_sewn() -> None:
    def finer(extent: Extent) -> list[str]:
        return [said for said in extent.sentences() if said.startswith("Did the press")]

    assert len(finer(Extent(98, Binder(16)))) == 2  # 104 with an 8, 100 with a 4
    assert finer(Extent(90, Binder(16, (8,)))) == [
        "Did the press bind a section of 4 too, it would have 92 pages in 7 sections (4 × 16 + 8 + 4 + 16), and 2 to fill (1 plate)."
    ]
    assert finer(Extent(94, Binder(16))) == []  # 96 either way
    assert finer(Extent(98, Binder(4))) == []  # 2 pages cannot be sewn
    assert finer(Extent(22, Binder(16, is_sewn=True))) == []  # with one whole section a thin one would be outermost


def test_part_sections_that_fill_the_block_leave_nothing_to_add() -> None:
    assert Extent(104, Binder(16, (8,), is_sewn=True)).sentences() == [
        "The text block has 104 pages in 7 sections (5 × 16 + 8 + 16): nothing is over and nothing is missing.",
        "Without part sections it would have 112 pages in 7 sections (7 × 16), and 8 to fill (4 plates).",
        "The 8 lies next to last: the first and the last section hold the cover, and a thin one would work loose there.",
    ]


def test_blanks_are_said_with_their_pages() -> None:
    extent = Extent(34, Binder(32), Fillers(("sea",) * 8, 14), plates=("Sea on 34–35",))
    assert extent.sentences()[-1] == "As a last resort: 14 blank pages at the end, 51–64."
    part = Extent(34, Binder(32, (4,)))
    assert "and 30 to fill (8 plates and 14 blank pages)." in part.sentences()[2]


def test_a_list_that_ends_nearly_empty_is_worth_tightening() -> None:
    assert last_rows(rows_on(60, 62, 9)) == 9
    assert last_rows(rows_on(60, 62, 30)) == 0
    assert last_rows(rows_on(60, 62, 24)) == 24
    assert last_rows(rows_on(9)) == 0


def test_the_block_of_a_small_book_is_filled_and_every_folio_before_the_plates_stays(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    plain = book.plan
    filled, extent = for_press(book, press_of(book, 16))
    assert extent.matter == len(plain.block) == plain.pages - 4
    assert len(filled.plan.block) == extent.pages == -(-extent.matter // 16) * 16
    assert extent.fillers.plates == ("sea",) * (extent.missing // 2)
    before = {part.key: part.folio for part in plain.parts if part.kind not in {"colophon", "back-cover"}}
    assert {key: filled.plan.by_key[key].folio for key in before} == before
    assert filled.folio("colophon") == extent.pages
    assert filled.plan.block[0] - 2 == 1 == filled.folio("half-title") + 1
    assert list(filled.plan.blanks) == []
    assert book.plan is plain


def test_the_pages_of_a_block_are_even_and_end_on_a_left_hand_page(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    for signature in (2, 4, 16, 32):
        filled, extent = for_press(book, press_of(book, signature))
        assert filled.plan.block[-1] % 2 == 0
        assert len(filled.plan.block) % signature == 0
        assert len(filled.plan.blanks) == extent.fillers.blanks


def test_a_plate_that_comes_again_is_another_drawing(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    filled, extent = for_press(book, press_of(book, 16))
    assert extent.missing >= 4
    first, second = (module_of(filled, filled.plan.by_key[f"plate/sea/{number}"]) for number in (1, 2))
    assert first.part.pages == 2
    assert [*first.pdfs] != [*second.pdfs]


def test_the_ledger_tells_the_plates_that_were_added_and_grows_by_no_page(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    filled, extent = for_press(book, press_of(book, 32))
    assert len(extent.fillers.plates) == 8
    told = " ".join(words_of(filled, "pictures").split())
    first = filled.folio("plate/sea/1")
    assert first == extent.matter
    assert "At the end " + ", ".join(f"{first + 2 * n}–{first + 2 * n + 1}" for n in range(8)) in told
    assert "At the end" not in words_of(book, "pictures")
    assert filled.plan.by_key["pictures"] == book.plan.by_key["pictures"]
    pictures = 2 + 1 + 1 + 8  # cover, frontispiece, the field, the startup, and what was added
    assert f"{pictures} plates drawn for this book" in words_of(filled, "colophon")


def test_blank_pages_are_laid_out_as_planned(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    book = book.printed(press_of(book), Fillers((), 4))
    module = module_of(book, book.plan.by_key["blank"])
    assert module.part.pages == 4
    assert [page - 2 for page in book.plan.blanks] == list(range(book.folio("colophon") + 1, len(book.plan.block) + 1))


def test_a_profile_with_two_spreads_is_named_as_one_to_tighten(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    book.casts["lantern-works"] = "photographs"
    _filled, extent = for_press(book, press_of(book, 16))
    assert extent.sentences()[1] == (
        f"To do with {extent.matter - extent.over}, tighten: Lantern Works "
        "(`spread: photograph` in its profile shows one photograph, 2 pages). "
        f"That frees 2 of {extent.over}: not enough."
    )
    assert extent.ticket()["said"] == extent.sentences()


def words_of(book: Book, key: str) -> str:
    """The text of a part's pages as they are laid out."""
    module = module_of(book, book.plan.by_key[key])
    with pypdfium2.PdfDocument(next(module.pdfs)) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", " ").replace("\xa0", " ")


def test_the_printed_book_names_its_paper_its_binding_and_its_isbn(tmp_path: Path) -> None:
    book = book_of(tmp_path, PROFILE)
    press = press_of(book, isbn={"bilingual": "978-0-306-40615-7", "hi": "979-10-000-0000-8"})
    press = press.model_copy(update={"paper": press.paper.model_copy(update={"settled": True})})
    printed, extent = for_press(book, press)
    for key in ("title", "imprint"):
        assert "Printed edition 2026" in words_of(printed, key)
        assert "Reading edition 2026" in words_of(book, key)
    assert "ISBN 978-0-306-40615-7" in words_of(printed, "imprint")
    assert "ISBN" not in words_of(book, "imprint")
    colophon = words_of(printed, "colophon")
    assert f"300 × 240 mm, {extent.pages} pages" in colophon
    assert "Coated silk paper, 150 g/m²" in colophon
    assert "Perfect-bound in a soft cover" in colophon
    assert "for reading on a screen" in words_of(book, "colophon")
