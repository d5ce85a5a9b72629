"""Profiles as they would be printed if they were published: `python -m showcase.live.printed ROOT FOLDER SLUG …`.

It is a program of its own: the live preview runs it while the editor writes on, the preview of a proposal with
the code of its base.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from showcase import catalogue, planfile
from showcase.catalogue import Catalogue
from showcase.checker import Examination
from showcase.live import overlay
from showcase.live.desk import Desk
from showcase.model.dates import LANGUAGES
from showcase.problems import ContentErrors


def with_published(root: Path, slugs: Collection[str]) -> Catalogue:
    """What lies at `root` with some profiles as if they were published; ends the program where one cannot be read."""
    desk = Desk(root)
    look = desk.look()
    if look.catalogue is None or not desk.sound.keys() >= set(slugs):
        sys.exit(overlay.told("preview-unknown"))
    sound = Examination(root, look.catalogue.vocabulary, tuple(desk.sound.values()), ())
    return catalogue.link(sound.as_published(slugs), look.catalogue.today)


def main(root: Path, folder: Path, slugs: Collection[str]) -> None:
    """Sets the spreads of the profiles, draws them into the folder, and ends the program where one cannot be set."""
    from showcase.book.edition import make_reading_edition
    from showcase.book.proofs.spreads import spread_pictures
    from showcase.book.typesetting import TypesettingError

    try:
        make_reading_edition(root, with_published(root, slugs), folder, tuple(slugs))
    except ContentErrors as error:
        sys.exit("\n\n".join(error.in_language(language) for language in LANGUAGES))
    except TypesettingError as error:
        sys.exit(str(error))
    for plan in planfile.in_folder(folder):
        list(spread_pictures(folder, plan, folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
