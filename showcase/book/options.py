"""What can be asked of the program that makes the book, and what goes together."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from showcase.book.language import EDITIONS
from showcase.model.dates import LANGUAGES

MADE = ("reading", "press", "cover")
"""Every edition, in the order in which all of them are made."""

PAGED = ("reading", "press")
"""The editions that are a run of pages; a cover is one sheet."""

EPILOG = """\
Example: python build_pdf.py --edition reading --output dist
         python build_pdf.py --edition all --press offset-case

The press edition writes shared-horizons-press.pdf, the pages that are bound, as PDF/X-4.
The cover edition writes shared-horizons-cover.pdf for a soft binding; for a case
shared-horizons-cover-case.pdf, -cover-jacket.pdf and -cover-endpapers.pdf; where the press's
profile says foil: true, -cover-foil.pdf. Beside them lie a ticket of all sizes (.json) and a
picture of the bound book (.png). The names of language editions end in -en and -hi.
Files for a press that is not the first of book/book.yml lie in a folder of its name:
dist/digital-perfect/shared-horizons-press.pdf. No press takes away what was made for another.
"""


def asked(arguments: Sequence[str] | None, output: Path) -> argparse.Namespace:
    """The options, `editions` among them; `output` is where files go if nothing else is said.

    Ends the program with 2 and a sentence where some do not go together.
    """
    parser = _parser(output)
    options = parser.parse_args(arguments)
    options.editions = MADE if options.edition == "all" else (options.edition,)
    if options.edition == "cover" and (options.proof or options.flatplan):
        parser.error("--proof and --flatplan go with --edition reading, press and all: a cover is one sheet")
    if options.compare and options.edition not in PAGED:
        parser.error("--compare goes with --edition reading or press: one file beside one file")
    if options.only and "cover" in options.editions:
        parser.error("--only goes with --edition reading or press: a cover goes round the whole book")
    if options.only and options.flatplan:
        parser.error("--flatplan goes without --only: it shows the whole book, spread by spread")
    return options


def _parser(output: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_pdf.py", description="Make the book from the profiles.", allow_abbrev=False,
        epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("--edition", choices=[*MADE, "all"], default="reading", help="which book (default: reading)")
    add("--press", metavar="NAME", help="a press of book/book.yml (default: the first)")
    add("--language", choices=EDITIONS, default="bilingual", help="bilingual (default), en or hi")
    add("--lang", choices=LANGUAGES, default="en", help="the language of what is said of problems (default: en)")
    add("--only", nargs="+", default=[], metavar="SLUG", help="the spreads of these startups alone")
    add("--explain", action="store_true", help="say for each part why it was laid out again")
    add("--flatplan", action="store_true", help="draw all spreads on one sheet too")
    add("--proof", action="store_true", help="make a small file for review too, marked and stamped")
    add("--watch", action="store_true", help="stay, and make it again whenever a file is saved")
    add("--compare", type=Path, metavar="OLD.pdf", help="say which pages changed since OLD.pdf")
    add("--output", type=Path, default=output, metavar="DIR", help="where to (default: dist)")
    return parser
