"""A kit as a folder and as a zip: the same files give the same bytes."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from pathlib import Path

from showcase.files import write_whole

SUMS = "SHA256SUMS"
LONG_AGO = 1980, 1, 1, 0, 0, 0
"""The time of every file in a zip: the first that the format knows."""
RIGHTS = 0o100644 << 16


def write_sums(folder: Path) -> Path:
    """Writes the digest of every file in the folder, as `sha256sum -c` reads them."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
             for path in files_in(folder) if path.name != SUMS]  # fmt: skip
    return write_whole(folder / SUMS, "".join(lines))


def files_in(folder: Path) -> list[Path]:
    """Every file of a folder, by name."""
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix())


def write_zip(folder: Path, path: Path) -> Path:
    """Packs a folder under its own name: files by name, all of one time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files_in(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{file.relative_to(folder).as_posix()}", LONG_AGO)
            entry.external_attr, entry.compress_type = RIGHTS, zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return write_whole(path, out.getvalue())


def take_place(made: Path, folder: Path) -> None:
    """Puts a finished folder where one of a build before may lie."""
    if folder.is_dir():
        shutil.rmtree(folder)
    made.replace(folder)
