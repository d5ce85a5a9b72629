"""`python -m showcase kit`: the kit as a command."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from showcase import catalogue
from showcase.book.press.loading import UnknownPress, load_press
from showcase.book.typesetting import TypesettingError
from showcase.kit.gathered import NotReady
from showcase.kit.making import make_kit
from showcase.kit.ticket import GIVEN_IN

OK, PROBLEMS, USAGE = 0, 1, 2
MEGABYTE = 1_000_000


def run(options: argparse.Namespace) -> int:
    """Makes the kit and says what is in it. Returns 0, 1 where something is to be built first, 2 for wrong use."""
    root: Path = options.root
    dist = options.dist or root / "dist"
    output = options.output or dist / "kit"
    try:
        press = load_press(root, options.press)
        kit = make_kit(root, catalogue.load(root), press, options.language, press.folder(dist), output)
    except UnknownPress as error:
        print(error, file=sys.stderr)
        return USAGE
    except (NotReady, TypesettingError) as error:
        print(f"No kit was made: {error}", file=sys.stderr)
        return PROBLEMS
    for name in kit.files:
        print(f"  {name}")
    size = kit.zip.stat().st_size / MEGABYTE
    print(f"{kit.zip}: {len(kit.files)} files, {size:.1f} MB; the same unpacked in {kit.folder}")
    if kit.open:
        print("Still open, and to be settled before this is printed:")
    for key in kit.open:
        print(f"  {key}: {GIVEN_IN[key]}")
    return OK
