"""The picture ledger: every picture of the book, on the page where it stands."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from books import module_of
from letters import PATH, portrait, portrayed
from test_book_limits import book_of, firm
from test_book_patterns import SHAPES, picture

from showcase.book import back, colophon
from showcase.book.book import Book
from showcase.book.wording import runs


def firms(*counts: int, spread: str = "") -> dict[str, str | bytes]:
    """Firms with so many photographs each; every second photograph has its people's consent."""
    files: dict[str, str | bytes] = {}
    for number, count in enumerate(counts):
        slug = Path(firm(number)[0]).stem
        rows = "".join(
            f"  - {{id: p{n}, file: p{n}.jpg, alt: View {n}, credit: Asha Rao, licence: CC BY 4.0, "
            f"caption: Picture {number}{n} of Diya at sea, {'consent: true, ' if n % 2 else ''}focus: [0.5, 0.4]}}\n"
            for n in range(count)
        )
        path, text = firm(number, ("sources:\n", (f"photographs:\n{rows}" if rows else "") + f"{spread}sources:\n"))
        files[path] = text
        files |= {f"images/{slug}/p{n}.jpg": picture(*SHAPES[n]) + bytes([number, n]) for n in range(count)}
    return files


def told(book: Book) -> dict[str, str]:
    """What the ledger says, row by row, without marks."""
    return {row.key: re.sub(r"<[^>]+>", " ", row.html).strip() for row in book.ledger.rows(book.folio)}


def photographs(book: Book) -> dict[str, str]:
    return {key: text for key, text in told(book).items() if re.search(r"/\d+$", key)}


def test_without_photographs_it_is_one_spread_that_says_so(tmp_path: Path) -> None:
    book = book_of(tmp_path, firms(0, 0, 0))
    part = book.plan.by_key["pictures"]
    assert part.pages == 2
    assert book.plan.by_key["sources"].first == part.last + 1
    assert told(book)["photographs/none"] == "This edition shows no photograph."
    assert module_of(book, part).problems == ()
    html = back.pictures(book, part).html
    assert html.count('class="field-plate"') == 1
    first = book.folio("opener/sea")
    assert f">{first}–{first + 1}</a>" in html
    assert f">{first + 2}–{first + 6}</a>" in html  # three plates, each on a left-hand page


def test_cover_and_frontispiece_are_told(tmp_path: Path) -> None:
    rows = told(book_of(tmp_path, firms(0)))
    assert rows["cover/note"] == "One picture runs round the book, from the back to the front. Drawn for this book."
    assert rows["frontispiece"] == "Frontispiece   2"
    assert rows["frontispiece/note"] == (
        "One horizon under every field of this book, from left to right: Sea. Drawn for this book."
    )


def test_every_photograph_is_told_once_with_its_terms_and_its_consent_as_the_data_says(tmp_path: Path) -> None:
    rows = photographs(book_of(tmp_path, firms(1, 0, 3)))
    assert [re.sub(r"^\S+ +", "", text) for text in rows.values()] == [
        "Picture 20 of Diya at sea. Photograph: Asha Rao, CC BY 4.0. No consent recorded.",
        "Picture 21 of Diya at sea. Photograph: Asha Rao, CC BY 4.0. Consent recorded.",
        "Picture 22 of Diya at sea. Photograph: Asha Rao, CC BY 4.0. No consent recorded.",
        "Picture 00 of Diya at sea. Photograph: Asha Rao, CC BY 4.0. No consent recorded.",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_the_page_told_is_the_page_where_it_stands(tmp_path: Path, count: int) -> None:
    book = book_of(tmp_path, firms(count))
    (startup,) = book.catalogue.published
    part = book.plan.by_key[f"startup/{startup.slug}"]
    file = tmp_path / "spread.pdf"
    file.write_bytes(next(module_of(book, part).pdfs))
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
    pages = [" ".join(page.split()) for page in run.stdout.decode().split("\f")]
    rows = photographs(book)
    assert len(rows) == count
    for text in rows.values():
        first, _dash, last = text.split()[0].partition("–")
        caption = re.search(r"Picture \d+", text)[0]
        found = [part.folio + n for n, page in enumerate(pages) if caption in page]
        assert found == [int(first)]
        assert not last or int(last) == int(first) + 1


def test_what_a_spread_does_not_show_is_not_in_the_ledger(tmp_path: Path) -> None:
    book = book_of(tmp_path, firms(2, spread="spread: plate\n"))
    assert photographs(book) == {}
    assert "photographs/none" in told(book)


def test_portraits_of_those_who_speak_stand_before_the_startups(tmp_path: Path) -> None:
    letters = {PATH: portrayed(), "book/messages/admiral.jpg": portrait()}
    book = book_of(tmp_path, firms(1) | letters)
    rows = told(book)
    keys = [key for key in rows if key.startswith("photographs/")]
    assert keys[:2] == ["photographs/message/10-admiral", "photographs/message/10-admiral/0"]
    page = book.folio("messages")
    assert rows[keys[1]] == f"{page}  Portrait. Photograph: Ravi Beacon, CC BY 4.0. Consent recorded."


def test_it_grows_with_the_book_and_loses_nothing(tmp_path: Path) -> None:
    book = book_of(tmp_path, firms(*[6, 1, 3] * 6))
    part = book.plan.by_key["pictures"]
    assert part.pages > 2
    assert part.pages % 2 == 0
    dealt = [key for one in book.running.filled("pictures") for key in one.keys]
    assert dealt == [row.key for row in book.ledger.rows(book.folio)]
    assert module_of(book, part).problems == ()


def test_ledger_and_colophon_count_alike(tmp_path: Path) -> None:
    letters = {PATH: portrayed(), "book/messages/admiral.jpg": portrait()}
    book = book_of(tmp_path, firms(3, 0, 1, 0) | letters)
    html = colophon.colophon(book, book.plan.by_key["colophon"]).html
    assert len(photographs(book)) == 5
    assert "5 plates drawn for this book, 5 photographs</dd>" in html  # two startups, a field, the frontispiece and the cover


def test_equal_steps_are_drawn_together() -> None:
    assert runs([12, 14, 16, 20, 22, 30, 32, 34], step=2) == "12–16, 20, 22, 30–34"
