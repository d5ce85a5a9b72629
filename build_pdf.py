"""Make the book: python build_pdf.py --edition reading."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import showcase.equipped  # noqa: F401
from showcase import planfile
from showcase.book.edition import Made, make_reading_edition
from showcase.book.flatplan import flatplan_paths
from showcase.book.options import PAGED, asked
from showcase.book.press.coveredition import make_cover_edition
from showcase.book.press.edition import MadeBlock, make_press_edition
from showcase.book.press.gated import Refused
from showcase.book.press.loading import UnknownPress, load_press
from showcase.book.progress import Progress
from showcase.book.proofs.compare import Read, changes
from showcase.book.proofs.proof import make_proof, proof_path
from showcase.book.proofs.report import SUFFIX, verdict, write_changes
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.book.untold import write_untold
from showcase.book.watching import saved, watch
from showcase.catalogue import Catalogue, load
from showcase.ending import ended
from showcase.preflight.checks.completeness import PARTIAL
from showcase.preflight.gate import Unreadable
from showcase.preflight.report import Report
from showcase.problems import ContentErrors, nearest

ROOT = Path(__file__).resolve().parent
MEGABYTE = 1_000_000
USAGE = 2


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Checks the content and makes the edition; returns 0, 1 for problems or 2 for wrong use."""
    options = asked(arguments, ROOT / "dist")
    saves = saved(root)  # a file that is saved during the first build counts
    result = _build(root, options)
    if options.watch and result < USAGE:
        watch(saves, lambda: _build(root, options) == 0)
    return result


def _build(root: Path, options: argparse.Namespace) -> int:
    """Makes the edition once, and says what is wrong where it cannot."""
    try:
        approved = Read.of(options.compare) if options.compare else None  # before the new file takes its place
        catalogue = load(root)
        if unknown := _unknown(options.only, catalogue):
            print(unknown, file=sys.stderr)
            return USAGE
        for edition in options.editions:
            made = EDITION_MAKERS[edition](root, catalogue, options)
            _beside(root, catalogue, options, edition, made)
        if approved:
            _compare(approved, made)
    except (UnknownPress, Unreadable) as error:
        print(f"build_pdf.py: {error}", file=sys.stderr)
        return USAGE
    except ContentErrors as error:
        print(error.in_language(options.lang), file=sys.stderr)
        return 1
    except (TypesettingError, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _reading(root: Path, catalogue: Catalogue, options: argparse.Namespace) -> Path:
    """Makes the reading edition and says what there is."""
    started = time.monotonic()
    made = make_reading_edition(
        root, catalogue, options.output, options.only, Progress(), options.language, options.flatplan
    )
    size = made.path.stat().st_size / MEGABYTE
    seconds = time.monotonic() - started
    print(f"{_shown(made.path)}: {made.pages} pages, {size:.1f} MB, in {seconds:.0f} s")
    for path in made.flatplan:
        print(_shown(path))
    if options.explain:
        _explain(made)
    _tell_untold(made)
    return made.path


def _press(root: Path, catalogue: Catalogue, options: argparse.Namespace) -> Path:
    """Makes the text block for a press, and says how its extent came about."""
    started = time.monotonic()
    output = load_press(root, options.press).folder(options.output)
    made = make_press_edition(
        root, catalogue, output, options.only, Progress(), options.language, options.press, options.flatplan
    )
    for sentence in made.extent.sentences() if made.extent else ():
        print(sentence)
    size = made.path.stat().st_size / MEGABYTE
    seconds = time.monotonic() - started
    print(f"{_shown(made.path)}: {made.pages} pages for {made.press}, {size:.1f} MB, in {seconds:.0f} s")
    for path in made.flatplan:
        print(_shown(path))
    _tell(made.report)
    _tell_untold(made)
    if options.explain:
        _explain(made)
        print(f"{len(made.turned)} parts turned into inks, {made.parts - len(made.turned)} kept")
    return made.path


def _cover(root: Path, catalogue: Catalogue, options: argparse.Namespace) -> Path:
    """Makes the covers for a press, and says how its extent came about."""
    press = load_press(root, options.press)
    made = make_cover_edition(root, catalogue, press.folder(options.output), press, options.language)
    print(f"{press.name}: {press.profile.title}")
    for sentence in made.extent.sentences():
        print(sentence)
    for cover in made.covers:
        print(f"{_shown(cover.path)}: {cover.said}")
    for path in made.beside:
        print(_shown(path))
    for report in made.reports:
        _tell(report)
    return made.covers[0].path


def _beside(root: Path, catalogue: Catalogue, options: argparse.Namespace, edition: str, made: Path) -> None:
    """Takes away what shows the file that was here before and is not made anew, and makes the proof if asked."""
    stale = [proof_path(made), made.with_suffix(SUFFIX)]
    if edition in PAGED and not (options.flatplan or options.only):
        stale += flatplan_paths(made.parent, edition, options.language)
    for old in filter(Path.exists, stale):
        old.unlink()
        print(f"{_shown(old)} showed the file that was here before, and is taken away.")
    if options.proof and edition in PAGED:
        _proof(root, catalogue, options, made)


def _proof(root: Path, catalogue: Catalogue, options: argparse.Namespace, made: Path) -> None:
    """Makes the proof of what was made."""
    if plan := planfile.beside(made):
        path = make_proof(Stationery.of(root, options.language), catalogue, made, plan, proof_path(made))
        print(f"{_shown(path)}: {len(plan.pages)} pages, {path.stat().st_size / MEGABYTE:.1f} MB")


def _compare(approved: Read, made: Path) -> None:
    """Says which pages are not those of the approved file."""
    now = Read.of(made)
    found = list(changes(approved, now))
    for one in found:
        print(one.said)
    print(verdict(approved.name, now, found))
    print(_shown(write_changes(approved.name, made, now, found)))


EDITION_MAKERS = {"reading": _reading, "press": _press, "cover": _cover}


def _tell(report: Report) -> None:
    """Says what the gate found: all of it where it warns of anything, or where only some spreads were looked at."""
    print(report.text() if report.count("warning") or report.unchecked == PARTIAL else report.verdict)


def _tell_untold(made: Made | MadeBlock) -> None:
    """Says how much lacks Hindi, and where that is listed."""
    if report := write_untold(made.path, made.plan, made.untold):
        count = sum(map(len, made.untold.values()))
        print(f"{_shown(report)}: {count} texts have no Hindi yet and stand in English, marked")


def _explain(made: Made | MadeBlock) -> None:
    """Says why each part was laid out, and how many were kept."""
    for key, reason in made.why.items():
        print(f"{key}: {reason}")
    print(f"{len(made.why)} parts laid out, {made.parts - len(made.why)} kept; {made.clock}")


def _unknown(slugs: Sequence[str], catalogue: Catalogue) -> str:
    """A sentence on the first slug that is no published startup, or nothing."""
    published = [startup.slug for startup in catalogue.published]
    for slug in slugs:
        if slug not in published:
            guess = nearest(slug, published)
            meant = f" Did you mean {guess}?" if guess else ""
            return f"build_pdf.py: there is no published startup {slug}.{meant}"
    return ""


def _shown(path: Path) -> Path:
    """The path as short as it can be said from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


if __name__ == "__main__":
    sys.exit(ended(main))
