"""Making a kit: what was gathered, the proof and the ticket, in one folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.book.book import with_words
from showcase.book.language import Edition, suffix
from showcase.book.press.loading import Press
from showcase.book.proofs.proof import make_proof, proof_path
from showcase.book.settings import load_words
from showcase.book.stationery import Stationery
from showcase.catalogue import Catalogue
from showcase.files import write_whole
from showcase.fonts import Face
from showcase.fonts.licences import licence_name, licence_text
from showcase.kit.gathered import Gathered, gather
from showcase.kit.listed import listed
from showcase.kit.packed import files_in, take_place, write_sums, write_zip
from showcase.kit.sheet import ticket_page
from showcase.kit.ticket import ticket_of, used_faces
from showcase.planfile import path_of

TICKET = "job-ticket"


@dataclass(frozen=True)
class Kit:
    """A finished kit: the folder, the zip, and the names of the files in them."""

    folder: Path
    zip: Path
    files: tuple[str, ...]
    open: tuple[str, ...]
    """What is to be settled before it is printed, by the keys of `ticket.GIVEN_IN`."""


def make_kit(root: Path, catalogue: Catalogue, press: Press, language: Edition, dist: Path, output: Path) -> Kit:
    """Makes the kit for a press of what lies in the folder `dist`, and writes it into the folder `output`.

    Raises NotReady, TypesettingError for the ticket and the proof.
    """
    stationery = Stationery.of(root, language)
    gathered = gather(catalogue, stationery.settings, press, language, dist)
    name = f"shared-horizons-{press.name}{suffix(language)}"
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output, prefix=".kit-") as aside:
        folder = Path(aside) / name
        still_open = _fill(folder, stationery, catalogue, gathered)
        packed = write_zip(folder, output / f"{name}.zip")
        take_place(folder, output / name)
    made = output / name
    return Kit(made, packed, tuple(path.relative_to(made).as_posix() for path in files_in(made)), still_open)


def _fill(folder: Path, stationery: Stationery, catalogue: Catalogue, gathered: Gathered) -> tuple[str, ...]:
    """Writes the files of a kit; returns what its ticket has to leave open."""
    used = used_faces(gathered.printed)
    _copy(folder / "text", [gathered.block, path_of(gathered.block)])
    _copy(folder / "cover", gathered.covers)
    _copy(folder / "preflight", gathered.reports)
    _copy(folder / "profile", _profile(gathered.press))
    _licences(folder / "licences", used)
    proof = folder / "proof" / proof_path(gathered.block).name
    make_proof(stationery, catalogue, gathered.block, gathered.plan, proof, gathered.sheets)
    words = with_words(catalogue, load_words(stationery.root)).ui
    files = {path.relative_to(folder).as_posix(): path for path in files_in(folder)}
    told = listed(files, gathered.ticket["covers"], words)
    ticket = ticket_of(gathered, stationery.settings, catalogue.site, used, told)
    write_whole(folder / f"{TICKET}.json", json.dumps(ticket, ensure_ascii=False, indent=2) + "\n")
    write_whole(folder / f"{TICKET}.pdf", ticket_page(Stationery.of(stationery.root), words, ticket))
    write_sums(folder)
    return tuple(ticket["open"])


def _profile(press: Press) -> list[Path]:
    """The ICC profile, and what lies beside it on how it was made."""
    told = press.icc.with_suffix(".txt")
    return [press.icc, *([told] if told.is_file() else [])]


def _copy(folder: Path, files: Sequence[Path]) -> None:
    folder.mkdir(parents=True)
    for path in files:
        shutil.copyfile(path, folder / path.name)


def _licences(folder: Path, used: Sequence[Face]) -> None:
    """The licence of every typeface that is embedded."""
    for face in {face.typeface: face for face in used}.values():
        write_whole(folder / licence_name(face), licence_text(face))
